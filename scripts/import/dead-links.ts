import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../src/checks/run.ts';
import { markdownToMdast, type MdastNode } from 'satteri';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import type { PlannedDocument } from './plan.ts';

/**
 * Check the documents that an import has written below `root`. A link to a page that did not come along becomes its words, in the file
 * and in the plan, because it would lead nowhere; one to a heading that the page lacks leads to the page. A film that the check stops at,
 * such as one with sound and without captions, becomes a comment. The log names all of them.
 */
export async function checkWritten(root: string, today: string, documents: readonly PlannedDocument[]): Promise<Diagnostic[]> {
  const { diagnostics } = await checkContent({ root, today, writing: true });
  const pages = new Set(documents.map(({ slug }) => `/projects/${slug}/`));
  const changed = documents.filter((document) =>
    [unlink(document, { diagnostics, pages }), holdBackFilms(document, diagnostics)].some(Boolean),
  );
  for (const { path, text } of changed) writeFileSync(join(root, path), text);
  return changed.length > 0 ? (await checkContent({ root, today, writing: true })).diagnostics : diagnostics;
}

interface Written {
  diagnostics: readonly Diagnostic[];
  /** The addresses of the imported pages. */
  pages: ReadonlySet<string>;
}

/** Replace the dead links of a document by their words, or by links to the page; false if it has none. */
function unlink(document: PlannedDocument, { diagnostics, pages }: Written): boolean {
  const dead = diagnostics.filter(
    ({ path, severity, message }) =>
      path === document.path && severity === 'error' && /^(?:links to |has a link without an address)/.test(message),
  );
  if (dead.length === 0) return false;
  const addresses = new Set(dead.map(({ value }) => value ?? ''));
  const anchors = [...addresses].filter((address) => pages.has(address.replace(/#.*$/, '')));
  const text = withoutLinks(withoutFragments(document.text, anchors), addresses);
  if (text === document.text) return false;
  document.text = text;
  const names = [...addresses].map((address) => (address === '' ? 'an empty address' : `\`${address}\``)).join(', ');
  document.logEntries.push({ kind: 'dropped', field: 'links', text: `lead to nothing on this site: ${names}` });
  return true;
}

/** Put the films of the text that have an error into comments, for the author to mend; false if there are none. */
function holdBackFilms(document: PlannedDocument, diagnostics: readonly Diagnostic[]): boolean {
  const stopped = diagnostics.filter(
    ({ path, severity, message }) => path === document.path && severity === 'error' && message.startsWith('names a film that '),
  );
  for (const { value = '', message, fix } of stopped) {
    const written = new RegExp(`(?<!<!-- )!\\[[^\\]\\n]*\\]\\(${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: [^\\n]*?)?\\)`, 'g');
    document.text = document.text.replace(written, (film) => `<!-- ${film.replaceAll('--', '- -')} -->`);
    const text = `the film ${value} ${message.slice('names a film that '.length)}; ${fix}; then show it again: it is in a comment`;
    document.logEntries.push({ kind: 'missing', field: 'text', text });
  }
  return stopped.length > 0;
}

function withoutFragments(text: string, addresses: readonly string[]): string {
  const link = /(?<=[("'<])[^\s()"'<>]*#[^\s()"'<>]*/g;
  return text.replace(link, (address) => (addresses.includes(address) ? address.replace(/#.*$/, '') : address));
}

/** Replace links to some addresses by their words: Markdown links, references with their definitions, and HTML anchors. */
export function withoutLinks(text: string, addresses: ReadonlySet<string>): string {
  const [head = ''] = /^---\n[^]*?\n---\n/.exec(text) ?? [];
  const body = text.slice(head.length);
  const nodes = flatten(markdownToMdast(body, { features: { frontmatter: false, gfm: true } }));
  const definitions = new Set(nodes.flatMap((node) => (node.type === 'definition' && addresses.has(node.url) ? [node.identifier] : [])));
  const cuts = nodes.flatMap((node) => {
    const isDead =
      (node.type === 'link' && addresses.has(node.url)) ||
      ((node.type === 'linkReference' || node.type === 'definition') && definitions.has(node.identifier));
    if (!isDead) return [];
    const [first, last] = 'children' in node ? [node.children[0], node.children.at(-1)] : [];
    const words: Range = first && last ? [start(first), end(last)] : [end(node), end(node)];
    return [[start(node), words[0]] as Range, [words[1], end(node)] as Range];
  });
  const plain = cuts.toSorted(([a], [b]) => b - a).reduce((result, [from, to]) => result.slice(0, from) + result.slice(to), body);
  return (
    head +
    plain.replace(/<a\b[^>]*\bhref=(["'])(.*?)\1[^>]*>([\s\S]*?)<\/a>/gi, (link, _quote: string, address: string, words: string) =>
      addresses.has(address) ? words : link,
    )
  );
}

type Range = [from: number, to: number];

function flatten(node: MdastNode): MdastNode[] {
  return [node, ...('children' in node ? (node.children as MdastNode[]).flatMap(flatten) : [])];
}

function start(node: MdastNode): number {
  return node.position?.start.offset ?? 0;
}

function end(node: MdastNode): number {
  return node.position?.end.offset ?? 0;
}
