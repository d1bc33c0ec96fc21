import { describe, expect, test } from 'vitest';
import CodeBlock from '../../src/components/content/CodeBlock.astro';
import { render, textOf } from './render.ts';

const code = 'Line,before,after\nHarbour,12,4\nRing,14,0.9';
const shown = (meta: string, data = code) =>
  render(CodeBlock, { props: { code: data, language: 'csv', meta, html: '<pre><code>plain</code></pre>' } });

describe('a chart', () => {
  test('has its title, its words, its drawing and the table of its figures', async () => {
    const { document } = await shown('chart title="Delay" unit=min source="Log"');
    expect(textOf(document.querySelector('figcaption'))).toBe('Delay');
    const drawing = document.querySelector('svg[role="img"]');
    expect(drawing?.querySelector('title')?.textContent).toBe('Delay');
    expect(drawing?.querySelector('desc')?.textContent).toBe('before from 12 to 14\u00a0min; after from 4 to 0.9\u00a0min');
    expect([...(drawing?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent?.replace(/\s/g, ' '))).toEqual([
      ...['Harbour', '12 min', '4 min'],
      ...['Ring', '14 min', '0.9 min'],
    ]);
    expect([...document.querySelectorAll('details tr')].map((row) => textOf(row).replaceAll('&nbsp;', ' '))).toEqual([
      'Line before after',
      'Harbour 12 min 4 min',
      'Ring 14 min 0.9 min',
    ]);
    expect(textOf(document.querySelector('.chart > p'))).toBe('Source: Log');
  });

  test('names its series in a key, except a single one', async () => {
    expect(textOf((await shown('chart')).document.querySelector('.chart > ul'))).toBe('before after');
    expect((await shown('chart', 'a,b\nc,1')).document.querySelector('.chart > ul')).toBeNull();
  });

  test('has no style of its own, which the policy of the page would block', async () => {
    for (const meta of ['chart', 'chart line']) expect((await shown(meta, `${code}\nBay,1,2`)).html).not.toMatch(/ style=|<style/);
  });

  test('of lines has the unit beside its title, and a scroller for a wide table', async () => {
    const { document } = await shown('chart line title="T" unit=kWh', 'a,b,c,d\ne,1,2,3\nf,2,3,4\ng,3,4,5');
    expect(textOf(document.querySelector('figcaption'))).toBe('T kWh');
    expect(document.querySelectorAll('polyline')).toHaveLength(3);
    expect(document.querySelector('[tabindex="0"][role="group"] table')).not.toBeNull();
  });

  test('that cannot be drawn, and other data, are code', async () => {
    expect((await shown('chart', 'a,b\nc,x')).document.querySelector('svg')).toBeNull();
    expect((await shown('')).text).toBe('Line,before,after Harbour,12,4 Ring,14,0.9');
  });
});
