import { domainToUnicode } from 'node:url';

/** A text with the offset of each UTF-16 unit in the text it comes from; without offsets where nobody asks for positions. */
export interface Traced {
  text: string;
  offsets?: readonly number[];
}

/** Start to trace a text. */
export function traced(text: string): Traced {
  return { text, offsets: Array.from({ length: text.length }, (_, index) => index) };
}

/** Decode percent signs, HTML entities, JSON and YAML escapes, and international host names. */
export function decode(source: Traced): Traced {
  return apply(source, [...(source.text.includes('<!ENTITY') ? declaredEntities(source.text) : []), ...escapes]);
}

/** Remove tags and Markdown's signs, which can be inside a word. */
export function withoutMarkup(source: Traced): Traced {
  return apply(source, [[/<[^>]*>|[*_`~\\]/g, () => '']]);
}

/**
 * Reduce text to lower-case words, each surrounded by single spaces, to compare spellings. Accents and invisible characters go, except
 * that `ä`, `ö`, `ü` and `å` stay, also for `æ`, `ø` and `œ`; `&` and `+` become the word `&`; a run of characters of a script that is
 * written without spaces is a word.
 */
export function fold(source: Traced): Traced {
  const folded = apply(source, [
    // Only the positions need small pieces.
    [source.offsets ? /[\u1100-\u11ff]+|[^]\p{M}+|[^\0-\x7f]/gu : /[\0-\x7f]?[^\0-\x7f]+/g, foldPiece],
    [/[A-Z]+/g, (capitals) => capitals.toLowerCase()],
    [/[&+][\0-/:-@[-`{-\x7f]*/g, () => ' & '],
    [/[\0-%'-/:-@[-`{-\x7f]+/g, () => ' '],
  ]);
  const separated = unspaced.test(folded.text) ? apply(folded, [[scriptChange, () => ' ']]) : folded;
  return apply(separated, [[/^ ?|(?: ?$)/g, () => ' ']]);
}

/** A character of a script that is written without spaces, or, as Korean, with particles joined to the words. */
export const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

type Step = [pattern: RegExp, replacement: (match: string, group?: string) => string];

const scriptChange = new RegExp(
  `(?<=${unspaced.source})(?=(?!${unspaced.source})[^ ])|(?<=[^ ])(?<!${unspaced.source})(?=${unspaced.source})`,
  'gu',
);

function apply(source: Traced, steps: readonly Step[]): Traced {
  return steps.reduce(replace, source);
}

function replace({ text, offsets }: Traced, [pattern, replacement]: Step): Traced {
  if (!offsets) return { text: text.replace(pattern, (match: string, group?: unknown) => replacement(match, asGroup(group))) };
  const pieces: string[] = [];
  const moved: number[] = [];
  const keep = (start: number, end: number): void => {
    pieces.push(text.slice(start, end));
    for (let at = start; at < end; at++) moved.push(offsets[at] ?? 0);
  };
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    keep(done, match.index);
    const replaced = replacement(match[0], match[1]);
    pieces.push(replaced);
    for (let at = 0; at < replaced.length; at++) moved.push(offsets[match.index] ?? offsets.at(-1) ?? 0);
    done = match.index + match[0].length;
  }
  keep(done, text.length);
  return { text: pieces.join(''), offsets: moved };
}

/** A pattern without groups passes the offset of the match. */
function asGroup(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function foldPiece(piece: string): string {
  return piece
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(accents, '')
    .replace(/(?<![aou])\u0308|(?<!a)\u030a/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\0-\x7f]+/gu, ' ');
}

const letters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'a\u0308', œ: 'o\u0308', ø: 'o\u0308' },
  ...{ ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' },
};

/** Marks that an author may leave out; in other scripts, as in Thai and in Japanese, marks are letters. */
const accents = /(?![\u0308\u030a\u3099\u309a])[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}\p{sc=Grek}](?<=\p{M})/gu;

const escapes: readonly Step[] = [
  [/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, decodePercent],
  [/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  [/\\x([0-9a-f]{2})/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  [/&#x([0-9a-f]{1,6});/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  [/&#(\d{1,7});/g, (_, code) => character(Number(code))],
  [/&([a-z]{2,14});/gi, (whole, name = '') => entities[name] ?? entities[name.toLowerCase()] ?? accented(name) ?? whole],
  [/\bxn--[a-z0-9-]+/gi, (label) => domainToUnicode(label) || label],
];

function decodePercent(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', plus: '+' },
  ...{ shy: '', zwnj: '', zwj: '', lrm: '', rlm: '', zerowidthspace: '', nobreak: '' },
  ...{ szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø', lstrok: 'ł', dstrok: 'đ', eth: 'ð', thorn: 'þ' },
};

/** Read `&uuml;` and other letters with an accent by the name of the accent. */
function accented(entity: string): string | undefined {
  const [, letter, accent] = /^([a-z])(uml|acute|grave|circ|tilde|ring|cedil|caron)$/i.exec(entity) ?? [];
  return letter && accent && (letter + marks[accent]).normalize('NFC');
}

const marks: Record<string, string> = {
  ...{ uml: '\u0308', acute: '\u0301', grave: '\u0300', circ: '\u0302' },
  ...{ tilde: '\u0303', ring: '\u030a', cedil: '\u0327', caron: '\u030c' },
};

/** The entities that an SVG declares; the check refuses those that refer to others. */
function declaredEntities(text: string): Step[] {
  const values = new Map(
    [...text.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')/g)].map(([, name, a, b]) => [name, a ?? b ?? '']),
  );
  return [[/&([\w.-]+);/g, (whole, name) => values.get(name) ?? whole]];
}
