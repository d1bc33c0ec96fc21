import { memoize } from './memoize.ts';

/** Return the direction a language is written in, as a value of `dir`. */
export const textDirection = memoize((tag: string) => (rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'));

/** Return the name of a language in the language itself, capitalised for a link: "Deutsch" for `de`, "Français" for `fr`. */
export const languageName = memoize((tag: string) => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
});

/** ISO 15924 codes of the scripts written from right to left, from CLDR. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);
