import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileAt, files, read, sitemap, urls } from './dist.ts';

const entries = sitemap();
// No client or industry of the fixtures has two case studies.
const lists = ['projects', 'technologies', 'years'];

describe('the sitemap', () => {
  test('takes its dates from the documents, not from the build', () => {
    const folder = new URL('../fixtures/site/src/content/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.mdx?$/.test(path));
    const written = sources
      .flatMap((path) => readFileSync(new URL(path, folder), 'utf8').match(/\b\d{4}(?:-\d{2}){0,2}\b/g) ?? [])
      .map(day);
    expect(entries.filter(({ lastmod }) => lastmod && !written.includes(lastmod.slice(0, 10)))).toEqual([]);
  });
});

describe('the index', () => {
  const index = read('sitemap-index.xml');
  const kinds = files().filter((file) => /^sitemap-(?!index).*\.xml$/.test(file));
  const locations = (file: string) => [...read(file).matchAll(/<url><loc>([^<]+)/g)].map(([, loc = '']) => loc);

  test('names a file for each kind of page', () => {
    expect(kinds.toSorted()).toEqual(['pages', ...lists].map((kind) => `sitemap-${kind}-0.xml`).toSorted());
    expect(kinds.filter((file) => !index.includes(`<loc>${urls.absolute(urls.file(file))}</loc>`))).toEqual([]);
  });

  test.each(lists)('lists only %s in the file of that name', (kind) => {
    const listed = locations(`sitemap-${kind}-0.xml`);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed.filter((loc) => !new RegExp(`^${urls.page()}(?:de/)?${kind}/[^/]+/$`).test(new URL(loc).pathname))).toEqual([]);
  });

  test('dates each file by its newest page', () => {
    for (const file of kinds) {
      const newest = [...read(file).matchAll(/<lastmod>([^<]+)/g)]
        .map(([, date = '']) => date)
        .toSorted()
        .at(-1);
      expect(index).toContain(`${file}</loc><lastmod>${newest}</lastmod>`);
    }
  });
});

test('case studies are listed with their published pictures', () => {
  const pictures = [...read('sitemap-projects-0.xml').matchAll(/<image:loc>([^<]+)/g)].map(([, loc = '']) => loc);
  expect(pictures.length).toBeGreaterThan(20);
  expect(pictures.filter((loc) => !fileAt(new URL(loc).pathname))).toEqual([]);
});

test('robots.txt names the sitemap and lets search engines crawl every page', () => {
  const robots = read('robots.txt');
  expect(robots).toContain(`Sitemap: ${urls.absolute(urls.file('sitemap-index.xml'))}\n`);
  const search = robots.split('\n\n').find((group) => group.startsWith('User-agent: *\n'));
  expect(search).toBe(`User-agent: *\nAllow: ${urls.page()}`);
});

/** Complete a calendar date to its first day, as a sitemap requires. */
function day(date: string | null | undefined): string | undefined {
  return date ? `${date}-01-01`.slice(0, 10) : undefined;
}
