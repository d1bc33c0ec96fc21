import { describe, expect, test } from 'vitest';
import { formatOutcome } from '../../src/metrics/format/format-outcome.ts';
import { cardFigure, cardLoss, withoutMissing } from '../../src/lib/social-card.ts';
import { makeCard } from '../fixtures/card.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';

test.each([
  ['a figure with its arrow', makeMetric(), { value: '↓\u00a070%', label: 'Page load times' }],
  ['a result with where it came from', makeTransition(), { value: '0.8\u00a0s', label: 'Checkout: from 3.5\u00a0s to 0.8\u00a0s' }],
  ['none for a sentence', makeMetric({ kind: 'statement', value: null, text: 'It works' }), null],
])('an outcome gives %s', (_case, outcome, figure) => expect(cardFigure(formatOutcome(outcome, 'en-GB'))).toEqual(figure));

describe('letters that no face has', () => {
  test.each([
    ['a title', makeCard({ title: '東京の港' }), ['東京'], { title: 'Port of Ostmark · 2024', eyebrow: '' }],
    ['title and client', makeCard({ title: '東京', eyebrow: '港' }), ['東京港'], { title: 'Marlow', eyebrow: '', siteName: '' }],
    ['everything', makeCard({ title: '東', eyebrow: '東', siteName: '東' }), ['東'], { title: '', siteName: '' }],
    ['a sign of a title', makeCard({ title: 'Gauges 🎉 now' }), ['🎉'], { title: 'Gauges now' }],
    ['a sign of a figure', makeCard(), ['↓'], { figure: null, title: 'Tidal Gauges' }],
    ['a picture put together from several', makeCard({ title: 'Gauges 👩\u200d👧 now' }), ['👩👧'], { title: 'Gauges now' }],
    ['what runs from right to left', makeCard({ title: 'مرفأ' }), [], { title: 'Port of Ostmark · 2024' }],
  ])('are not drawn: %s', (_case, whole, missing, left) =>
    expect(withoutMissing(whole, new Set([...missing].flatMap((signs) => [...signs])))).toMatchObject(left),
  );
});

test('spaces that hold together stay, others are one', () =>
  expect(withoutMissing(makeCard({ title: ' 12\u00a0000  boats\n' }), new Set()).title).toBe('12\u00a0000 boats'));

test('a card tells of each sign it lacks once, and of nothing else', () => {
  expect(cardLoss(makeCard({ title: '港 港' }), new Set(['港', '京']))).toBe(
    'The social card of “港 港” leaves out part of its text: no face has 港; name one that has under cardFonts in src/site.config.ts.',
  );
  expect(cardLoss(makeCard(), new Set(['港']))).toBeNull();
});
