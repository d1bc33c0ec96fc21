import { kept } from './memoize.ts';
import { languageOf, type Language } from '../schemas/language.ts';
import { de } from './strings/de.ts';
import { en } from './strings/en.ts';
import { es } from './strings/es.ts';
import { fr } from './strings/fr.ts';

/** The words for a locale (`de-AT`), by its language; throws for a language that has none. */
export function stringsFor(locale: string): Strings {
  const language = known.get(locale) ?? languageOf(locale);
  if (!language) throw new RangeError(`There are no words for the language of \`${locale}\`.`);
  known.set(locale, language);
  return tables[language];
}

// Every figure asks, and reading a tag takes longer than writing the figure.
const known = new Map<string, Language>();

/** Choose the form of a counted noun and put the number before it: `3 case studies`. */
export function pluralize(count: number, forms: Plural, locale: string): string {
  return `${numberFormat(locale).format(count)} ${selectPlural(count, forms, locale)}`;
}

/** Choose the form of a noun that stands beside a number of its own. */
export function selectPlural(count: number, forms: Plural, locale: string): string {
  return forms[pluralRules(locale).select(count)] ?? forms.other;
}

const numberFormat = kept((locale: string) => new Intl.NumberFormat(locale));
const pluralRules = kept((locale: string) => new Intl.PluralRules(locale));

/** Put values into the braces of a text: `{total}` becomes the value of that name. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}

/** The forms of a counted noun, by the plural rules of its language (CLDR). */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What every language says; one with a missing key fails the type check. */
export type Strings = Worded<typeof en>;

type Worded<T> = { [Key in keyof T]: T[Key] extends string ? string : T[Key] extends { other: string } ? Plural : Worded<T[Key]> };

const tables: Record<Language, Strings> = { en, de, fr, es };
