import { describe, expect, test } from 'vitest';
import { articleNode, breadcrumbNode, jsonLd, pageNode, siteNodes } from '../../src/lib/structured-data.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { makeProject } from '../fixtures/project.ts';

const home = 'https://example.com/';
const url = `${home}projects/tidal-gauges/`;
const site = (author: object = {}) =>
  siteSchema.parse({
    name: 'Marlow',
    url: 'https://example.com',
    promise: 'p',
    description: 'd',
    about: 'a',
    author: { name: 'Ann', email: 'ann@example.com', ...author },
  });
const article = (project = makeProject()) => articleNode(project, { url, home, locale: 'en-GB' }) as unknown as Record<string, unknown>;

describe('the block', () => {
  test('cannot close its script element, nor open a comment', () => {
    const block = jsonLd([{ name: '</script><!--<script>\u2028\u2029' }]);
    expect(block).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(block)).toEqual({ '@context': 'https://schema.org', '@graph': [{ name: '</script><!--<script>\u2028\u2029' }] });
  });
});

describe('the site', () => {
  test.each([
    ['person', 'Person'],
    ['organization', 'Organization'],
  ])('is published by a %s', (kind, type) => {
    const [website, author] = siteNodes(site({ kind }), home) as unknown as Record<string, unknown>[];
    expect(author?.['@type']).toBe(type);
    expect(website?.['publisher']).toEqual({ '@id': author?.['@id'] });
  });

  test('names the profiles of its author only where there are any', () => {
    const profiles = ['https://social.example/@ann'];
    expect(siteNodes(site(), home)[1]).not.toHaveProperty('sameAs');
    expect(siteNodes(site({ profiles }), home)[1]).toHaveProperty('sameAs', profiles);
  });
});

test('a page is part of the site and says when it changed', () => {
  const node = pageNode({ type: 'AboutPage', url, title: 'About', description: 'd', home, modified: '2025-02-03' });
  expect(node).toMatchObject({ '@type': 'AboutPage', isPartOf: { '@id': `${home}#site` }, dateModified: '2025-02-03' });
  expect(pageNode({ url, title: 'About', description: 'd', home })).not.toHaveProperty('dateModified');
});

test('a trail counts from one, the page itself last', () => {
  const node = breadcrumbNode(url, [
    { name: 'Home', url: home },
    { name: 'Tidal Gauges', url },
  ]);
  expect(node).toMatchObject({
    itemListElement: [
      { position: 1, item: home },
      { position: 2, name: 'Tidal Gauges', item: url },
    ],
  });
});

describe('an article', () => {
  test('is about its client', () => {
    const client = { name: 'Port of Ostmark', industry: null, size: null, url: 'https://port.example' };
    expect(article(makeProject({ client }))['about']).toEqual({
      '@type': 'Organization',
      name: 'Port of Ostmark',
      url: 'https://port.example',
    });
    expect(article()['about']).not.toHaveProperty('url');
  });

  test.each([
    ['delivered only', { date: '2024-05-17', updated: null }, '2024-05-17', '2024-05-17'],
    ['delivered and updated', { date: '2024-05-17', updated: '2025-02-03' }, '2024-05-17', '2025-02-03'],
    ['undated', { date: null, updated: null }, undefined, undefined],
  ])('%s', (_case, dates, published, modified) => {
    const node = article(makeProject(dates));
    expect([node['datePublished'], node['dateModified']]).toEqual([published, modified]);
  });

  test('is in its own language, else in that of the site', () => {
    expect([article()['inLanguage'], article(makeProject({ lang: 'de' }))['inLanguage']]).toEqual(['en-GB', 'de']);
  });
});
