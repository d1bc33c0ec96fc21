import { domainToUnicode } from 'node:url';

/** A text with the offsets of its UTF-16 units and of its end in the text it comes from; without offsets where nobody asks for positions. */
export interface Traced {
  text: string;
  offsets?: readonly number[];
}

/** Start to trace a text. */
export function traced(text: string): Traced {
  return { text, offsets: Array.from({ length: text.length + 1 }, (_, index) => index) };
}

/** Decode percent signs, HTML entities, JSON and YAML escapes, and international host names. */
export function decode(source: Traced): Traced {
  return apply(source, [...(source.text.includes('<!ENTITY') ? declaredEntities(source.text) : []), ...escapes]);
}

/** Remove tags and Markdown's signs, which can be inside a word. */
export function withoutMarkup(source: Traced): Traced {
  return apply(source, [[/<[^<>]*>|[*_`~\\]/g, '']]);
}

/**
 * Reduce text to lower-case words, each surrounded by single spaces, to compare spellings. Accents and invisible characters go, except
 * that `ä`, `ö`, `ü` and `å` stay, also for `æ`, `ø` and `œ`; `&` and `+` become the word `&`; a run of characters of a script that is
 * written without spaces is a word.
 */
export function fold({ text, offsets }: Traced): Traced {
  let units = new Uint16Array(text.length + 64);
  const origins: number[] = [];
  let length = 0;
  let isUnspaced = false;
  const write = (unit: number, at: number): void => {
    if (unit === space && length > 0 && units[length - 1] === space) return;
    units[length++] = unit;
    if (offsets) origins.push(offsets[at] ?? 0);
  };
  write(space, 0);
  for (let at = 0, next = 0; at < text.length; at = next) {
    const code = text.charCodeAt(at);
    next = at + 1;
    if (length + 64 > units.length) units = grown(units);
    if (code < 0x80 && !isMark(text.charCodeAt(next))) {
      const unit = ascii[code] ?? space;
      if (isUnspaced || unit === ampersand) write(space, at);
      write(unit, at);
      if (unit === ampersand) write(space, at);
      isUnspaced = false;
      continue;
    }
    if ((code & 0xfc00) === 0xd800) next++;
    while (next - at < 16 && isMark(text.charCodeAt(next))) next++;
    const piece = foldPiece(text.slice(at, next));
    if (piece.text === '') continue;
    if (piece.isUnspaced !== isUnspaced) write(space, at);
    isUnspaced = piece.isUnspaced;
    for (let index = 0; index < piece.text.length; index++) write(piece.text.charCodeAt(index), at);
  }
  write(space, text.length);
  const folded = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  return offsets ? { text: folded, offsets: origins } : { text: folded };
}

/** A character of a script that is written without spaces, or, as Korean, with particles joined to the words. */
export const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

type Step = [pattern: RegExp, replacement: string | ((match: string, group?: string) => string)];

function apply(source: Traced, steps: readonly Step[]): Traced {
  return steps.reduce(replace, source);
}

function replace({ text, offsets }: Traced, [pattern, replacement]: Step): Traced {
  if (!offsets) return { text: typeof replacement === 'string' ? text.replace(pattern, replacement) : text.replace(pattern, replacement) };
  if (text.search(pattern) === -1) return { text, offsets };
  const pieces: string[] = [];
  const moved: number[] = [];
  const keep = (start: number, end: number): void => {
    pieces.push(text.slice(start, end));
    for (let at = start; at < end; at++) moved.push(offsets[at] ?? 0);
  };
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    keep(done, match.index);
    const replaced = typeof replacement === 'string' ? replacement : replacement(match[0], match[1]);
    pieces.push(replaced);
    for (let at = 0; at < replaced.length; at++) moved.push(offsets[match.index] ?? 0);
    done = match.index + match[0].length;
  }
  keep(done, text.length);
  moved.push(offsets[text.length] ?? 0);
  return { text: pieces.join(''), offsets: moved };
}

const space = 0x20;
const ampersand = 0x26;

/** What each ASCII character becomes: a lower-case letter, a digit, `&` or a space. */
const ascii = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase().replace('+', '&');
  return /[a-z0-9&]/.test(character) ? character.charCodeAt(0) : space;
});

/** For each UTF-16 unit: 1 when it joins the character before it, as a mark or a part of a Korean syllable; 2 when not; 0 when unknown. */
const kinds = new Uint8Array(0x10000);

function isMark(unit: number): boolean {
  if (!(unit >= 0x300)) return false;
  if (kinds[unit] === 0) kinds[unit] = /[\p{M}\u1160-\u11ff]/u.test(String.fromCharCode(unit)) ? 1 : 2;
  return kinds[unit] === 1;
}

function grown(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2 + 64);
  larger.set(units);
  return larger;
}

interface Piece {
  text: string;
  isUnspaced: boolean;
}

/** Characters that were folded, with their marks; random bytes would fill it without end. */
const cache = new Map<string, Piece>();

/** Fold one character with its marks. */
function foldPiece(character: string): Piece {
  const known = cache.get(character);
  if (known) return known;
  const text = character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħς]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(accents, '')
    .replace(/(?<![aou])\u0308|(?<!a)\u030a/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, (signs) => (/[&+]/.test(signs) ? ' & ' : ' '));
  const piece = { text, isUnspaced: unspaced.test(text) };
  if (cache.size < 50_000) cache.set(character, piece);
  return piece;
}

const letters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'a\u0308', œ: 'o\u0308', ø: 'o\u0308' },
  ...{ ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ς: 'σ' },
};

/** Marks that an author may leave out; in other scripts, as in Thai and in Japanese, marks are letters. */
const accents = /[[[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}\p{sc=Cyrl}\p{sc=Grek}]&&\p{M}]--[\u0308\u030a\u3099\u309a]]/gv;

const escapes: readonly Step[] = [
  [/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, decodePercent],
  [/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  [/\\x([0-9a-f]{2})/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  [/&#x([0-9a-f]{1,6});/gi, (_, code = '') => character(Number.parseInt(code, 16))],
  // Diagrams write entities without `&`.
  [/&?#(\d{1,7});/g, (_, code) => character(Number(code))],
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
