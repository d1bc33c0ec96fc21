import { SourceScalar } from '../../src/schemas/scalar.ts';

/** List the words of a source (letters and digits, without case) that are in none of what was made of it, as often as they are missing. */
export function lostWords(source: readonly string[], made: readonly string[]): string[] {
  const left = countWords(made);
  return [...countWords(source.map(readable))].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (left.get(word) ?? 0)) }, () => word),
  );
}

/** Every text in a value, at every depth, keys and switches left out. */
export function textsIn(value: unknown): string[] {
  if (value instanceof SourceScalar) return typeof value.value === 'boolean' ? [] : [value.source];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a reader of the old page saw or heard: of tags only the texts among their attributes, of links to pages and pictures only the words. */
function readable(text: string): string {
  const tags = /\{[%{][^]*?[%}]\}|<!--|-->|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^"'{}>])*>/g;
  return text
    .replace(/^(?:import|export)\s.*$/gm, ' ')
    .replace(tags, (tag) => ` ${[...tag.matchAll(spoken)].map(([, double, single]) => double ?? single ?? '').join(' ')} `)
    .replace(/\{:[^}\n]*\}/g, ' ')
    .replace(/\]\((?!https?:)[^)\n]*\)/g, (target) => ` ${/["']([^"']*)["']\s*\)$/.exec(target)?.[1] ?? ''}`)
    .replace(/^\S+\.(?:jpe?g|png|webp|avif|gif|svg)$/i, ' ');
}

/** Attributes that hold words for people. */
const spoken = /\b(?:alt|title|caption|description|quote|attribution|author|label|heading|text|value)\s*[=:]\s*\{?(?:"([^"]*)"|'([^']*)')/g;

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
