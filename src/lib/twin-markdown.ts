import { htmlToHast } from 'satteri';

/** Write HTML as GitHub-flavoured Markdown; what Markdown has no sign for keeps its words alone. Addresses stay as they are. */
export function htmlToMarkdown(html: string): string {
  const { children = [] } = htmlToHast(html, { fragment: true }) as Node;
  return blocks(children).join('\n\n');
}

/** Take the signs of Markdown for what they are in running text. */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeSigns(text));
}

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

type Writer = (node: Node) => string;

/** Blocks with a sign of their own; `li`, `tr` and the like are written by what holds them. */
const blockWriters: Record<string, Writer> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, (node: Node) => `${'#'.repeat(level)} ${line(node)}`])),
  p: (node) => escapeStart(inline(node).trim()),
  hr: () => '---',
  pre: (node) => fenced(textOf(node).replace(/\n$/, '')),
  ul: (node) => list(node, () => '-'),
  ol: (node) => list(node, (index) => `${Number(node.properties?.['start'] ?? 1) + index}.`),
  blockquote: (node) => prefixed(blocks(node.children ?? []).join('\n\n'), '> '),
  table,
  dt: (node) => `**${line(node)}**`,
  figcaption: (node) => `*${line(node)}*`,
};

const inlineWriters: Record<string, Writer> = {
  strong: wrapped('**'),
  b: wrapped('**'),
  em: wrapped('*'),
  i: wrapped('*'),
  del: wrapped('~~'),
  s: wrapped('~~'),
  code: (node) => codeSpan(textOf(node)),
  br: () => '\\\n',
  img: ({ properties = {} }) => `![${escapeMarkdown(String(properties['alt'] ?? ''))}](${destination(properties['src'])})`,
  a: (node) => (node.properties?.['href'] ? `[${inline(node)}](${destination(node.properties['href'])})` : inline(node)),
};

/** Elements that hold blocks, or stand as one without a sign. */
const containers = new Set([
  'div',
  'section',
  'article',
  'figure',
  'details',
  'summary',
  'dl',
  'dd',
  'li',
  'center',
  'aside',
  'main',
  'header',
  'footer',
]);

function isBlock({ tagName = '' }: Node): boolean {
  return Object.hasOwn(blockWriters, tagName) || containers.has(tagName);
}

/** Write children as blocks; what stands loose between them becomes paragraphs. */
function blocks(children: readonly Node[]): string[] {
  const written: string[] = [];
  let loose: Node[] = [];
  const settle = (): void => {
    const text = inline({ type: 'root', children: loose }).trim();
    if (text) written.push(escapeStart(text));
    loose = [];
  };
  for (const child of children) {
    if (!isBlock(child)) {
      loose.push(child);
      continue;
    }
    settle();
    const write = blockWriters[child.tagName ?? ''];
    written.push(...(write ? [write(child)] : blocks(child.children ?? [])).filter(Boolean));
  }
  settle();
  return written;
}

function inline(node: Node): string {
  return (node.children ?? [])
    .map((child) => {
      if (child.type === 'text') return escapeSigns((child.value ?? '').replace(/\s+/g, ' '));
      return (inlineWriters[child.tagName ?? ''] ?? inline)(child);
    })
    .join('');
}

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** A line must not begin like a heading, a quote or a list; elsewhere the same signs mean nothing. */
function escapeStart(text: string): string {
  return text.replace(/^(\s*)([-+=#>])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}

function line(node: Node): string {
  return inline(node)
    .replace(/\\?\s*\n\s*/g, ' ')
    .trim();
}

function wrapped(sign: string): Writer {
  return (node) => {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inline(node)) ?? [];
    return words ? `${before}${sign}${words}${sign}${after}` : before;
  };
}

function list({ children = [] }: Node, marker: (index: number) => string): string {
  const items = children.filter(({ tagName }) => tagName === 'li');
  const written = items.map((item, index) => {
    const sign = `${marker(index)} `;
    return sign + prefixed(blocks(item.children ?? []).join('\n\n'), ' '.repeat(sign.length)).trimStart();
  });
  return written.join(written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

function table(node: Node): string {
  const rows = descendants(node, 'tr').map(({ children = [] }) => children.filter(({ tagName = '' }) => /^t[hd]$/.test(tagName)).map(line));
  const [head = [], ...rest] = rows;
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const row = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  return [row(head), row(Array.from({ length: width }, () => '---')), ...rest.map(row)].join('\n');
}

function descendants({ children = [] }: Node, name: string): Node[] {
  return children.flatMap((child) => (child.tagName === name ? [child] : descendants(child, name)));
}

function fenced(code: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${code}\n${fence}`;
}

function codeSpan(code: string): string {
  const fence = '`'.repeat(longestRun(code) + 1);
  const blank = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return code ? `${fence}${blank}${code.replace(/\s*\n\s*/g, ' ')}${blank}${fence}` : '';
}

function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
}

function destination(address: unknown): string {
  return String(address ?? '').replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

function textOf(node: Node): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
}

function prefixed(text: string, prefix: string): string {
  return text.replace(/^(?=.)/gm, prefix).replace(/^$/gm, prefix.trimEnd());
}
