import { capitalize } from './capitalize.ts';
import { memoize } from './memoize.ts';

/** The languages of the templates; each has a file in `src/i18n/strings/`. */
export const languages = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** Return the template language of a BCP 47 tag (`de` for `de-AT`); null when the templates lack it. */
export const languageOf = memoize((tag: string): Language | null => {
  const { language } = new Intl.Locale(tag);
  return languages.find((one) => one === language) ?? null;
});

/** Return the locale to print a text in: the language it names, else that of the site, also where the templates lack its language. */
export function localeOfText(lang: string | undefined, siteLocale: string): string {
  return lang !== undefined && languageOf(lang) !== null ? lang : siteLocale;
}

/** Whether a text is a BCP 47 tag with a language of two or three letters. */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Return the direction a language is written in, as a value of `dir`. */
export const textDirection = memoize((tag: string) => (rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'));

/** Return the name of a language in the language itself, capitalised for a link: "Deutsch" for `de`, "Français" for `fr`. */
export const languageName = memoize((tag: string) => capitalize(new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag, tag));

/** ISO 15924 codes of the scripts written from right to left, from CLDR. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);
