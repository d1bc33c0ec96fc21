import { describe, expect, test } from 'vitest';
import { fileAt, files, pages, parseHtml, read, sitemap } from '../site/dist.ts';

const entries = sitemap();

describe('the sitemap', () => {
  test('lists pages only, each once', () => {
    expect(entries.filter(({ loc }) => !fileAt(new URL(loc).pathname)?.endsWith('.html'))).toEqual([]);
    expect(new Set(entries.map(({ loc }) => loc)).size).toBe(entries.length);
  });

  test('lists exactly the pages that may be indexed', () => {
    const indexable = files().filter(
      (file) =>
        file.endsWith('.html') && !parseHtml(read(file)).querySelector('meta[name=robots][content*=noindex], meta[http-equiv=refresh]'),
    );
    expect(entries.map(({ loc }) => fileAt(new URL(loc).pathname)).toSorted()).toEqual(indexable.toSorted());
  });

  test('dates each case study by its last change', () => {
    const articles = pages().filter(
      ({ document, secret }) => !secret && document.querySelector('meta[property="og:type"][content=article]'),
    );
    const stated = articles.map(({ url, document }) => {
      const time = (name: string) => document.querySelector(`meta[property="article:${name}_time"]`)?.getAttribute('content');
      return [url, day(time('modified') ?? time('published'))];
    });
    expect(articles.map(({ url }) => [url, day(entries.find(({ loc }) => loc === url)?.lastmod?.slice(0, 10))])).toEqual(stated);
  });
});

/** Complete a calendar date to its first day, as a sitemap requires. */
function day(date: string | null | undefined): string | undefined {
  return date ? `${date}-01-01`.slice(0, 10) : undefined;
}
