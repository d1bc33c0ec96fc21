import type { HastPluginDefinition } from 'satteri';

/** Create a plugin of the Markdown processor that keeps what follows the language of a fence, as the attribute `data-meta`. */
export function codeMeta() {
  return {
    name: 'code-meta',
    element: {
      filter: ['code'],
      visit: (node, context) => {
        const { meta } = (node.data ?? {}) as { meta?: string };
        if (meta) context.setProperty(node, 'data-meta', meta);
      },
    },
  } satisfies HastPluginDefinition;
}

/** Read what follows the language of a fence: `wrap title="Retry with jitter" {2,4-5} ins={7}`. */
export function parseMeta(meta: string): CodeMeta {
  const parsed: CodeMeta = { words: [], values: {}, lines: {} };
  for (const { groups = {} } of meta.matchAll(token)) {
    const { name = '', double, single, bare, range, word } = groups;
    const value = double ?? single ?? bare;
    if (range !== undefined) parsed.lines[name] = [...(parsed.lines[name] ?? []), ...linesOf(range)];
    else if (value !== undefined) parsed.values[name] = value;
    else if (word !== undefined) parsed.words.push(word);
  }
  return parsed;
}

export interface CodeMeta {
  /** Words alone, like `wrap`. */
  words: string[];
  /** `title="…"`, by name. */
  values: Record<string, string>;
  /** Line numbers from 1, by the name before the braces; that of bare braces is empty. */
  lines: Record<string, number[]>;
}

const token =
  /(?:(?<name>[\w-]+)=)?(?:\{(?<range>[^}]*)\}|(?<=[=])(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'{]+))|(?<word>[^\s={}]+))/g;

/** The longest range of lines: a listing has fewer, and a wrong one must not fill the memory. */
const longestRange = 10_000;

function linesOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map((number) => (number.trim() === '' ? NaN : Number(number)));
    const count = Math.min(last - first + 1, longestRange);
    return count > 0 ? Array.from({ length: count }, (_, index) => first + index) : [];
  });
}
