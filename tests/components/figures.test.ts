import { describe, expect, test } from 'vitest';
import Change from '../../src/components/project/Change.astro';
import Figure from '../../src/components/project/Figure.astro';
import MetricStrip from '../../src/components/project/MetricStrip.astro';
import ScaleBars from '../../src/components/project/ScaleBars.astro';
import { drawing } from '../../src/metrics/format/drawing.ts';
import { parseMetrics } from '../../src/metrics/parse/parse-metrics.ts';
import type { Outcome } from '../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';
import { render } from './render.ts';

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
  test.each([
    ['a reduction leaves a full bar and what remains', makeMetric(), [100, 30]],
    ['a transition draws both states on one scale', makeTransition(), [100, (100 * 0.8) / 3.5]],
    [
      'growth passes the bar it started from',
      makeMetric({ direction: 'up', value: 25, subject: 'revenue', text: '25% increase in revenue' }),
      [80, 100],
    ],
    [
      'a share is a part of the whole',
      makeMetric({ kind: 'level', direction: null, value: 99.9, subject: 'uptime', text: '99.9% uptime' }),
      [100, 99.9],
    ],
  ])('%s', async (_case, outcome, widths) => {
    const { document } = await render(ScaleBars, { props: { drawing: drawing(outcome) } });
    const bars = [...document.querySelectorAll('rect')];
    expect(bars.map((bar) => bar.getAttribute('x'))).toEqual(['0', '0']);
    bars.forEach((bar, index) => expect(Number(bar.getAttribute('width'))).toBeCloseTo(widths[index] ?? NaN, 6));
    expect(document.querySelector('svg')?.getAttribute('viewBox')).toMatch(/^0 0 100 /);
  });

  test('are hidden from screen readers, which read the sentence', async () => {
    const { document } = await render(ScaleBars, { props: { drawing: drawing(makeMetric()) } });
    expect(document.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
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
    expect(cell?.querySelectorAll('rect')).toHaveLength(2);
    expect(cell?.textContent?.replace(/\s/g, ' ')).toContain('from 3.5 → to 0.8 s');
  });

  test('shows four at most, those with a figure first', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: five } });
    const figures = [...document.querySelectorAll('.cell .figure')].map(({ textContent }) => textContent?.replace(/\s/g, ' ').trim());
    expect(figures).toEqual(['70% less', '25% more', '99.9%', '15% more']);
  });

  test('is an island that hydrates when it is in view', async () => {
    const { document } = await render(MetricStrip, { props: { outcomes: five } });
    expect(document.querySelector('astro-island')?.getAttribute('client')).toBe('visible');
    expect(document.querySelector('astro-island > metric-strip dl')).not.toBeNull();
  });

  test('renders nothing, and no script, without outcomes', async () => {
    expect((await render(MetricStrip, { props: { outcomes: [] } })).html.trim()).toBe('');
  });
});
