import { isLanguageTag, languageOf, type Language } from '../../src/schemas/language.ts';
import { de } from './words/de.ts';
import { en, type InitWords } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

/** Return the texts to start a site with, in the language of a locale; in English for a locale that the site does not have. */
export function initWords(locale: string): InitWords {
  return words[(isLanguageTag(locale) && languageOf(locale)) || 'en'];
}

const words: Record<Language, InitWords> = { en, de, fr, es };
