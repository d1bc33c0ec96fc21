import { languageOf, type Language } from '../schemas/language.ts';
import { memoize } from './memoize.ts';
import { de } from './strings/de.ts';
import { en, type Plural, type Strings } from './strings/en.ts';
import { es } from './strings/es.ts';
import { fr } from './strings/fr.ts';
import { person } from './strings/person.ts';

export type { Plural, Strings };

/**
 * Return the strings for the language of a locale (`de-AT`), in the voice of an organization (“we”) or of a person (“I”);
 * throws a RangeError for a language without any.
 */
export const stringsFor = memoize((locale: string, author: 'person' | 'organization' = 'organization'): Strings => {
  const language = languageOf(locale);
  if (!language) throw new RangeError(`There are no strings for the language of \`${locale}\`.`);
  return author === 'person' ? override(dictionaries[language], person[language]) : dictionaries[language];
});

/** Write a number and the matching form of its noun: `3 case studies`. */
export function pluralize(count: number, forms: Plural, locale: string): string {
  return `${numberFormat(locale).format(count)} ${selectPlural(count, forms, locale)}`;
}

/** Choose the form of a noun whose number is written separately. */
export function selectPlural(count: number, forms: Plural, locale: string): string {
  return forms[pluralRules(locale).select(count)] ?? forms.other;
}

/** Replace the strings of a dictionary for which another has one at the same path. */
function override<T extends object>(strings: T, others: object): T {
  const replaced = Object.entries(others).map(([key, other]: [string, unknown]) => {
    const own: unknown = strings[key as keyof T];
    return [key, typeof other === 'string' ? other : override(own as object, other as object)];
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
