import { describe, expect, test } from 'vitest';
import { readLocatedOutcomes, readOutcomes } from '../../../src/metrics/read-outcomes.ts';
import { metricWarnings } from '../../../src/checks/fields/metrics.ts';

describe('outcomes are read in every shape', () => {
  test('one string with two metrics', () => {
    expect(readOutcomes('99.9% uptime, 15% more orders', undefined)).toMatchObject([
      { value: 99.9, category: null },
      { value: 15, category: null },
    ]);
  });

  test('categories, lists and structured metrics, in reading order', () => {
    const outcomes = readOutcomes(
      {
        speed: '3x faster quotes',
        trade: [
          '12% more berths let',
          { label: 'Fees', before: '€1.4M', after: '€1.75M', period: '2022', method: 'ledger', source: 'https://example.com' },
        ],
      },
      undefined,
    );
    expect(outcomes).toMatchObject([
      { kind: 'multiple', category: 'speed' },
      { kind: 'change', category: 'trade' },
      {
        kind: 'transition',
        category: 'trade',
        label: 'Fees',
        subject: 'Fees',
        direction: 'up',
        before: { value: 1_400_000, currency: 'EUR' },
        after: { value: 1_750_000, currency: 'EUR' },
        period: '2022',
        method: 'ledger',
        source: 'https://example.com',
        text: 'Fees: €1.4M → €1.75M',
      },
    ]);
  });

  test('states keep their sign', () => {
    expect(readOutcomes({ label: 'Margin', before: '-4%', after: '6%' }, undefined)).toMatchObject([
      { before: { value: -4 }, after: { value: 6 }, direction: 'up' },
    ]);
  });

  test('states of one whole have it; those of different wholes are not compared', () => {
    const [one] = readOutcomes({ label: 'Berths lit', before: '2 of 7', after: '6 of 7' }, undefined);
    expect(one).toMatchObject({ outOf: 7, direction: 'up', before: { value: 2 }, after: { value: 6 } });
    const [two] = readOutcomes({ label: 'Berths lit', before: '3 of 4', after: '5 of 9' }, undefined);
    expect(two).toMatchObject({ before: null, after: { value: 5 }, direction: null });
    expect(readOutcomes('Harbour score from 2/7 to 6/7', undefined)).toMatchObject([{ outOf: 7 }]);
    expect(readOutcomes('Queues from 9 to 3 in 10 harbours', undefined)[0]).not.toHaveProperty('outOf');
  });

  test('a period after a colon is no outcome of its own', () => {
    expect(readOutcomes(undefined, '- **€2.4M saved:** over four years.')).toMatchObject([{ value: 2_400_000 }]);
    expect(readOutcomes('Dredging: 9 days a year before, 2 a year after', undefined)).toMatchObject([
      { kind: 'transition', before: { value: 9 }, after: { value: 2 } },
    ]);
  });

  test.each([
    [
      'a bare value with its unit',
      { value: 99.9, unit: 'percent', label: 'uptime' },
      { kind: 'level', value: 99.9, unit: 'percent', subject: 'uptime', text: 'uptime: 99.9%' },
    ],
    [
      'a bare value without one',
      { number: 12, text: 'deliveries a day' },
      { kind: 'level', value: 12, unit: 'count', label: 'deliveries a day' },
    ],
    [
      'bare states with a unit',
      { label: 'Latency', before: 350, after: 120, unit: 'millisecond' },
      { kind: 'transition', direction: 'down', text: 'Latency: 350 milliseconds → 120 milliseconds' },
    ],
    [
      'bare states with a currency',
      { label: 'Fee', from: 80, to: 100, currency: 'GBP' },
      { kind: 'transition', after: { value: 100, unit: 'money', currency: 'GBP' } },
    ],
    [
      'a claim completed by its label',
      { value: '300%', label: 'Increase in visits' },
      { kind: 'change', value: 300, direction: 'up', label: 'Increase in visits' },
    ],
    [
      'a claim under `improvement`',
      { metric: 'Page load', improvement: '70%', from: '3.5 s', to: '1.05 s' },
      { kind: 'transition', value: 70, direction: 'down' },
    ],
    ['a signed claim', { label: 'Load time', value: '-70%' }, { kind: 'change', direction: 'down', value: 70 }],
    [
      'a state in words',
      { label: 'Billing', before: 'overnight', after: '3 minutes' },
      { kind: 'transition', before: null, after: { value: 3, unit: 'minute' } },
    ],
    [
      'words without a figure',
      { label: 'Calmer Fridays', context: 'Nobody is called in' },
      { kind: 'statement', label: 'Calmer Fridays', context: 'Nobody is called in' },
    ],
    [
      'its own better direction',
      { label: 'Flumes', before: 3, after: 4, better: 'lower', headline: true },
      { better: 'lower', headline: true },
    ],
  ] as const)('%s', (_, written, expected) => expect(readOutcomes(written, undefined)).toMatchObject([expected]));

  test('the language decides whether a dot groups digits', () => {
    expect(readOutcomes('1.250 Anlegeplätze', undefined, 'de')[0]?.value).toBe(1250);
    expect(readOutcomes({ label: 'Plätze', value: '1.250' }, undefined, 'de')[0]?.value).toBe(1250);
  });
});

describe('the period of a structured metric', () => {
  test.each([
    ['each state says its own', { label: 'Faults', before: '40 a week', after: '25 a week' }, 'week', 'week'],
    ['one state says it for both', { label: 'Faults', before: '40 a week', after: 25 }, 'week', 'week'],
    ['the label says it for both', { label: 'Faults a week', before: 40, after: 25 }, 'week', 'week'],
    ['the states differ', { label: 'Faults', before: '40 a week', after: '3 a day' }, 'week', 'day'],
    ['the label names a time', { label: 'Time to close a month', before: '9 days', after: '3 days' }, null, null],
    ['a share has none', { label: 'Bookings kept each season', before: '70%', after: '90%' }, null, null],
  ])('%s', (_, metric, before, after) =>
    expect(readOutcomes(metric, undefined)).toMatchObject([{ kind: 'transition', before: { per: before }, after: { per: after } }]),
  );

  test.each([
    [{ value: 85, unit: 'count', label: 'Crates weighed per hour' } as const, 'hour'],
    [{ value: '85', label: 'Crates weighed per hour' }, 'hour'],
    [{ value: 'up to 85 an hour', label: 'Crates weighed' }, 'hour'],
    [{ value: '3 hours', label: 'Time to close a month' }, null],
    [{ value: '40% fewer', label: 'Faults a week' }, null],
  ])('of a value: %j', (metric, per) => expect(readOutcomes(metric, undefined)).toMatchObject([{ per }]));
});

describe('without metrics', () => {
  const results = [
    'Much was gained.',
    '',
    '- **60% fewer faults:** since March',
    '* __Quotes in 4 minutes__ instead of 4 days',
    '- **Calmer nights:** nobody is called',
    '- 12% more of this is not bold',
    '1. **9% more berths** let',
  ].join('\n');

  test('the bullets of the results that begin in bold and have a figure are read', () => {
    expect(readOutcomes(undefined, results).map(({ text }) => text)).toEqual([
      '60% fewer faults: since March',
      'Quotes in 4 minutes instead of 4 days',
      '9% more berths let',
    ]);
  });

  test.each([
    ['**Response Time** From 9 h to 2 h', 'Response time'],
    ['**Time to First Reading** From 9 h to 2 h', 'Time to first reading'],
    ['**LCP on GitHub Pages** From 9 s to 2 s', 'LCP on GitHub pages'],
    ['**Friday Check-In Time** From 9 min to 2 min', 'Friday check-in time'],
    ['**Monday and Friday Orders** up 20%', 'Monday and Friday orders'],
    ['**Waiting time in Bergen** From 9 h to 2 h', 'Waiting time in Bergen'],
    ['**Time on [the quay](/quay)** From 9 h to 2 h', 'Time on the quay'],
  ])('a heading in title case becomes a label in sentence case: %s', (bullet, label) => {
    expect(readOutcomes(undefined, `- ${bullet}`)).toMatchObject([{ subject: label }]);
  });

  test('but not in German', () => {
    expect(readOutcomes(undefined, '- **Ladezeit Startseite** von 9 s auf 2 s', 'de')).toMatchObject([{ subject: 'Ladezeit Startseite' }]);
  });

  test('only: metrics take precedence', () => expect(readOutcomes('3x faster quotes', results)).toHaveLength(1));

  test('and without such bullets there are no outcomes', () => {
    expect(readOutcomes(undefined, undefined)).toEqual([]);
    expect(readOutcomes(undefined, 'No bullets **at 60%** here')).toEqual([]);
  });
});

test('each group of outcomes has its front-matter path', () => {
  const paths = readLocatedOutcomes({ speed: '3x faster quotes', trade: ['12% more berths', { label: 'x', value: 3 }] }, undefined).map(
    ({ path }) => path,
  );
  expect(paths).toEqual([
    ['metrics', 'speed'],
    ['metrics', 'trade', 0],
    ['metrics', 'trade', 1],
  ]);
  expect(readLocatedOutcomes(undefined, '- **60% fewer faults**')[0]?.path).toEqual(['results_metrics']);
});

describe('warnings', () => {
  const codes = (...input: Parameters<typeof metricWarnings>) => metricWarnings(...input).map(({ code }) => code);

  test('a percentage change without a baseline', () => {
    expect(codes('60% fewer faults', undefined)).toEqual(['no-baseline']);
    for (const withBaseline of [
      '60% fewer faults, from 50 to 20 a week',
      '60% fewer faults compared with 2021',
      '60% fewer faults than before',
      '3x faster quotes',
      '99.9% uptime',
      'Faults halved',
    ]) {
      expect(codes(withBaseline, undefined), withBaseline).toEqual([]);
    }
    expect(codes({ label: 'Faults', value: '60% fewer', context: 'compared with the year before' }, undefined)).toEqual([]);
  });

  test('a claim that contradicts its own figures', () => {
    expect(
      metricWarnings({ waiting: { label: 'Waiting', value: 75, unit: 'percent', before: '6 hours', after: '3 hours' } }, undefined),
    ).toMatchObject([{ code: 'contradiction', path: ['metrics', 'waiting'], value: 'Waiting: 6 hours → 3 hours, 75%' }]);
    expect(codes({ label: 'Waiting', value: 75, unit: 'percent', before: '6 hours', after: '90 min' }, undefined)).toEqual([]);
  });

  test('states of different dimensions', () => {
    expect(codes({ label: 'Odd', before: '3 hours', after: '4%' }, undefined)).toEqual(['unlike-endpoints']);
    expect(codes({ label: 'Even', before: '3 hours', after: '4 days' }, undefined)).toEqual([]);
  });

  test('states of different periods, unless one converts exactly into the other', () => {
    expect(metricWarnings({ label: 'Faults', before: '12 a week', after: '2 a month' }, undefined)).toMatchObject([
      { code: 'unlike-endpoints', message: expect.stringContaining('compares different periods') as string },
    ]);
    expect(codes({ label: 'Faults', before: '12 a week', after: '1 a day' }, undefined)).toEqual([]);
    expect(codes({ label: 'Faults', before: '12 a week', after: 4 }, undefined)).toEqual([]);
  });

  test('a target instead of an outcome', () => {
    expect(codes('Target: 40 berths by spring', undefined)).toEqual(['target']);
    expect(codes('Projected savings of €30K', undefined)).toEqual(['target']);
    expect(codes('Forecast to save €30K', undefined)).toEqual(['target']);
    expect(codes('Mean forecast error from 8.3% to 4.9%', undefined)).toEqual([]);
  });

  test('say what is doubtful and how to fix it', () => {
    const [contradiction] = metricWarnings('Faults down 90% (50 → 20)', undefined);
    expect(contradiction?.message).toMatchInlineSnapshot(`"claims 90%, but its own figures say otherwise: 50 → 20 is −60%"`);
    expect(contradiction?.fix).toMatchInlineSnapshot(
      `"correct the claim, or the figures before and after; the difference between two percentages is in percentage points"`,
    );
    expect(metricWarnings('60% fewer faults', undefined)[0]?.message).toMatchInlineSnapshot(
      `"gives a change of 60% without the figures behind it"`,
    );
  });
});
