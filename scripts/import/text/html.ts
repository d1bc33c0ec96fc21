import type { Element, ElementContent, Nodes, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, Code, Html, PhrasingContent, Root as MarkdownRoot } from 'mdast';
import { markdownToHtml } from 'satteri';
import { writeMarkdown } from '../../../src/lib/alternates/write-markdown.ts';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';
import { toAlert } from './html-alerts.ts';
import { titleFigures } from './html-figures.ts';
import { isCaption, textOf } from './html-nodes.ts';

/** Convert HTML to Markdown: layout goes, words and pictures stay. Inline elements that Markdown lacks (`sup`, `kbd` …) stay HTML. */
export function htmlToMarkdown(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  separateSources(tree, false);
  titleFigures(tree);
  wrapInlineContent(tree);
  const root = toMdast(tree, { document: true, handlers }) as MarkdownRoot;
  return writeMarkdown(root.children).trim();
}

/** Convert the HTML blocks of a Markdown text; the Markdown around them and inline HTML stay. Expects protected code. */
export function convertHtmlBlocks(source: string): string {
  let converted = '';
  const text = source.replace(
    /(<(?:div|section|aside|article|figure)\b[^>]*?)\s+markdown(?:\s*=\s*["']?(?:1|block)["']?)?(?=[\s>])([^>]*>)/gi,
    '$1$2\n\n',
  );
  // The items of a list whose element was the old template's.
  const isItems = /^\s*<li\b/i.test(text) && /<\/li>\s*$/i.test(text) && !/<[ou]l\b/i.test(text);
  let rest = isItems ? `<ul>${text}</ul>` : text;
  for (let opening = blockStart.exec(rest); opening; opening = blockStart.exec(rest)) {
    const end = findEnd(rest, opening.index, opening[2] ?? '');
    const start = opening.index + opening[0].length;
    converted += rest.slice(0, opening.index);
    if (end === null) {
      const attributes = /^(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(rest.slice(start))?.[0];
      converted += attributes === undefined ? opening[0] : '\n\n';
      rest = rest.slice(start + (attributes?.length ?? 0));
    } else {
      converted += `\n\n${blockToMarkdown(rest.slice(opening.index, end))}\n\n`;
      rest = rest.slice(end);
    }
  }
  return (converted + rest)
    .replace(/^<img\b(?:"[^"]*"|'[^']*'|[^"'>])*>[ \t]*$/gim, (image) => `\n\n${htmlToMarkdown(image)}\n\n`)
    .replace(strayTag, '\n\n')
    .replace(/<\/span>(?=<span\b)/gi, ' ')
    .replace(/<\/?(?:span|font|big|nobr)\b[^>]*>/gi, '')
    .replace(/\n{3,}/g, '\n\n');
}

const blockNames =
  'div|section|article|aside|header|footer|main|center|figure|picture|p|h[1-6]|ul|ol|dl|li|blockquote|table|details|nav|form|fieldset|video|audio|hgroup|address|button|style|script|svg|[a-z]+-[a-z-]+';

/** The first block element of a text that begins a line. */
const blockStart = new RegExp(`(^|\\n)[ \\t]*<(${blockNames})(?=[\\s>/])`, 'i');

/** Tags of layout that no block encloses. */
const strayTag =
  /[ \t]*<\/?(?:div|section|article|aside|header|footer|main|center|figure|figcaption|picture|nav|p|link|meta)\b[^>]*>[ \t]*/gi;

/** Find the end of the line in which the element at `start` is closed; null if it is not closed. */
function findEnd(text: string, start: number, name: string): number | null {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])(?:"[^"]*"|'[^']*'|[^"'>])*>`, 'gi');
  tags.lastIndex = start;
  for (let depth = 0, tag = tags.exec(text); tag; tag = tags.exec(text)) {
    depth += tag[1] === '/' ? -1 : tag[0].endsWith('/>') ? 0 : 1;
    if (depth > 0) continue;
    // Text after the closing tag belongs to the block, as in Markdown.
    const end = text.indexOf('\n', tags.lastIndex);
    const line = text.slice(tags.lastIndex, end === -1 ? text.length : end);
    return blockStart.test(line) || /<[a-z]/i.test(line) ? tags.lastIndex : tags.lastIndex + line.length;
  }
  return null;
}

/** Markdown may continue within an HTML block after a blank line; indentation would make code of it. */
function blockToMarkdown(block: string): string {
  const pieces = block.split(/(<pre\b[^]*?<\/pre>)/i).map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/^[ \t]+/gm, '')));
  const { html } = markdownToHtml(pieces.join('').trim(), { features: { frontmatter: false, smartPunctuation: false } });
  return htmlToMarkdown(html);
}

const containers = new Set(
  'div section article aside header footer main center figure nav form fieldset hgroup address details picture body html'.split(' '),
);
const blocks = new Set([
  ...containers,
  ...'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote table pre hr figcaption video summary legend'.split(' '),
]);

/** Wrap inline content beside blocks in paragraphs, and separate neighbouring spans, so that no words run together. */
function wrapInlineContent(node: Parents): void {
  const isContainer = node.type === 'root' || (node.type === 'element' && isBlockContainer(node));
  const children: ElementContent[] = [];
  let paragraph: Element | null = null;
  for (const child of node.children as ElementContent[]) {
    if (isContainer && isInline(child)) {
      if (paragraph === null) children.push((paragraph = element('p', [])));
      separate(paragraph.children, child);
    } else {
      paragraph = null;
      separate(children, child);
    }
  }
  node.children = isContainer ? children.filter((child) => !isBlank(child)) : children;
  for (const child of children) if (child.type === 'element') wrapInlineContent(child);
}

/** Append a child; a space goes between two labels such as `<span>19</span><span>tests</span>`. */
function separate(children: ElementContent[], child: ElementContent): void {
  const previous = children.at(-1);
  const isLabel = (node: ElementContent | undefined): boolean =>
    node?.type === 'element' && /^(?:span|small|strong|b|a|button|label|time)$/.test(node.tagName);
  if (isLabel(previous) && isLabel(child)) children.push({ type: 'text', value: ' ' });
  children.push(child);
}

function isBlockContainer(node: Element): boolean {
  const isMixed = /^(?:li|td|th|dd|blockquote|button|a|span|h[1-6])$/.test(node.tagName) && node.children.some((child) => !isInline(child));
  return isMixed || containers.has(node.tagName) || isCustom(node);
}

function isInline(node: ElementContent): boolean {
  if (node.type !== 'element') return true;
  return !blocks.has(node.tagName) && !isCustom(node) && node.children.every(isInline);
}

function isCustom({ tagName }: Element): boolean {
  return tagName.includes('-');
}

function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment' || (node.type === 'element' && node.tagName === 'p' && node.children.every(isBlank));
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** The longest text that a heading element keeps; designers also set paragraphs in headings. */
const longestHeading = 150;

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(['sup', 'sub', 'kbd', 'mark', 'abbr', 'q'].map((name) => [name, inlineHtml])),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  ...Object.fromEntries([...containers].map((name) => [name, flow])),
  figcaption: caption,
  pre: listing,
  summary: (state, node) => ({ type: 'paragraph', children: [defaultHandlers.strong(state, node)] }),
  img: picture,
  p: (state, node) => toAlert(state, node) ?? (isCaption(node) ? caption(state, node) : defaultHandlers.p(state, node)),
  table: (state, node) => {
    const captions = node.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'caption' ? [caption(state, child)] : [],
    );
    return [...[defaultHandlers.table(state, node)].flat(), ...captions];
  },
  svg: () => undefined,
  i: emphasis,
  span: (state, node) => state.all(node),
};

function flow(state: State, node: Element): BlockContent[] {
  const alert = toAlert(state, node);
  if (alert !== null) return [alert];
  if (isCaption(node) && node.children.every((child) => child.type !== 'element' || child.tagName === 'p')) return [caption(state, node)];
  return state.toFlow(state.all(node)) as BlockContent[];
}

function listing(state: State, node: Element): Code {
  const title = String(node.properties['title'] ?? '').replaceAll('"', '”');
  return { ...defaultHandlers.pre(state, node), ...(title && { meta: `title="${title}"` }) };
}

function caption(state: State, node: Element): BlockContent {
  const words = node.children.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));
  return { type: 'paragraph', children: [defaultHandlers.em(state, { ...node, tagName: 'em', children: words })] };
}

function heading(state: State, node: Element): BlockContent | BlockContent[] | undefined {
  const words = textOf(node).trim();
  const isHeading = words !== '' && words.length <= longestHeading && node.children.every(isInline);
  if (!isHeading) return state.toFlow(state.all(node)) as BlockContent[];
  const pictures = node.children.filter((child) => child.type === 'element' && child.tagName === 'img') as Element[];
  const title = defaultHandlers[node.tagName as 'h2'](state, {
    ...node,
    children: node.children.filter((child) => !pictures.includes(child as Element)),
  });
  return [...(state.toFlow(pictures.flatMap((image) => picture(state, image) ?? [])) as BlockContent[]), title];
}

/** Make the source of a quotation a paragraph of its own, led by a dash. */
function separateSources(node: Parents, isQuoted: boolean): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    separateSources(child, isQuoted || child.tagName === 'blockquote');
    if (!isQuoted || child.tagName !== 'cite') continue;
    child.tagName = 'p';
    if (!/^\s*[—–-]/.test(textOf(child))) child.children.unshift({ type: 'text', value: '— ' });
  }
}

/** A remote picture of known size stays HTML, because the page can show it. */
function picture(state: State, node: Element): PhrasingContent | undefined {
  const { src, dataSrc, alt, width, height } = node.properties;
  const address = String((src || dataSrc) ?? '');
  if (address === '') return alt ? { type: 'text', value: String(alt) } : undefined;
  if (/^https?:/i.test(address) && /^\d+$/.test(String(width)) && /^\d+$/.test(String(height)))
    return htmlNode(
      `<img src="${escapeHtml(address)}" alt="${escapeHtml(String(alt ?? ''))}" width="${String(width)}" height="${String(height)}">`,
    );
  return defaultHandlers.img(state, { ...node, properties: { ...node.properties, src: address } });
}

function inlineHtml(state: State, node: Element): PhrasingContent[] {
  return [htmlNode(`<${node.tagName}>`), ...(state.all(node) as PhrasingContent[]), htmlNode(`</${node.tagName}>`)];
}

/** Icons are empty `i` elements. */
function emphasis(state: State, node: Element): ReturnType<Handle> {
  return textOf(node).trim() === '' ? state.all(node) : defaultHandlers.i(state, node);
}

function htmlNode(value: string): Html {
  return { type: 'html', value };
}
