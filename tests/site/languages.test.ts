import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { JsonFeed } from '../../src/lib/feeds/json-feed.ts';
import { languageName } from '../../src/i18n/languages.ts';
import { localeOf } from '../../src/queries/site.ts';
import { fileAt, pageAt, pages, read, textOf, urls, type Page } from './dist.ts';

const all = pages();
const translated = all.filter(({ lang }) => lang !== undefined);
const multilingual = all.filter(({ document }) => document.querySelector('link[hreflang]'));
const languages = [...new Set(translated.flatMap(({ lang }) => lang ?? []))];
const isCase = ({ document }: Page): boolean => document.querySelector('meta[property="og:type"][content=article]') !== null;

/** Map the languages of a page to its addresses in them, as its head states them. */
function alternatesOf({ document }: Page): Map<string, string> {
  return new Map([...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [of(link, 'hreflang'), of(link, 'href')]));
}

test('a case study, its list and a page are translated', () => {
  expect(languages).toEqual(['de']);
  expect(translated.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['de/projects/index.html', 'de/projects/editorial-desk/index.html', 'de/contact/index.html']),
  );
});

describe.each(multilingual)('$path in its languages', (page) => {
  const alternates = alternatesOf(page);
  const own = page.document.documentElement.lang;

  test('names itself, and the original as x-default', () => {
    expect(alternates.get(own)).toBe(page.url);
    const original = all.find(({ url }) => url === alternates.get('x-default'));
    expect(original?.lang).toBeUndefined();
    expect(alternates.get(original?.document.documentElement.lang ?? '')).toBe(original?.url);
    expect(alternates.size).toBeGreaterThanOrEqual(3);
  });

  test('has the same alternates as each of the others', () => {
    const others = [...new Set(alternates.values())].map((url) => multilingual.find((other) => other.url === url));
    expect(others.map((other) => other && alternatesOf(other))).toEqual(others.map(() => alternates));
  });

  test('links to the others, each named in its own language', () => {
    const links = [...page.document.querySelectorAll('header a[rel=alternate]')].map((link) => [
      ...[of(link, 'hreflang'), of(link, 'lang'), textOf(link), fileAt(of(link, 'href'))],
    ]);
    const others = [...alternates].filter(([lang]) => ![own, 'x-default'].includes(lang));
    expect(links).toEqual(
      others.map(([lang, url]) => [lang, lang, languageName(lang === 'en-GB' ? 'en' : lang), fileAt(new URL(url).pathname)]),
    );
  });

  test('states the same languages in the sitemap', () => {
    const links = sitemapEntries.find(({ loc }) => loc === page.url)?.['xhtml:link'] ?? [];
    expect(new Map(links.map((link) => [link['@_hreflang'], link['@_href']]))).toEqual(alternates);
  });

  test('refers to its translations in structured data if it is a case study', () => {
    const { '@graph': graph } = JSON.parse(page.document.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as {
      '@graph': Article[];
    };
    const article = graph.find((node) => node['@type'] === 'Article');
    if (!isCase(page)) return expect(article).toBeUndefined();
    const ids = [...alternates].filter(([lang]) => ![own, 'x-default'].includes(lang)).map(([, url]) => ({ '@id': `${url}#article` }));
    expect(article?.inLanguage).toBe(own);
    expect(page.lang ? [article?.translationOfWork] : article?.workTranslation).toEqual(ids);
  });
});

test('every translation has an original, and no other page has alternates', () => {
  expect(translated.filter((page) => !multilingual.includes(page)).map(({ path }) => path)).toEqual([]);
  const originals = translated.map((page) => alternatesOf(page).get('x-default'));
  expect(
    multilingual
      .filter(({ lang }) => !lang)
      .map(({ url }) => url)
      .toSorted(),
  ).toEqual(originals.toSorted());
});

describe.each(translated)('$path is translated completely', ({ document, html, lang, url }) => {
  const { t } = localeOf(lang);

  test('and has no English text of the templates', () => {
    const words = new Set(leaves(t));
    const english = leaves(localeOf().t).filter((said) => !words.has(said) && /^[^{]{9,}$/.test(said));
    expect(english.length).toBeGreaterThan(60);
    expect(english.filter((said) => html.replace(/ href="[^"]*"|BreadcrumbList/g, '').includes(said))).toEqual([]);
  });

  test('and marks every link to a page in another language', () => {
    const links = [...document.querySelectorAll('a[href^="/"]')].filter((link) =>
      fileAt(of(link, 'href').replace(/#.*/, ''))?.endsWith('.html'),
    );
    const foreign = links.filter((link) => !fileAt(of(link, 'href'))?.startsWith(`${lang}/`));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((link) => !link.hasAttribute('hreflang')).map((link) => of(link, 'href'))).toEqual([]);
    expect(url).toContain(`/${lang}/`);
  });
});

describe.each(languages)('the case studies in %s', (lang) => {
  const cases = translated.filter((page) => page.lang === lang && isCase(page)).map(({ url }) => url);
  const list = pageAt(`${lang}/projects/`);

  test('have a list of their own, with nothing else', () => {
    const listed = [...list.document.querySelectorAll('.case-list a')].map((link) => urls.absolute(of(link, 'href')));
    expect(listed.toSorted()).toEqual(cases.toSorted());
  });

  test('end with a next case, which is marked where it is in another language', () => {
    for (const page of translated.filter((one) => one.lang === lang && isCase(one))) {
      const next = page.document.querySelector('#next-case a');
      expect(fileAt(next ? of(next, 'href') : '')).toMatch(/projects\/[^/]+\/index\.html$/);
      const isForeign = !of(next as Element, 'href').startsWith(urls.page(lang));
      expect([next?.getAttribute('hreflang') ?? null, next?.getAttribute('lang') ?? null]).toEqual(
        isForeign ? ['en', 'en-GB'] : [null, null],
      );
      expect(textOf(page.document.querySelector('[aria-labelledby=next-case]')).includes('English')).toBe(isForeign);
    }
  });

  test('have feeds of their own, in their language', () => {
    const { channel } = (xml.parse(read(`${lang}/rss.xml`)) as { rss: { channel: Channel } }).rss;
    const json = JSON.parse(read(`${lang}/feed.json`)) as JsonFeed;
    expect([channel.language, json.language]).toEqual([lang, lang]);
    expect([channel.item.map(({ link }) => link).toSorted(), json.items.map(({ url }) => url).toSorted()]).toEqual([
      cases.toSorted(),
      cases.toSorted(),
    ]);
    expect(channel.item[0]?.['content:encoded']).toContain(localeOf(lang).t.howMeasured);
    expect(channel.link).toBe(list.url);
  });

  test('are counted once: no list, feed or data file of the original language names them', () => {
    const main = ['projects/index.html', 'index.html', 'results/index.html', 'rss.xml', 'feed.json', 'projects.json', 'results.json'];
    const paths = cases.map((url) => new URL(url).pathname);
    expect(main.filter((file) => paths.some((path) => read(file).includes(path)))).toEqual([]);
  });
});

const xml = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['url', 'item', 'xhtml:link'].includes(name),
  parseTagValue: false,
});
const sitemapEntries = ['projects', 'pages'].flatMap(
  (kind) => (xml.parse(read(`sitemap-${kind}-0.xml`)) as { urlset: { url: SitemapEntry[] } }).urlset.url,
);

function of(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

function leaves(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => (typeof value === 'string' ? [value] : leaves(value as object)));
}

interface SitemapEntry {
  loc: string;
  'xhtml:link'?: Record<string, string>[];
}

interface Article {
  '@type': string;
  inLanguage?: string;
  translationOfWork?: object;
  workTranslation?: object[];
}

interface Channel {
  link: string;
  language: string;
  item: { link: string; 'content:encoded': string }[];
}
