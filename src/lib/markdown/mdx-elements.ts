import type { HastPluginDefinition, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { columnAlignment } from './sanitize.ts';

/**
 * Create a plugin of the MDX compiler that gives pictures and tables the form of rendered Markdown: pictures become the placeholders for
 * which the template puts the files, the alignment of a column an attribute, since the page's policy blocks inline styles, and headings name
 * their column.
 */
export function mdxElements() {
  return {
    name: 'mdx-elements',
    element: {
      filter: ['img', 'td', 'th'],
      visit: (node, context) => {
        const { src, alt, title, style } = node.properties;
        if (node.tagName === 'img') return typeof src === 'string' ? placeholder('mdxJsxTextElement', { src, alt, title }) : undefined;
        if (node.tagName === 'th') context.setProperty(node, 'scope', 'col');
        const aligned = columnAlignment(String(style ?? ''));
        if (aligned === undefined) return undefined;
        context.setProperty(node, 'style', null);
        context.setProperty(node, 'data-align', aligned);
        return undefined;
      },
    },
    mdxJsxFlowElement: { filter: ['img'], visit: placeholderOf },
    mdxJsxTextElement: { filter: ['img'], visit: placeholderOf },
  } satisfies HastPluginDefinition;
}

/** Read the attributes of JSX that are plain text, in quotes or as a string in braces; others are code. */
export function plainAttributes(attributes: JsxElement['attributes']): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap((one) => {
      if (one.type !== 'mdxJsxAttribute') return [];
      const value = typeof one.value === 'string' ? one.value : /^\s*(["'`])([^"'`\\$]*)\1\s*$/.exec(one.value?.value ?? '')?.[2];
      return value === undefined ? [] : [[one.name, value]];
    }),
  );
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Make a placeholder of a picture in JSX whose address is plain text; a computed address is code. */
function placeholderOf({ type, attributes }: Pick<JsxElement, 'type' | 'attributes'>) {
  const written = plainAttributes(attributes);
  return written['src'] === undefined ? undefined : placeholder(type, written);
}

function placeholder(type: JsxElement['type'], { src, alt, title }: { src?: unknown; alt?: unknown; title?: unknown }) {
  const values = { 'data-picture': src, alt: alt ?? '', ...(title ? { title } : {}) };
  const attributes = Object.entries(values).map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value: String(value) }));
  return { type, name: 'img', attributes, children: [] };
}
