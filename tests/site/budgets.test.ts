import { describe, expect, test } from 'vitest';
import { bytes, files, pageAt, pages } from './dist.ts';
import { inline, linked, modules, needed, size, styles } from './weights.ts';

/** Limits: bytes as sent (brotli 11), or a number of requests. */
const budgets = {
  'HTML, CSS and JavaScript of the reference page': {
    limit: 14_000,
    measure: () => size(reference.html, ...styles(reference), ...modules(reference)),
  },
  'JavaScript of the reference page, inline runtime included': {
    limit: 2_500,
    measure: () => size(inline(reference), ...modules(reference)),
  },
  'JavaScript of any page without an island': {
    limit: 0,
    measure: () => Math.max(...plain.map((page) => size(inline(page), ...modules(page)))),
  },
  'HTML and CSS of the heaviest other page': {
    limit: 24_000,
    measure: () => Math.max(...plain.map((page) => size(page.html, ...styles(page)))),
  },
  'a chart of twelve labels and three series, with the table of its figures': {
    limit: 800,
    measure: () => costOf('Minutes from the dock'),
  },
  'a diagram of five shapes': { limit: 3_500, measure: () => costOf('From the desk to the quay') },
  'all fonts together, uncompressed': {
    limit: 55_000,
    measure: () =>
      files()
        .filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file))
        .reduce((sum, file) => sum + bytes(file).length, 0),
  },
  'requests before the first paint of the reference page': { limit: 1, measure: () => 1 + needed(reference).length },
  'style sheets that block the reference page': { limit: 1, measure: () => linked(reference, 'head link[rel~=stylesheet]').length },
  'scripts that block the reference page': {
    limit: 0,
    measure: () => reference.document.querySelectorAll('script[src]:not([async], [defer], [type=module])').length,
  },
} satisfies Record<string, { limit: number; measure: () => number }>;

const reference = pageAt('projects/ecommerce-platform-re-architecture/');
const plain = pages().filter(({ document }) => !document.querySelector('astro-island'));
const everyKind = pageAt('projects/every-kind/');

/** What a figure that has some words adds to a page without another of its kind. */
function costOf(words: string): number {
  const figures = everyKind.html.match(/<figure class="(?:chart|diagram)[^]*?<\/figure>/g) ?? [];
  const without = (left: string[]): number => size(left.reduce((html, figure) => html.replace(figure, ''), everyKind.html));
  return without(figures.filter((figure) => !figure.includes(words))) - without(figures);
}

describe('budgets', () => {
  const measured = Object.entries(budgets).map(([name, { limit, measure }]) => ({ name, limit, value: measure() }));

  test.each(measured)('$name', ({ limit, value }) => expect(value).toBeLessThanOrEqual(limit));

  test('measure something', () => {
    expect(measured.filter(({ limit, value }) => limit > 1 && value === 0)).toEqual([]);
    expect(plain.length).toBeGreaterThan(10);
  });
});
