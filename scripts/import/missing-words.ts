import { SourceScalar } from '../../src/schemas/scalar.ts';
import { decodeReferences } from './text/plain-text.ts';

/** List the words of `source` (letters and digits, case ignored) that `result` lacks, each as often as it is missing. */
export function findMissingWords(source: readonly string[], result: readonly string[]): string[] {
  const available = countWords(result);
  return [...countWords(source.map(readableText))].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (available.get(word) ?? 0)) }, () => word),
  );
}

/** Collect every text of a value at any depth, except keys, booleans and the words of switches. */
export function collectTexts(value: unknown): string[] {
  if (value instanceof SourceScalar) return typeof value.value === 'boolean' ? [] : [value.source];
  if (typeof value === 'string') return /^(?:yes|no|on|off|true|false)$/i.test(value.trim()) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectTexts) : [];
}

/** Reduce a text to what a visitor of the old page saw or heard: tags to their textual attributes, links and pictures to their words. */
function readableText(text: string): string {
  // The lookahead with its reference takes each part for good: a brace or a quote without its counterpart costs no second try.
  const tags = /\{[%{][^]*?[%}]\}|<%[^]*?%>|<\/?[A-Za-z](?:(?=("[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^>]))\1)*>/g;
  return (
    text
      .replace(/<!--[^]*?-->|\{#\s[^]*?#\}|\{\/\*[^]*?\*\/\}|\{%-?\s*comment[^]*?endcomment\s*-?%\}/g, ' ')
      .replace(/<(script|style|svg)\b[^]*?<\/\1>/gi, ' ')
      .replace(/^(?:import\s.*|export\s+const\s[^=\n]*=)/gm, ' ')
      // The keys of exported data.
      .replace(/^[ \t]+\w+:(?=\s*["'`[{])/gm, ' ')
      .replace(tags, wordsOfTag)
      // A quote may span the end of its tag and have no end itself.
      .replace(/<\/?[A-Za-z][^>]*>/g, wordsOfTag)
      .replace(/\{:[^}\n]*\}|\{[.#][\w-][^{}\n]*\}/g, ' ')
      .replace(/\]\((?!https?:)[^)\n]*\)/g, (target) => ` ${/["']([^"']*)["']\s*\)$/.exec(target)?.[1] ?? ''}`)
      .replace(/\bdata:[\w/+]+;\S+/g, ' ')
      // `&amp;` is no word, `&eacute;` is part of one.
      .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, decodeReferences)
      // The path of a picture.
      .replace(/^(?:\S+|[^\n]*\/[^\n]*)\.(?:jpe?g|png|webp|avif|gif|svg)$/i, ' ')
  );
}

function wordsOfTag(tag: string): string {
  return ` ${[...tag.matchAll(textualAttributes)].map(([, double, single]) => double ?? single ?? '').join(' ')} `;
}

/** Attributes whose values are words for people. */
const textualAttributes =
  /(?<![\w-])(?:alt|title|caption|description|quote|attribution|author|label|heading|text|value)\s*(?:=>|[=:])\s*\{?(?:"([^"]*)"|'([^']*)')/g;

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
