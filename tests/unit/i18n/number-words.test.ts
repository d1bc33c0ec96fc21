import { expect, test } from 'vitest';
import { numberWords } from '../../../src/i18n/number-words.ts';

test.each([
  ['en-GB', { 3: 'three', 19: 'nineteen', 20: 'twenty', 24: 'twenty-four', 99: 'ninety-nine', 100: '100', 1240: '1,240' }],
  ['de-AT', { 3: 'drei', 12: 'zwölf', 21: 'einundzwanzig', 30: 'dreißig', 76: 'sechsundsiebzig', 1.5: '1,5' }],
  [
    'fr',
    {
      16: 'seize',
      21: 'vingt et un',
      70: 'soixante-dix',
      71: 'soixante et onze',
      80: 'quatre-vingts',
      81: 'quatre-vingt-un',
      97: 'quatre-vingt-dix-sept',
    },
  ],
  ['es', { 21: 'veintiún', 26: 'veintiséis', 30: 'treinta', 31: 'treinta y un', 88: 'ochenta y ocho' }],
])('numbers in words: %s', (locale, expected) => {
  const written = Object.keys(expected).map((count) => [count, numberWords(Number(count), locale)]);
  expect(Object.fromEntries(written)).toEqual(expected);
});

test.each(['en', 'de', 'fr', 'es'])('no two numbers share a word: %s', (locale) => {
  const written = Array.from({ length: 100 }, (_, count) => numberWords(count, locale));
  expect(new Set(written).size).toBe(100);
});
