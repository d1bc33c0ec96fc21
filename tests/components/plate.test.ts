import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import Plate from '../../src/components/project/Plate.astro';
import PlateMark from '../../src/components/project/PlateMark.astro';
import { plate } from '../../src/metrics/format/plate.ts';
import { makeMetric } from '../fixtures/metric.ts';
import { makeProject } from '../fixtures/project.ts';
import { render, textOf } from './render.ts';

const drop = (value: number, label: string) => ({
  outcome: makeMetric({ label, value, text: `${value}% less ${label}` }),
  project: makeProject({ slug: label.toLowerCase(), title: `About ${label}` }),
});
const few = [drop(20, 'Ropes'), drop(95, 'Queues'), drop(50, 'Forms')];
const many = (count: number) => Array.from({ length: count }, (_, index) => drop(1 + ((index * 37) % 98), `Gauge${index}`));
const props = (results: ReturnType<typeof drop>[]) => ({ props: { plate: plate(results, 'en-GB') } });

describe('the plate', () => {
  test('is a table whose rows link to their cases, the strongest fall first', async () => {
    const { document } = await render(Plate, props(few));
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(rows.map((row) => textOf(row.querySelector('th')))).toEqual(['Queues', 'Forms', 'Ropes']);
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).toEqual(
      ['queues', 'forms', 'ropes'].map((slug) => expect.stringContaining(`/projects/${slug}`) as string),
    );
    expect(rows.map((row) => textOf(row.querySelector('td')))).toEqual(
      ['95', '50', '20'].map((value) => expect.stringContaining(value) as string),
    );
  });

  test('has a name, and column headers', async () => {
    const { document } = await render(Plate, props(few));
    expect(document.querySelector(`#${document.querySelector('table')?.getAttribute('aria-labelledby')}`)?.textContent?.trim()).toBe(
      'Three changes on one scale',
    );
    expect(document.querySelectorAll('th[scope=col]')).toHaveLength(2);
  });

  test('draws each line from the state before to the dot at the state after, hidden from screen readers', async () => {
    const { document } = await render(Plate, props(few));
    const [scale, ...lines] = [...document.querySelectorAll('svg')];
    const before = scale?.querySelector('line.plate-before')?.getAttribute('x1');
    expect(lines).toHaveLength(3);
    for (const svg of lines) {
      const [line, dot] = [svg.querySelector('line'), svg.querySelector('circle')];
      expect(line?.getAttribute('x1')).toBe(before);
      expect(line?.getAttribute('x2')).toBe(dot?.getAttribute('cx'));
    }
    expect([scale, ...lines].map((svg) => svg?.getAttribute('aria-hidden'))).toEqual(Array(4).fill('true'));
  });

  test('weighs at most 1 KB for twenty-four changes, compressed', async () => {
    const { document } = await render(Plate, props(many(24)));
    const drawing = [...document.querySelectorAll('svg')].map((svg) => svg.outerHTML);
    expect(drawing).toHaveLength(25);
    expect(brotliCompressSync(drawing.join('')).length).toBeLessThanOrEqual(1000);
  });

  test('folds the smaller changes of a long list', async () => {
    const { document } = await render(Plate, props(many(200)));
    expect(document.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(document.querySelectorAll('details tbody tr')).toHaveLength(160);
    expect(textOf(document.querySelector('summary'))).toBe('The 160 smaller changes');
  });
});

describe('the mark', () => {
  test('has a line and a dot for each change, and nothing for a screen reader', async () => {
    const { document } = await render(PlateMark, props(many(24)));
    expect(document.body.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
    const [, lines, dots] = [...document.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '');
    expect([lines?.match(/H/g)?.length, dots?.match(/h/g)?.length]).toEqual([24, 24]);
  });

  test.each([
    ['only what the scale reaches', few, '← less'],
    ['a hundredth', [...few, drop(99.5, 'Faxes')], '← a tenth, a hundredth of what it was'],
  ])('names %s', async (_case, results, words) => {
    const { document } = await render(PlateMark, props(results));
    expect(textOf(document.querySelector('.plate-words'))).toBe(words);
  });
});
