import { describe, expect, test } from 'vitest';
import { formatAggregate } from '../../../../src/metrics/format/format-aggregate.ts';
import type { Aggregate } from '../../../../src/metrics/model/aggregate.ts';

const times = (median: number, low: number, high: number, count = 4): Aggregate => ({ kind: 'time', count, median, low, high });
const written = (aggregate: Aggregate, locale = 'en-GB') =>
  Object.values(formatAggregate(aggregate, locale)).map((text: string) => text.replace(/[\u00a0\u202f]/g, ' '));

describe('an aggregate reads as sentences', () => {
  test.each<[locale: string, string[]]>([
    [
      'en-GB',
      [
        'Four durations, measured before and after',
        '63% shorter at the median',
        'between 21% and 95% shorter',
        '63%',
        'less time',
        'median of four durations; the smallest cut was 21%',
      ],
    ],
    [
      'de',
      [
        'Vier Dauern, vorher und nachher gemessen',
        'im Median 63 % kürzer',
        'zwischen 21 % und 95 % kürzer',
        '63 %',
        'weniger Zeit',
        'im Median von vier Dauern; am wenigsten: 21 %',
      ],
    ],
    [
      'fr',
      [
        'Quatre durées, mesurées avant et après',
        '63 % de moins en médiane',
        'entre 21 % et 95 % de moins',
        '63 %',
        'de temps en moins',
        'médiane de quatre durées; la plus faible baisse est de 21 %',
      ],
    ],
    [
      'es',
      [
        'Cuatro duraciones, medidas antes y después',
        '63 % menos en la mediana',
        'entre 21 % y 95 % menos',
        '63 %',
        'menos tiempo',
        'mediana de cuatro duraciones; la menor reducción fue del 21 %',
      ],
    ],
  ])('in %s', (locale, expected) => expect(written(times(-0.6259, -0.95, -0.21), locale)).toEqual(expected));

  test('whose times changed in both directions', () => {
    const { range, note } = formatAggregate(times(-0.3, -0.5, 0.12), 'en');
    expect([range, note]).toEqual(['between 12% longer and 50% shorter', 'median of four durations']);
  });

  test('of times that rose', () => {
    const { median, range, says } = formatAggregate(times(0.2, 0.1, 0.4), 'en');
    expect([median, range, says]).toEqual(['20% longer at the median', 'between 10% and 40% longer', 'more time']);
  });

  test('of availabilities, with their decimals', () => {
    expect(written({ kind: 'availability', count: 13, median: 0.9995, low: 0.99, high: 0.99999 })).toEqual([
      'Availability, 13 systems',
      '99.95% at the median',
      'between 99% and 99.999%',
      '99.95%',
      'availability',
      'median of 13 systems',
    ]);
  });
});

test.each([
  [-0.9981, 'between 0.3% and 99.8% shorter'],
  [-0.99996, 'between 0.3% and 99.996% shorter'],
  [-1, 'between 0.3% and 100% shorter'],
])('a cut of %d never rounds to a whole, nor a small one to nothing', (low, expected) => {
  expect(formatAggregate(times(-0.5, low, -0.003), 'en').range).toBe(expected);
});

test('a cut that leaves next to nothing is none of the whole', () => {
  const { range } = formatAggregate(times(-0.6, -0.9999999999, -0.2), 'en-GB');
  expect(range).toBe('between 20% and 99.9999% shorter');
});
