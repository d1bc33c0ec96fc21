import { markdownToMdast, mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { addressFault } from '../schemas/address.ts';
import { findLeftovers } from './foreign-syntax.ts';
import { placer, type Place } from '../documents/positions.ts';
import { printable, type Finding } from '../documents/diagnostic.ts';
import { hostileScheme, readRawHtml } from './raw-html.ts';

/** What a piece of Markdown holds besides words; places are from its own first line. */
export interface Inspected {
  pictures: MarkdownPicture[];
  findings: (Place & Pick<Finding, 'severity' | 'message' | 'fix' | 'value'>)[];
}

export interface MarkdownPicture {
  written: string;
  alt: string;
  at: Place;
  width?: number | undefined;
  height?: number | undefined;
}

/** Read Markdown for the pictures it names and for what will not be published as written. Never throws. */
export function inspectMarkdown(text: string, { mdx = false, trusted = false }: { mdx?: boolean; trusted?: boolean } = {}): Inspected {
  const inspected: Inspected = { pictures: [], findings: [] };
  if (/^[ \t]*(?:>[ \t]?){100}/m.test(text)) {
    inspected.findings.push({
      line: 1,
      column: 1,
      severity: 'error',
      message: 'nests quotes deeper than a reader can follow',
      fix: 'flatten them',
    });
    return inspected;
  }
  // Most texts are words alone, outside of code; those need no tree.
  if (!telling.test(text) || (!mdx && !telling.test(withoutFences(text)))) return inspected;
  const place = placer(text);
  let tree: MdastNode;
  try {
    tree = (mdx ? mdxToMdast : markdownToMdast)(text, { features: { frontmatter: false, gfm: true } });
  } catch {
    // A fault of MDX is reported by its compiler; the Liquid that mostly causes it is named here.
    noteLeftovers(
      text.replace(/```[^]*?(?:```|$)|`[^`\n]*`/g, (code) => ' '.repeat(code.length)),
      { inspected, place, mdx },
    );
    return inspected;
  }
  const seen: Seen = { inspected, place, trusted, definitions: new Map(), pictured: new Set(), code: [] };
  walk(tree, seen);
  for (const [identifier, { url, at }] of seen.definitions) {
    if (seen.pictured.has(identifier)) inspected.pictures.push({ written: url, alt: '', at });
    else noteAddress(url, at, inspected);
  }
  noteLeftovers(blank(text, seen.code), { inspected, place, mdx });
  return inspected;
}

/** The signs of pictures, links, definitions, HTML and leftovers. */
const telling = /!\[|\]\(|\]:|<[a-z!/]|\{[{%:]/i;

/** The text without fenced code, as far as its fences are beyond doubt: three backticks at the beginning of a line. */
function withoutFences(text: string): string {
  if (/~~~|\r|[^\n]```|```[^\n]*`|<\?/.test(text)) return text;
  return text.replace(/^```[^`\n]*\n(?:(?!```)[^\n]*\n)*```[ \t]*(?:\n|(?![^]))/gm, '');
}

interface Seen {
  inspected: Inspected;
  /** Raw HTML stays as written. */
  trusted: boolean;
  place: (offset: number) => Place;
  definitions: Map<string, { url: string; at: Place }>;
  /** Definitions that pictures refer to. */
  pictured: Set<string>;
  /** Ranges of code. */
  code: (readonly [number, number])[];
}

function walk(root: MdastNode, seen: Seen): void {
  const left: MdastNode[] = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    visit(node, seen);
    // One by one: a paragraph can have more children than a call can have arguments.
    if ('children' in node) for (const child of (node.children as MdastNode[]).toReversed()) left.push(child);
  }
}

function visit(node: MdastNode, { inspected, place, trusted, definitions, pictured, code }: Seen): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const at = place(start);
  switch (node.type) {
    case 'image':
      inspected.pictures.push({ written: node.url, alt: node.alt ?? '', at });
      break;
    case 'link':
      noteAddress(node.url, at, inspected);
      break;
    case 'definition':
      definitions.set(node.identifier, { url: node.url, at });
      break;
    case 'imageReference':
      pictured.add(node.identifier);
      break;
    case 'code':
    case 'inlineCode':
      code.push([start, end]);
      break;
    case 'html':
      noteHtml(node.value, start, { inspected, place, trusted });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      noteJsxPicture(node, at, inspected);
      break;
    default:
  }
}

function noteLeftovers(text: string, { inspected, place, mdx }: { inspected: Inspected; place: Seen['place']; mdx: boolean }): void {
  for (const { offset, written, kind } of findLeftovers(text, { mdx })) {
    const message = `holds ${kind}, which nothing fills in here`;
    const fix = 'write what it stood for, delete it, or put it in backticks to show it';
    inspected.findings.push({ ...place(offset), severity: 'warning', message, value: printable(written), fix });
  }
}

function noteHtml(html: string, start: number, { inspected, place, trusted }: Pick<Seen, 'inspected' | 'place' | 'trusted'>): void {
  const { removed, pictures } = readRawHtml(html);
  for (const { offset, what, written } of trusted ? [] : removed) {
    const message = `holds ${what}, which is removed from the page`;
    inspected.findings.push({
      ...place(start + offset),
      severity: 'warning',
      message,
      value: printable(written),
      fix: 'delete it, or put it in backticks to show it',
    });
  }
  for (const { offset, src, ...picture } of pictures) inspected.pictures.push({ written: src, at: place(start + offset), ...picture });
}

/** An `<img>` of MDX whose path is plain text; one that is computed is the author's code. */
function noteJsxPicture(node: MdxJsxFlowElement | MdxJsxTextElement, at: Place, inspected: Inspected): void {
  if (node.name !== 'img') return;
  const attributes = new Map(
    node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
  );
  const written = attributes.get('src');
  const pixels = (name: string): number | undefined => Number(attributes.get(name)) || undefined;
  if (written) inspected.pictures.push({ written, alt: attributes.get('alt') ?? '', at, width: pixels('width'), height: pixels('height') });
}

/** Paths, fragments and addresses we publish pass; the rest is an error where it is hostile, else a warning. */
function noteAddress(url: string, at: Place, inspected: Inspected): void {
  const hostile = hostileScheme(url);
  if (hostile === null && (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url) || addressFault(url) === null)) return;
  inspected.findings.push({
    ...at,
    severity: hostile ? 'error' : 'warning',
    message: hostile ? `links to a \`${hostile}:\` address` : `holds a link that ${addressFault(url)}`,
    value: printable(url),
    fix: 'link to an http(s) or mailto address, or to a path of the site',
  });
}

/** Put blanks in place of code, so that offsets stay. */
function blank(text: string, ranges: Seen['code']): string {
  return ranges.reduceRight((blanked, [start, end]) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end), text);
}
