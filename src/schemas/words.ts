import { z } from 'zod';
import { languageOf, languages, type Language } from '../i18n/languages.ts';
import { templateStrings, type Voice, type Words } from '../i18n/strings.ts';
import { closestMatch } from './closest-match.ts';
import { contactWords } from './contact.ts';
import type { OptionError } from './option-errors.ts';
import { ownerText, unprintable } from './owner-text.ts';

/** The owner's words for strings of the templates; `wordErrors` checks them, because they depend on the language of the site. */
export const words = z
  .custom<Words>((value) => isMap(value), { error: "must be a map of words, like { work: 'Projects' }" })
  .optional()
  .meta({ type: 'object' })
  .describe('Your words instead of those of the templates, in the language of the site; see docs/words.md');

/** The owner's texts in the other languages of the site. */
export const translations = z
  .partialRecord(
    z.enum(languages),
    z
      .strictObject({
        promise: ownerText(120).optional(),
        description: ownerText(200).optional(),
        about: ownerText(600).optional(),
        workIntro: ownerText(200).optional(),
        contact: contactWords.optional(),
        portrait: z.strictObject({ alt: ownerText(200) }).optional(),
        words,
      })
      .superRefine(({ promise, description, about }, ctx) => {
        if (promise === undefined && about === undefined) return;
        const message = 'is missing; a home page in this language needs `promise`, `description` and `about`';
        for (const [key, text] of Object.entries({ promise, description, about }))
          if (text === undefined) ctx.addIssue({ code: 'custom', path: [key], message });
      }),
  )
  .default({})
  .describe('Your texts in your other languages, like `{ de: { promise, description, about, words } }`; see docs/words.md');

/** Collect the owner's words by language. */
export function wordsByLanguage({ locale, words: own, translations: others = {} }: WordOptions): Partial<Record<Language, Words>> {
  const translated = Object.entries(others).map(([language, texts]) => [language, texts?.words]);
  return Object.fromEntries([...translated, [languageOf(locale), own]].filter(([, one]) => one !== undefined)) as Partial<
    Record<Language, Words>
  >;
}

/** List what is wrong with the owner's words: unknown keys, wrong placeholders, missing plural forms. */
export function wordErrors({ locale, voice, words: own, translations: others = {} }: WordOptions & { voice: Voice }): OptionError[] {
  const ownLanguage = languageOf(locale);
  const same = Object.keys(others).filter((language) => language === ownLanguage);
  return [
    ...same.map((language) => ({
      path: ['translations', language],
      message: `\`${language}\` is the language of the site; write its texts at the top of the options`,
    })),
    ...(ownLanguage ? errorsIn(own, ownLanguage, { voice, path: ['words'] }) : []),
    ...languages.flatMap((language) => errorsIn(others[language]?.words, language, { voice, path: ['translations', language, 'words'] })),
  ];
}

interface WordOptions {
  /** BCP 47. */
  locale: string;
  words?: Words | undefined;
  translations?: Partial<Record<Language, { words?: Words | undefined } | undefined>> | undefined;
}

function errorsIn(own: unknown, language: Language, { voice, path }: { voice: Voice; path: string[] }): OptionError[] {
  if (!isMap(own)) return [];
  const voices = {
    own: templateStrings(language, voice),
    other: templateStrings(language, voice === 'person' ? 'organization' : 'person'),
  };
  const check = (written: Strings, { own: defaults, other }: { own: Strings; other: Strings }, at: string[]): OptionError[] =>
    Object.entries(written).flatMap(([key, value]): OptionError[] => {
      const here = [...at, key];
      if (value === undefined) return [];
      if (isPlural(defaults) && (isCategory(key, language) || typeof value !== 'string'))
        return typeof value === 'string' && value !== '' ? [] : [{ path: here, message: 'must be text' }];
      if (!Object.hasOwn(defaults, key)) return [{ path: here, message: unknownWord(key, defaults, voices.own) }];
      const [standard, alternative] = [defaults[key], other[key]];
      if (typeof standard === 'string')
        return textErrors(value, [standard, String(alternative)]).map((message) => ({ path: here, message }));
      const inner = standard as Strings;
      if (!isMap(value)) return [{ path: here, message: `must be a map with ${list(Object.keys(inner))}` }];
      const forms = isPlural(inner) ? Object.keys(inner) : [];
      const missing = forms.filter((form) => typeof value[form] !== 'string');
      const model = forms.map((form) => `${form}: '…'`).join(', ');
      if (missing.length > 0) return [{ path: here, message: `lacks ${list(missing)}; write every form, like { ${model} }` }];
      return check(value, { own: inner, other: alternative as Strings }, here);
    });
  return check(own, voices as unknown as { own: Strings; other: Strings }, path);
}

/** Check a text against those it replaces: a placeholder that both voices have may not be left out. */
function textErrors(value: unknown, standards: readonly [string, string]): string[] {
  if (typeof value !== 'string' || value.trim() === '') return ['must be text'];
  const character = unprintable(value);
  if (character !== null) return [character];
  const [own, other] = standards.map(placeholders) as [string[], string[]];
  const written = placeholders(value);
  const known = [...new Set([...own, ...other])];
  const wrong = written.filter((one) => !known.includes(one));
  if (wrong.length > 0) {
    const [first = ''] = wrong;
    const meant = closestMatch(first, known) ?? known[0];
    return [`has ${first}, which has no value here; ${meant ? `did you mean ${meant}?` : 'write it without braces'}`];
  }
  const dropped = own.filter((one) => other.includes(one) && !written.includes(one));
  return dropped.length > 0 ? [`lacks ${dropped.join(' and ')}; the text it replaces is “${standards[0]}”`] : [];
}

function unknownWord(key: string, siblings: Strings, all: Strings): string {
  const near = closestMatch(key, Object.keys(siblings));
  if (near) return `\`${key}\` is not a word of the templates; did you mean \`${near}\`?`;
  const elsewhere = Object.keys(all).find((name) => isMap(all[name]) && Object.hasOwn(all[name], key));
  return `\`${key}\` is not a word of the templates; ${elsewhere ? `it belongs below \`${elsewhere}\`` : 'docs/words.md says how to find the key of a text'}`;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
}

function isPlural(strings: Strings): boolean {
  return typeof strings['other'] === 'string';
}

function isCategory(form: string, language: Language): boolean {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.some((category) => category === form);
}

function isMap(value: unknown): value is Strings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names.map((name) => `\`${name}\``));
}

type Strings = Record<string, unknown>;
