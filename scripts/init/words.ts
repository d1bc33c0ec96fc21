import type { Language } from '../../src/i18n/languages.ts';
import { de } from './words/de.ts';
import { en, type InitWords } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

/** Return the texts to start a site with, in the language of a locale; in English for a locale that the site does not have. */
export function initWords(locale: string): InitWords {
  return words[locale.slice(0, 2).toLowerCase() as Language] ?? en;
}

const words: Readonly<Partial<Record<Language, InitWords>>> = { en, de, fr, es } satisfies Record<Language, InitWords>;
