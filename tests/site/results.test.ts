import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultsJson, type ResultsJson } from '../../src/lib/alternates/projects-json.ts';
import { mostOnOnePage, resultsPerPage, shownCategories, shownResults } from '../../src/lib/project/results.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject } from './copy.ts';
import { pages, site, textOf, urls } from './dist.ts';

/** Thirty case studies with five outcomes each: two of one category, two of other shared categories, one of 27 rare categories. */
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
  let printed: string;

  beforeAll(async () => {
    const { code, output } = await copy.start().ended;
    if (code !== 0) throw new Error(output);
    printed = output;
    files = copy.dist();
    data = resultsJson.parse(JSON.parse(files['results.json'] ?? ''));
  });
  afterAll(() => copy.remove());

  const parsed = new Map<string, Document>();
  const pageAt = (path: string): Document => {
    const html = files[`${path}index.html`.slice(1)];
    if (html === undefined) throw new Error(`There is no page at ${path}.`);
    const text = Buffer.from(html, 'latin1').toString('utf8');
    const page = parsed.get(path) ?? (new window.DOMParser().parseFromString(text, 'text/html') as unknown as Document);
    parsed.set(path, page);
    return page;
  };
  const hrefs = (page: Document, selector: string) => [...page.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');
  const cases = (page: Document) => hrefs(page, '.result-list > li a');
  const cardOf = (page: Document) => page.querySelector('meta[property="og:image"]')?.getAttribute('content');
  const categories = () => hrefs(pageAt(urls.page('results')), 'main h2 a, #other-categories + ul a');
  /** List the pages of a category by following the link to the next. */
  const pagesOf = (first: string): string[] => {
    const found = [first];
    for (const path of found) found.push(...hrefs(pageAt(path), 'main nav a[rel=next]'));
    return found;
  };

  test('is more than fits on one page', () => {
    expect(data.results.length).toBeGreaterThan(mostOnOnePage);
    expect(new Set(data.results.map(({ category }) => category)).size).toBeGreaterThan(shownCategories);
  });

  test('has no pictures, and no message about that', () => {
    expect(Object.keys(files).filter((file) => /^_astro\/.*\.(?:jpe?g|webp|avif)$/.test(file))).toEqual([]);
    expect(printed).not.toContain('is empty');
  });

  test('has each of them once on the pages of their categories, in the order of results.json', () => {
    const listed = categories().flatMap(pagesOf).map(pageAt).flatMap(cases);
    expect(listed).toEqual(data.results.map(({ project }) => new URL(project.url).pathname));
  });

  test('puts a limited number on a page', () => {
    const [first = ''] = categories();
    expect(pagesOf(first).map((path) => cases(pageAt(path)).length)).toEqual([resultsPerPage, 60 - resultsPerPage]);
    expect(hrefs(pageAt(`${first}page/2/`), 'main nav a[rel=prev]')).toEqual([first]);
  });

  test('has one social image for all pages of a category', () => {
    const cards = categories().map((first) => new Set(pagesOf(first).map((path) => cardOf(pageAt(path)))));
    expect(cards.map(({ size }) => size)).toEqual(categories().map(() => 1));
    expect(new Set(cards.flatMap((some) => [...some])).size).toBe(categories().length);
  });

  test('shows the strongest results of the largest categories first, and links to all categories', () => {
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

  test('gives a category named “page” another address than the pages of a list', () => {
    expect(textOf(pageAt(urls.page('results', 'page-2')).querySelector('h1'))).toBe('Results: Page');
  });

  test('has each of these pages in the sitemap, with its own title and no broken link', () => {
    const sitemap = Object.entries(files).flatMap(([file, text]) => (/^sitemap-.*-\d+\.xml$/.test(file) ? [text] : []));
    const all = categories().flatMap(pagesOf);
    expect(all.filter((path) => !sitemap.some((text) => text.includes(`<loc>${site.url}${path}</loc>`)))).toEqual([]);
    expect(new Set(all.map((path) => pageAt(path).title)).size).toBe(all.length);
    const links = new Set(all.flatMap((path) => hrefs(pageAt(path), 'main a')));
    for (const link of links) expect(() => pageAt(link)).not.toThrow();
  });
});
