import { stringsFor } from '../../i18n/strings.ts';
import { languageOf } from '../../i18n/languages.ts';

/**
 * Set a plain text as its language prints it: pairs of quotation marks, apostrophes, `...` as an ellipsis, ` -- ` and `3--4` with a dash.
 * Addresses, code, primes (5'11", a 6" pipe) and quotation marks without a partner stay as written, and all quotation marks in a language
 * that the templates lack. Setting a text twice changes nothing more.
 */
export function typeset(text: string, locale: string): string {
  return setQuotes(setSigns(text), locale);
}

/** Set ellipses, dashes and the shortened "and" of rock 'n' roll. */
function setSigns(text: string): string {
  if (!/\.{3}|--|'n'/i.test(text)) return text;
  return replaceInText(text, /(?<!\.)\.{3}(?![./])|(?<=\s)--(?=\s)|(?<=\d)--(?=\d)|(?<=\s)'n'(?=\s)/g, (found) =>
    found === '...' ? '…' : found === '--' ? '–' : '’n’',
  );
}

function setQuotes(text: string, locale: string): string {
  if (!/['"]/.test(text)) return text;
  const marks = quotationMarks(text, locale);
  return replaceInText(text, /['"]/g, (mark, at) => marks.get(at) ?? (mark === "'" && isApostrophe(text, at) ? '’' : mark));
}

/** Code, calls of functions, addresses, paths, and lengths in feet and inches. */
const verbatim =
  /`[^`]*`|(?<![\w.])[\w.]+\([^\s()]*\)|\b[a-z][a-z\d+.-]{0,20}:\/\/\S+|\b(?:mailto:|www\.)\S+|(?<!\S)[^\s@]+@\S+|(?<!\S)\.{0,3}\/\S+|(?<!\d)\d+'\d+(?:"|'')?/i
    .source;

/** Replace what a pattern matches outside code and addresses. */
function replaceInText(text: string, pattern: RegExp, replace: (found: string, at: number) => string): string {
  return text.replace(new RegExp(`${verbatim}|(${pattern.source})`, 'gi'), (match: string, found: string | undefined, at: number) =>
    found === undefined ? match : replace(found, at),
  );
}

/** Pair the straight quotation marks of a text, and return what to print for each by its index. */
function quotationMarks(text: string, locale: string): Map<number, string> {
  const printed = new Map<number, string>();
  if (languageOf(locale) === null) return printed;
  const { quotes, innerQuotes } = stringsFor(locale);
  const open = { '"': [] as number[], "'": [] as number[] };
  replaceInText(text, /['"]/g, (found, at) => {
    const mark = found === '"' ? '"' : "'";
    const [before, after] = [characterBeside(text, at - 1, -1), characterBeside(text, at, 1)];
    const start = open[mark].at(-1);
    const isElided = start === undefined && /\p{L}['’]/u.test(text.slice(Math.max(0, at - 2), at));
    if ((isElided || /[\s([{–—/-]|^$/u.test(before)) && /[^\s.,;:!?)\]}]/u.test(after)) {
      open[mark].push(at);
    } else if (start !== undefined && /^$|[^\p{L}\p{N}]/u.test(after) && !/[\s([{]|^$/.test(before)) {
      const marks = mark === '"' ? quotes : innerQuotes;
      printed.set(start, marks.open).set(at, marks.close);
      for (const starts of Object.values(open)) while ((starts.at(-1) ?? -1) >= start) starts.pop();
    }
    return found;
  });
  return printed;
}

/** Whether a mark stands for missing letters (don't, the '90s, users'), not for feet or minutes. */
function isApostrophe(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  return /\p{L}/u.test(before) || /\p{L}/u.test(after) || (/\d/.test(after) && !/\d/.test(before));
}

/** Return the character before or after a few quotation marks in a row; empty at an end of the text. */
function characterBeside(text: string, at: number, step: 1 | -1): string {
  for (let seen = 0; seen < mostInARow && isMark(text[at]); at += step) if (text[at] !== '\u202f') seen++;
  return text[at] ?? '';
}

const mostInARow = 4;
const isMark = (character = '') => character !== '' && '\'"“”„‘’‚«»\u202f'.includes(character);
