import { z } from 'zod';
import { asTyped } from './scalar.ts';

/** The languages that the templates have words for; each has a file in `src/i18n/strings/`. */
export const languages = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** The language of a BCP 47 tag (`de-AT` is `de`) among those that the templates speak; null for any other. */
export function languageOf(tag: string): Language | null {
  const { language } = new Intl.Locale(tag);
  return languages.find((one) => one === language) ?? null;
}

/** A BCP 47 language tag such as `de` or `pt-BR`. */
export const language = () =>
  z
    .preprocess(
      asTyped,
      z
        .string({ error: 'must be a language tag' })
        .trim()
        .refine(isLanguageTag, { error: 'must be a BCP 47 language tag, like en or pt-BR' }),
    )
    .meta({ type: 'string', examples: ['en', 'de', 'pt-BR'] });

/** Tell a BCP 47 tag of a two- or three-letter language from other text. */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
