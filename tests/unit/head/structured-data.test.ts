import { describe, expect, test } from 'vitest';
import { articleNode, breadcrumbNode, jsonLd, pageNode, siteNodes } from '../../../src/lib/head/structured-data.ts';
import { formatOutcome } from '../../../src/metrics/format/format-outcome.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { makeMetric, makeTransition } from '../../fixtures/metric.ts';
import { makeBareProject, makeProject } from '../../fixtures/project.ts';

const home = 'https://example.com/';
const logo = `${home}icons/512.png`;
const url = `${home}projects/tidal-gauges/`;
const site = (author: object = {}, more: object = {}) =>
  siteSchema.parse({
    name: 'Marlow',
    url: 'https://example.com',
    promise: 'p',
    description: 'd',
    about: 'a',
    author: { name: 'Ann', email: 'ann@example.com', ...author },
    ...more,
  });
const article = (project = makeProject(), more: Partial<Parameters<typeof articleNode>[1]> = {}) =>
  articleNode(project, { url, home, locale: 'en-GB', images: [], outcomes: [], ...more }) as unknown as Record<string, unknown>;

describe('the block', () => {
  test('cannot close its script element, nor open a comment', () => {
    const block = jsonLd([{ name: '</script><!--<script>\u2028\u2029' }]);
    expect(block).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(block)).toEqual({ '@context': 'https://schema.org', '@graph': [{ name: '</script><!--<script>\u2028\u2029' }] });
  });
});

describe('the site', () => {
  test.each([
    ['person', 'Person', { image: logo }],
    ['organization', 'Organization', { logo }],
  ])('is published by a %s', (kind, type, picture) => {
    const [website, author] = siteNodes(site({ kind }), { home, logo }) as unknown as Record<string, unknown>[];
    expect(author).toMatchObject({ '@type': type, ...picture });
    expect(website?.['publisher']).toEqual({ '@id': author?.['@id'] });
  });

  test.each([
    ['person', { image: `${home}ann.jpg` }],
    ['organization', { logo, image: `${home}ann.jpg` }],
  ])('shows the portrait of a %s', (kind, pictures) => {
    const [, author] = siteNodes(site({ kind }), { home, logo, portrait: `${home}ann.jpg` });
    expect(author).toMatchObject(pictures);
  });

  test('has other addresses of its author only if there are any', () => {
    const social = ['https://social.example/@ann', { name: 'Notes', url: 'https://notes.example' }];
    expect(siteNodes(site(), { home, logo })[1]).not.toHaveProperty('sameAs');
    expect(siteNodes(site({}, { social }), { home, logo })[1]).toHaveProperty('sameAs', [
      'https://social.example/@ann',
      'https://notes.example',
    ]);
  });
});

test('a page is part of the site and has the day of its last change', () => {
  const node = pageNode({ type: 'AboutPage', url, title: 'About', description: 'd', home, locale: 'en-GB', modified: '2025-02-03' });
  expect(node).toMatchObject({ '@type': 'AboutPage', isPartOf: { '@id': `${home}#site` }, dateModified: '2025-02-03' });
  expect(pageNode({ url, title: 'About', description: 'd', home, locale: 'en-GB' })).not.toHaveProperty('dateModified');
});

describe('a page', () => {
  const node = (more: object) =>
    pageNode({ url, title: 'x', description: 'd', home, locale: 'en-GB', ...more }) as unknown as Record<string, unknown>;

  test.each([
    ['about the author', { type: 'ProfilePage' }, { '@id': `${home}#author` }],
    ['about a case study', { subject: `${url}#article` }, { '@id': `${url}#article` }],
    [
      'about the pages it lists',
      { members: [{ name: 'A', url: `${home}a/` }] },
      { '@type': 'ItemList', numberOfItems: 1, itemListElement: [{ '@type': 'ListItem', position: 1, name: 'A', url: `${home}a/` }] },
    ],
    ['about nothing in particular', {}, undefined],
  ])('is %s', (_case, more, entity) => expect(node(more)['mainEntity']).toEqual(entity));

  test('has a breadcrumb unless it is the home page', () => {
    expect(node({})['breadcrumb']).toEqual({ '@id': `${url}#breadcrumb` });
    expect(node({ url: home })).not.toHaveProperty('breadcrumb');
  });
});

test('a breadcrumb counts from one and ends with the page', () => {
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
  test('links to its translations, and they to it', () => {
    const german = `${home}de/projects/tidal-gauges/`;
    const translations = [url, german];
    expect(article(makeProject(), { translations })['workTranslation']).toEqual([{ '@id': `${german}#article` }]);
    expect(article(makeProject(), { url: german, translations })['translationOfWork']).toEqual({ '@id': `${url}#article` });
    expect(Object.keys(article()).filter((key) => /translation/i.test(key))).toEqual([]);
  });

  test('is about its client', () => {
    const client = { name: 'Port of Ostmark', industry: null, size: null, url: 'https://port.example' };
    expect(article(makeProject({ client }))['about']).toEqual({
      '@type': 'Organization',
      name: 'Port of Ostmark',
      url: 'https://port.example',
    });
    expect(article()['about']).not.toHaveProperty('url');
  });

  test('of a title and a story says nothing of what is unknown', () => {
    const node = article(makeBareProject());
    const unknown = ['about', 'keywords', 'articleSection', 'creativeWorkStatus', 'award', 'creditText', 'hasPart', 'mentions', 'image'];
    expect(unknown.filter((property) => property in node)).toEqual([]);
    expect(article(makeBareProject({ description: null }))).not.toHaveProperty('description');
  });

  test('has its topics among the keywords, its status, awards and credits', () => {
    const facts = {
      topics: ['Tides'],
      status: 'ongoing',
      awards: [{ title: 'Best', year: '2025' }],
      credits: [{ name: 'Ada' }, { name: 'Nord', role: 'Design' }],
    };
    expect(article(makeProject(facts))).toMatchObject({
      ...{ keywords: 'PostgreSQL, Tides', creativeWorkStatus: 'ongoing', award: ['Best, 2025'], creditText: 'Ada; Nord (Design)' },
    });
  });

  test('has the parts of its story, each with the name of the section that it announces', () => {
    const parts = [
      { id: 'story-the-problem', heading: 'The problem', kind: 'Challenges' },
      { id: 'story-results', heading: 'Results', kind: 'Results' },
    ];
    expect(article(makeBareProject(), { parts })['hasPart']).toEqual([
      { '@type': 'WebPageElement', name: 'The problem', alternateName: 'Challenges', url: `${url}#story-the-problem` },
      { '@type': 'WebPageElement', name: 'Results', url: `${url}#story-results` },
    ]);
  });

  test.each([
    ['delivered only', { date: '2024-05-17', updated: null }, '2024-05-17', '2024-05-17'],
    ['delivered and updated', { date: '2024-05-17', updated: '2025-02-03' }, '2024-05-17', '2025-02-03'],
    ['undated', { date: null, updated: null }, undefined, undefined],
  ])('%s', (_case, dates, published, modified) => {
    const node = article(makeProject(dates));
    expect([node['datePublished'], node['dateModified']]).toEqual([published, modified]);
  });

  test('has its own language, or that of the site', () => {
    expect([article()['inLanguage'], article(makeProject({ lang: 'de' }))['inLanguage']]).toEqual(['en-GB', 'de']);
  });
});

test('an article has its pictures with their alternative text', () => {
  const image = { url: `${home}a.jpg`, width: 1200, height: 800, alt: 'A quay' };
  const node = article(makeProject(), { images: [image, { ...image, alt: '' }] });
  expect(node['image']).toMatchObject([{ '@type': 'ImageObject', url: `${home}a.jpg`, caption: 'A quay' }, { '@type': 'ImageObject' }]);
  expect((node['image'] as object[])[1]).not.toHaveProperty('caption');
  expect(article()).not.toHaveProperty('image');
});

test.each([
  ['a change', makeMetric(), { name: 'Page load times', value: 70, unitText: 'percent' }],
  ['a transition, by its end', makeTransition(), { value: 0.8, unitText: 'second' }],
  ['a lower bound', makeMetric({ bound: 'at_least' }), { minValue: 70 }],
  ['an upper bound', makeMetric({ bound: 'at_most' }), { maxValue: 70 }],
  ['a range', makeMetric({ upper: 80 }), { minValue: 70, maxValue: 80 }],
  ['money', makeMetric({ unit: 'money', currency: 'EUR' }), { value: 70, unitText: 'EUR' }],
  ['a rate', makeMetric({ unit: 'hour', per: 'month' }), { value: 70, unitText: 'hour per month' }],
  ['a count of a period', makeMetric({ unit: 'count', per: 'week' }), { value: 70, unitText: 'per week' }],
])('an article mentions %s', (_case, outcome, said) => {
  const node = article(makeProject(), { outcomes: [{ outcome, shown: formatOutcome(outcome, 'en-GB') }] });
  expect(node['mentions']).toMatchObject([{ '@type': 'PropertyValue', ...said }]);
});

test('an outcome without a figure has no value', () => {
  const outcome = makeMetric({ kind: 'statement', value: null, unit: null, text: 'No more paper', subject: null, category: null });
  const node = article(makeProject(), { outcomes: [{ outcome, shown: formatOutcome(outcome, 'en-GB') }] });
  expect(node['mentions']).toEqual([{ '@type': 'PropertyValue', name: 'No more paper', description: 'No more paper' }]);
});

test('a testimonial is quoted, never a review', () => {
  const node = article(
    makeProject({ testimonial: { quote: 'It answers.', author: 'Ida Berg', role: 'Harbour master', company: 'Ostmark' } }),
  );
  expect(node['hasPart']).toEqual({
    '@type': 'Quotation',
    text: 'It answers.',
    creator: { '@type': 'Person', name: 'Ida Berg', jobTitle: 'Harbour master', worksFor: { '@type': 'Organization', name: 'Ostmark' } },
  });
  expect(JSON.stringify(node)).not.toContain('Review');
});

test.each([
  ['nobody is', { quote: 'Q' }, undefined],
  ['a company is', { quote: 'Q', company: 'Port' }, { '@type': 'Organization', name: 'Port' }],
])('where %s named, a quotation is by it', (_case, testimonial, creator) => {
  expect((article(makeProject({ testimonial }))['hasPart'] as Record<string, unknown>)['creator']).toEqual(creator);
});
