import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOutcomeSentence } from '../../../scripts/import/fields/outcomes.ts';
import { importDocument, importSite, pixel } from '../../fixtures/import/sites.ts';

const withHead = (yaml: string, body = 'We drew a map.'): string => `---\ntitle: One\n${yaml}\n---\n${body}\n`;

describe('a document', () => {
  test('with a title and a text is public', async () => {
    const { text, missing, errors } = await importDocument(withHead('date: 2023-05-02'));
    expect(text).toBe('---\ntitle: One\ndate: 2023-05-02\naliases: [/projects/one.html]\n---\n\nWe drew a map.\n');
    expect([missing, errors]).toEqual([[], []]);
  });

  test('without a text says its tagline', async () => {
    const { text, errors } = await importDocument(withHead('description: A map of every berth.', ''));
    expect(text).toMatch(/---\n\nA map of every berth\.\n$/);
    expect(text).not.toMatch(/tagline|draft/);
    expect(errors).toEqual([]);
  });

  test('with nothing to read is a draft', async () => {
    const { text, missing, errors } = await importDocument(withHead('client: Acme', ''));
    expect(text).toContain('draft: true');
    expect([missing, errors]).toEqual([['text'], []]);
  });
});

describe('a tagline', () => {
  test.each([
    'tagline: Berths on a map.',
    'work-summary: Berths on a map.',
    'projectDescription: Berths on a map.',
    'short_desc: "<p>Berths on a <b>map</b>.</p>"',
    'description: Berths on &#97; map.',
  ])('%s', async (yaml) => expect((await importDocument(withHead(yaml))).text).toContain('tagline: Berths on a map.\n'));

  test.each([
    ['a caption or a sentence of the text', '', 'Before.\n\n![Pat](pat.png "This is Pat.")\n\nBut nobody found a boat.'],
    ['what describes the page for search engines', 'seo_description: Maps, berths, harbours.', 'Text.'],
    ['three sentences', 'description: One map. Two berths. Three boats.', 'Text.'],
    ['Markdown', 'description: "See [the map](https://example.com)."', 'Text.'],
  ])('is never %s', async (_, yaml, body) => {
    expect((await importDocument(withHead(yaml, body))).text).not.toContain('tagline');
  });

  test('that repeats the title is dropped', async () => {
    const { text, logged } = await importDocument(withHead('description: one\nexcerpt: Berths on a map.'));
    expect(text).toContain('title: One\ntagline: Berths on a map.\naliases');
    expect(logged('dropped')).toContain('description: the page shows it already: one');
  });

  test('or a topic that is written twice is no missing word', async () => {
    const yaml = 'description: A map of every berth.\nsummary: A map of every berth.\ntags: [maps, Ports]\ncategories: [ports]';
    const { text, logged } = await importDocument(
      withHead(yaml, '<video src="https://cdn.example/a.mp4">Your browser shows no video.</video>'),
    );
    expect(text).toContain('tagline: A map of every berth.\ntopics: [maps, Ports]\n');
    expect(logged('unsure')).toEqual([]);
    expect(logged('dropped')).toContain('categories: ports, which is already among the topics');
  });

  test('gives way as a summary to a longer one that contains it', async () => {
    const { text } = await importDocument(
      withHead('summary: One map. Two berths. A pier.\nlong_summary: One map. Two berths. A pier. A boat.'),
    );
    expect(text).toContain('title: One\nexecutive_summary: One map. Two berths. A pier. A boat.\n');
  });

  test('that is not the first becomes the summary, unless it repeats the first', async () => {
    const { text } = await importDocument(withHead('subtitle: Berths on a map.\nexcerpt: Berths on a map.\nsummary: Pilots use it daily.'));
    expect(text).toContain('tagline: Berths on a map.\nexecutive_summary: Pilots use it daily.\n');
  });
});

describe('tags', () => {
  test.each([
    ['tags: [maps, javascript]', 'topics: [maps, javascript]\n'],
    ['tags: concept design paint', 'topics: [concept, design, paint]\n'],
    ['tags: machine learning, maps', 'topics: [machine learning, maps]\n'],
    ['category: Financial Solutions', 'topics: [Financial Solutions]\n'],
    ['tags: [case study, aws, ECS, fintech]', 'technologies: [aws, ECS]\ntopics: [fintech]\n'],
    ['technologies: [Go]\ntags: [go, harbours]', 'technologies: [Go]\ntopics: [harbours]\n'],
    ['focus: "<li>Safe gates</li><li>Quiet nights</li>"', '## Focus\n\n- Safe gates\n- Quiet nights\n'],
    ['tags: Featured', 'featured: true\n'],
  ])('%s', async (yaml, expected) => expect((await importDocument(withHead(yaml))).text).toContain(expected));

  test('are technologies by the glossary of the project', async () => {
    const { documents } = await importSite(
      { '_config.yml': '', '_projects/one.md': withHead('tags: [Leafmap, Tidewatch, pilots]') },
      { 'src/content/technologies/technologies.yaml': '- name: Leafmap\n  aliases: [Tide Watch]\n' },
    );
    expect(documents[0]?.text).toContain('technologies: [Leafmap, Tidewatch]\ntopics: [pilots]\n');
  });
});

describe('a client', () => {
  test.each([
    'client: Harbour Office',
    'agency: Harbour Office',
    'featured_client_name: Harbour Office',
    'partners: [{name: Harbour Office}]',
    'about_company: {heading: About Harbour Office}',
    'cs-header: {client: Harbour Office}',
    'sidebar: [{title: "Client:", text: Harbour Office}]',
    'work_direction: <strong>Client:</strong> Harbour Office',
    'company: Docks Ltd\nmeta: {client: Harbour Office}',
  ])('%s', async (yaml) => expect((await importDocument(withHead(yaml))).text).toContain('client: Harbour Office\n'));

  test('is read from a labelled line, which stays in the text', async () => {
    const { text } = await importDocument(withHead('organization: Us', '**Client:** Harbour Office  \n**Role:** Pilot\n\nText.'));
    expect(text).toContain('client: Harbour Office\nrole: Pilot\n');
    expect(text).toContain('**Client:** Harbour Office');
  });

  test.each(['client: ">>>"', 'client: https://example.com', 'client: true', 'client: We worked for many people. They were kind to us.'])(
    'is never %s',
    async (yaml) => expect((await importDocument(withHead(yaml))).text).not.toMatch(/^client:/m),
  );
});

test.each([
  ['weight: 3', 'order: 3\n'],
  ['importance: "2"', 'order: 2\n'],
  ['status: ongoing', 'status: ongoing\n'],
  ['awards: [{name: Best Map, organization: Pilots, year: 2020}]', 'awards:\n  - title: Best Map\n    by: Pilots\n    year: "2020"\n'],
  ['team: [{name: Ann, role: Lead}, Bob]', 'credits:\n  - name: Ann\n    role: Lead\n  - Bob\n'],
  ['team: 4 people', 'team_size: 4 people\n'],
  ['quote: It works.', 'testimonial:\n  quote: It works.\n'],
  ['quote: “It works.”', 'testimonial:\n  quote: It works.\n'],
  ['quote: “It” works in “it”', 'testimonial:\n  quote: “It” works in “it”\n'],
  [
    'client_feedback: [{blockquote: It works., figcaption: Pilot, cite: Harbour Office}]',
    'testimonial:\n  quote: It works.\n  author: Pilot\n  company: Harbour Office\n',
  ],
  ['date: 2020-05-01\nyear: 2019 - 2020', 'duration: 2019 - 2020\n'],
  ['date: 2020-05-01\nyear: May - July 2020', 'duration: May - July 2020\n'],
  ['cta-url: https://example.com/map\ncta-text: See the map', 'links:\n  - label: See the map\n    url: https://example.com/map\n'],
  ['press_url: https://example.com/a\npress_label: In the paper', 'links:\n  - label: In the paper\n    url: https://example.com/a\n'],
  [
    'testimonial: It works.\ntestimonial_author: Ann Lee,\ntestimonial_author_position: Pilot',
    'testimonial:\n  quote: It works.\n  author: Ann Lee\n  role: Pilot\n',
  ],
  ['project_link: {text: The map, href: "https://example.com"}', 'links:\n  - label: The map\n    url: https://example.com\n'],
  ['technology: <li>Go</li> <li>Redis (cache, queue)</li>', 'technologies: [Go, "Redis (cache, queue)"]\n'],
  ['status: featured\ncase_study: true', 'extra:\n  status: featured\n  case_study: true\n'],
])('%s', async (yaml, expected) => {
  const { text, errors } = await importDocument(withHead(yaml));
  expect(text).toContain(expected);
  expect(errors).toEqual([]);
});

describe('outcomes', () => {
  test.each([
    ['Support calls ↓31%', true],
    ['Processing time fell from 9 days to 2 days', true],
    ['Hosting costs ↓40%', true],
    ['Server errors fell by 60%', true],
    ['Supported 40% more readers', false],
    ['Managed a 30% larger fleet', false],
  ])('a noun that is also a verb of work is a measure: %s', (text, expected) => expect(isOutcomeSentence(text)).toBe(expected));

  test.each([
    [
      'stat_bar: [{value: 5x, label: "Faster search<br>10 min &rarr; 2 min"}]',
      'metrics:\n  - value: 5x\n    label: Faster search\n    context: 10 min → 2 min\n',
    ],
    ['block: {statistics: [{number: "16,000", text: Berths on the map}]}', 'metrics:\n  - number: 16,000\n    text: Berths on the map\n'],
    ['results: [Searches fell by 30%, Calm pilots]', 'metrics: [Searches fell by 30%]\n'],
  ])('%s', async (yaml, expected) => {
    const { text, errors } = await importDocument(withHead(yaml));
    expect(text).toContain(expected);
    expect(errors).toEqual([]);
  });

  test.each([
    'outcome: Looks up berths, and returns zero results rather than invent one.',
    'outcome: Planned next; a list opens the moment free space drops below 45 GB.',
    'results: [We could save 30% of the time]',
    'results: [Failed to cut costs by 20%, Page loads dropped under 2 seconds, 40% of the team left]',
    'results: ["Handled 10x traffic during the match", "Reduced churn by 5 points in 2023"]',
    'metrics: [{value: "0", label: Downtime}, {value: 1 in 3, label: Users}, {value: "#1", label: Rank}]',
    'results: ["30+ repositories", "6 agile teams"]',
    'metrics: [{value: 24/7, label: Support}, {value: Live, label: In production}]',
    'metrics: [{value: "3", label: Years}, {value: 120+, label: Engineers led}]',
    'metrics: [{value: 40%, label: Expected growth}]',
  ])('stay words if they are uncertain: %s', async (yaml) => {
    const { text, errors } = await importDocument(withHead(yaml));
    expect(text).not.toMatch(/^metrics:/m);
    expect(text).toMatch(/^results_metrics:/m);
    expect(errors).toEqual([]);
  });

  const table = (rows: string): string => `## Results\n\n| Metric | Before | After |\n| --- | --- | --- |\n${rows}\n`;

  test('are read from a table of before and after, which stays', async () => {
    const { text, errors } = await importDocument(withHead('', table('| Search | 20 min | 2 min |')));
    expect(text).toContain('metrics:\n  - label: Search\n    before: 20 min\n    after: 2 min\n');
    expect(text).toContain('| Search | 20 min | 2 min |');
    expect(errors).toEqual([]);
  });

  test('are proposed if a row of the table is unclear', async () => {
    const { text, logged } = await importDocument(withHead('', table('| Search | 20 min | 2 min |\n| Mood | bad | good |')));
    expect(text).not.toMatch(/^metrics:/m);
    expect(logged('unsure').join()).toContain('a table of before and after');
  });
});

test('people may be in a map under a title; their portraits are left out', async () => {
  const yaml =
    'team:\n  title: The team\n  people:\n    - { full_name: Ada Quay, image: /img/ada.png, link: /people#ada }\n    - full_name: Bo Pier';
  const { text, copies, logged } = await importDocument(withHead(yaml), { 'img/ada.png': pixel });
  expect(text).toContain('credits:\n  - name: Ada Quay\n  - name: Bo Pier\n');
  expect(copies).toEqual([]);
  expect(logged('dropped')).toContain('team: pictures and nested data, which a list of names does not show');
});

test('a key that becomes a heading keeps its accents', async () => {
  const yaml = 'étapes_clés:\n  - Nous avons dessiné une carte du port.\n  - Nous avons compté les bateaux du quai.';
  expect((await importDocument(withHead(yaml))).text).toContain('\n## Étapes clés\n\n- Nous avons dessiné');
});

test('any front matter is imported without an error and without a missing word', async () => {
  const keys = [
    'client',
    'tags',
    'category',
    'team',
    'awards',
    'credits',
    'status',
    'order',
    'stats',
    'results',
    'quote',
    'quote_author',
    'tools',
    'sidebar',
    'meta',
    'summary',
    'link',
    'year',
  ];
  // Broken tags are a matter of the text.
  const words = fc.string().map((written) => written.replaceAll('<', ''));
  const text = fc.oneof(words, fc.constantFrom('12%', '**Client:** X', '<b>Role:</b> Y', 'A. B. C.', 'https://a.example', '&amp;', '3'));
  const map = fc.dictionary(fc.constantFrom('name', 'title', 'text', 'value', 'label', 'role', 'quote', 'client'), text);
  const value = fc.oneof(text, fc.integer(), fc.array(text), map, fc.array(map));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), value), async (fields) => {
      const { errors, documents } = await importSite({
        '_config.yml': '',
        '_projects/one.md': `---\n${JSON.stringify({ title: 'One', ...fields })}\n---\nText.`,
      });
      expect(errors.filter(({ message }) => !/javascript|nests/.test(message))).toEqual([]);
      // A word that is written twice may be shown once.
      const text = documents[0]?.text.toLowerCase() ?? '';
      const words = documents[0]?.logEntries.flatMap((entry) =>
        entry.field === 'words' ? (entry.text.split(': ')[1] ?? '').split(' ') : [],
      );
      expect(words?.filter((word) => !text.includes(word))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
