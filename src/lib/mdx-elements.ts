import type { HastPluginDefinition, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { columnAlignment } from './sanitize.ts';

/**
 * Create a plugin of the MDX compiler that gives pictures and tables the form of rendered Markdown: pictures become the placeholders for
 * which the template puts the files, and the alignment of a column an attribute, since the page's policy blocks inline styles.
 */
export function mdxElements() {
  return {
    name: 'mdx-elements',
    element: {
      filter: ['img', 'td', 'th'],
      visit: (node, context) => {
        const { src, alt, title, style } = node.properties;
        if (node.tagName === 'img') return typeof src === 'string' ? placeholder('mdxJsxTextElement', { src, alt, title }) : undefined;
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

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Make a placeholder of a picture in JSX whose address is plain text; a computed address is code. */
function placeholderOf({ type, attributes }: Pick<JsxElement, 'type' | 'attributes'>) {
  const written = Object.fromEntries(
    attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
  );
  return typeof written['src'] === 'string' ? placeholder(type, written) : undefined;
}

function placeholder(type: JsxElement['type'], { src, alt, title }: { src?: unknown; alt?: unknown; title?: unknown }) {
  const values = { 'data-picture': src, alt: alt ?? '', ...(title ? { title } : {}) };
  const attributes = Object.entries(values).map(([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value: String(value) }));
  return { type, name: 'img', attributes, children: [] };
}
