import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, makeDocument, png } from '../../../fixtures/documents/make.ts';
import { isEnginePage } from '../../../fixtures/engine-pages.ts';

const pages = new URL('../../../../src/pages', import.meta.url).pathname;

/** A small site: what the links of the tables lead to. */
const site = {
  'other.md': makeDocument(
    { solutions: 'solutions: |\n  ## How it *works*\n\n  It does.', aliases: 'aliases: [/work/old-name/]' },
    '## Results in detail\n\nText.\n\n<a id="figure">x</a>\n\n## Results in detail\n\n## Main',
  ).replace('title: Rota for a lifeboat station', 'title: "The Other <One>"'),
  'folder/index.md': makeDocument({}, '## Inside'),
  'folder/notes.txt': 'notes',
  'folder/map.png': png(3, 2),
  'interactive.mdx': makeDocument({}, '## In MDX\n\n<p id="by-hand">x</p>\n\n# {1 + 1} Sums'),
  'hidden.md': makeDocument({ draft: 'draft: true', aliases: 'aliases: [/was-hidden/]' }),
  'scheduled.md': makeDocument({ publish_at: 'publish_at: 2027-01-01' }),
  'translated.md': makeDocument({}, '## Figures'),
  'translated.de.md': makeDocument({}, '## Zahlen').replace('title: Rota for a lifeboat station', 'title: Wachplan'),
  '/src/content/pages/about.md': '---\ntitle: About us\ndescription: Who we are.\n---\n\n## People\n',
  '/src/content/pages/about.de.md': '---\ntitle: Über uns\ndescription: Wer wir sind.\n---\n\n## Leute\n',
  '/public/files/plan.pdf': '%PDF-1.7',
  '/public/files/two words.pdf': '%PDF-1.7',
  'vue.md': makeDocument({ technologies: 'technologies: [VueJS]' }),
  '/src/content/technologies/list.yaml': '- name: Vue.js\n  aliases: [VueJS]\n  description: A framework.\n',
  'sonar.md': makeDocument({ technologies: 'technologies: [Sonar]' }),
  '/public/demo/index.html': '<p>Demo</p>',
  '/src/content/selections/board.md': '---\ntitle: For the board\nprojects: [other]\n---\n\nHello.\n',
};

/** Check documents of one line each, all in the small site at once: what the check says of their bodies, and where their links lead. */
async function linksInEach(bodies: readonly string[], suffix = '.md') {
  const names = bodies.map((_, index) => `link-${index}${suffix}`);
  const added = Object.fromEntries(bodies.map((body, index) => [names[index], makeDocument({}, body)]));
  const originals = suffix === '.md' ? {} : Object.fromEntries(bodies.map((_, index) => [`link-${index}.md`, makeDocument()]));
  const { documents, diagnostics } = await checkSite({ ...originals, ...added });
  return names.map((name) => ({
    diagnostics: diagnostics.filter(({ path, field }) => path.endsWith(`/${name}`) && field === 'body'),
    targets: documents.find(({ path }) => path.endsWith(`/${name}`))?.targets ?? {},
  }));
}

/** Check one document in the small site. */
async function linksIn(document: string, name = 'rota.md') {
  const { diagnostics } = await checkSite({ [name]: document });
  return diagnostics.filter(({ path, value }) => path.endsWith(`/${name}`) && value !== undefined);
}

const checkSite = (documents: Record<string, string>) =>
  check(
    { ...site, ...documents },
    (root) => cpSync(pages, `${root}/src/pages`, { recursive: true, filter: isEnginePage }),
    'en-GB',
    'https://own.example/base',
  );

const leading: [body: string, path: string, title?: string][] = [
  // To documents, as editors and GitHub write them.
  ['[x](other.md)', '/projects/other/'],
  ['[x](./other.md)', '/projects/other/'],
  ['[x](other)', '/projects/other/'],
  ['[x](other.mdx)', '/projects/other/'],
  ['[x](OTHER.md)', '/projects/other/'],
  ['[x](folder/index.md)', '/projects/folder/'],
  ['[x](folder/)', '/projects/folder/'],
  ['[x](../pages/about.md)', '/about/'],
  ['[x](other.md?print#results-in-detail)', '/projects/other/?print#results-in-detail'],
  ['[x][r]\n\n[r]: ./other.md', '/projects/other/'],
  ['<a href="other.md">x</a>', '/projects/other/'],
  ['[[other]]', '/projects/other/', 'The Other <One>'],
  ['[[Other|words]]', '/projects/other/', 'The Other <One>'],
  ['[[other#results-in-detail]]', '/projects/other/#results-in-detail'],
  ['[[about]]', '/about/', 'About us'],
  ['| a |\n|--|\n| [[other\\|words]] |', '/projects/other/'],
  // To paths of the site.
  ['[x](/projects/other/)', '/projects/other/'],
  ['[x](/projects/other)', '/projects/other/'],
  ['[x](/Projects/Other/)', '/projects/other/'],
  ['[x](/projects/other/index.html)', '/projects/other/'],
  ['[x](../other/)', '/projects/other/'],
  ['[x](../../about/)', '/about/'],
  ['[x](/about)', '/about/'],
  ['[x](/)', '/'],
  ['[x](/projects/)', '/projects/'],
  ['[x](/projects/page/2/)', '/projects/page/2/'],
  ['[x](/projects/other.md)', '/projects/other.md'],
  ['[x](/results/)', '/results/'],
  ['[x](/technologies/go/)', '/technologies/go/'],
  ['[x](/technologies/go/rss.xml)', '/technologies/go/rss.xml'],
  ['[x](/technologies/vue-js/)', '/technologies/vue-js/'],
  ['[x](/years/2024/)', '/years/2024/'],
  ['[x](/clients/sample-station/)', '/clients/sample-station/'],
  ['[x](/a-z/)', '/a-z/'],
  ['[x](/rss.xml)', '/rss.xml'],
  ['[x](/de/rss.xml)', '/de/rss.xml'],
  ['[x](/sitemap-index.xml)', '/sitemap-index.xml'],
  ['[x](/de/projects/translated/)', '/de/projects/translated/'],
  ['[x](/de/projects/other/)', '/projects/other/'],
  // To files.
  ['[x](/files/plan.pdf#page=2)', '/files/plan.pdf#page=2'],
  ['[x](</files/two words.pdf>)', '/files/two%20words.pdf'],
  ['[x](/files/two%20words.pdf)', '/files/two%20words.pdf'],
  ['[x](/demo/)', '/demo/'],
  // To headings.
  ['## Parts\n\n[x](#parts)', '#parts'],
  ['## Größe & Maß\n\n[x](#größe--maß)', '#größe--maß'],
  ['[x](other.md#results-in-detail-1)', '/projects/other/#results-in-detail-1'],
  ['[x](other.md#how-it-works)', '/projects/other/#solutions-how-it-works'],
  ['[x](other.md#solutions-how-it-works)', '/projects/other/#solutions-how-it-works'],
  ['[x](other.md#section-solutions)', '/projects/other/#section-solutions'],
  ['[x](other.md#main-1)', '/projects/other/#main-1'],
  ['[x](other.md#figure)', '/projects/other/#figure'],
  ['[x](interactive.mdx#in-mdx)', '/projects/interactive/#in-mdx'],
  ['[x](interactive.mdx#by-hand)', '/projects/interactive/#by-hand'],
  ['[x](/about/#people)', '/about/#people'],
  ['[x](#top)', '#top'],
];

const unchecked = [
  '[x](https://own.example/base/projects/other/)',
  '[x](https://own.example/)',
  '[x](https://example.org/a)',
  '[x](http://172.32.0.1/) [y](http://11.0.0.1/) [z](https://local.example/) [v](https://127.example/)',
  '[x](mailto:a@example.org)',
  'https://example.org and www.example.org',
  '`[x](nowhere.md)` and `[[nowhere]]`',
  '\\[[nowhere]]',
  '[[1]](https://example.org)',
  '[x]: ./unused.md',
];

const toSelection = [
  'error body links to src/content/selections/board.md, a selection, which only its own address leads to',
  'delete the link, since it would give the address away',
] as const;

const dead: [body: string, message: string, fix: string][] = [
  ['[x](/projects/othr/)', 'error body links to a page that does not exist', 'did you mean `/projects/other/`?'],
  ['[x](/work/other/)', 'error body links to a page that does not exist', 'did you mean `/projects/other/`?'],
  ['[x](/entirely/elsewhere/)', 'error body links to a page that does not exist', 'correct the address, or delete the link'],
  ['[x](../othr/)', 'error body links to a page that does not exist', 'did you mean `/projects/other/`?'],
  ['[x](othr.md)', 'error body links to a document that does not exist', 'did you mean `./other.md`?'],
  ['[x][r]\n\n[r]: ./othr.md', 'error body links to a document that does not exist', 'did you mean `./other.md`?'],
  ['[[othr]]', 'error body links to a document that does not exist', 'did you mean `[[other]]`?'],
  ['<a href="/projects/othr/">x</a>', 'error body links to a page that does not exist', 'did you mean `/projects/other/`?'],
  ['[x](https://own.example/base/projects/othr/)', 'error body links to a page that does not exist', 'did you mean `/projects/other/`?'],
  [
    '[x](/base/projects/other/)',
    'error body links to a path with the base of the site, which is added to every path',
    'write `/projects/other/`',
  ],
  ['[x](/projects/page/two/)', 'error body links to a page that does not exist', 'did you mean `/projects/page/2/`?'],
  ['[x](/technologies/vuejs/)', 'error body links to a page that does not exist', 'did you mean `/technologies/vue-js/`?'],
  // Sonar has one case study and no entry in the glossary.
  ['[x](/technologies/sonar/)', 'error body links to a page that does not exist', 'did you mean `/projects/sonar/`?'],
  ['[x](/technologies/goo/)', 'error body links to a page that does not exist', 'did you mean `/technologies/go/`?'],
  ['[x](/files/plans.pdf)', 'error body links to a file that does not exist', 'did you mean `/files/plan.pdf`?'],
  ['[x](/files/Plan.pdf)', 'error body links to a file that does not exist', 'did you mean `/files/plan.pdf`?'],
  ['[x](/plan/big.pdf)', 'error body links to a file that does not exist', 'put the file at `public/plan/big.pdf`, or correct the address'],
  ['[x](files/plan.pdf)', 'error body links to a file that does not exist', 'did you mean `/files/plan.pdf`?'],
  [
    '[x](/assets/images/none.png)',
    'error body links to a file that does not exist',
    'put the file at `public/assets/images/none.png`, or correct the address',
  ],
  [
    '[x](none.png)',
    'error body links to a file that does not exist',
    'put the file in `public/`, and write its path from there with a slash first',
  ],
  ['[x](#nowhere)', 'error body links to `#nowhere`, which is no heading of this document', 'correct the address, or delete the link'],
  [
    '[x](other.md#results-in-detial)',
    'error body links to `#results-in-detial`, which is no heading of src/content/projects/other.md',
    'did you mean `#results-in-detail`?',
  ],
  ['[x]()', 'error body has a link without an address', 'write the address, or delete the link'],
  ['[x](www.example.org/a)', 'error body links to an address without `https://`', 'write `https://www.example.org/a`'],
  ['[x](me@example.org)', 'error body links to an email address without `mailto:`', 'write `mailto:me@example.org`'],
  ['[x](hidden.md)', 'error body links to src/content/projects/hidden.md, which is hidden', 'publish that document, or delete the link'],
  [
    '[x](/projects/scheduled/)',
    'error body links to src/content/projects/scheduled.md, which is hidden',
    'publish that document, or delete the link',
  ],
  ['[x](/was-hidden/)', 'error body links to src/content/projects/hidden.md, which is hidden', 'publish that document, or delete the link'],
  ['[x](/work/old-name/)', 'warning body links to an old address of src/content/projects/other.md', 'write `/projects/other/`'],
  [
    '[x](http://localhost:4321/projects/other/)',
    "warning body links to `localhost`, which is each reader's own computer",
    'write `/projects/other/`',
  ],
  ['<http://127.0.0.1/>', "warning body links to `localhost`, which is each reader's own computer", 'write `/`'],
  ...['http://127.9/', 'http://2130706433/', 'http://0x7f.1:80/x', 'https://app.localhost/'].map((url): [string, string, string] => [
    `[x](${url})`,
    "warning body links to `localhost`, which is each reader's own computer",
    expect.any(String),
  ]),
  ...[
    'http://192.168.7.1/',
    'http://172.20.0.3:8080/x',
    'https://nas.local/',
    'http://wiki/Start',
    'http://[fd12::3]/',
    'http://printer.lan./',
  ].map((url): [string, string, string] => [
    `[x](${url})`,
    'warning body links into a private network, where no reader can follow',
    'write the published address, or put it in backticks to show it',
  ]),
  ['[x](../selections/board.md)', ...toSelection],
  ['[x](../selections/board)', ...toSelection],
  ['[x](/shared/board/)', 'error body links to a page that does not exist', 'correct the address, or delete the link'],
  ['[x](/selections/board/)', 'error body links to a page that does not exist', 'correct the address, or delete the link'],
  [
    '[x](/assets/images/quay.png)',
    'warning body links to a picture that has no address of its own; its words are shown without a link',
    'move the picture to `public/`, or delete the link',
  ],
  ['[x](file:///home/me/x.pdf)', 'error body links to a `file:` address', 'link to an http(s) or mailto address, or to a path of the site'],
];

const translated: [body: string, path: string][] = [
  ['[x](translated.md#zahlen)', '/de/projects/translated/#zahlen'],
  ['[[translated]]', '/de/projects/translated/'],
  ['[x](translated.de.md)', '/de/projects/translated/'],
  ['[x](/projects/translated/)', '/de/projects/translated/'],
  ['[x](/about/#leute)', '/de/about/#leute'],
  ['[x](/projects/)', '/de/projects/'],
  ['[x](other.md)', '/projects/other/'],
  ['[x](/de/projects/other/)', '/projects/other/'],
  ['[x](/results/)', '/results/'],
];

const [leads, ignored, reports, leadsInGerman] = await Promise.all([
  linksInEach(leading.map(([body]) => body)),
  linksInEach(unchecked),
  linksInEach(dead.map(([body]) => body)),
  linksInEach(
    translated.map(([body]) => body),
    '.de.md',
  ),
]);

describe('a link leads', () => {
  test.each(leading.map(([body, path, title], index) => ({ body, path, title, ...leads[index] })))(
    '$body to $path',
    ({ path, title, diagnostics, targets = {} }) => {
      expect(diagnostics).toEqual([]);
      expect(Object.values(targets)[0]).toMatchObject(title === undefined ? { path } : { path, title });
    },
  );

  test.each(translated.map(([body, path], index) => ({ body, path, ...leadsInGerman[index] })))(
    '$body to $path in a translation',
    ({ path, diagnostics, targets = {} }) => {
      expect(diagnostics).toEqual([]);
      expect(Object.values(targets)[0]).toMatchObject({ path });
    },
  );

  test.each(unchecked.map((body, index) => ({ body, ...ignored[index] })))('$body anywhere', ({ diagnostics }) => {
    expect(diagnostics).toEqual([]);
  });
});

describe('a dead link is reported', () => {
  test.each(dead.map(([body, message, fix], index) => ({ body, message, fix, ...reports[index] })))(
    '$body',
    ({ message, fix, diagnostics = [] }) => {
      expect(diagnostics.map((one) => `${one.severity} ${one.field} ${one.message}`)).toEqual([message]);
      expect(diagnostics[0]).toMatchObject({ fix });
    },
  );

  test('with its file, line and column, and the address as its value', async () => {
    const learnings = 'key_learnings: |\n  One.\n\n  Two [x](/nowhere/).';
    const diagnostics = await linksIn(makeDocument({ learnings }, 'First.\n\nSee [that](nowhere.md) and [[no where]].'));
    expect(diagnostics.map(({ line, column, field, value }) => [line, column, field, value])).toEqual([
      [17, 7, 'key_learnings', '/nowhere/'],
      [22, 5, 'body', 'nowhere.md'],
      [22, 28, 'body', '[[no where]]'],
    ]);
  });

  test('beside a document in a folder, with the place where its file belongs', async () => {
    const document = makeDocument({}, '[x](notes.txt) [y](map.png) [z](../other.md) [z](../other/)');
    const diagnostics = await linksIn(document, 'folder/index.md');
    expect(diagnostics.map(({ severity, value, message, fix }) => [severity, value, message, fix])).toEqual([
      [
        'error',
        'notes.txt',
        'links to a file beside the document, which is not published',
        'move the file to `public/`, and write `/notes.txt`',
      ],
      [
        'warning',
        'map.png',
        'links to a picture that has no address of its own; its words are shown without a link',
        'move the picture to `public/`, or delete the link',
      ],
    ]);
  });

  test('in front matter', async () => {
    const diagnostics = await linksIn(makeDocument({ solutions: 'solutions: "[x](#nowhere) [y](#done)"' }));
    expect(diagnostics.map(({ field, value }) => [field, value])).toEqual([
      ['solutions', '#nowhere'],
      ['solutions', '#done'],
    ]);
  });

  test('in the summary for language models', async () => {
    const diagnostics = await linksIn(makeDocument({ summary: 'llm_summary: "[x](nowhere.md)"' }));
    expect(diagnostics.map(({ field, message }) => [field, message])).toEqual([['llm_summary', 'links to a document that does not exist']]);
  });

  test('in MDX, also in JSX; a component can have any id', async () => {
    const body =
      'export const C = () => null\n\n[x](nowhere.md) [[nowhere]] <a href="/nowhere/">x</a> <a href={`/${1}/`}>y</a> [z](#by-component)\n\n<C />';
    const diagnostics = await linksIn(makeDocument({}, body), 'rota.mdx');
    expect(diagnostics.map(({ value }) => value)).toEqual(['nowhere.md', '[[nowhere]]', '/nowhere/']);
  });

  test('to the results of a site that has none', async () => {
    const links = makeDocument({ metrics: null }, '[x](/results/)');
    const copy = (root: string) => cpSync(pages, `${root}/src/pages`, { recursive: true, filter: isEnginePage });
    const { diagnostics } = await check({ 'rota.md': links }, copy, 'en-GB');
    expect(diagnostics.flatMap(({ value, message }) => (value === '/results/' ? message : []))).toEqual([
      'links to a page that does not exist',
    ]);
  });

  test('as a warning in a draft, which may link to what is hidden', async () => {
    const diagnostics = await linksIn(makeDocument({ draft: 'draft: true' }, '[x](nowhere.md) [y](scheduled.md)'));
    expect(diagnostics.map(({ severity, value }) => [severity, value])).toEqual([['warning', 'nowhere.md']]);
  });
});

describe('pages of lists', () => {
  const member = (index: number, body = 'Done.') =>
    [`case-${index}.md`, makeDocument({ technologies: 'technologies: [Elixir]' }, body)] as const;
  const pastLast = async (count: number, links: readonly string[]) => {
    const body = links.map((link) => `[x](${link})`).join('\n\n');
    const { diagnostics } = await checkSite(
      Object.fromEntries([...Array.from({ length: count }, (_, index) => member(index)), member(count, body)]),
    );
    return diagnostics.filter(({ message }) => message === 'links to a page that does not exist').map(({ value }) => value);
  };

  test.each([
    ['the first has no number', 3, ['/projects/page/1/', '/technologies/elixir/page/1/']],
    ['there is no second', 3, ['/projects/page/2/', '/technologies/elixir/page/2/', '/de/projects/page/2/', '/projects/page/99/']],
    ['there is no third', 30, ['/projects/page/3/', '/technologies/elixir/page/3/', '/results/readings/']],
  ])('%s', async (_, count, links) => expect(await pastLast(count, links)).toEqual(links));

  test('there is a second', async () => {
    expect(await pastLast(30, ['/projects/page/2/', '/technologies/elixir/', '/technologies/elixir/page/2/'])).toEqual([]);
  });

  test('results of more than one page have pages of their categories', async () => {
    const metrics = Array.from({ length: 130 }, (_, index) => `  - Calls on day ${index + 1} from 30 to ${index % 20}`).join('\n');
    const document = makeDocument({ metrics: `metrics:\n${metrics}` }, '[a](/results/calls/page/3/) [b](/results/calls/page/4/)');
    const { diagnostics } = await checkSite({ 'many.md': document });
    expect(diagnostics.filter(({ path, severity }) => path.endsWith('many.md') && severity === 'error').map(({ value }) => value)).toEqual([
      '/results/calls/page/4/',
    ]);
  });

  test('results in the story count as well', async () => {
    const bullets = Array.from({ length: 130 }, (_, index) => `- **Calls on day ${index + 1} from 30 to ${index % 20}**`).join('\n');
    const body = `[a](/results/) [b](/results/calls/) [c](/results/calls/page/9/)\n\n## Results\n\n${bullets}`;
    const { diagnostics } = await checkSite({ 'many.md': makeDocument({ metrics: null }, body) });
    expect(diagnostics.filter(({ path, severity }) => path.endsWith('many.md') && severity === 'error').map(({ value }) => value)).toEqual([
      '/results/calls/page/9/',
    ]);
  });
});
