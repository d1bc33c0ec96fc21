import { companyName, conjunctions, isOrdinary, looksOrdinary } from './confidentiality/company-names.ts';
import { fileTexts } from './confidentiality/file-texts.ts';
import { decode, fold, traced, unspaced, withoutMarkup, type Traced } from './confidentiality/folded-text.ts';

/** Finds the names of confidential clients in all their spellings; docs/security.md lists them. */
export interface NameSearch {
  /** The names that occur in a text or a path. */
  inText: (text: string) => string[];
  /** The names that occur in a published file: in its text, or in the metadata of a picture, a PDF or an archive. */
  inFile: (bytes: Uint8Array) => Promise<string[]>;
  /** Every occurrence in a text, in order. */
  locate: (text: string) => Occurrence[];
  /** The first occurrence of each word that points to one of the names, written as a name or in an address, without the names themselves. */
  locateWords: (text: string) => Occurrence[];
  /** The words of longer names that point to their company. */
  words: readonly string[];
}

/** A place in a text, as offsets of UTF-16 units. */
export interface Occurrence {
  name: string;
  start: number;
  end: number;
}

/** Prepare the search for names of clients. */
export function createNameSearch(names: readonly string[]): NameSearch {
  const spellings = [...new Set(names)].flatMap((name) => spellingsOf(name) ?? []);
  const words = [...new Set(spellings.flatMap(({ words }) => words))];
  const wordPatterns = words.map((word) => ({ name: word, pattern: new RegExp(`(?<= )${variants(word)}${ending}(?= )`, 'gu') }));
  const inText = (text: string): string[] => {
    const found = readings({ text });
    return spellings.filter((spelling) => found.some((reading) => occursIn(spelling, reading.text))).map(({ name }) => name);
  };
  const locate = (text: string): Occurrence[] => {
    if (inText(text).length === 0) return [];
    const all = readings(traced(text)).flatMap((reading) => spellings.flatMap((spelling) => occurrencesIn(reading, spelling, text)));
    return withoutOverlaps(all);
  };
  return {
    inText,
    inFile: async (bytes) => {
      const literals = spellings.filter(({ literal }) => unspaced.test(literal));
      const texts = await fileTexts(bytes);
      const encoded = literals.filter(({ name }) => utf16(name).some((spelling) => Buffer.from(bytes).includes(spelling)));
      return [...new Set([...texts.flatMap(inText), ...encoded.map(({ name }) => name)])];
    },
    locate,
    locateWords: (text) => {
      const plain = words.length === 0 ? '' : fold(decode({ text })).text;
      if (wordPatterns.every(({ pattern }) => plain.search(pattern) === -1)) return [];
      const known = locate(text);
      const reading = fold(decode(traced(text)));
      return wordPatterns.flatMap((word) => {
        const occurrences = occurrencesIn(reading, word, text).filter((one) => pointsToName(text, one) && !overlapsAny(one, known));
        return occurrences.slice(0, 1);
      });
    },
    words,
  };
}

/** Say whether a name without its legal form is a common word, which is searched for only with it. */
export function isOrdinaryName(name: string): boolean {
  return companyName(name).ordinary;
}

interface Spelling {
  name: string;
  pattern: RegExp;
  /** Part of every spelling, to rule most texts out at little cost. */
  literal: string;
  /** Words that point to this company alone; none for a name of one word. */
  words: string[];
}

/** Compile the spellings of a name; null for blank text. */
function spellingsOf(name: string): Spelling | null {
  if (name.trim() === '') return null;
  const { words, legalForm } = companyName(name);
  const core = words.filter((word, index) => !isConjunction(word, index, words));
  if (core.length === 0) return { name, pattern: new RegExp(escapeRegExp(name.trim()), 'gu'), literal: name.trim(), words: [] };
  const letters = core.join('');
  const start = unspaced.test(letters.slice(0, 1)) ? '' : `(?<= ${joinedParticles(letters)})`;
  const end = unspaced.test(letters.slice(-1)) ? '' : `s?(?:${legalForm})?(?= )`;
  const literals = core.flatMap((word) => (unspaced.test(word) ? [...word] : stem(word).split(variableLetters)));
  return {
    name,
    pattern: new RegExp(start + joinWords(words) + end, 'gu'),
    literal: literals.toSorted((a, b) => b.length - a.length)[0] ?? '',
    words: core.length < 2 ? [] : core.filter((word) => word.length > 4 && !unspaced.test(word) && !looksOrdinary(word)),
  };
}

function isConjunction(word: string, index: number, words: readonly string[]): boolean {
  return word === '&' || (index > 0 && index < words.length - 1 && conjunctions.has(word));
}

/** Match words one after another, joined as in an address, and any “and” where the name has one. */
function joinWords(words: readonly string[]): string {
  const joined = words.filter((word, index) => !isConjunction(word, index, words)).join('');
  const space = joined.length > 4 && !isOrdinary(joined) ? ' ?' : ' ';
  // A short name such as `C & A` is also two letters of a list.
  const connection = joined.length > 4 ? `${space}(?:(?:${and})${space})?` : ` (?:${and}) `;
  const first = words.findIndex((word, index) => !isConjunction(word, index, words));
  const pieces = words.map((word, index) => {
    if (isConjunction(word, index, words)) return '';
    const joint = index === first ? '' : isConjunction(words[index - 1] ?? '', index - 1, words) ? connection : `${space}(?:& )?`;
    return joint + (unspaced.test(word) ? [...word].join(' ?') : variants(word));
  });
  return pieces.join('');
}

const and = [...conjunctions].join('|');

/** Letters of a folded word that have other spellings. */
const variableLetters = /ae|oe|ue|aa|[aouäöüå]/;

const spellingsOfLetter: Record<string, string> = {
  ...{ ä: '(?:ä|ae|a)', ö: '(?:ö|oe|o)', ü: '(?:ü|ue|u)', å: '(?:å|aa|a)' },
  ...{ ae: '(?:ae|ä)', oe: '(?:oe|ö)', ue: '(?:ue|ü)', aa: '(?:aa|å)' },
  ...{ a: '[aäå]', o: '[oö]', u: '[uü]' },
};

function variants(word: string): string {
  const spelled = escapeRegExp(stem(word)).replace(new RegExp(variableLetters, 'g'), (letter) => spellingsOfLetter[letter] ?? letter);
  return isInflected(word) ? `${spelled}\\p{sc=Cyrl}{0,3}` : spelled;
}

/** What a word of a name may end in besides a possessive, as in German `Vornhuder`. */
const ending = '(?:s|e?rs?|e?n)?';

/** Whether the cases of a language in Cyrillic change the end of a word; a short one would be the start of many others. */
function isInflected(word: string): boolean {
  return /^\p{sc=Cyrl}{5,}$/u.test(word);
}

/** The part of a word that its cases keep: `волг` of `волга`. */
function stem(word: string): string {
  return isInflected(word) ? word.replace(/[аеиоуыэюяь]$/, '') : word;
}

/** Particles that Hebrew and Arabic write in one word with the name, such as “in” and “and”. */
function joinedParticles(letters: string): string {
  if (letters.length < 4) return '';
  if (/^\p{sc=Hebr}/u.test(letters)) return '[והבכלמש]{0,3}';
  return /^\p{sc=Arab}/u.test(letters) ? '[وف]?(?:[بكل]?(?:ال)?|لل)' : '';
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A text as it is compared: its words, again without the markup inside words, and as decoded, for names of signs alone. */
function readings(source: Traced): Traced[] {
  const plain = decode(source);
  const bare = withoutMarkup(plain);
  return [fold(plain), ...(bare.text.length === plain.text.length ? [] : [fold(bare)]), plain];
}

function occursIn({ pattern, literal }: Spelling, text: string): boolean {
  return text.includes(literal) && text.search(pattern) !== -1;
}

function occurrencesIn(
  { text, offsets = [] }: Traced,
  { name, pattern }: Pick<Spelling, 'name' | 'pattern'>,
  source: string,
): Occurrence[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
    const start = offsets[index] ?? 0;
    const end = Math.max(offsets[index + match.length] ?? source.length, start + 1);
    return { name, start, end };
  });
}

function withoutOverlaps(occurrences: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  for (const one of occurrences.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept;
}

/** Whether an occurrence overlaps one of others, which are in order and apart; a text can have a hundred thousand. */
function overlapsAny({ start, end }: Occurrence, others: readonly Occurrence[]): boolean {
  let [from, to] = [0, others.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((others[middle]?.end ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  return (others[from]?.start ?? Infinity) < end;
}

/** Say whether a word has a capital letter, or is part of an address, a hashtag or a file name. */
function pointsToName(text: string, { start, end }: Occurrence): boolean {
  return (
    /^\p{Lu}/u.test(text.slice(start, start + 2)) ||
    /[@/#.]$/.test(text.slice(0, start).slice(-1)) ||
    /^(?:@|\.\p{L})/u.test(text.slice(end, end + 3))
  );
}

/** The bytes of a name in both kinds of UTF-16. */
function utf16(name: string): Buffer[] {
  const bytes = Buffer.from(name.trim(), 'utf16le');
  return [bytes, Buffer.from(bytes).swap16()];
}
