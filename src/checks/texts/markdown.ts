import { markdownToMdast, mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { checkAddress } from '../../schemas/address.ts';
import { findComplexity } from './complexity.ts';
import { createLocator, type Position } from '../../documents/positions.ts';
import { escapeControlCharacters } from '../../documents/diagnostic.ts';
import { markdownFeatures } from '../../lib/markdown/markdown.ts';
import { plainAttributes } from '../../lib/markdown/mdx-elements.ts';
import { splitWikiLinks } from '../../lib/markdown/wiki-links.ts';
import { findLostLinks } from './lost-links.ts';
import { complexityNote, foreignNotes, isPlainProse, unreadableNote, type MarkdownNote } from './markdown-text.ts';
import { nodesOf } from './nodes.ts';
import { checkProseElement, comparedIn } from './prose-elements.ts';
import { describeRemoval, hostileScheme, readRawHtml } from './raw-html.ts';

/** The pictures, links and diagnostics of a piece of Markdown; positions count from its first line. */
interface Inspected {
  pictures: MarkdownPicture[];
  links: MarkdownLink[];
  codeBlocks: MarkdownCode[];
  comparisons: { before: string; after: string; position: Position }[];
  diagnostics: MarkdownNote[];
  /** Whether the text must not be rendered, because that could end the process. */
  tooComplex: boolean;
}

export interface MarkdownLink {
  /** The address, or `[[…]]` for a wiki link. */
  written: string;
  /** The address, in `wiki:` form for a wiki link. */
  address: string;
  position: Position;
}

/** A fenced or indented code block; its position is that of its first line, the fence. */
export interface MarkdownCode {
  language: string | undefined;
  /** What follows the language. */
  meta: string;
  code: string;
  position: Position;
}

interface MarkdownPicture {
  written: string;
  alt: string;
  position: Position;
  width?: number | undefined;
  height?: number | undefined;
}

/** Find the pictures and links in Markdown, and everything that will not be published as written. Never throws. */
export function inspectMarkdown(text: string, { mdx = false, trusted = false }: { mdx?: boolean; trusted?: boolean } = {}): Inspected {
  const inspected: Inspected = { pictures: [], links: [], codeBlocks: [], comparisons: [], diagnostics: [], tooComplex: false };
  const unreadable = unreadableNote(text, mdx);
  if (unreadable) return { ...inspected, tooComplex: true, diagnostics: [unreadable] };
  if (isPlainProse(text)) return inspected;
  const positionAt = createLocator(text);
  let tree: MdastNode;
  try {
    tree = (mdx ? mdxToMdast : markdownToMdast)(text, { features: { ...markdownFeatures, gfm: true } });
  } catch {
    // The MDX compiler reports its own errors; Liquid, their most common cause, is reported here.
    const blanked = text.replace(/```[^]*?(?:```|$)|`[^`\n]*`/g, (code) => ' '.repeat(code.length));
    return { ...inspected, diagnostics: foreignNotes(blanked, { positionAt, mdx }) };
  }
  const complexity = findComplexity(tree, text);
  if (complexity) return { ...inspected, tooComplex: true, diagnostics: [complexityNote(complexity, positionAt)] };
  const nodes = nodesOf(tree);
  const context: Context = { inspected, positionAt, trusted, text };
  for (const node of nodes) visit(node, context);
  addDefinitions(nodes, context);
  const code = rangesOf(nodes, /^(?:code|inlineCode)$/);
  const literal = rangesOf(nodes, /^(?:html|definition|mdxjsEsm|mdx(?:Flow|Text)Expression)$/);
  const starts = new Set(rangesOf(nodes, /^(?:image|link)/).map(([start]) => start));
  const isSyntax = (at: number) => starts.has(at) || [...code, ...literal].some(([start, end]) => start <= at && at < end);
  for (const { offset, written, ...rest } of findLostLinks(text, isSyntax))
    inspected.diagnostics.push({ ...positionAt(offset), severity: 'warning', value: escapeControlCharacters(written), ...rest });
  const prose = code.reduceRight((rest, [start, end]) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
  inspected.diagnostics.push(...foreignNotes(prose, { positionAt, mdx }));
  return inspected;
}

interface Context {
  inspected: Inspected;
  text: string;
  /** Whether raw HTML is published unchanged. */
  trusted: boolean;
  positionAt: (offset: number) => Position;
}

function rangesOf(nodes: readonly MdastNode[], types: RegExp): (readonly [start: number, end: number])[] {
  return nodes.filter(({ type }) => types.test(type)).map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0]);
}

function visit(node: MdastNode, context: Context): void {
  const { inspected, positionAt } = context;
  const start = node.position?.start.offset ?? 0;
  const position = positionAt(start);
  for (const note of checkProseElement(node)) inspected.diagnostics.push({ ...position, ...note });
  const compared = comparedIn(node);
  if (compared) inspected.comparisons.push({ ...compared, position });
  if (node.type === 'image') inspected.pictures.push({ written: node.url, alt: node.alt ?? '', position });
  else if (node.type === 'link') addLink(node.url, position, inspected);
  else if (node.type === 'code')
    inspected.codeBlocks.push({ language: node.lang ?? undefined, meta: node.meta ?? '', code: node.value, position });
  else if (node.type === 'html') checkHtml(node.value, start, context);
  else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') addJsxAddresses(node, position, inspected);
  if ('children' in node && !node.type.startsWith('link')) addWikiLinks(node.children as MdastNode[], context);
}

/** Add the addresses of definitions that pictures or links refer to. */
function addDefinitions(nodes: readonly MdastNode[], { inspected, positionAt }: Context): void {
  const referred = (type: 'imageReference' | 'linkReference') =>
    new Set(nodes.flatMap((node) => (node.type === type && 'identifier' in node ? node.identifier : [])));
  const [pictured, linked] = [referred('imageReference'), referred('linkReference')];
  const definitions = new Map(nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])));
  for (const [identifier, { url, position: at }] of definitions) {
    const position = positionAt(at?.start.offset ?? 0);
    if (pictured.has(identifier)) inspected.pictures.push({ written: url, alt: '', position });
    if (linked.has(identifier)) addLink(url, position, inspected);
  }
}

function checkHtml(html: string, start: number, { inspected, positionAt, trusted }: Context): void {
  const { removed, links, pictures } = readRawHtml(html);
  for (const { offset, part, written } of trusted ? [] : removed) {
    const value = escapeControlCharacters(written);
    inspected.diagnostics.push({ ...positionAt(start + offset), severity: 'warning', value, ...describeRemoval(part, written) });
  }
  // A hostile address is among the removed parts.
  for (const { offset, href } of links)
    if (hostileScheme(href) === null) inspected.links.push({ written: href, address: href, position: positionAt(start + offset) });
  for (const { offset, src, ...picture } of pictures)
    inspected.pictures.push({ written: src, position: positionAt(start + offset), ...picture });
}

/** Add the links and pictures of MDX whose addresses are plain text; a computed address is code. */
function addJsxAddresses(node: MdxJsxFlowElement | MdxJsxTextElement, position: Position, inspected: Inspected): void {
  const { href, src, alt = '', width, height, ...others } = plainAttributes(node.attributes);
  if (href !== undefined) addLink(href, position, inspected);
  const pixels = (written: string | undefined): number | undefined => Number(written) || undefined;
  if (node.name === 'img') {
    if (src) inspected.pictures.push({ written: src, alt, position, width: pixels(width), height: pixels(height) });
    return;
  }
  // What a component does with its properties is code.
  if (!/^[a-z]/.test(node.name ?? '')) return;
  for (const value of [src, others['srcset'], others['srcSet'], others['poster']]) {
    if (!value || /^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(value)) continue;
    const message = `names a file of <${node.name}> by a path that is published as written`;
    const fix = 'put the file into `public/`, and write its path from there, such as `/film.mp4`';
    inspected.diagnostics.push({ ...position, severity: 'error', message, value: escapeControlCharacters(value), fix });
  }
}

/** Add the wiki links in the text of some nodes. */
function addWikiLinks(nodes: readonly MdastNode[], { inspected, positionAt, text }: Context): void {
  for (const node of nodes) {
    if (node.type !== 'text' || !node.value.includes('[[')) continue;
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    let from = start;
    for (const part of splitWikiLinks(node.value, text.slice(start, end))) {
      if (typeof part === 'string') continue;
      const at = text.indexOf('[[', from);
      from = at + 2;
      inspected.links.push({ written: part.written, address: part.address, position: positionAt(at === -1 ? start : at) });
    }
  }
}

/** Add a link whose address can be published; a hostile address is an error, another unknown scheme a warning. */
function addLink(url: string, position: Position, inspected: Inspected): void {
  const hostile = hostileScheme(url);
  if (hostile === null && (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url) || checkAddress(url) === null)) {
    inspected.links.push({ written: url, address: url, position });
    return;
  }
  inspected.diagnostics.push({
    ...position,
    severity: hostile ? 'error' : 'warning',
    message: hostile ? `links to a \`${hostile}:\` address` : `contains a link that ${checkAddress(url)}`,
    value: escapeControlCharacters(url),
    fix: 'link to an http(s) or mailto address, or to a path of the site',
  });
}
