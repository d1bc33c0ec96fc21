import { describe, expect, test } from 'vitest';
import { asTranslationOf, toProject } from '../../../src/lib/project/to-project.ts';
import { byOrderAndDate, lastModified } from '../../../src/lib/project/order.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { sectionFields } from '../../../src/schemas/sections.ts';
import { makeProject } from '../../fixtures/project.ts';

const written = {
  title: 'Tidal Gauges',
  tagline: 'A harbour reads its water level in seconds.',
  client: 'Port of Ostmark',
  technologies: ['NodeJS'],
  business_context: 'Read by hand.',
  technical_challenges: 'Salt.',
  solutions: 'A float and a radio.',
};

/** Options as the site gives them; a section is rendered as its own words. */
const options = {
  canonical: (name: string) => (name === 'NodeJS' ? 'Node.js' : name),
  render: (markdown: string) => `<p>${markdown}</p>`,
  address: (path: string) => `/base${path}`,
  locale: 'en',
};

/** Make a project of front matter, as the collection holds it; the picture at a path is its name in capitals. `html` is null for MDX. */
function project(fields: Record<string, unknown> = {}, body = '', html: string | null = body) {
  const data = {
    ...projectSchema.parse({ ...written, ...fields }),
    hidden: false,
    targets: {},
    pictures: { 'board.jpg': 'BOARD', 'map.jpg': 'MAP' },
  };
  return toProject({ id: 'tidal-gauges', data, body, html: html ?? undefined }, options);
}

test('a title and a story are a whole project', () => {
  const data = { ...projectSchema.parse({ title: 'Tidal Gauges' }), hidden: false, targets: {}, pictures: {} };
  expect(toProject({ id: 'tidal-gauges', data, body: 'Salt.', html: '<p>Salt.</p>' }, options)).toMatchObject({
    ...{ title: 'Tidal Gauges', tagline: null, description: 'Salt.', client: null, industry: null, date: null, status: null },
    ...{ technologies: [], topics: [], credits: [], awards: [], related: [], outcomes: [], sections: [], body: '<p>Salt.</p>' },
  });
});

test.each([
  [{ aliases: ['/projects/gauges/', '/projects/harbour/'] }, 'gauges'],
  [{ aliases: '/de/projects/pegel' }, 'pegel'],
  [{ aliases: ['/work/gauges/'], redirect_from: ['/projects/gauges'] }, null],
  [{ aliases: ['/work/gauges/', '/projects/page/2/', '/projects/gauges.md'], permalink: '/projects/gauges/' }, null],
  [{}, null],
])('knows the slug before it was renamed: %j', (fields, slug) => {
  expect(project(fields).firstSlug).toBe(slug);
});

test('sets every text in the language of the document, but no name of a technology, address or key', () => {
  const quoted = 'Das "Watt" geht\'s an';
  const printed = 'Das „Watt“ geht’s an';
  const media = [{ image: 'board.jpg', alt: quoted, caption: quoted }];
  const set = project({
    ...{
      title: quoted,
      tagline: quoted,
      client: { name: quoted, industry: quoted, size: quoted },
      lang: 'de',
      role: quoted,
      status: quoted,
    },
    ...{ topics: [quoted], services: [quoted], team_size: quoted, credits: [{ name: quoted, role: quoted }], duration: quoted },
    ...{ awards: [{ title: quoted, by: quoted, url: "https://example.org/it's" }], llm_topics: [quoted], technologies: ["Ma'at"] },
    ...{ screenshots: media, metrics_charts: media, links: [{ label: quoted, url: "https://example.org/it's" }] },
    ...{ testimonial: { quote: quoted, author: quoted, role: quoted, company: quoted } },
    metrics: {
      page_speed: { label: quoted, value: '4 Tage', period: quoted, method: quoted, context: quoted, source: "https://example.org/it's" },
    },
  });
  expect(JSON.stringify(set).match(/(?<!it|Ma)'|\\"/g)).toBeNull();
  expect(JSON.stringify(set)).toContain(printed);
  expect(set.technologies).toEqual([{ name: "Ma'at", slug: 'ma-at' }]);
  expect([set.links[0]?.url, set.awards[0]?.url, set.outcomes[0]?.source]).toEqual(Array(3).fill("https://example.org/it's"));
  expect([set.outcomes[0]?.category, set.outcomes[0]?.value, set.industrySlug]).toEqual(['page_speed', 4, 'das-watt-geht-s-an']);
});

describe('the description', () => {
  const described = (fields: Record<string, unknown>, body?: string, html?: string | null) =>
    project(
      { tagline: undefined, business_context: undefined, technical_challenges: undefined, solutions: undefined, ...fields },
      body,
      html,
    ).description;

  test.each([
    ['is the tagline', { tagline: 'In seconds.', executive_summary: 'Read.' }, 'In seconds.'],
    ['else the beginning of the first section', { executive_summary: 'Read.', business_context: 'Salt.' }, 'Read.'],
    ['else of the story', { results_metrics: 'Fewer calls.' }, 'It was windy.'],
  ])('%s', (_case, fields, description) => expect(described(fields, '<p>It was windy.</p>')).toBe(description));

  test('else of the results and what follows', () => expect(described({ key_learnings: 'Salt wins.' })).toBe('Salt wins.'));

  test('is read from MDX without its code', () => {
    const mdx = 'import X from "./x.ts";\n\nexport const a = 1;\n\n<X>Inside.</X>\n\nIt was *windy*.';
    expect(described({}, mdx, null)).toBe('It was windy.');
  });

  test('is absent where nothing can be read', () => expect(described({}, '<ul><li>a</li></ul>')).toBeNull());
});

test('wiki links in bullets are read as their words', () => {
  const bullets = '- **Reading time of [[tidal-gauges|gauges]]** from 9 h to 2 h';
  expect(project({ results_metrics: bullets }, '', '').outcomes).toMatchObject([{ subject: 'Reading time of gauges' }]);
});

test('outcomes are also read under the headings of results in the story', () => {
  const body = '## Background\n\n- **50% more salt:** none\n\n## Results\n\n- **70% fewer calls:** since May\n\n## Thanks\n';
  expect(project({}, body, '').outcomes).toMatchObject([{ value: 70 }]);
});

test('a link to a file of the site has its address, another one stays as written', () => {
  const links = [
    { label: 'Report', url: '/report.pdf' },
    { label: 'Talk', url: 'https://talk.example' },
  ];
  expect(project({ links }).links.map(({ url }) => url)).toEqual(['/base/report.pdf', 'https://talk.example']);
});

test('a document of the usual fields has none of the others', () => {
  expect(project()).toMatchObject({
    slug: 'tidal-gauges',
    client: { name: 'Port of Ostmark' },
    date: null,
    year: null,
    thumbnail: null,
    outcomes: [],
  });
});

test('technologies go by their canonical name', () => {
  expect(project().technologies).toEqual([{ name: 'Node.js', slug: 'node-js' }]);
});

describe('a confidential client', () => {
  const client = {
    name: 'Acme GmbH',
    alias: 'A European retailer',
    confidential: true,
    also: ['Acme'],
    url: 'https://acme.example',
    size: '40 staff',
  };

  test('is known by the alias alone', () => {
    expect(project({ client }).client).toEqual({ name: 'A European retailer', industry: null, size: '40 staff', url: null });
    expect(project({ client }).namedClient).toBeNull();
    expect(JSON.stringify(project({ client }))).not.toMatch(/acme/i);
  });

  test('that is none any more goes by name, alias or not', () => {
    const named = project({ client: { ...client, confidential: false } });
    expect(named.client).toMatchObject({ name: 'Acme GmbH', url: 'https://acme.example' });
    expect(named.namedClient).toBe('Acme GmbH');
  });
});

describe('the day of delivery', () => {
  test.each([
    ['is the date', { date: '2024-05-17', duration: { start: '2023-01', end: '2024-04' } }, '2024-05-17', '2024'],
    ['else the end of the engagement', { duration: { start: '2023-01', end: '2024-04' } }, '2024-04', '2024'],
    ['is unknown while it runs', { duration: { start: '2023-01' } }, null, null],
    ['is unknown where the duration is words', { duration: 'ten months' }, null, null],
  ])('%s', (_case, fields, date, year) => {
    const { date: day, year: ofYear } = project(fields);
    expect([day, ofYear]).toEqual([date, year]);
  });
});

describe('the picture', () => {
  const screenshots = [{ image: 'board.jpg', alt: 'A board', caption: 'New' }];

  test.each([
    ['is the thumbnail', { thumbnail: { image: 'map.jpg', alt: 'A map' }, screenshots }, { picture: 'MAP', alt: 'A map', caption: null }],
    ['written as a path is decorative', { thumbnail: 'map.jpg', screenshots }, { picture: 'MAP', alt: '', caption: null }],
    ['else the first screenshot', { screenshots }, { picture: 'BOARD', alt: 'A board', caption: 'New' }],
    ['that was not stored is none', { thumbnail: 'gone.jpg' }, null],
  ])('%s', (_case, fields, thumbnail) => expect(project(fields).thumbnail).toEqual(thumbnail));
});

test('sections come in their order and only where there is text', () => {
  const fields = Object.fromEntries([...sectionFields].reverse().map((field) => [field, field]));
  expect(project(fields).sections).toEqual(sectionFields.map((field) => ({ field, html: `<p>${field}</p>` })));
  expect(project({ key_learnings: 'a' }, '<p>b</p>')).toMatchObject({
    sections: [{ field: 'business_context' }, { field: 'technical_challenges' }, { field: 'solutions' }, { field: 'key_learnings' }],
    body: '<p>b</p>',
  });
});

test('the industry is that of the work, else that of the client', () => {
  const client = { name: 'Port', industry: 'Harbours' };
  expect([project({ client }).industry, project({ client, industry: 'Shipping' }).industry]).toEqual(['Harbours', 'Shipping']);
});

test('the size of a team is shown as it was typed', () => {
  expect([project({ team_size: 'six to nine' }).teamSize, project().teamSize]).toEqual(['six to nine', null]);
});

test('cases are listed by the order their author gives, then newest first, undated last, and always in the same order', () => {
  const cases = [
    makeProject({ slug: 'undated', date: null }),
    makeProject({ slug: 'b', date: '2024-05-17' }),
    makeProject({ slug: 'old', date: '2016' }),
    makeProject({ slug: 'a', date: '2024-05-17' }),
    makeProject({ slug: 'new', date: '2026-01' }),
    makeProject({ slug: 'second', order: 2, date: '2026-02' }),
    makeProject({ slug: 'first', order: -1, date: null }),
  ];
  const order = ['first', 'second', 'new', 'a', 'b', 'old', 'undated'];
  expect(cases.toSorted(byOrderAndDate).map(({ slug }) => slug)).toEqual(order);
  expect(
    cases
      .toReversed()
      .toSorted(byOrderAndDate)
      .map(({ slug }) => slug),
  ).toEqual(order);
});

test.each([
  ['the latest update or delivery', [{ date: '2024-05-17', updated: '2025-02-03' }, { date: '2024-12-01' }], '2025-02-03'],
  ['nothing where none is dated', [{ date: null }], undefined],
])('a list was last modified on %s', (_case, projects, day) => expect(lastModified(projects.map(makeProject))).toBe(day));

test('a translation has its own words, and the place of its original', () => {
  const original = makeProject({ order: 3, date: '2024-05', year: '2024', featured: true, related: ['other'] });
  const german = makeProject({ title: 'Pegel', translation: 'de', date: null, year: null, technologies: [], client: null });
  expect(asTranslationOf(original, german)).toMatchObject({
    ...{ order: 3, related: ['other'], client: original.client },
    ...{ title: 'Pegel', translation: 'de', date: '2024-05', year: '2024', featured: true },
    technologies: original.technologies,
  });
});

test('a translation is known by the slug of its original, and its figures are read in its own language', () => {
  const data = {
    ...projectSchema.parse({ ...written, metrics: '1.200 Schiffe' }),
    pictures: {},
    targets: {},
    hidden: false,
    translation: 'de',
  };
  const german = toProject({ id: 'tidal-gauges.de', data, body: '', html: '' }, options);
  expect(german).toMatchObject({ slug: 'tidal-gauges', translation: 'de', lang: 'de', outcomes: [{ value: 1200 }] });
});

test('the figures of a document that names no language are read in that of the site', () => {
  const data = { ...projectSchema.parse({ ...written, metrics: '1.200 Schiffe' }), pictures: {}, targets: {}, hidden: false };
  const read = (locale: string) => toProject({ id: 'tidal-gauges', data, body: '', html: '' }, { ...options, locale }).outcomes;
  expect(read('de')).toMatchObject([{ value: 1200 }]);
  expect(read('en-GB')).toMatchObject([{ value: 1.2 }]);
});

describe('a picture', () => {
  const after = (fields: Record<string, unknown>, section: string) =>
    project({ ...fields, screenshots: [{ image: 'board.jpg', alt: 'A board', after: section }] }).screenshots;

  test('follows the section that it names', () => {
    expect(after({}, 'solutions')).toEqual([{ picture: 'BOARD', alt: 'A board', caption: null, after: 'solutions' }]);
  });

  test.each([
    ['a section that is absent', {}, 'key_learnings'],
    ['results that are absent', {}, 'results_metrics'],
  ])('does not follow %s', (_case, fields, section) => {
    expect(after(fields, section)).toEqual([{ picture: 'BOARD', alt: 'A board', caption: null }]);
  });

  test('follows results that are outcomes alone', () => {
    const [picture] = after({ metrics: ['Calls down from 40 a day to 12 a day'] }, 'results_metrics');
    expect(picture?.after).toBe('results_metrics');
  });
});

describe('a comparison', () => {
  const compare = { before: { image: 'board.jpg', alt: 'Old' }, after: { image: 'map.jpg', alt: 'New' } };
  const pair = { before: { picture: 'BOARD', alt: 'Old' }, after: { picture: 'MAP', alt: 'New' } };

  test.each([
    ['in its gallery', { screenshots: [{ compare, caption: 'C' }] }, { caption: 'C', place: 'screens' }],
    ['in that of the charts', { metrics_charts: [{ compare }] }, { caption: null, place: 'charts' }],
    ['after a section', { screenshots: [{ compare, after: 'solutions' }] }, { place: 'solutions' }],
    ['in its gallery for lack of the section', { screenshots: [{ compare, after: 'key_learnings' }] }, { place: 'screens' }],
  ])('is %s', (_case, fields, shown) => {
    const { comparisons, screenshots, charts } = project(fields);
    expect(comparisons).toMatchObject([{ ...pair, ...shown }]);
    expect([screenshots, charts]).toEqual([[], []]);
  });

  test('is left out where one of its pictures is not found', () =>
    expect(project({ screenshots: [{ compare: { ...compare, after: { image: 'none.jpg', alt: 'N' } } }] }).comparisons).toEqual([]));
});
