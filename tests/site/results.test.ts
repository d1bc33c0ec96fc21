import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultsJson, type ResultsJson } from '../../src/lib/projects-json.ts';
import { mostOnOnePage, resultsPerPage, shownCategories, shownResults } from '../../src/lib/results.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject } from './copy.ts';
import { pages, site, textOf, urls } from './dist.ts';

/** Thirty case studies with five outcomes each: two of one category, two of others they share, and one of 27 that few have. */
const documents = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `rota-${index}.md`,
    makeDocument({
      title: `title: Rota ${index} for a lifeboat station`,
      thumbnail: null,
      metrics: [
        'metrics:',
        `  performance: "${20 + index}% reduction in page load times, ${index + 5}% increase in throughput"`,
        `  roi: "${90 - index}% increase in conversion rate"`,
        `  page: "${index + 2}% fewer pages"`,
        `  area_${index % 27}: "Calls per rota from ${index + 40} to 4"`,
      ].join('\n'),
    }),
  ]),
);

describe('a site with few results', () => {
  test('has all of them on one page', () => {
    const below = pages().filter(({ path }) => path.startsWith(urls.page('results')));
    expect(below.map(({ path }) => path)).toEqual([urls.page('results')]);
  });
});

describe('a site with many results', () => {
  const copy = copyProject({ projects: documents });
  const window = new Window();
  let files: Record<string, string>;
  let data: ResultsJson;
  let told: string;

  beforeAll(async () => {
    const { code, output } = await copy.start().ended;
    if (code !== 0) throw new Error(output);
    told = output;
    files = copy.dist();
    data = resultsJson.parse(JSON.parse(files['results.json'] ?? ''));
  }, 300_000);
  afterAll(() => copy.remove());

  const pageAt = (path: string): Document => {
    const html = files[`${path}index.html`.slice(1)];
    if (html === undefined) throw new Error(`There is no page at ${path}.`);
    return new window.DOMParser().parseFromString(Buffer.from(html, 'latin1').toString('utf8'), 'text/html') as unknown as Document;
  };
  const hrefs = (page: Document, selector: string) => [...page.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');
  const cases = (page: Document) => hrefs(page, '.result-list > li a');
  const cardOf = (page: Document) => page.querySelector('meta[property="og:image"]')?.getAttribute('content');
  const categories = () => hrefs(pageAt(urls.page('results')), 'main h2 a, #other-categories + ul a');
  /** The pages of a category, by the ways on that each shows. */
  const pagesOf = (first: string): string[] => {
    const found = [first];
    for (const path of found) found.push(...hrefs(pageAt(path), 'main nav a[rel=next]'));
    return found;
  };

  test('is what is built here', () => {
    expect(data.results.length).toBeGreaterThan(mostOnOnePage);
    expect(new Set(data.results.map(({ category }) => category)).size).toBeGreaterThan(shownCategories);
  });

  test('has no pictures, of which nothing is said', () => {
    expect(Object.keys(files).filter((file) => /^_astro\/.*\.(?:jpe?g|webp|avif)$/.test(file))).toEqual([]);
    expect(told).not.toContain('is empty');
  });

  test('has each of them once on the pages of their categories, in the order of results.json', () => {
    const listed = categories().flatMap(pagesOf).map(pageAt).flatMap(cases);
    expect(listed).toEqual(data.results.map(({ project }) => new URL(project.url).pathname));
  });

  test('has no more than its share on a page, and as many pages as it takes', () => {
    const [first = ''] = categories();
    expect(pagesOf(first).map((path) => cases(pageAt(path)).length)).toEqual([resultsPerPage, 60 - resultsPerPage]);
    expect(hrefs(pageAt(`${first}page/2/`), 'main nav a[rel=prev]')).toEqual([first]);
  });

  test('has one social card for all pages of a category', () => {
    const cards = categories().map((first) => new Set(pagesOf(first).map((path) => cardOf(pageAt(path)))));
    expect(cards.map(({ size }) => size)).toEqual(categories().map(() => 1));
    expect(new Set(cards.flatMap((some) => [...some])).size).toBe(categories().length);
  });

  test('shows the strongest of the fullest categories at the head, and leads to all', () => {
    const page = pageAt(urls.page('results'));
    const sections = [...page.querySelectorAll('main section:has(.result-list)')];
    expect(sections).toHaveLength(shownCategories);
    for (const section of sections) {
      const [href = ''] = [...section.querySelectorAll('h2 a')].map((link) => link.getAttribute('href'));
      const shown = [...section.querySelectorAll('.result-list > li a')].map((link) => link.getAttribute('href'));
      expect(shown).toEqual(cases(pageAt(href ?? '')).slice(0, shownResults));
    }
    expect(textOf(sections[0] ?? null)).toContain('60 results');
    expect(hrefs(page, '#other-categories + ul a')).toHaveLength(categories().length - shownCategories);
  });

  test('has a category that is called like the part of an address at one of its own', () => {
    expect(textOf(pageAt(urls.page('results', 'page-2')).querySelector('h1'))).toBe('Results: Page');
  });

  test('has every one of these pages in the sitemap, under its own title, without a broken link', () => {
    const sitemap = Object.entries(files).flatMap(([file, text]) => (/^sitemap-.*-\d+\.xml$/.test(file) ? [text] : []));
    const all = categories().flatMap(pagesOf);
    expect(all.filter((path) => !sitemap.some((text) => text.includes(`<loc>${site.url}${path}</loc>`)))).toEqual([]);
    expect(new Set(all.map((path) => pageAt(path).title)).size).toBe(all.length);
    const links = new Set(all.flatMap((path) => hrefs(pageAt(path), 'main a')));
    for (const link of links) expect(() => pageAt(link)).not.toThrow();
  });
});
