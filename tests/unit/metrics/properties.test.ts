import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOutcome } from '../../../src/metrics/format/format-outcome.ts';
import { parseMetrics } from '../../../src/metrics/parse/parse-metrics.ts';
import type { Metric } from '../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../fixtures/metric.ts';

const pieces = fc.constantFrom(
  ...'from to by of in over under up down reduced increased 50% 3x 1,200 4.5 €1.4M 12k 2 weeks half doubled twice ( ) - – → , . and & + ~ < vs instead of a week zero million hours NPS 2019 24/7 -> 10-15 % $ a per week /h monthly within less constructor per __proto__ once'.split(
    ' ',
  ),
);
const sentences = fc
  .array(fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ maxLength: 6 })), { maxLength: 25 })
  .map((parts) => parts.join(' '));

test('any text gives at least one entry and never an exception', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), sentences),
      fc.option(fc.constantFrom('de', 'fr', 'xx', '')),
      (text, lang) => {
        const metrics = parseMetrics(text, lang ?? undefined);
        expect(metrics.length).toBeGreaterThan(0);
        for (const metric of metrics) expect(text).toContain(metric.text);
      },
    ),
    { numRuns: 200 },
  );
});

test('every number returned is in the text, as digits with a magnitude or as a word', () => {
  fc.assert(
    fc.property(sentences, (text) => {
      const known = numbersIn(text);
      for (const number of parseMetrics(text).flatMap(numbersOf)) expect(known, `${number} in ${text}`).toContain(Math.abs(number));
    }),
    { numRuns: 200 },
  );
});

test('a subject is a phrase of the text', () => {
  fc.assert(
    fc.property(sentences, (text) => {
      for (const { subject } of parseMetrics(text)) if (subject !== null) expect(text).toContain(subject);
    }),
    { numRuns: 200 },
  );
});

test('a statement has no number, a level no direction, and a multiple is a ratio', () => {
  fc.assert(
    fc.property(sentences, (text) => {
      for (const metric of parseMetrics(text)) {
        if (metric.kind === 'statement') expect(numbersOf(metric)).toEqual([]);
        if (metric.kind === 'level' || metric.kind === 'statement') expect(metric.direction).toBeNull();
        if (metric.kind === 'multiple') expect(metric.unit).toBe('ratio');
        if (metric.unit === 'money') expect(metric.currency).toMatch(/^[A-Z]{3}$/);
      }
    }),
    { numRuns: 200 },
  );
});

test('parsing is deterministic', () => {
  fc.assert(
    fc.property(sentences, (text) => void expect(parseMetrics(text)).toEqual(parseMetrics(text))),
    { numRuns: 100 },
  );
});

describe('the formatted text parses back to the same outcome', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }),
    fc.integer({ min: 1, max: 9999 }).map((value) => value / 10),
  );
  test.each([
    ['a reduction', (value: number) => makeMetric({ value }), { kind: 'change', direction: 'down' }],
    [
      'an amount of money',
      (value: number) => makeMetric({ kind: 'level', value, unit: 'money', currency: 'EUR', direction: null }),
      { kind: 'level', currency: 'EUR' },
    ],
    [
      'a duration',
      (value: number) => makeMetric({ kind: 'level', value, unit: 'hour', direction: null, subject: 'lead time' }),
      { kind: 'level', unit: 'hour' },
    ],
  ])('%s', (_, make, expected) => {
    fc.assert(
      fc.property(numbers, (value) => {
        const { prefix, figure, unit } = formatOutcome(make(value), 'en');
        expect(parseMetrics(`${prefix} ${figure}${unit}`, 'en')).toMatchObject([{ ...expected, value }]);
      }),
      { numRuns: 200 },
    );
  });

  test('a transition', () => {
    const detail = formatOutcome(makeTransition(), 'en').detail ?? '';
    expect(parseMetrics(detail)).toMatchObject([
      { kind: 'transition', before: { value: 3.5, unit: 'second' }, after: { value: 0.8, unit: 'second' } },
    ]);
  });
});

test('a text has at most 60 outcomes', () => {
  expect(parseMetrics('5 boats, '.repeat(180)).length).toBeLessThanOrEqual(60);
});

describe('hostile text takes linear time', () => {
  const seeds = [
    '1',
    '1,',
    '1 ',
    '1 000 ',
    'from ',
    'from 1 to ',
    'to 1 ',
    '(',
    '((1',
    '1->',
    '- ',
    '1. ',
    'vs ',
    '1-',
    '1–2 ',
    'half a ',
    '$',
    '1/',
    'a-',
    "a'",
    '💥',
    '\n',
    'one of ',
    'up to ',
    '1 requests ',
    'and 1 ',
    '1 a week ',
    'per ',
    '1/h',
    'a week ',
    '1 monthly ',
    'when 1 cut ',
  ];
  test.each(seeds)('100 kB of %j', (seed) => {
    const text = seed.repeat(Math.ceil(100_000 / seed.length));
    parseMetrics(text);
    // The least CPU time of three runs, in milliseconds, as other processes may slow down one.
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      parseMetrics(text);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

function numbersOf(metric: Metric): number[] {
  return [metric, metric.before, metric.after]
    .flatMap((quantity) => [quantity?.value ?? null, quantity?.upper ?? null])
    .filter((number) => number !== null);
}

/** Return every number a text can contain: its digits in either format times every magnitude, and its number words. */
function numbersIn(text: string): number[] {
  const digits = [...text.matchAll(/\.?\d[\d.,]*/g)].flatMap(([run]) => {
    const plain = run.replace(/[.,]+$/, '');
    return [...readings(plain), ...plain.split(/[.,]/).flatMap(readings)];
  });
  const words = [0, 0.5, 1, 2];
  const all = [...digits, ...words];
  return all.flatMap((number) => [1, 10, 12, 100, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12].map((scale) => Number((number * scale).toPrecision(15))));
}

function readings(run: string): number[] {
  return [run.replaceAll(',', ''), run.replaceAll('.', '').replace(',', '.'), run.replace(',', '.'), run.replaceAll(/[.,]/g, '')]
    .map(Number)
    .filter(Number.isFinite);
}
