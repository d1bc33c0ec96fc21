import { describe, expect, test } from 'vitest';
import { fileAt, pages, textOf } from '../site/dist.ts';

interface Node {
  '@type': string;
  '@id'?: string;
  [property: string]: unknown;
}

const graphOf = (document: Document) =>
  (JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}') as { '@graph': Node[] })['@graph'];
const indexed = pages().filter(({ missing, secret }) => !missing && !secret);
const all = new Set(indexed.flatMap(({ document }) => graphOf(document).flatMap((node) => node['@id'] ?? [])));

/** List the values of a key, at any depth. */
function under(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...under(inner, key)]);
}

describe.each(indexed)('$path', ({ document, url }) => {
  const graph = graphOf(document);
  const page = graph.find((node) => /Page$/.test(node['@type'])) as Node;

  test('refers only to nodes that some page describes', () => {
    const ids = under(graph, '@id').map(String);
    expect(ids.filter((id) => !all.has(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(3);
  });

  test('names only pictures that exist', () => {
    const pictures = [...under(graph, 'image'), ...under(graph, 'primaryImageOfPage')].flatMap((image) => under(image, 'url'));
    expect(pictures.filter((picture) => !fileAt(new URL(String(picture)).pathname))).toEqual([]);
  });

  test('lists the entries that it shows, in the same order', () => {
    const members = under(page['mainEntity'], 'itemListElement').flat() as { url: string; position: number }[];
    if (page['@type'] !== 'CollectionPage' || members.length === 0) return;
    const linked = [...document.querySelectorAll('main a[href]')].map((link) => new URL(link.getAttribute('href') ?? '', url).href);
    // Several entries may lead to one case study, so each is looked for below the one before it.
    let at = -1;
    const lost = members.filter(({ url }) => (at = linked.indexOf(url, at + 1)) < 0);
    expect(lost).toEqual([]);
    expect(members.map(({ position }) => position)).toEqual(members.map((_member, index) => index + 1));
  });

  test('describes a case study with all of its figures', () => {
    const article = graph.find((node) => node['@type'] === 'Article');
    if (!article) return;
    expect(page['mainEntity']).toEqual({ '@id': article['@id'] });
    const figures = [...document.querySelectorAll('main .strip .cell')];
    expect((article['mentions'] as unknown[] | undefined)?.length ?? 0).toBeGreaterThanOrEqual(figures.length);
    expect(article['headline']).toBe(textOf(document.querySelector('h1')));
  });
});
