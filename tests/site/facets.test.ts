import { describe, expect, test } from 'vitest';
import { technologySlug } from '../../src/lib/technologies.ts';
import { fileAt, pageAt, pages, read, site, textOf, urls, type Page } from './dist.ts';
import { documents, leaves } from './documents.ts';

const all = documents().map(({ slug, fields, hidden }) => {
  const text = (...path: string[]) => leaves(fields).find((leaf) => leaf.path.join() === path.join())?.text;
  return {
    ...{ slug, hidden },
    industries: text('industry') ?? text('client', 'industry'),
    years: (text('date') ?? text('duration', 'end'))?.slice(0, 4),
  };
});
// A translation is not counted: its facets are those of its original.
const shown = all.filter(({ hidden, slug }) => !hidden && !slug.includes('.'));
const below = (folder: string) => pages().filter(({ path }) => path.startsWith(urls.page(folder)) && path !== urls.page(folder));
const hrefs = ({ document, url }: Page, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => new URL(link.getAttribute('href') ?? '', url).pathname);

describe.each(['industries', 'years'] as const)('the pages of %s', (folder) => {
  const values = new Set(shown.flatMap((document) => document[folder] ?? []));

  test('are exactly those that public case studies name', () => {
    const expected = [...values].map((value) => urls.page(folder, technologySlug(value)));
    expect(expected.length).toBeGreaterThan(5);
    expect(
      below(folder)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  test.each([...values])('that of %s lists its case studies, and each of them links back', (value) => {
    const path = urls.page(folder, technologySlug(value));
    const page = pageAt(`${folder}/${technologySlug(value)}/`);
    const expected = shown.filter((document) => document[folder] === value).map(({ slug }) => slug);
    expect(hrefs(page, '.case .stretched').toSorted()).toEqual(expected.map((slug) => urls.page('projects', slug)).toSorted());
    expect(expected.filter((slug) => !hrefs(pageAt(`projects/${slug}/`), 'main a').includes(path))).toEqual([]);
  });

  test('are all on their index, which the list of case studies links to', () => {
    const listed = hrefs(pageAt(`${folder}/`), 'main li a');
    expect(listed.toSorted()).toEqual(
      below(folder)
        .map(({ path }) => path)
        .toSorted(),
    );
    expect(hrefs(pageAt('projects/'), 'main a')).toContain(urls.page(folder));
  });
});

test('years run from the newest to the oldest', () => {
  const years = [...pageAt('years/').document.querySelectorAll('main h2')].map(textOf);
  expect(years).toEqual(years.toSorted().toReversed());
});

test.each(['technologies', 'industries'])('the pages of %s and their feeds link to each other', (folder) => {
  for (const page of below(folder)) {
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
