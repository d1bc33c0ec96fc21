import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldRows, labelWidth, plate, plateTitle, plateWidths } from '../../../../src/metrics/format/plate.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Outcome } from '../../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

const to = (ratio: number): Outcome => {
  const count = (value: number) => makeQuantity({ value, unit: 'count' });
  return makeTransition({ text: 'berths kept free', before: count(1), after: count(ratio), direction: ratio < 1 ? 'down' : 'up' });
};
const draw = (outcomes: Outcome[], locale = 'en-GB') =>
  plate(
    outcomes.map((outcome) => ({ outcome })),
    locale,
  );
const drawn = (...ratios: number[]) => {
  const found = draw(ratios.map(to));
  if (!found) throw new Error('There is no plate.');
  return found;
};

describe('the rows', () => {
  test('run from the strongest fall to the strongest rise', () => {
    const outcomes = [to(3), to(0.5), makeMetric({ value: 90 }), makeMetric({ value: 20, direction: 'up', text: '20% more moorings' })];
    expect(draw(outcomes)?.rows.map(({ result }) => outcomes.indexOf(result.outcome))).toEqual([2, 1, 3, 0]);
  });

  test.each([
    ['a fall to zero', to(0)],
    ['a figure that stayed the same', to(1)],
    ['a level', makeMetric({ kind: 'level', direction: null, value: 99.9 })],
    ['a sentence', makeMetric({ kind: 'statement', value: null, unit: null, direction: null })],
    ['a difference in points', makeMetric({ unit: 'percentage_point', value: 12 })],
  ])('leave out %s', (_case, outcome) => {
    expect(draw([to(0.5), to(2), outcome])).toBeNull();
    expect(draw([to(0.5), to(2), to(4), outcome])?.rows).toHaveLength(3);
  });

  test('that claim speed divide the time', () => {
    const faster = makeMetric({ value: 100, direction: 'up', text: 'page load times 100% faster' });
    const [first] = draw([faster, to(0.6), to(2)])?.rows ?? [];
    expect(first?.result.outcome).toBe(faster);
  });

  test('are absent below three changes', () => {
    expect(draw([])).toBeNull();
    expect(draw([to(0.5), to(2)])).toBeNull();
  });
});

describe('the scale', () => {
  const labels = (...ratios: number[]) => drawn(...ratios).ticks.map(({ label }) => label);

  test('has the steps that the changes reach, and no other', () => {
    expect(labels(0.0021, 0.3, 3.8)).toEqual(['1/500', '1/100', '1/10', 'half', 'double', '×4']);
    expect(labels(0.4, 0.7, 0.9)).toEqual(['1/4', 'half']);
    expect(labels(1.2, 1.3, 90)).toEqual(['double', '×10', '×100']);
  });

  test('is never narrower than a halving or a doubling', () => {
    expect(labels(0.96, 0.97, 1.02)).toEqual(['half', 'double']);
    expect(drawn(0.96, 0.97, 0.98)).toMatchObject({ before: 96, ticks: [{ label: 'half', x: 4 }] });
    expect(drawn(1.1, 1.2, 1.3)).toMatchObject({ before: 4, ticks: [{ label: 'double', x: 96 }] });
  });

  test('is mirrored for languages written from right to left', () => {
    const results = [0.01, 0.5, 3].map((ratio) => ({ outcome: to(ratio) }));
    const [ltr, rtl] = [plate(results, 'en', 'ltr'), plate(results, 'en', 'rtl')];
    const mirrored = (xs: readonly { x: number }[] = []) => xs.map(({ x }) => Number((100 - x).toFixed(1)));
    expect(mirrored(rtl?.rows)).toEqual(ltr?.rows.map(({ x }) => x));
    expect(mirrored(rtl?.ticks.toReversed())).toEqual(ltr?.ticks.map(({ x }) => x));
    expect(rtl?.before).toBeCloseTo(100 - (ltr?.before ?? NaN), 6);
  });

  test('writes its numbers as the locale does', () =>
    expect(draw([to(0.0003), to(0.5), to(2)], 'de')?.ticks.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['1/1.000', 'halb', 'doppelt']),
    ));
});

describe('a long plate', () => {
  const long = drawn(
    ...Array.from({ length: 90 }, (_, index) => 1 - (index + 1) / 100),
    ...Array.from({ length: 30 }, (_, index) => 2 + index),
  );

  test('folds the smaller changes between the strongest falls and rises', () => {
    const { falls, folded, rises } = foldRows(long);
    expect([falls.length, folded.length, rises.length]).toEqual([30, 80, 10]);
    expect([...falls, ...folded, ...rises]).toEqual(long.rows);
  });

  test('of up to sixty changes folds none', () => {
    const some = drawn(...Array.from({ length: 60 }, (_, index) => 2 + index));
    expect(foldRows(some)).toEqual({ falls: some.rows, folded: [], rises: [] });
  });
});

test.each([
  ['en-GB', 'Twenty-four changes on one scale'],
  ['de-CH', 'Vierundzwanzig Veränderungen auf einer Skala'],
])('its title spells their number: %s', (locale, title) => expect(plateTitle(drawn(...Array<number>(24).fill(0.5)), locale)).toBe(title));

const ratios = fc.array(
  fc
    .integer({ min: -6000, max: 6000 })
    .filter((power) => power !== 0)
    .map((power) => 10 ** (power / 1000)),
  { minLength: 3, maxLength: 200 },
);

describe('for any changes', () => {
  test('every point is within the scale, on its side of the state before, and in the order of the ratios', () => {
    fc.assert(
      fc.property(ratios, (some) => {
        const { rows, before } = drawn(...some);
        expect(rows).toHaveLength(some.length);
        const sorted = some.toSorted((a, b) => a - b);
        rows.forEach(({ x, result }, index) => {
          expect(result.outcome.after?.value).toBe(sorted[index]);
          expect(x).toBeGreaterThanOrEqual(4);
          expect(x).toBeLessThanOrEqual(96);
          expect(x).toBeGreaterThanOrEqual(rows[index - 1]?.x ?? 0);
          if ((sorted[index] ?? 1) < 1) expect(x).toBeLessThanOrEqual(before);
          else expect(x).toBeGreaterThanOrEqual(before);
        });
      }),
    );
  });

  test('equal distances are equal factors', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 1000, noNaN: true }), (factor) => {
        const { rows, before } = drawn(1 / factor, factor, factor, 1 / factor);
        expect(before - (rows[0]?.x ?? NaN)).toBeCloseTo((rows[3]?.x ?? NaN) - before, 0);
      }),
    );
  });

  test('no two labels overlap, on a phone and on a wide screen', () => {
    fc.assert(
      fc.property(ratios, fc.constantFrom('en-GB', 'de', 'fr', 'es'), (some, locale) => {
        const { ticks = [] } = draw(some.map(to), locale) ?? {};
        for (const [width, shown] of [
          [plateWidths.wide, ticks],
          [plateWidths.narrow, ticks.filter(({ wide }) => !wide)],
        ] as const) {
          expect(shown.length).toBeGreaterThan(0);
          shown.slice(1).forEach((tick, index) => {
            const last = shown[index] ?? tick;
            expect(((tick.x - last.x) / 100) * width).toBeGreaterThanOrEqual((labelWidth(tick.label) + labelWidth(last.label)) / 2);
          });
        }
      }),
    );
  });
});
