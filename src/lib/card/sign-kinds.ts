/** What a sign is to the breaking of lines. */
export type SignKind = 'letter' | 'digit' | 'space' | 'between' | 'dash' | 'mark' | 'unspaced' | 'opening' | 'closing' | 'other';

/** Whether a line may end after a letter, and how: in a space, which then takes no place, as it is, or with a hyphen. */
export type Break = 'none' | 'space' | 'here' | 'hyphen';

/** Tell the kind of a sign. */
export function kindOf(sign: string): SignKind {
  return kinds.find(([, pattern]) => pattern.test(sign))?.[0] ?? 'other';
}

/** Where a line may end, as far as cards need it (Unicode, annex 14): at spaces, after dashes within words, between ideographs. */
export function breakBetween(before: SignKind | undefined, last: SignKind, next: SignKind): Break {
  if (last === 'space') return 'space';
  if (last === 'dash') return (before === 'letter' || before === 'digit') && next === 'letter' ? 'here' : 'none';
  return (last === 'unspaced' || next === 'unspaced') && last !== 'opening' && next !== 'closing' && next !== 'mark' ? 'here' : 'none';
}

/** The first that fits counts. */
const kinds: readonly [SignKind, RegExp][] = [
  ['space', /[^\S\u00a0\u2007\u202f]/],
  ['between', /[\u00a0\u2007\u202f·•|]/],
  ['dash', /[-\u2010\u2013\u2014/]/],
  ['mark', /\p{M}/u],
  ['closing', /[\p{Pe}\p{Pf}\u3001\u3002\u30fb\u30fc\uff0c\uff0e\uff01\uff1f\uff1a\uff1b!?,.:;]/u],
  ['opening', /[\p{Ps}\p{Pi}]/u],
  // Written without spaces between words.
  ['unspaced', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u],
  ['letter', /\p{L}/u],
  ['digit', /\p{N}/u],
];
