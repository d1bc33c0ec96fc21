import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from '../../../src/lib/markdown/typography.ts';

test.each([
  ['an apostrophe', "The harbour's tide, and it's late", 'The harbour’s tide, and it’s late'],
  ['a plural possessive', "the pilots' log", 'the pilots’ log'],
  ['missing digits and letters', "summer of '25, rock 'n' roll of the 1990's", 'summer of ’25, rock ’n’ roll of the 1990’s'],
  ['a quotation', '"Ready", she said.', '“Ready”, she said.'],
  ['a quotation that ends in digits', 'built "before 2020"', 'built “before 2020”'],
  ['a quotation in brackets', '("quiet")', '(“quiet”)'],
  ['a quotation in a quotation', '"He said \'no\' twice"', '“He said ‘no’ twice”'],
  ['a quotation at the end of a quotation', '"He said \'no\'"', '“He said ‘no’”'],
  ['a possessive in a quotation', '"the pilots\' log"', '“the pilots’ log”'],
  ['an ellipsis', 'Wait... there is more', 'Wait… there is more'],
  ['a dash', 'fast -- and 3--4 times', 'fast – and 3–4 times'],
])('sets %s', (_case, written, printed) => expect(typeset(written, 'en')).toBe(printed));

test.each([
  ['a height of 5\'11"'],
  ['a 6" pipe and a 4" valve'],
  ["6' tall"],
  ['a mark " alone'],
  ['see https://example.org/it\'s/a--b?q="x"...'],
  ["write to o'hara@example.org"],
  ['call `say("it\'s...")` or print("x")'],
  ['pass --strict, read ../a/b and .../c, and the class card--wide'],
  ['four.... dots'],
  ['a="b"'],
])('keeps %s', (text) => expect(typeset(text, 'en')).toBe(text));

test.each([
  ['de', '„Wie geht’s?“ und ‚so‘'],
  ['fr', '«\u202fWie geht’s?\u202f» und “so”'],
  ['es', '«Wie geht’s?» und “so”'],
  ['it', '"Wie geht’s?" und ’so’'],
])('takes the marks of the language: %s', (locale, printed) => expect(typeset("\"Wie geht's?\" und 'so'", locale)).toBe(printed));

test('opens a quotation after an elision', () => {
  expect(typeset('l\'"ancien" port et d\'"avant"', 'fr')).toBe('l’«\u202fancien\u202f» port et d’«\u202favant\u202f»');
});

test('takes a time in proportion to the length of the text', () => {
  for (const part of ["'", '"', "a'", '1', 'a', 'a-', '`', '"a']) {
    const started = performance.now();
    typeset(part.repeat(20_000), 'en');
    expect(performance.now() - started).toBeLessThan(500);
  }
});

test('changes nothing the second time, and no digit ever', () => {
  const parts = ["'", '"', '...', '--', ' ', 'a', 's', '7', '’', '“', '”', '«', '\u202f', '(', ')', '-', '`', '.', ',', '/', '@', 'é'];
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...parts)).map((chosen) => chosen.join('')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'de-AT', 'fr', 'es', 'pl'), (text, locale) => {
      const printed = typeset(text, locale);
      expect(typeset(printed, locale)).toBe(printed);
      expect(printed.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
    }),
    { numRuns: 3000 },
  );
});
