import { describe, expect, test } from 'vitest';
import { formatOutcome } from '../../../src/metrics/format/format-outcome.ts';
import { figureText, missingWarning, withoutMissing, type HasGlyph } from '../../../src/lib/pictures/social-image-text.ts';
import { makeMetric, makeTransition } from '../../fixtures/metric.ts';
import { makeSocialImageText as make } from '../../fixtures/social-image.ts';

const allBut = (missing = ''): HasGlyph => {
  const characters = new Set(missing);
  return (character) => !characters.has(character);
};

test.each([
  ['a change in words', makeMetric(), { value: '70% less', label: 'Page load times', accessible: 'Page load times: 70% less' }],
  [
    'both states of a transition, in words for the alternative text',
    makeTransition(),
    { value: '3.5 → 0.8\u00a0s', label: 'Checkout', accessible: 'Checkout: from 3.5\u00a0seconds to 0.8\u00a0seconds' },
  ],
  ['no figure for a sentence', makeMetric({ kind: 'statement', value: null, text: 'It works' }), null],
])('an outcome gives %s', (_case, outcome, figure) => expect(figureText(formatOutcome(outcome, 'en-GB'))).toEqual(figure));

describe('what no font can draw is left out', () => {
  test.each([
    ['a title', make({ title: '東京の港' }), '東京', { title: 'Port of Ostmark · 2024', eyebrow: '' }],
    ['title and client', make({ title: '東京', eyebrow: '港' }), '東京港', { title: 'Marlow', eyebrow: '', siteName: '' }],
    ['everything', make({ title: '東', eyebrow: '東', siteName: '東' }), '東', { title: '', siteName: '' }],
    ['an emoji of a title', make({ title: 'Gauges 🎉 now' }), '🎉', { title: 'Gauges now' }],
    ['an emoji made of several', make({ title: 'Gauges 👩\u200d👧 now' }), '👩👧', { title: 'Gauges now' }],
    [
      'the sign of a figure',
      make({ figure: { value: '−9%', label: 'Gangways' } }),
      '−',
      { figure: null, title: 'Tidal Gauges', deck: 'A harbour reads its water level.' },
    ],
    ['the label of a figure', make({ figure: { value: '7', label: '港' } }), '港', { figure: { value: '7', label: '' } }],
  ])('%s', (_case, text, missing, expected) => expect(withoutMissing(text, allBut(missing))).toMatchObject(expected));
});

test('the arrow between two states needs no glyph, as it is drawn', () => {
  const figure = { value: '9 → 4', label: 'Gangways' };
  expect(withoutMissing(make({ figure }), allBut('→')).figure).toEqual(figure);
  expect(missingWarning(make({ figure }), allBut('→'))).toBeNull();
});

test('text from right to left is kept', () => expect(withoutMissing(make({ title: 'مرفأ' }), allBut())).toMatchObject({ title: 'مرفأ' }));

test('a figure too long for one line gives way to the deck', () =>
  expect(withoutMissing(make({ figure: { value: '7'.repeat(41), label: '' } }), allBut())).toMatchObject({
    figure: null,
    deck: 'A harbour reads its water level.',
  }));

test.each([
  ['no-break spaces stay, others collapse', ' 12\u00a0000  boats\n', '12\u00a0000 boats'],
  ['letters are composed with their marks', 'Überfahrt'.normalize('NFD'), 'Überfahrt'],
  ['soft hyphens go', 'water\u00adlevel', 'waterlevel'],
  ['a no-break hyphen becomes one that every font has', 'a\u2011b', 'a-\u2060b'],
])('%s', (_case, title, expected) => expect(withoutMissing(make({ title }), allBut()).title).toBe(expected));

test('a plate replaces the deck, whose letters need no font then', () => {
  const text = make({ figure: null, deck: '港', plate: '<svg/>' });
  expect(withoutMissing(text, allBut())).toMatchObject({ deck: '', plate: '<svg/>' });
  expect(missingWarning(text, allBut('港'))).toBeNull();
});

describe('the warning', () => {
  test('names each missing character once, and the fix', () =>
    expect(missingWarning(make({ title: '港 港' }), allBut('港京'))).toMatchInlineSnapshot(
      `"The social image of “港 港” leaves out part of its text: no font has 港. Name a font that has them under cardFonts in src/site.config.ts."`,
    ));

  test('is null if nothing is missing', () => expect(missingWarning(make(), allBut('港'))).toBeNull());

  test('ignores a deck that a figure replaces', () => {
    expect(missingWarning(make({ deck: '港' }), allBut('港'))).toBeNull();
    expect(missingWarning(make({ deck: '港', figure: null }), allBut('港'))).toContain('no font has 港');
  });
});
