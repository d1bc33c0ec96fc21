import { languageOf, type Language } from './languages.ts';
import { memoize } from './memoize.ts';
import { de } from './strings/de.ts';
import { en, type Plural, type Strings } from './strings/en.ts';
import { es } from './strings/es.ts';
import { fr } from './strings/fr.ts';
import { person } from './strings/person.ts';

export type { Plural, Strings };

/** The owner's words for some of the strings. */
export type Words = Overrides<Strings>;

/** Whether the author of the site is a firm (“we”) or a person (“I”). */
export type Voice = 'organization' | 'person';

/**
 * Return the strings for the language of a locale (`de-AT`) in the voice of the author, with the words that the owner has chosen;
 * throws a RangeError for a language without any.
 */
export function stringsFor(locale: string, author: Voice = 'organization'): Strings {
  const language = languageOf(locale);
  if (!language) throw new RangeError(`There are no strings for the language of \`${locale}\`.`);
  const key = `${language} ${author}`;
  const known = stringsByVoice.get(key);
  if (known) return known;
  const strings = override(templateStrings(language, author), ownersWords[language] ?? {});
  stringsByVoice.set(key, strings);
  return strings;
}

/** Return the strings of the templates themselves, without the owner's words. */
export function templateStrings(language: Language, author: Voice): Strings {
  return author === 'person' ? override(dictionaries[language], person[language]) : dictionaries[language];
}

/** Set the words that replace the strings of each language from now on, those set before included. */
export function setWords(words: Partial<Record<Language, Words>>): void {
  ownersWords = words;
  stringsByVoice.clear();
}

/** Write a number and the matching form of its noun: `3 case studies`. */
export function pluralize(count: number, forms: Plural, locale: string): string {
  return `${numberFormat(locale).format(count)} ${selectPlural(count, forms, locale)}`;
}

/** Choose the form of a noun whose number is written separately. */
export function selectPlural(count: number, forms: Plural, locale: string): string {
  return forms[pluralRules(locale).select(count)] ?? forms.other;
}

let ownersWords: Partial<Record<Language, Words>> = {};
const stringsByVoice = new Map<string, Strings>();

/** Replace the strings of a dictionary for which another has one at the same path. */
function override<T extends object>(strings: T, others: object): T {
  const replaced = Object.entries(others).flatMap(([key, other]: [string, unknown]) => {
    const own: unknown = strings[key as keyof T];
    return other === undefined ? [] : [[key, typeof other === 'string' ? other : override(own as object, other as object)]];
  });
  return { ...strings, ...(Object.fromEntries(replaced) as Partial<T>) };
}

const numberFormat = memoize((locale: string) => new Intl.NumberFormat(locale));
const pluralRules = memoize((locale: string) => new Intl.PluralRules(locale));

/** Replace each placeholder of a text by the value of its name: `{total}`. A placeholder without a value stays. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

const dictionaries: Record<Language, Strings> = { en, de, fr, es };

/** A plural is replaced as a whole. */
type Overrides<T> = { [Key in keyof T]?: T[Key] extends string | Plural ? T[Key] : Overrides<T[Key]> };
