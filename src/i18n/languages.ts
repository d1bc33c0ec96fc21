import { kept } from './memoize.ts';

/** The direction a language is written in, as `dir` takes it. */
export const textDirection = kept((tag: string) => (rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'));

/** Name a language in its own words, as a link to a page in it says: `de` is "Deutsch", `fr` is "Français". */
export const languageName = kept((tag: string) => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
});

/** ISO 15924 codes, from CLDR. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);
