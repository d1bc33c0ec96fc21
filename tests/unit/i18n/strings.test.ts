import { describe, expect, test } from 'vitest';
import { pluralize, interpolate, stringsFor, type Strings } from '../../../src/i18n/strings.ts';
import { languages } from '../../../src/schemas/language.ts';

const forms = { one: 'case study', other: 'case studies' };

test.each([
  [0, '0 case studies'],
  [1, '1 case study'],
  [2, '2 case studies'],
  [1200, '1,200 case studies'],
])('%i is said as %s', (count, said) => expect(pluralize(count, forms, 'en-GB')).toBe(said));

test.each([
  ['fr', 0, '0 étude de cas'],
  ['fr-CA', 2, '2 études de cas'],
  ['de', 12_000, '12.000 Fallstudien'],
  ['es', 1, '1 caso de estudio'],
])('in %s, %i by its own rule', (locale, count, said) => expect(pluralize(count, stringsFor(locale).caseStudies, locale)).toBe(said));

test('a language with more forms than two is given each of them', () => {
  const polish = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };
  expect([1, 3, 5].map((count) => pluralize(count, polish, 'pl'))).toEqual(['1 plik', '3 pliki', '5 plików']);
});

test('values are put into their braces, and nothing else is touched', () => {
  expect(interpolate('{low} to {high}, {low}', { low: '$1', high: '2' })).toBe('$1 to 2, $1');
  expect(interpolate('{reference}', {})).toBe('{reference}');
});

test('a region has the words of its language', () => expect(stringsFor('de-AT')).toBe(stringsFor('de')));

test('a language without words is refused, not spoken to in English', () => expect(() => stringsFor('eo')).toThrow('`eo`'));

describe.each(languages.filter((language) => language !== 'en'))('the words in %s', (language) => {
  const [said, english] = [leaves(stringsFor(language)), leaves(stringsFor('en'))];

  test('have the very keys and braces of the English ones', () => {
    const shape = (words: Map<string, string>) => [...words].map(([key, text]) => [key, text.match(/\{\w+\}/g)?.toSorted() ?? []]);
    expect(shape(said)).toEqual(shape(english));
  });

  test('are all translated', () => {
    const international =
      /^(?:JSON Feed|Feeds|Team|Links|Sitemap|Median|Contact|Technologies|Pages?|Client|Architecture|Solution|source|Impact|[a-z ]{1,9}|: |\{title\}, page \{page\})$/;
    const same = [...said].filter(([key, text]) => text === english.get(key) && !international.test(text));
    expect(same).toEqual([]);
    expect([...said.values()].filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('a language with a key missing fails the type check', () => {
  const { feeds: _feeds, ...rest } = stringsFor('de');
  // @ts-expect-error `feeds` is missing
  const top: Strings = rest;
  const { heading: _heading, ...label } = rest.section.solutions;
  // @ts-expect-error `section.solutions.heading` is missing
  const nested: Strings['section'] = { ...rest.section, solutions: label };
  // @ts-expect-error a plural has a form for every other number
  const plural: Strings['outcomes'] = { one: 'Ergebnis' };
  expect([top.feeds, nested.solutions.heading, plural.other]).toEqual([undefined, undefined, undefined]);
});

/** Every text by its path of keys. */
function leaves(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...leaves(value as object, `${path}${key}.`)],
    ),
  );
}
