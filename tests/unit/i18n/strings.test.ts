import { describe, expect, test } from 'vitest';
import { spellCount } from '../../../src/i18n/number-words.ts';
import { pluralize, interpolate, stringsFor, type Strings } from '../../../src/i18n/strings.ts';
import { languages, type Language } from '../../../src/i18n/languages.ts';

const forms = { one: 'case study', other: 'case studies' };

test.each([
  [0, '0 case studies'],
  [1, '1 case study'],
  [2, '2 case studies'],
  [1200, '1,200 case studies'],
])('%i is written as %s', (count, expected) => expect(pluralize(count, forms, 'en-GB')).toBe(expected));

test.each([
  ['fr', 0, '0 étude de cas'],
  ['fr-CA', 2, '2 études de cas'],
  ['de', 12_000, '12.000 Fallstudien'],
  ['es', 1, '1 caso de estudio'],
])('%s follows its own plural rules: %i is %s', (locale, count, expected) =>
  expect(pluralize(count, stringsFor(locale).caseStudies, locale)).toBe(expected),
);

test('a language with more than two plural forms uses each of them', () => {
  const polish = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };
  expect([1, 3, 5].map((count) => pluralize(count, polish, 'pl'))).toEqual(['1 plik', '3 pliki', '5 plików']);
});

test.each([
  ['en', 'two twelve 13'],
  ['de', 'zwei zwölf 13'],
  ['fr', 'deux douze 13'],
  ['es', 'dos doce 13'],
])('in %s counts are words up to twelve', (locale, expected) =>
  expect([2, 12, 13].map((count) => spellCount(count, locale)).join(' ')).toBe(expected),
);

test('placeholders are replaced by their values, and nothing else changes', () => {
  expect(interpolate('{low} to {high}, {low}', { low: '$1', high: '2' })).toBe('$1 to 2, $1');
  expect(interpolate('{reference}', {})).toBe('{reference}');
});

test('a regional locale has the strings of its language', () => expect(stringsFor('de-AT')).toBe(stringsFor('de')));

test('a language without strings is an error, with no fallback to English', () => expect(() => stringsFor('eo')).toThrow('`eo`'));

describe.each(languages.filter((language) => language !== 'en'))('the strings in %s', (language) => {
  const [translated, english] = [leaves(stringsFor(language)), leaves(stringsFor('en'))];

  test('have the keys and placeholders of the English ones', () => {
    const shape = (words: Map<string, string>) => [...words].map(([key, text]) => [key, text.match(/\{\w+\}/g)?.toSorted() ?? []]);
    expect(shape(translated)).toEqual(shape(english));
  });

  test('are all translated', () => {
    const international =
      /^(?:JSON Feed|Important|Feeds|Film|Film, \{length\}, \{size\}|Team|Links|Sitemap|Median|Contact|Technologies|Pages?|Clients?|Index|Status|Website|Architecture|Solution|source|Impact|[a-z ]{1,9}|: |\{title\}, page \{page\})$/;
    const same = [...translated].filter(([key, text]) => text === english.get(key) && !international.test(text));
    expect(same).toEqual([]);
    expect([...translated.values()].filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe.each(languages)('every string in %s', (language) => {
  const all = [...leaves(stringsFor(language)), ...leaves(stringsFor(language, 'person'))].filter(
    ([key]) => !/^(?:q|innerQ)uotes\./.test(key),
  );

  test('has typographic apostrophes, quotation marks and ellipses', () => {
    expect(all.filter(([, text]) => /['"`]|\.\.\.| - |--/.test(text))).toEqual([]);
  });

  test('has the quotation marks of its language', () => {
    const { quotes, innerQuotes } = stringsFor(language);
    const { open, close } = quotes;
    expect(innerQuotes.open + innerQuotes.close).toBe({ en: '‘’', de: '‚‘', fr: '“”', es: '“”' }[language]);
    expect(open + close).toBe({ en: '“”', de: '„“', fr: '«\u202f\u202f»', es: '«»' }[language]);
    const foreign = [...'“”„«»‹›‚‘'].filter((mark) => !`${open}${close}`.includes(mark));
    expect(all.filter(([, text]) => foreign.some((mark) => text.includes(mark)))).toEqual([]);
  });

  test.runIf(language === 'fr')('has no-break spaces before high punctuation and percent signs', () => {
    expect(all.filter(([, text]) => /(?<!\u202f)[;?!]|(?<!\u00a0):|[ ][%»]|«[ ]/.test(text))).toEqual([]);
  });

  test.runIf(language === 'es')('opens questions and exclamations', () => {
    expect(
      all.filter(([, text]) => text.split('?').length !== text.split('¿').length || text.split('!').length !== text.split('¡').length),
    ).toEqual([]);
  });
});

describe.each(languages)('the author in %s', (language) => {
  const { we, me } = pronouns[language];
  const [organization, someone] = [leaves(stringsFor(language)), leaves(stringsFor(language, 'person'))];

  test('says nothing as “we” if a person', () => {
    expect([...someone].filter(([, text]) => we.test(text))).toEqual([]);
    expect(someone.get('writeToOwner')).toMatch(me);
  });

  test('says nothing as “I” if an organization', () => {
    expect([...organization].filter(([key, text]) => text !== someone.get(key) && me.test(text))).toEqual([]);
    expect(organization.get('writeToOwner')).toContain('{name}');
  });

  test('has the same keys and placeholders in both voices', () => expect([...someone.keys()]).toEqual([...organization.keys()]));
});

const pronouns: Record<Language, { we: RegExp; me: RegExp }> = {
  en: { we: /\b(?:we|us|our)\b/i, me: /\b(?:I|me|my)\b/ },
  de: { we: /\b(?:wir|uns)\b|\bunser/i, me: /\b(?:ich|mir|mich)\b|\bmein/i },
  es: { we: /\bnosotros|\bnuestr|[aei]mos\b/i, me: /\b(?:me|yo|mí)(?!\p{L})|[íb]ame\b|\b(?:he|uso|hice|trabajé|aprendí)(?!\p{L})/u },
  fr: { we: /\b(?:nous|notre|nos)\b/i, me: /\b(?:je|moi|ma|mon|mes)\b|\bj’/i },
};

test('a dictionary without one of the keys fails the type check', () => {
  const { feeds: _feeds, ...rest } = stringsFor('de');
  // @ts-expect-error `feeds` is missing
  const top: Strings = rest;
  const { heading: _heading, ...label } = rest.section.solutions;
  // @ts-expect-error `section.solutions.heading` is missing
  const nested: Strings['section'] = { ...rest.section, solutions: label };
  // @ts-expect-error a plural has the form `other`
  const plural: Strings['outcomes'] = { one: 'Ergebnis' };
  expect([top.feeds, nested.solutions.heading, plural.other]).toEqual([undefined, undefined, undefined]);
});

/** Return every string by its path of keys. */
function leaves(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...leaves(value as object, `${path}${key}.`)],
    ),
  );
}
