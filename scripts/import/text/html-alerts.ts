import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { BlockContent, Blockquote, Html } from 'mdast';
import type { AlertKind } from '../../../src/lib/markdown/alerts.ts';
import { alertKindOfClasses } from './admonitions.ts';
import { classesOf, textOf } from './html-nodes.ts';

/** Convert a box of the old theme to an alert; null if the element is none. A title that only names the kind goes. */
export function toAlert(state: State, node: Element): Blockquote | null {
  const kind: AlertKind | null = /^(?:div|aside|section|p)$/.test(node.tagName) ? alertKindOfClasses(classesOf(node)) : null;
  if (kind === null) return null;
  const title = node.children.filter(isTitle).map(textOf).join(' ').trim();
  const mark = `[!${kind.toUpperCase()}]${title === '' || title.toLowerCase() === kind ? '' : ` ${title}`}`;
  const content = state.all({ ...node, children: node.children.filter((child) => !isTitle(child)) });
  const [first, ...rest] = state.toFlow(content) as BlockContent[];
  // Markdown would escape the brackets of a text.
  const line = (value: string): Html => ({ type: 'html', value });
  return {
    type: 'blockquote',
    children:
      first?.type === 'paragraph'
        ? [{ type: 'paragraph', children: [line(`${mark}\n`), ...first.children] }, ...rest]
        : [{ type: 'paragraph', children: [line(mark)] }, ...(first ? [first] : []), ...rest],
  };
}

function isTitle(node: ElementContent): boolean {
  return node.type === 'element' && /title|heading/i.test(classesOf(node).join(' '));
}
