/**
 * Do by hand what the sanitiser does to the HTML of plain Markdown, which has nothing to take out: headings nest, links get their address,
 * columns their alignment. Null for HTML with anything else in it; only the sanitiser may judge that.
 */
export function passPlainHtml(html: string, context: PlainContext): string | null {
  // Quotes and no-break spaces stand as they are; another entity was written as raw HTML.
  if (/&(?!(?:amp|lt|gt);)/.test(html)) return null;
  const open: { name: string; shown: string }[] = [];
  let passed = '';
  let from = 0;
  for (let at = 0; ;) {
    const start = html.indexOf('<', at);
    const end = html.indexOf('>', at);
    if (start === -1) return end === -1 && open.length === 0 ? passed + html.slice(from) : null;
    if (end < start) return null;
    at = end + 1;
    const written = html.slice(start + 1, end);
    let shown: string | null;
    if (written.startsWith('/')) {
      const closed = open.pop();
      if (closed?.name !== written.slice(1)) return null;
      shown = `/${closed.shown}`;
    } else {
      const [name = ''] = written.split(' ', 1);
      const tag = tags.get(name);
      if (!tag?.inside(open.at(-1)?.name ?? '')) return null;
      shown = tag.write(written.slice(name.length), context);
      if (shown === null) return null;
      if (!tag.empty) open.push({ name, shown: shown.split(' ', 1)[0] ?? name });
    }
    if (shown === written) continue;
    passed += `${html.slice(from, start)}<${shown}>`;
    from = at;
  }
}

export interface PlainContext {
  /** The level a heading of a level gets; called for each in turn. */
  level: (written: number) => number;
  /** Where a path from the site's root stands. */
  address: (path: string) => string;
}

interface Tag {
  /** Whether it closes no element that is open, `parent` (empty at the top). */
  inside: (parent: string) => boolean;
  /** The opening tag without its brackets, from what is written behind its name; null where it is not plain. */
  write: (attributes: string, context: PlainContext) => string | null;
  empty?: true;
}

const anywhere = (): boolean => true;
const amongBlocks = (parent: string): boolean => parent === '' || parent === 'li' || parent === 'blockquote';
const within =
  (...parents: string[]) =>
  (parent: string): boolean =>
    parents.includes(parent);

const bare =
  (shown: string): Tag['write'] =>
  (attributes) =>
    attributes === '' ? shown : null;
const matching =
  (name: string, pattern: RegExp): Tag['write'] =>
  (attributes) =>
    attributes === '' || pattern.test(attributes) ? name + attributes : null;

const alignment = /^ style="text-align: (left|center|right)"$/;
const cell =
  (shown: string): Tag['write'] =>
  (attributes) => {
    const aligned = alignment.exec(attributes)?.[1];
    return attributes === '' ? shown : aligned ? `${shown} data-align="${aligned}"` : null;
  };

const safe = /^(?:https?:\/\/|mailto:)[\w.~:/?#@!$'()*+,;=%&-]+$/;
const local = /^\/(?!\/)[\w./?#=~-]*$/;

function link(attributes: string, { address }: PlainContext): string | null {
  const href = /^ href="([^"]*)"$/.exec(attributes)?.[1] ?? '';
  if (safe.test(href)) return `a${attributes}`;
  const to = local.test(href) ? address(href) : '';
  return local.test(to) ? `a href="${to}"` : null;
}

const tags = new Map<string, Tag>([
  ...['em', 'strong', 'del'].map((name) => [name, { inside: anywhere, write: bare(name) }] as const),
  ...['p', 'ul', 'pre', 'blockquote', 'table'].map((name) => [name, { inside: amongBlocks, write: bare(name) }] as const),
  ...[1, 2, 3, 4, 5, 6].map(
    (written) =>
      [
        `h${written}`,
        { inside: amongBlocks, write: (attributes: string, { level }: PlainContext) => (attributes ? null : `h${level(written)}`) },
      ] as const,
  ),
  ['a', { inside: (parent) => parent !== 'a', write: link }],
  ['code', { inside: anywhere, write: matching('code', /^ class="[\w+#.-]+"$/) }],
  ['br', { inside: anywhere, write: bare('br /'), empty: true }],
  ['hr', { inside: amongBlocks, write: bare('hr /'), empty: true }],
  ['ol', { inside: amongBlocks, write: matching('ol', /^ start="\d+"$/) }],
  ['li', { inside: within('ul', 'ol'), write: bare('li') }],
  ['thead', { inside: within('table'), write: bare('thead') }],
  ['tbody', { inside: within('table'), write: bare('tbody') }],
  ['tr', { inside: within('thead', 'tbody'), write: bare('tr') }],
  ['th', { inside: within('tr'), write: cell('th scope="col"') }],
  ['td', { inside: within('tr'), write: cell('td') }],
]);
