import { describe, expect, test } from 'vitest';
import Change from '../../src/components/project/Change.astro';
import Figure from '../../src/components/project/Figure.astro';
import MetricStrip from '../../src/components/project/MetricStrip.astro';
import ResultsTable from '../../src/components/project/ResultsTable.astro';
import ScaleBars from '../../src/components/project/ScaleBars.astro';
import Transition from '../../src/components/ui/Transition.astro';
import { drawing } from '../../src/metrics/format/drawing.ts';
import { makeQuantity } from '../../src/metrics/model/quantity.ts';
import { parseMetrics } from '../../src/metrics/parse/parse-metrics.ts';
import type { Outcome } from '../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';
import { render, textOf } from './render.ts';

const parsed = (text: string): Outcome => makeMetric({ ...parseMetrics(text)[0] });

describe('a figure', () => {
  const level = { kind: 'level', direction: null } as const;

  test.each([
    ['a fall', makeMetric(), '70% less'],
    ['a rise', makeMetric({ direction: 'up', value: 25 }), '25% more'],
    ['a share', makeMetric({ ...level, value: 99.9 }), '99.9%'],
    ['a time', makeMetric({ ...level, value: 180, unit: 'millisecond' }), '180 ms'],
    ['a count', makeMetric({ ...level, value: 1200, unit: 'count' }), '1,200'],
    ['a sum', makeMetric({ ...level, value: 2_000_000, unit: 'money', currency: 'EUR' }), '€2m'],
    ['the end of a transition', makeTransition(), '0.8 s'],
  ])('of %s', async (_case, outcome, reads) => {
    const { text } = await render(Figure, { props: { outcome } });
    expect(text.replace(/\u00a0/g, ' ')).toContain(reads);
  });

  test('never breaks inside its digits, even in a range', async () => {
    const { document } = await render(Figure, { props: { outcome: makeMetric({ upper: 80 }) } });
    expect(document.querySelector('.whitespace-nowrap')?.textContent).toBe('70–80');
  });

  test('takes a class', async () => {
    const { document } = await render(Figure, { props: { outcome: makeMetric(), class: 'large' } });
    expect(document.querySelector('.figure')?.className).toBe('figure large');
  });
});

describe('a change shown alone', () => {
  const read = async (outcome: Outcome) => {
    const { document } = await render(Change, { props: { outcome } });
    const spoken = document.body;
    const seen = spoken.cloneNode(true) as HTMLElement;
    seen.querySelectorAll('.visually-hidden').forEach((element) => element.remove());
    spoken.querySelectorAll('[aria-hidden]').forEach((element) => element.remove());
    return [seen, spoken].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  };

  test('has an arrow for the eye and words for a screen reader', async () => {
    expect(await read(makeTransition())).toEqual(['3.5 → 0.8 s', 'from 3.5 to 0.8 s']);
  });

  test.each([
    ['a claim', makeMetric(), '70% less'],
    ['a level', makeMetric({ kind: 'level', direction: null, value: 99.9 }), '99.9%'],
    [
      'a rounded number, with the full amount',
      makeMetric({ kind: 'level', direction: null, value: 7_654_321, unit: 'count' }),
      '7.65m 7,654,321',
    ],
  ])('is %s', async (_case, outcome, reads) => expect(await read(outcome)).toEqual([reads, reads]));
});

describe('bars', () => {
  const drawn = async (outcome: Outcome, props = {}) => {
    const { document } = await render(ScaleBars, { props: { drawing: drawing(outcome, 'en'), ...props } });
    return [...document.querySelectorAll('.bars > p')].map((bar) => ({
      label: textOf(bar).replace(/\s/g, ' '),
      width: bar.querySelector('svg')?.getAttribute('width'),
    }));
  };

  test('have their labels as text and their lengths as attributes', async () => {
    expect(await drawn(makeTransition())).toEqual([
      { label: 'was 3.5 s', width: '100%' },
      { label: 'now 0.8 s', width: '22.86%' },
    ]);
    expect(await drawn(makeMetric())).toEqual([
      { label: 'before', width: '100%' },
      { label: '30% of it', width: '30%' },
    ]);
  });

  test('do not repeat the figures beside them', async () => {
    expect((await drawn(makeTransition(), { brief: true })).map(({ label }) => label)).toEqual(['was', 'now']);
    expect((await drawn(makeMetric(), { brief: true })).map(({ label }) => label)).toEqual(['before', '30% of it']);
  });

  test('say what part one is that is too short to be seen', async () => {
    const [, after] = await drawn(makeMetric({ value: 99.75, text: '99.75% reduction in page load times' }));
    expect(after).toEqual({ label: '1/400 of it', width: '0.25%' });
    const hour = makeQuantity({ value: 1, unit: 'hour' });
    const [, now] = await drawn(makeTransition({ before: hour, after: { ...hour, value: 9, unit: 'second' } }));
    expect(now?.label).toBe('now 9 s 1/400 of it');
  });

  test('are hidden from screen readers, which read the labels', async () => {
    const { document } = await render(ScaleBars, { props: { drawing: drawing(makeMetric(), 'en') } });
    expect([...document.querySelectorAll('svg')].map((bar) => bar.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  });
});

describe('two states', () => {
  test.each([
    ['1 250 בקשות לשנייה → 12 500 בקשות לשנייה', '←'],
    ['20 يومًا → 4 أيام', '←'],
    ['3 200 req/s → 12 500 req/s', '→'],
    ['5 → 1', '→'],
  ])('%s: the arrow points in the direction of reading, and no figure breaks', async (text, arrow) => {
    const { document } = await render(Transition, { props: { text } });
    expect(document.querySelector('[aria-hidden]')?.textContent).toBe(`\u00a0${arrow}`);
    expect(document.body.textContent).not.toMatch(/\d \d/);
  });
});

describe('the strip', () => {
  const five = [
    '70% reduction in page load times',
    'a calmer team',
    '25% increase in conversion',
    '99.9% uptime',
    '15% increase in orders',
  ].map(parsed);

  test('is complete before any script has run', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: [makeTransition()] } });
    const cell = document.querySelector('.cell');
    expect(cell?.querySelector('dt')?.textContent).toBe('Checkout');
    expect(cell?.querySelector('.figure')?.textContent?.replace(/\s/g, ' ')).toContain('0.8 s');
    expect([...(cell?.querySelectorAll('.bars > p') ?? [])].map((bar) => textOf(bar).replace(/\s/g, ' '))).toEqual([
      'was 3.5 s',
      'now 0.8 s',
    ]);
  });

  test('shows four at most, those with a figure first', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: five } });
    const figures = [...document.querySelectorAll('.cell .figure')].map(({ textContent }) => textContent?.replace(/\s/g, ' ').trim());
    expect(figures).toEqual(['70% less', '25% more', '99.9%', '15% more']);
  });

  test('adds how the change was measured, else the sentence of the author if it says more', async () => {
    const evidenced = makeTransition({ period: 'May 2023', method: 'log of the gate', source: 'https://gates.example/log' });
    const { document } = await render(MetricStrip, {
      props: { outcomes: [evidenced, makeTransition({ text: 'checkout from 3.5 s to 0.8 s, even on Fridays' })] },
    });
    const [first, second] = [...document.querySelectorAll('.cell')].map((cell) => [...cell.querySelectorAll('dd')].at(-1));
    expect(textOf(first)).toBe('May 2023 · log of the gate · source');
    expect(textOf(second)).toBe('Checkout from 3.5\u00a0s to 0.8\u00a0s, even on Fridays');
  });

  test('draws no bars for a level without a baseline', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: [parsed('99.9% uptime'), parsed('9 of 10 tenants stay')] } });
    expect(document.querySelector('svg')).toBeNull();
  });

  test('is an island that hydrates when the browser is idle', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: five } });
    expect(document.querySelector('astro-island')?.getAttribute('client')).toBe('idle');
    expect(document.querySelector('astro-island > metric-strip dl')).not.toBeNull();
  });

  test('renders nothing, and no script, without outcomes', async () => {
    expect((await render(MetricStrip, { props: { outcomes: [] } })).html.trim()).toBe('');
  });
});

describe('the table of results', () => {
  test('says each thing once: the states are the labels of their bars', async () => {
    const { document } = await render(ResultsTable, { props: { outcomes: [makeTransition({ period: 'May 2023' })], caption: 'Results' } });
    const [figure, evidence] = [...document.querySelectorAll('tbody td')].map((cell) => textOf(cell).replace(/\s/g, ' '));
    expect(figure).toBe('0.8 s was 3.5 s now 0.8 s');
    expect(evidence).toBe('May 2023');
  });

  test('adds the claim of a transition, and all digits of a rounded figure', async () => {
    const euros = (value: number) => makeQuantity({ value, unit: 'money', currency: 'EUR' });
    const claimed = makeTransition({ value: 77, unit: 'percent', text: 'checkout 77% shorter, from 3.5 s to 0.8 s' });
    const rounded = makeTransition({ before: euros(2_345_678), after: euros(1_234_567), text: 'costs from €2,345,678 to €1,234,567' });
    const { document } = await render(ResultsTable, { props: { outcomes: [claimed, rounded], caption: 'Results' } });
    expect(textOf(document.querySelector('.results-evidence')).replace(/\s/g, ' ')).toBe('77% shorter');
    const [, figure] = document.querySelectorAll('.results-figure .sized');
    expect(textOf(figure)).toBe('€1.23m €1,234,567');
  });

  test('writes the states where they cannot be drawn', async () => {
    const weekly = makeQuantity({ value: 2, unit: 'week' });
    const outcome = makeTransition({ before: weekly, after: { ...weekly, value: 4, unit: 'percent' } });
    const { document } = await render(ResultsTable, { props: { outcomes: [outcome], caption: 'Results' } });
    expect(document.querySelector('.bars')).toBeNull();
    expect(textOf(document.querySelector('.results-evidence')).replace(/\s/g, ' ')).toContain('from 2 weeks → to 4%');
  });
});
