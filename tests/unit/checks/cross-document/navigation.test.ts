import { describe, expect, test } from 'vitest';
import { checkPageNames, type NavigationOptions } from '../../../../src/checks/cross-document/navigation.ts';
import { emptyFile, type CheckedFile } from '../../../../src/checks/document.ts';
import { readFileName } from '../../../../src/documents/file-names.ts';
import { check, makeDocument } from '../../../fixtures/documents/make.ts';

const page = (title: string, extra = '') => `---\ntitle: ${title}\ndescription: A page for this test alone.\n${extra}---\n\nWords.\n`;

const files = {
  'rota.md': makeDocument(),
  '/src/content/pages/about.md': page('About'),
  '/src/content/pages/imprint.md': page('Imprint'),
  '/src/content/pages/imprint.de.md': page('Impressum'),
  '/src/content/pages/later.md': page('Later', 'draft: true\n'),
  '/src/pages/talks.astro': '',
  '/src/pages/talks/[slug].astro': '',
  '/public/tariff.pdf': '%PDF',
};

/** Check a project whose options are written as `source` and read as `menus`. */
async function problems(menus: NavigationOptions, source = 'export default {};\n'): Promise<string[]> {
  const { diagnostics } = await check({ ...files, '/src/site.config.ts': source }, undefined, 'en-GB', 'https://nav.example/base', menus);
  return diagnostics
    .filter(({ path }) => path === 'src/site.config.ts')
    .map(({ line, column, field, message, fix }) => `${line}:${column} ${field}: ${message}. ${fix ?? ''}`);
}

describe('menus may name', () => {
  test.each<[string, NavigationOptions]>([
    ['pages of the template, whether this site has them or not', { navigation: ['work', 'results', 'about', 'pdf', 'home'] }],
    ['own pages, hidden ones too', { navigation: ['imprint', 'later'], footer: { links: [{ label: 'Legal', page: 'imprint' }] } }],
    [
      'other addresses',
      {
        navigation: [
          { label: 'Code', url: 'https://forge.example' },
          { label: 'Mail', url: 'mailto:a@nav.example' },
        ],
      },
    ],
    [
      'pages in src/pages',
      {
        navigation: [
          { label: 'Talks', url: '/talks' },
          { label: 'A talk', url: '/talks/one/#slides' },
        ],
      },
    ],
    [
      'files, documents and translations',
      { navigation: ['/tariff.pdf', '/imprint', '/de/imprint/', '/projects/rota/', '/'].map((url) => ({ label: 'x', url })) },
    ],
    ['a text of the home page', { home: ['work', { page: 'imprint' }] }],
  ])('%s', async (_what, menus) => {
    expect(await problems(menus)).toEqual([]);
  });
});

test('a name that is no page is an error at its line, with the closest one and the list', async () => {
  const source = "export default defineSite({\n  name: 'imprimt',\n  navigation: [\n    'work',\n    'imprimt',\n  ],\n});\n";
  expect(await problems({ navigation: ['work', 'imprimt'] }, source)).toEqual([
    '5:5 navigation[1]: `imprimt` is no page of this site. did you mean `imprint`? If not, the pages are about, accessibility, clients, contact, feeds, home, imprint, index, industries, later, pdf, results, source, technologies, work, years',
  ]);
});

test('a name without a close one has the list', async () => {
  const source = 'export default defineSite({\n  footer: { links: [{ label: "Legal", page: "gtc" }] },\n});\n';
  expect(await problems({ footer: { links: [{ label: 'Legal', page: 'gtc' }] } }, source)).toEqual([
    expect.stringMatching(/^2:39 footer\.links\[0\]\.page: `gtc` is no page of this site\. the pages are about, .*imprint/),
  ]);
});

test('the home page has texts of own pages only', async () => {
  expect(await problems({ home: [{ page: 'work' }] })).toEqual([
    expect.stringMatching(/^1:1 home\[0\]\.page: `work` is no page of this site\. the pages are about, imprint, later$/),
  ]);
});

test.each([
  ['/tolks', 'links to a page that does not exist. did you mean `/talks/`?'],
  ['/results/', 'links to a page that does not exist'],
  ['/tarif.pdf', 'links to a file that does not exist. did you mean `/tariff.pdf`?'],
  ['/later/', 'links to src/content/pages/later.md, which is hidden. publish that document'],
  ['/base/talks/', 'links to a path with the base of the site, which is added to every path. write `/talks/`'],
])('a path that leads nowhere is an error: %s', async (url, message) => {
  expect(await problems({ navigation: [{ label: 'x', url }] })).toEqual([expect.stringContaining(`navigation[0].url: ${message}`)]);
});

describe('a document in src/content/pages cannot have the name', () => {
  const routes = {
    '/src/pages/[...lang]/projects/index.astro': '',
    '/src/pages/results/[...index].astro': '',
    '/src/pages/feeds.astro': '',
    '/src/pages/404.astro': '',
    '/src/pages/[...lang]/rss.xml.ts': '',
  };
  test.each([
    ['projects', 'makes a page that already exists'],
    ['results', 'makes a page that already exists'],
    ['feeds', 'makes a page that already exists'],
    ['404', 'makes a page that already exists'],
    ['index', 'has the name that the site uses for the index of the site'],
    ['work', 'has the name that the site uses for the list of case studies'],
    ['home', 'has the name that the site uses for the home page'],
    ['shared', 'has the name that the site uses for the folder of private pages'],
    ['rss.xml', 'xml'],
  ])('%s', async (name, message) => {
    const { diagnostics } = await check({ ...routes, [`/src/content/pages/${name}.md`]: page('A page') });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([
      expect.objectContaining({ path: `src/content/pages/${name}.md`, message: expect.stringContaining(message) as string }),
    ]);
  });
});

test('a document in src/content/pages cannot have the name of the folder of the editor', () => {
  const named = (file: string): CheckedFile => {
    const name = readFileName(file);
    if (!name) throw new Error(`${file} is no name of a document.`);
    return { ...emptyFile, diagnostics: [], collection: 'pages', path: `src/content/pages/${file}`, name };
  };
  const files = ['admin.md', 'admin.de.md', 'about.md'].map(named);
  expect(checkPageNames(files, '/admin/').map(({ path, message }) => [path, message])).toEqual([
    ['src/content/pages/admin.md', 'has the name that the site uses for the editor'],
    ['src/content/pages/admin.de.md', 'has the name that the site uses for the editor'],
  ]);
  expect(checkPageNames(files)).toEqual([]);
});
