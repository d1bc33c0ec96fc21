import { afterEach, describe, expect, test } from 'vitest';
import { setWords, stringsFor, type Words } from '../../../src/i18n/strings.ts';
import { defineSite, type SiteInput } from '../../../src/schemas/site.ts';

afterEach(() => setWords({}));

const define = (options: Partial<SiteInput>, kind: 'person' | 'organization' = 'organization') =>
  defineSite({
    ...{ name: 'Ann', url: 'https://example.com', promise: 'p', description: 'd', about: 'a' },
    author: { name: 'Ann', email: 'ann@example.com', kind },
    ...options,
  });

/** Return the errors of words, each with its key. */
const errorsOf = (words: unknown, options: Partial<SiteInput> = {}, kind?: 'person' | 'organization'): string[] => {
  try {
    define({ words: words as Words, ...options }, kind);
    return [];
  } catch (error) {
    return [...(error as Error).message.matchAll(/✖ ([^\n]*)\n {2}→ at (\S+)/g)].map(([, message, field]) => `${field}: ${message}`);
  }
};

describe('the owner’s words', () => {
  test('replace the strings with their keys, at any depth, and no others', () => {
    define({
      words: { work: 'Projects', section: { solutions: { heading: 'Design' } }, caseStudies: { one: 'project', other: 'projects' } },
    });
    const { work, section, caseStudies, contact } = stringsFor('en-US');
    expect([work, section.solutions, caseStudies.other, contact]).toEqual([
      ...['Projects', { label: 'What we did', heading: 'Design' }, 'projects', 'Contact'],
    ]);
  });

  test('replace those of either voice', () => {
    define({ words: { section: { solutions: { label: 'The plan' } } } }, 'person');
    expect(stringsFor('en', 'person').section.solutions.label).toBe('The plan');
    expect(stringsFor('en', 'person').section.team_leadership.label).toBe('How I worked');
  });

  test('are those of the language of the site, and of each translation', () => {
    define({ locale: 'de-AT', words: { work: 'Arbeiten' }, translations: { fr: { words: { work: 'Travaux' } } } });
    expect(['de', 'fr-CA', 'en'].map((language) => stringsFor(language).work)).toEqual(['Arbeiten', 'Travaux', 'Work']);
  });

  test('of another configuration replace them all', () => {
    define({ words: { work: 'Projects' } });
    define({});
    expect(stringsFor('en').work).toBe('Work');
  });

  test('may be undefined', () => {
    define({ words: { work: undefined } as unknown as Words });
    expect(stringsFor('en').work).toBe('Work');
  });
});

describe('an error of the owner’s words', () => {
  test.each([
    [{ wrok: 'x' }, 'words.wrok: `wrok` is not a word of the templates; did you mean `work`?'],
    [
      { facets: { technology: { nmae: 'x' } } },
      'words.facets.technology.nmae: `nmae` is not a word of the templates; did you mean `name`?',
    ],
    [{ solutions: 'x' }, 'words.solutions: `solutions` is not a word of the templates; it belongs below `section`'],
    [{ zebra: 'x' }, 'words.zebra: `zebra` is not a word of the templates; docs/words.md says how to find the key of a text'],
    [{ showAll: 'Show everything' }, 'words.showAll: lacks {total}; the text it replaces is “Show all {total}”'],
    [{ showAll: 'Show all {totals}' }, 'words.showAll: has {totals}, which has no value here; did you mean {total}?'],
    [{ work: 'Work of {name}' }, 'words.work: has {name}, which has no value here; write it without braces'],
    [{ work: '' }, 'words.work: must be text'],
    [{ work: { one: 'x' } }, 'words.work: must be text'],
    [{ pages: 'sheets' }, 'words.pages: must be a map with `one` and `other`'],
    [{ pages: { other: 'sheets' } }, "words.pages: lacks `one`; write every form, like { one: '…', other: '…' }"],
    [
      { pages: { one: 'sheet', other: 'sheets', few: 'sheet' } },
      'words.pages.few: `few` is not a word of the templates; docs/words.md says how to find the key of a text',
    ],
  ])('in %j says what to do', (words, error) => expect(errorsOf(words)).toEqual([error]));

  test('names the language it is in', () => {
    expect(errorsOf({}, { translations: { de: { words: { showAll: 'Alle' } } } })).toEqual([
      'translations.de.words.showAll: lacks {total}; the text it replaces is “Alle {total} zeigen”',
    ]);
    expect(errorsOf({}, { translations: { en: { description: 'x' } } })).toEqual([
      'translations.en: `en` is the language of the site; write its texts at the top of the options',
    ]);
  });

  test('says what a home page in another language needs', () => {
    expect(errorsOf({}, { translations: { de: { promise: 'x' } } })).toEqual([
      ...['description', 'about'].map(
        (key) => `translations.de.${key}: is missing; a home page in this language needs \`promise\`, \`description\` and \`about\``,
      ),
    ]);
  });

  test('is reported beside those of other options', () => {
    expect(errorsOf({ wrok: 'x' }, { projectsPerPage: 0, translations: { dee: {} } as never })).toEqual([
      'translations.dee: `dee` is not an option of `translations`; did you mean `de`?',
      'projectsPerPage: is 0; it needs at least 1',
      'words.wrok: `wrok` is not a word of the templates; did you mean `work`?',
    ]);
  });

  test('is none where a voice can do without the placeholder', () => {
    expect(errorsOf({ writeToOwner: 'Drop a line' })).toEqual([]);
    expect(errorsOf({ writeToOwner: 'Drop {name} a line' }, {}, 'person')).toEqual([]);
    expect(errorsOf({ writeToOwner: 'Drop {whom} a line' })).not.toEqual([]);
  });

  test('is none for a plural form that the language has besides those of the templates', () => {
    expect(errorsOf({ pages: { one: 'feuille', many: 'feuilles', other: 'feuilles' } }, { locale: 'fr' })).toEqual([]);
  });
});

test('the type knows the keys, and takes a plural only whole', () => {
  // @ts-expect-error there is no such key
  const misspelt: Words = { wrok: 'x' };
  // @ts-expect-error `other` is missing
  const part: Words = { pages: { one: 'sheet' } };
  const nested: Words = { facets: { year: { name: 'Season' } } };
  expect([misspelt, part, nested]).toHaveLength(3);
});
