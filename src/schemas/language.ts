import { z } from 'zod';
import { sourceText } from './scalar.ts';

/** The languages of the templates; each has a file in `src/i18n/strings/`. */
export const languages = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** Return the template language of a BCP 47 tag (`de` for `de-AT`); null when the templates lack it. */
export function languageOf(tag: string): Language | null {
  const { language } = new Intl.Locale(tag);
  return languages.find((one) => one === language) ?? null;
}

/** Return the locale to print a text in: the language it names, else that of the site, also where the templates lack its language. */
export function localeOfText(lang: string | undefined, siteLocale: string): string {
  return lang !== undefined && languageOf(lang) !== null ? lang : siteLocale;
}

/** A BCP 47 language tag such as `de` or `pt-BR`. */
export const language = () =>
  z
    .preprocess(
      sourceText,
      z
        .string({ error: 'must be a language tag' })
        .trim()
        .refine(isLanguageTag, { error: 'must be a BCP 47 language tag, like en or pt-BR' }),
    )
    .meta({ type: 'string', examples: ['en', 'de', 'pt-BR'] });

/** Whether a text is a BCP 47 tag with a language of two or three letters. */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
