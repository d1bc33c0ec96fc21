import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatAggregate } from '../../src/metrics/format/format-aggregate.ts';
import { formatFigure } from '../../src/metrics/format/format-figure.ts';
import { makeQuantity } from '../../src/metrics/model/quantity.ts';
import { projectsJson, resultsJson } from '../../src/lib/alternates/projects-json.ts';
import { fileAt, files, pages, publicPages, read, site, textOf, urls, writtenText } from './dist.ts';

const cases = publicPages().filter(({ document }) => document.querySelector('meta[property="og:type"][content=article]'));

/** Reduce text to its letters and digits, so that markup makes no difference. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

describe.each(cases)('$path as Markdown', ({ document, url }) => {
  const href = document.querySelector('head > link[rel=alternate][type="text/markdown"]')?.getAttribute('href') ?? '';
  const file = fileAt(new URL(href).pathname) ?? '';
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file && read(file)) ?? [];

  test('is announced in the head', () => {
    expect(file).toBe(new URL(url).pathname.slice(urls.page().length).replace(/\/$/, '.md'));
  });

  test('has the facts of the page', () => {
    const facts = parse(head, { schema: 'core' }) as { title: string; url: string; technologies?: string[] };
    expect([facts.title, facts.url]).toEqual([textOf(document.querySelector('h1')), url]);
    expect(facts.technologies ?? []).toHaveLength(document.querySelectorAll('article aside a[href*="/technologies/"]').length);
  });

  test('has the full text of the page', () => {
    const text = squeeze(body.replace(/\]\([^)]*\)/g, ']'));
    const paragraphs = [...document.querySelectorAll('article .prose :is(p:not(.alert-title), li, td)')].filter(
      (element) => !element.querySelector('p, ul, ol, sup'),
    );
    expect(paragraphs.length).toBeGreaterThan(2);
    expect(paragraphs.map(writtenText).filter((paragraph) => !text.includes(squeeze(paragraph)))).toEqual([]);
  });

  test('has no HTML and no relative address', () => {
    const prose = body.replace(/```[\s\S]*?```|`[^`\n]+`/g, '');
    expect(prose).not.toMatch(/(?<!\\)<\/?[a-z][^>]*>/i);
    const addresses = [...prose.matchAll(/\]\(([^)]*)\)/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^(?:https?|mailto):/.test(address))).toEqual([]);
  });
});

describe('projects.json', () => {
  const data = projectsJson.parse(JSON.parse(read('projects.json')));

  test('holds every public case study, and no other', () => {
    expect(data.projects.map(({ url }) => url).toSorted()).toEqual(cases.flatMap(({ url, lang }) => (lang ? [] : url)).toSorted());
  });

  test('links only to files and pages of the site', () => {
    const addresses = data.projects.flatMap((project) => [
      ...[project.url, project.markdown, ...project.technologies.flatMap(({ url }) => url ?? []), ...project.images.map(({ url }) => url)],
    ]);
    expect(addresses.filter((address) => !fileAt(new URL(address).pathname))).toEqual([]);
  });
});

describe('results.json', () => {
  const data = resultsJson.parse(JSON.parse(read('results.json')));
  const page = pages().find(({ path }) => path === urls.page('results'));
  const shown = squeeze(textOf(page?.document.querySelector('main') ?? null));

  test('has the aggregates of the results page', () => {
    expect(data.aggregates.length).toBeGreaterThan(0);
    const written = data.aggregates.flatMap((aggregate) => {
      const { title, median, range } = formatAggregate(aggregate, site.locale);
      return [title, median, range];
    });
    expect(written.filter((value) => !shown.includes(squeeze(value)))).toEqual([]);
    expect(page?.document.querySelectorAll('main dt')).toHaveLength(data.aggregates.length);
  });

  test('holds the outcomes that the results page shows', () => {
    expect(data.results.length).toBeGreaterThan(20);
    // The page splits a sentence into name and figures where it only repeats them.
    const items = [...(page?.document.querySelectorAll('main li') ?? [])].map((item) => squeeze(textOf(item)));
    const figuresOf = ({ before, after, ...claim }: (typeof data.results)[number]) =>
      (before && after ? [before, after] : [claim]).map(
        ({ value, upper, unit, currency }) => formatFigure(makeQuantity({ value, upper, unit, currency }), site.locale).figure,
      );
    const missing = data.results.filter(
      (result) =>
        !shown.includes(squeeze(result.text)) &&
        !items.some((item) => [result.label, ...figuresOf(result)].every((part) => item.includes(squeeze(part)))),
    );
    expect(missing).toEqual([]);
  });
});

test.each(['projects', 'results'])('%s.json names its schema, which is published', (name) => {
  const { $schema } = JSON.parse(read(`${name}.json`)) as { $schema: string };
  const schema = JSON.parse(read(fileAt(new URL($schema).pathname) ?? '')) as { $id: string };
  expect(schema.$id).toBe($schema);
});

describe('llms.txt', () => {
  const text = read('llms.txt');
  const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)/gm)].map(([, href = '']) => href);

  test('links to every case study as Markdown, and only to files and pages of the site', () => {
    expect(text.startsWith(`# ${site.name}\n\n> ${site.description}\n`)).toBe(true);
    expect(links.filter((link) => !fileAt(new URL(link).pathname))).toEqual([]);
    expect(links.filter((link) => link.endsWith('.md'))).toHaveLength(cases.length);
  });

  test('has llms-full.txt beside it, with every case study', () => {
    const whole = squeeze(read('llms-full.txt'));
    expect(cases.filter(({ document }) => !whole.includes(squeeze(textOf(document.querySelector('h1')))))).toEqual([]);
  });
});

test('robots.txt and security.txt are published', () => {
  expect(read('robots.txt')).toContain('User-agent: *');
  expect(Date.parse(/^Expires: (.+)$/m.exec(read('.well-known/security.txt'))?.[1] ?? '')).toBeGreaterThan(Date.now());
});

test('the page about feeds and data links to every data file, and to a case study as Markdown', () => {
  const page = pages().find(({ path }) => path === urls.page('feeds'));
  const linked = [...(page?.document.querySelectorAll('main a') ?? [])].map((link) =>
    fileAt(new URL(link.getAttribute('href') ?? '', page?.url).pathname),
  );
  const data = files().filter((file) => /^(?:projects|results|llms)[^/]*\.(?:json|txt)$/.test(file));
  expect(data).toHaveLength(6);
  expect([...data, 'sitemap-index.xml'].filter((file) => !linked.includes(file))).toEqual([]);
  expect(linked.filter((file) => file?.endsWith('.md'))).toHaveLength(1);
});
