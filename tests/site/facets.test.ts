import { describe, expect, test } from 'vitest';
import { technologySlug } from '../../src/lib/technologies.ts';
import { fileAt, pageAt, pages, read, site, textOf, urls, type Page } from './dist.ts';
import { documents, leaves } from './documents.ts';

const all = documents().map(({ slug, fields, hidden }) => {
  const text = (...path: string[]) => leaves(fields).find((leaf) => leaf.path.join() === path.join())?.text;
  return {
    ...{ slug, hidden },
    industries: text('industry') ?? text('client', 'industry'),
    clients: text('client', 'alias') ?? text('client', 'name') ?? text('client'),
    years: (text('date') ?? text('duration', 'end'))?.slice(0, 4),
  };
});
// A translation is not counted: its facets are those of its original.
const shown = all.filter(({ hidden, slug }) => !hidden && !slug.includes('.'));
const below = (folder: string) => pages().filter(({ path }) => path.startsWith(urls.page(folder)) && path !== urls.page(folder));
const hrefs = ({ document, url }: Page, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => new URL(link.getAttribute('href') ?? '', url).pathname);
const index = pageAt('a-z/');

describe.each(['industries', 'clients', 'years'] as const)('the pages of %s', (folder) => {
  const counts = Map.groupBy(
    shown.filter((document) => document[folder]),
    (document) => document[folder] ?? '',
  );
  const several = [...counts].filter(([, members]) => members.length > 1).map(([value]) => value);

  test('are exactly those of two case studies or more', () => {
    expect(counts.size).toBeGreaterThan(5);
    expect(
      below(folder)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(several.map((value) => urls.page(folder, technologySlug(value))).toSorted());
  });

  test('list their case studies, and each of them links back', () => {
    for (const value of several) {
      const page = pageAt(`${folder}/${technologySlug(value)}/`);
      const expected = counts.get(value)?.map(({ slug }) => slug) ?? [];
      expect(hrefs(page, '.case .stretched').toSorted()).toEqual(expected.map((slug) => urls.page('projects', slug)).toSorted());
      expect(expected.filter((slug) => !hrefs(pageAt(`projects/${slug}/`), 'main a').includes(page.path))).toEqual([]);
    }
  });

  test('are all on their index, which leads to the case study itself where there is but one', () => {
    const expected = [...counts].map(([value, [only]]) =>
      several.includes(value) ? urls.page(folder, technologySlug(value)) : urls.page('projects', only?.slug ?? ''),
    );
    expect(hrefs(pageAt(`${folder}/`), 'main li.relative a').toSorted()).toEqual(expected.toSorted());
    expect(hrefs(index, 'main h2 a')).toContain(urls.page(folder));
  });
});

test('years run from the newest to the oldest', () => {
  const years = [...pageAt('years/').document.querySelectorAll('main h2')].map(textOf);
  expect(years).toEqual(years.toSorted().toReversed());
});

test('a technology of a single case study has a page if the glossary describes it', () => {
  const described = below('technologies').filter(({ document }) => document.querySelectorAll('.case').length === 1);
  expect(described.length).toBeGreaterThan(3);
  expect(described.filter(({ document }) => !document.querySelector('main h1 ~ p'))).toEqual([]);
});

describe('the index of the site', () => {
  test('is linked from the list of case studies and from every footer', () => {
    expect(hrefs(pageAt('projects/'), 'main a')).toContain(index.path);
    expect(pages().filter((page) => !hrefs(page, 'footer a').includes(index.path))).toEqual([]);
  });

  test('names every industry, client and year with its case studies, by what is public', () => {
    const parts = [...index.document.querySelectorAll('main section')].slice(1).map((part) => {
      const entries = [...part.querySelectorAll('dl > div')].map((entry): [string, string[]] => {
        const name = textOf(entry.querySelector('dt')).replace(/ \d+$/, '');
        return [name, [...entry.querySelectorAll('dd a')].map((link) => link.getAttribute('href') ?? '')];
      });
      return new Map(entries);
    });
    for (const [at, folder] of (['industries', 'clients', 'years'] as const).entries()) {
      const named = shown.filter((document) => document[folder]);
      expect(named.filter((document) => !parts[at]?.get(document[folder] ?? '')?.includes(urls.page('projects', document.slug)))).toEqual(
        [],
      );
      expect(parts[at]?.size).toBe(new Set(named.map((document) => document[folder])).size);
    }
  });

  test('orders technologies by letter, and says how many case studies use each', () => {
    const [technologies] = index.document.querySelectorAll('main section');
    const letters = [...(technologies?.querySelectorAll('h3') ?? [])].map(textOf);
    expect(letters).toEqual(letters.toSorted());
    expect(letters.length).toBeGreaterThan(8);
    const counted = [...(technologies?.querySelectorAll('dt') ?? [])].map(textOf).find((name) => name.startsWith('PHP'));
    expect(counted).toBe(`PHP ${pageAt('technologies/php/').document.querySelectorAll('.case').length}`);
  });
});

test('every link to the page of an option is to one that exists, and every page is linked from its case studies', () => {
  const folders = ['technologies', 'industries', 'clients', 'years'];
  const existing = new Set(folders.flatMap((folder) => below(folder).map(({ path }) => path)));
  const cases = pages().filter(({ path }) => path.startsWith(urls.page('projects')) && path !== urls.page('projects'));
  const linked = new Set(cases.flatMap((page) => hrefs(page, 'main article a')));
  expect([...linked].filter((path) => folders.some((folder) => path.startsWith(urls.page(folder))) && !existing.has(path))).toEqual([]);
  expect([...existing].filter((path) => !linked.has(path))).toEqual([]);
});

test('the pages of technologies and their feeds link to each other', () => {
  expect(below('technologies').length).toBeGreaterThan(10);
  for (const page of below('technologies')) {
    const feed = new URL('rss.xml', page.url).href;
    const announced = page.document.querySelectorAll('head > link[rel=alternate][type="application/rss+xml"]')[1];
    expect([announced?.getAttribute('href'), announced?.getAttribute('title')]).toEqual([
      feed,
      `${textOf(page.document.querySelector('h1')).split(': ').at(-1)} · ${site.name}`,
    ]);
    expect(hrefs(page, 'main a')).toContain(new URL(feed).pathname);
    expect(read(fileAt(new URL(feed).pathname) ?? '')).toContain(`<link>${page.url}</link>`);
  }
});
