import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageAt, pages, read } from './dist.ts';
import { size } from './weights.ts';

/** A rule that only the sheet of listings has. */
const sheet = '.listing .k{';
const listed = pageAt('projects/parcel-sorting-replay/');

describe('a page with a listing', () => {
  test('has its colours as classes, and no inline style', () => {
    const { html, document } = listed;
    expect(document.querySelectorAll('pre.listing span[class]').length).toBeGreaterThan(10);
    expect(html).toContain(sheet);
    expect(document.querySelector('[style]')).toBeNull();
  });

  test('has its title and the lines that came and went', () => {
    const figure = listed.document.querySelector('figure:has(> pre)');
    expect(figure?.querySelector('figcaption')?.textContent).toBe('The rule for a weight that comes late');
    expect(['del', 'ins'].map((name) => figure?.querySelectorAll(`code > ${name}`).length)).toEqual([1, 4]);
  });

  test('has it in its Markdown alternate and in the feeds', () => {
    expect(read('projects/parcel-sorting-replay.md')).toContain('```go title="The rule for a weight that comes late" del={3} ins={4-7}\n');
    expect(JSON.stringify(JSON.parse(read('feed.json')))).toContain('<code class=\\"language-go\\">');
    expect(read('rss.xml')).toContain('&lt;code class=&quot;language-go&quot;&gt;');
  });
});

test('pages without a listing have nothing of its sheet, and text without colours is none', () => {
  const plain = pages().filter(({ document }) => !document.querySelector('pre code[class]'));
  expect(plain.filter(({ html }) => html.includes('.listing')).map(({ url }) => url)).toEqual([]);
  expect(plain.filter(({ document }) => document.querySelector('pre')).length).toBeGreaterThan(0);
});

test('the sheet of listings is small', () => {
  expect(size(readFileSync(new URL('../../src/styles/code.css', import.meta.url)))).toBeLessThanOrEqual(600);
});
