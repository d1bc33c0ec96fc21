import { attribute, readHtml, textOf, type HtmlElement, type HtmlNode } from './written-html.ts';

/** Write sanitised HTML as GitHub-flavoured Markdown; what Markdown has no sign for keeps its words alone. Addresses stay as they are. */
export function htmlToMarkdown(html: string): string {
  return blocks(readHtml(html.replaceAll('\0', ''))).join('\n\n');
}

/** Take the signs of Markdown for what they are in running text. */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeSigns(text));
}

type Writer = (element: HtmlElement) => string;

/** Blocks with a sign of their own; `li`, `tr` and the like are written by what holds them. */
const blockWriters = new Map<string, Writer>([
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Writer] => [`h${level}`, ({ children }) => `${'#'.repeat(level)} ${line(children)}`]),
  ['p', ({ children }) => escapeStart(inline(children).trim())],
  ['hr', () => '---'],
  ['pre', (element) => fenced(textOf(element).replace(/\n$/, ''))],
  ['ul', (element) => list(element, () => '-')],
  ['ol', (element) => list(element, (index) => `${Number(attribute(element, 'start') ?? 1) + index}.`)],
  ['blockquote', ({ children }) => prefixed(blocks(children).join('\n\n'), '> ')],
  ['table', table],
  ['dt', ({ children }) => `**${line(children)}**`],
  ['figcaption', ({ children }) => `*${line(children)}*`],
]);

const inlineWriters = new Map<string, Writer>([
  ['strong', wrapped('**')],
  ['b', wrapped('**')],
  ['em', wrapped('*')],
  ['i', wrapped('*')],
  ['del', wrapped('~~')],
  ['s', wrapped('~~')],
  ['code', (element) => codeSpan(textOf(element))],
  ['br', () => '\\\n'],
  ['img', (element) => `![${escapeMarkdown(attribute(element, 'alt') ?? '')}](${destination(attribute(element, 'src') ?? '')})`],
  ['a', link],
]);

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

/** Write children as blocks; what stands loose between them becomes paragraphs. */
function blocks(children: readonly HtmlNode[]): string[] {
  const written: string[] = [];
  let loose: HtmlNode[] = [];
  const settle = (): void => {
    const text = inline(loose).trim();
    if (text) written.push(escapeStart(text));
    loose = [];
  };
  for (const child of children) {
    const name = typeof child === 'string' ? '' : child.name;
    const write = blockWriters.get(name);
    if (typeof child === 'string' || !(write ?? containers.has(name))) {
      loose.push(child);
      continue;
    }
    settle();
    if (!write) written.push(...blocks(child.children));
    else written.push(...[write(child)].filter(Boolean));
  }
  settle();
  return written;
}

function inline(children: readonly HtmlNode[]): string {
  let written = '';
  for (const child of children) {
    if (typeof child === 'string') written += escapeSigns(child.replace(/\s+/g, ' '));
    else written += inlineWriters.get(child.name)?.(child) ?? inline(child.children);
  }
  return written;
}

function escapeSigns(text: string): string {
  return /[\\`*_[\]<~|&]/.test(text) ? text.replace(/[\\`*_[\]<~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&') : text;
}

/** A line must not begin like a heading, a quote or a list; elsewhere the same signs mean nothing. */
function escapeStart(text: string): string {
  const [sign, number] = lineEnd.test(text) ? starts.ofLines : starts.ofOne;
  return text.replace(sign, '$1\\$2').replace(number, '$1\\$2');
}

// One line is the rule; its text need not be searched for the starts of others.
const lineEnd = /[\n\r\u2028\u2029]/;
const starts = {
  ofOne: [/^(\s*)([-+=#>])/, /^(\s*\d+)([.)])(?=\s|$)/],
  ofLines: [/^(\s*)([-+=#>])/gm, /^(\s*\d+)([.)])(?=\s|$)/gm],
} as const;

function line(children: readonly HtmlNode[]): string {
  return inline(children)
    .replace(/\\?\s*\n\s*/g, ' ')
    .trim();
}

function wrapped(sign: string): Writer {
  return ({ children }) => {
    const written = inline(children);
    const words = written.trim();
    return words ? written.replace(words, () => sign + words + sign) : written;
  };
}

function link(element: HtmlElement): string {
  const words = inline(element.children);
  const href = attribute(element, 'href');
  return href ? `[${words}](${destination(href)})` : words;
}

function list({ children }: HtmlElement, marker: (index: number) => string): string {
  const items = children.filter((child) => typeof child !== 'string' && child.name === 'li') as HtmlElement[];
  const written = items.map((item, index) => {
    const sign = `${marker(index)} `;
    return sign + prefixed(blocks(item.children).join('\n\n'), ' '.repeat(sign.length)).trimStart();
  });
  return written.join(written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

/** The rows, below what stands in the table outside of them. */
function table(element: HtmlElement): string {
  const rows: string[][] = [];
  const loose = inline(outsideRows(element, rows)).trim();
  const [head = [], ...rest] = rows;
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const row = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const lines = [row(head), row(Array.from({ length: width }, () => '---')), ...rest.map(row)].join('\n');
  return loose ? `${escapeStart(loose)}\n\n${lines}` : lines;
}

function outsideRows({ children }: HtmlElement, rows: string[][]): HtmlNode[] {
  return children.flatMap((child) => {
    if (typeof child === 'string' || !tableParts.has(child.name)) return [child];
    if (child.name !== 'tr') return outsideRows(child, rows);
    const cells = child.children.filter((cell) => typeof cell !== 'string' && /^t[hd]$/.test(cell.name)) as HtmlElement[];
    rows.push(cells.map((cell) => line(cell.children)));
    return [];
  });
}

const tableParts = new Set(['thead', 'tbody', 'tfoot', 'tr']);

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

function destination(address: string): string {
  return address.replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

function prefixed(text: string, prefix: string): string {
  if (text && !lineEnd.test(text)) return prefix + text;
  return text.replace(/^(?=.)/gm, prefix).replace(/^$/gm, prefix.trimEnd());
}
