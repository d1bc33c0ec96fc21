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

export interface MarkdownPicture {
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
  const context: Context = {
    inspected,
    positionAt,
    trusted,
    text,
    definitions: new Map(),
    pictured: new Set(),
    linked: new Set(),
    starts: new Set(),
    code: [],
    literal: [],
  };
  walk(tree, context);
  const { starts, code, literal } = context;
  const isSyntax = (at: number) => starts.has(at) || [...code, ...literal].some(([start, end]) => start <= at && at < end);
  for (const { offset, written, ...rest } of findLostLinks(text, isSyntax))
    inspected.diagnostics.push({ ...positionAt(offset), severity: 'warning', value: escapeControlCharacters(written), ...rest });
  for (const [identifier, { url, position }] of context.definitions) {
    if (context.pictured.has(identifier)) inspected.pictures.push({ written: url, alt: '', position });
    if (context.linked.has(identifier)) addLink(url, position, inspected);
  }
  inspected.diagnostics.push(...foreignNotes(blankOut(text, context.code), { positionAt, mdx }));
  return inspected;
}

interface Context {
  inspected: Inspected;
  text: string;
  /** Whether raw HTML is published unchanged. */
  trusted: boolean;
  positionAt: (offset: number) => Position;
  definitions: Map<string, { url: string; position: Position }>;
  /** Definitions that pictures refer to. */
  pictured: Set<string>;
  /** Definitions that links refer to. */
  linked: Set<string>;
  /** Offsets of pictures and links. */
  starts: Set<number>;
  /** Ranges of HTML, definitions and expressions of MDX. */
  literal: (readonly [number, number])[];
  /** Ranges of code. */
  code: (readonly [number, number])[];
}

function walk(root: MdastNode, context: Context): void {
  const remaining: MdastNode[] = [root];
  for (let node = remaining.pop(); node; node = remaining.pop()) {
    visit(node, context);
    // Not spread: a paragraph can have more children than a call can have arguments.
    if ('children' in node) for (const child of (node.children as MdastNode[]).toReversed()) remaining.push(child);
    if ('children' in node && !node.type.startsWith('link')) addWikiLinks(node.children as MdastNode[], context);
  }
}

function visit(node: MdastNode, { inspected, positionAt, trusted, definitions, pictured, linked, starts, code, literal }: Context): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const position = positionAt(start);
  if (/^(?:image|link)/.test(node.type)) starts.add(start);
  for (const note of checkProseElement(node)) inspected.diagnostics.push({ ...position, ...note });
  const compared = comparedIn(node);
  if (compared) inspected.comparisons.push({ ...compared, position });
  if (/^(?:html|definition|mdxjsEsm|mdx(?:Flow|Text)Expression)$/.test(node.type)) literal.push([start, end]);
  switch (node.type) {
    case 'image':
      inspected.pictures.push({ written: node.url, alt: node.alt ?? '', position });
      break;
    case 'link':
      addLink(node.url, position, inspected);
      break;
    case 'linkReference':
      linked.add(node.identifier);
      break;
    case 'definition':
      definitions.set(node.identifier, { url: node.url, position });
      break;
    case 'imageReference':
      pictured.add(node.identifier);
      break;
    case 'code':
      inspected.codeBlocks.push({ language: node.lang ?? undefined, meta: node.meta ?? '', code: node.value, position });
      code.push([start, end]);
      break;
    case 'inlineCode':
      code.push([start, end]);
      break;
    case 'html':
      checkHtml(node.value, start, { inspected, positionAt, trusted });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      addJsxAddresses(node, position, inspected);
      break;
    default:
  }
}

function checkHtml(
  html: string,
  start: number,
  { inspected, positionAt, trusted }: Pick<Context, 'inspected' | 'positionAt' | 'trusted'>,
): void {
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

/** Replace code with spaces, so that offsets stay the same. */
function blankOut(text: string, ranges: Context['code']): string {
  return ranges.reduceRight((blanked, [start, end]) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end), text);
}
