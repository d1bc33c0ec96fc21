import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../../scripts/import/collections.ts';
import { openSite } from '../../../scripts/import/open-site.ts';
import type { SourceSite } from '../../../scripts/import/source-site.ts';
import { importSite, pixel, plant, type Files } from '../../fixtures/import/sites.ts';

const document = (head = '', body = 'Salt eats every contact.'): string => `---\ntitle: Salt\n${head}\n---\n${body}\n`;

function open(files: Files, path = '', collection?: string): SourceSite {
  const site = openSite(join(plant(files), path), collection);
  if (!site) throw new Error('no site');
  return site;
}

const paths = (site: SourceSite): string[] => site.documents.map(({ path }) => path);

describe('case studies are found in', () => {
  const about = {
    'about.md': document(),
    'src/about.md': document(),
    'source/about.html.erb': document(),
    'content/blog/x.md': document(),
  };
  test.each([
    [
      'a folder of Jekyll posts',
      { '_config.yml': '', '_posts/work/2020-01-01-a.md': document(), '_posts/notes/2020-01-01-b.md': document() },
      ['_posts/work/2020-01-01-a.md'],
    ],
    [
      'Jekyll posts of a category',
      {
        '_config.yml': '',
        '_posts/2020-01-01-a.md': document('category: CaseStudy'),
        '_posts/2020-01-01-b.md': document('categories: [blog]'),
      },
      ['_posts/2020-01-01-a.md'],
    ],
    [
      'Jekyll posts of a layout',
      { '_config.yml': '', '_posts/2020-01-01-a.md': document('layout: case_study'), '_posts/2020-01-01-b.md': document('layout: post') },
      ['_posts/2020-01-01-a.md'],
    ],
    [
      'a Jekyll collection of other endings',
      { '_config.yml': '', '_portfolio/A.MD': document(), '_portfolio/b.html': document() },
      ['_portfolio/A.MD', '_portfolio/b.html'],
    ],
    [
      'a bundle of Hugo',
      { 'hugo.toml': '', 'content/case-studies/_index.md': document(), 'content/case-studies/a/index.md': document() },
      ['content/case-studies/a/index.md'],
    ],
    [
      'the input folder of Eleventy',
      {
        '.eleventy.js': "module.exports = () => ({ dir: { input: 'src' } });",
        'src/work/a.md': document(),
        'src/work/list.njk': document(),
        'src/_includes/work/b.md': document(),
      },
      ['src/work/a.md'],
    ],
    [
      'templates of Middleman',
      {
        'config.rb': '',
        'source/clients/x.html.erb': document(),
        'source/clients/case-studies/a.html.erb': document(),
        'source/clients/case-studies/index.html.erb': document(),
      },
      ['source/clients/case-studies/a.html.erb'],
    ],
    [
      'the base of an Astro collection',
      {
        'astro.config.mjs': 'export default {};',
        'src/content.config.ts':
          "const caseStudies = defineCollection({ loader: glob({ base: './src/stories', pattern: '**/*.md' }) });\nexport const collections = { caseStudies };",
        'src/stories/a.md': document(),
      },
      ['src/stories/a.md'],
    ],
    ['a folder of clients, where there is no other', { 'hugo.toml': '', 'content/clients/a.md': document() }, ['content/clients/a.md']],
    ['a project of an unknown system', { 'package.json': '{}', 'content/our-work/a.mdx': document() }, ['content/our-work/a.mdx']],
  ] satisfies [string, Files, string[]][])('%s', (_, files, expected) => expect(paths(open({ ...about, ...files }))).toEqual(expected));

  test('a bare folder of documents, unless it has only folders of folders', () => {
    expect(paths(open({ 'a.md': document(), 'b/c.md': document() }))).toEqual(['a.md', 'b/c.md']);
    expect(paths(open({ 'a/index.md': document(), 'b/index.md': document() }))).toEqual(['a/index.md', 'b/index.md']);
    expect(paths(open({ 'README.md': '', 'content/notes/a.md': document() }))).toEqual([]);
  });

  test('a site in a folder of its repository', () => {
    const site = open({ 'package.json': '{}', 'website/hugo.toml': '', 'website/content/work/a.md': document(), 'docs/work/b.md': '' });
    expect([site.system, paths(site)]).toEqual(['hugo', ['content/work/a.md']]);
  });

  test('a Gatsby site, although its manual is a site of Jekyll', () => {
    const site = open({ 'package.json': '{}', 'gatsby-config.js': '', 'content/client-stories/a.md': document(), 'docs/_config.yml': '' });
    expect(paths(site)).toEqual(['content/client-stories/a.md']);
  });

  test('the pages of Hugo alone, and not the other documents of their bundles', () => {
    const { documents, skipped } = open({
      'hugo.toml': '',
      'content/work/a/index.md': document(),
      'content/work/a/index.de.md': document(),
      'content/work/a/figures/notes.md': document(),
      'content/work/b/part.md': document(),
    });
    expect(documents.map(({ path }) => path)).toEqual(['content/work/a/index.de.md', 'content/work/a/index.md', 'content/work/b/part.md']);
    expect(skipped).toEqual([{ path: 'content/work/a/figures/notes.md', reason: 'a part of the bundle in its folder, not a page' }]);
  });

  test('the parts of case studies in folders are none of their own', () => {
    const bundles = ['a/index.md', 'a/process.md', 'b/index.md', 'b/process.md', 'b/epilogue.md'];
    const { documents, skipped } = open({
      'package.json': '{}',
      ...Object.fromEntries(bundles.map((name) => [`content/work/${name}`, document()])),
    });
    expect(documents.map(({ path }) => path)).toEqual(['content/work/a/index.md', 'content/work/b/epilogue.md', 'content/work/b/index.md']);
    expect(skipped.map(({ path }) => path)).toEqual(['content/work/a/process.md', 'content/work/b/process.md']);
  });

  test('no built site, template for authors, or page of a list', () => {
    const { documents, skipped } = open({
      'hugo.toml': "publishDir = 'docs'",
      'docs/work/a/index.html': document(),
      'content/work/_index.md': document(),
      'content/work/template.md': document(),
    });
    expect(documents).toEqual([]);
    expect(skipped.map(({ path }) => path)).toEqual(['content/work/_index.md', 'content/work/template.md']);
  });
});

describe('a site without a folder of that name', () => {
  const files = {
    'package.json': '{}',
    'content/things/a.md': document(),
    'content/things/b/index.md': document(),
    'content/about.md': document(),
  };

  test('has no case studies but a list of folders, the fullest first', () => {
    const site = open(files);
    expect(paths(site)).toEqual([]);
    expect(listCandidates(site)).toEqual([
      { folder: 'content/things', count: 2 },
      { folder: 'content', count: 1 },
    ]);
  });

  test('has none even if its own folder has the name of a collection', () => {
    const inside = Object.fromEntries(Object.entries(files).map(([path, text]) => [`portfolio/${path}`, text]));
    expect(paths(open(inside, 'portfolio'))).toEqual([]);
  });

  test('has those of the folder that is named', () => {
    expect(paths(open(files, '', 'content/things'))).toEqual(['content/things/a.md', 'content/things/b/index.md']);
    expect(paths(open(files, 'content/things'))).toEqual(['content/things/a.md', 'content/things/b/index.md']);
  });
});

describe('what the old site hid', () => {
  const drafts = async (files: Files): Promise<string[]> => {
    const { documents } = await importSite(files);
    return documents.flatMap(({ text, logEntries }) =>
      /^draft: true$/m.test(text) ? logEntries.flatMap((entry) => (entry.text === 'draft' ? [entry.field] : [])) : [],
    );
  };

  test.each([
    'visible: false',
    'display: no',
    'listed: false',
    'show: false',
    'public: false',
    'active: false',
    'permalink: false',
    'sitemap: false',
    'noindex: true',
    'robots: noindex, nofollow',
    'status: private',
    'eleventyExcludeFromCollections: true',
    'headless: true',
    'build: { render: never }',
    'expiryDate: 2020-01-01',
    'tags: [protected]',
    'seo: { noindex: true }',
  ])('is a draft: %s', async (head) => {
    const reasons = await drafts({ '_config.yml': '', '_projects/a.md': document(head) });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.replace(/\W+/g, ' ').trim()).toBe(head.replace(/\W+/g, ' ').trim());
  });

  test.each(['status: featured', 'sitemap: { priority: 0.8 }', 'active: true', 'draft: false', 'expiryDate: 2030-01-01'])(
    'is not public work: %s',
    async (head) => expect(await drafts({ '_config.yml': '', '_projects/a.md': document(head) })).toEqual([]),
  );

  test('is a draft by its path', async () => {
    expect(await drafts({ '_config.yml': '', '_projects/_a.md': document(), '_drafts/_projects/b.md': document() })).toEqual([
      'a folder of drafts',
      'a name that begins with `_`',
    ]);
    const ignored = {
      '.eleventy.js': '',
      '.eleventyignore': '*.draft.md\nwork/old/**',
      'work/a.draft.md': document(),
      'work/old/b.md': document(),
    };
    expect(await drafts({ ...ignored, 'work/c.md': document() })).toHaveLength(2);
  });

  test('is a draft by the defaults of its folder or a list of a script', async () => {
    expect(
      await drafts({ '.eleventy.js': '', 'work/work.json': '{"eleventyExcludeFromCollections": true}', 'work/a.md': document() }),
    ).toEqual(['eleventyExcludeFromCollections: true']);
    const script = { 'astro.config.mjs': '', 'src/lib/lists.ts': "export const DELISTED_SLUGS = ['a'] as const;" };
    expect(await drafts({ ...script, 'src/content/work/a.md': document(), 'src/content/work/b.md': document() })).toEqual([
      'DELISTED_SLUGS of src/lib/lists.ts',
    ]);
  });

  test('is a draft where Middleman ignores its page', async () => {
    const files = Object.fromEntries(['hush', 'hushed', 'quiet', 'loud'].map((name) => [`source/work/${name}.html.md`, document()]));
    const config = "activate :directory_indexes\nignore '/work/hush*'\nignore('work/quiet.html')\n# ignore 'work/loud.html'\n";
    expect(await drafts({ ...files, 'config.rb': config })).toEqual(Array.from({ length: 3 }, () => 'a line of config.rb'));
  });

  test('is not what most documents say, which chooses the few of a list', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`_projects/${name}.md`, document('active: false')]));
    expect(await drafts({ '_config.yml': '', ...files, '_projects/e.md': document('active: true') })).toEqual([]);
  });
});

describe('the facts that all documents of a folder have', () => {
  const own = { a: document(), b: document('customer: Own Works') };
  const inFolder = (folder: string): Files => Object.fromEntries(Object.entries(own).map(([name, text]) => [`${folder}/${name}.md`, text]));

  test.each<[string, Files]>([
    [
      'Jekyll defaults',
      {
        '_config.yml':
          'collections: {projects: {output: true}}\ndefaults: [{scope: {type: projects}, values: {client: Amber Works, industry: Food, layout: case}}]',
        ...inFolder('_projects'),
      },
    ],
    [
      'the data of an Eleventy folder',
      { '.eleventy.js': '', 'work/work.json': '{"client": "Amber Works", "industry": "Food", "role": "{{ x }}"}', ...inFolder('work') },
    ],
    [
      'the cascade of a Hugo section and configuration',
      {
        'hugo.toml':
          '[[cascade]]\nindustry = "Food"\n[cascade.target]\npath = "/work/**"\n[[cascade]]\nrole = "No"\n[cascade.target]\npath = "/made/**"\n',
        'content/work/_index.md':
          '---\ncascade:\n  - { params: { client: Amber Works }, target: { kind: page } }\n  - { role: No, _target: { kind: section } }\n---\n',
        ...inFolder('content/work'),
      },
    ],
  ])('come from %s, unless a document has its own', async (_, files) => {
    const { documents } = await importSite(files);
    const clients = ['client: Amber Works', 'client: Own Works'];
    expect(documents.map(({ text }) => text.match(/^(?:client|industry|role): .*$/gm))).toEqual(
      clients.map((client) => [client, 'industry: Food']),
    );
    expect(documents.map(({ text }) => text.includes('extra'))).toEqual([false, false]);
  });
});

describe('languages', () => {
  const translations = async (files: Files): Promise<string[]> => (await importSite(files)).documents.map(({ path }) => path).toSorted();
  const expected = ['src/content/projects/salt.de.md', 'src/content/projects/salt.md'];

  test.each([
    [
      'folders of a collection',
      {
        'astro.config.mjs': "export default { i18n: { defaultLocale: 'en', locales: ['en', 'de'] } };",
        'src/content/work/en/salt.md': document(),
        'src/content/work/de/salt.md': document(),
      },
    ],
    [
      'folders above a collection',
      { '.eleventy.js': '', 'en/work/2020-01-01-salt.md': document(), 'de/work/2020-01-01-salt.md': document() },
    ],
    [
      'folders that the configuration names',
      {
        'hugo.yaml': 'languages: {en: {contentDir: content/english}, de: {contentDir: content/german}}',
        'content/english/work/salt.md': document(),
        'content/german/work/salt.md': document(),
      },
    ],
    [
      'names of files',
      { 'hugo.yaml': 'defaultContentLanguage: en', 'content/work/salt.en.md': document(), 'content/work/salt.de.md': document() },
    ],
    [
      'front matter with a key',
      { '_config.yml': 'lang: en', '_work/salt.md': document('lang: en\nref: s'), '_work/salz.md': document('lang: de\nref: s') },
    ],
    [
      'folders and a key',
      {
        'hugo.yaml': '',
        'content/en/work/salt.md': document('translationKey: s'),
        'content/de/work/salz.md': document('translationKey: s'),
      },
    ],
    [
      'folders and the same order',
      { '.eleventy.js': '', 'en/work/salt.md': document('order: 3'), 'de/work/salz.md': document('order: 3') },
    ],
  ] satisfies [string, Files][])('in %s become translations', async (_, files) => expect(await translations(files)).toEqual(expected));

  test('have originals: a translation without one becomes it', async () => {
    const { documents, errors } = await importSite({
      'hugo.yaml': 'defaultContentLanguage: en',
      'content/work/salt.md': document(),
      'content/work/mud.de.md': document(),
    });
    expect(errors).toEqual([]);
    expect(documents.map(({ path, text }) => [path, /^lang: .*$/m.exec(text)?.[0]])).toEqual([
      ['src/content/projects/mud.md', 'lang: de'],
      ['src/content/projects/salt.md', undefined],
    ]);
  });

  test('that the project does not have are declared', async () => {
    const files = { 'astro.config.mjs': '', 'src/layouts/Base.astro': '<html lang="it">', 'src/content/work/sale.md': document() };
    const { documents } = await importSite(files, { 'src/site.config.ts': "export default defineSite({ locale: 'en-GB' });" });
    expect(documents[0]?.text).toContain('\nlang: it\n');
  });
});

describe('old addresses', () => {
  const addresses = async (files: Files): Promise<string[]> => {
    const { documents } = await importSite(files);
    return documents.flatMap(({ text }) => (/^aliases: \[(.*)\]$/m.exec(text)?.[1] ?? '').split(', ').filter(Boolean));
  };
  const route = (collection: string): string => `---\nconst all = await getCollection('${collection}');\n---\n`;

  test.each([
    [
      'of Eleventy',
      { '.eleventy.js': "module.exports = { dir: { input: 'src' } };", 'src/work/2020-01-02-salt.md': document() },
      ['/work/salt/'],
    ],
    [
      'of a function in the data of an Eleventy folder',
      {
        '.eleventy.js': '',
        'work/work.11tydata.js':
          'export default { permalink: function ({ title }) {\n return `/w/${this.slugify(title)}/index.html`;\n }, tag() { return 1; } };',
        'work/a.md': document('title: Salt Log'),
      },
      ['/w/salt-log/'],
    ],
    [
      'of a template in Eleventy',
      {
        '.eleventy.js': '',
        'work/salt.md': document('permalink: "/w/{{ title | slug }}-{{ page.date | date: \'%Y\' }}/index.html"\ndate: 2020-01-02'),
      },
      ['/w/salt-2020/'],
    ],
    [
      'of a template with a condition',
      {
        '.eleventy.js': '',
        'work/work.json': '{"permalink": "done/{%- if short -%}{{ short }}{%- else -%}{{ title | slugify }}{%- endif -%}/"}',
        'work/a.md': document('short: s'),
      },
      ['/done/s/'],
    ],
    [
      'of a script of Eleventy',
      {
        '.eleventy.js': '',
        'work/work.11tydata.js': 'module.exports = { permalink: (data) => `/w/${data.page.fileSlug}/` };',
        'work/a.md': document(),
      },
      ['/w/a/'],
    ],
    ['of a template with an unknown filter', { '.eleventy.js': '', 'work/a.md': document('permalink: "/{{ title | odd }}/"') }, []],
    ['of Middleman', { 'config.rb': 'activate :directory_indexes', 'source/work/a.html.erb': document() }, ['/work/a/']],
    ['of Middleman without folders', { 'config.rb': '', 'source/work/a.html.erb': document() }, ['/work/a.html']],
    [
      'of a blog of Middleman',
      {
        'config.rb':
          "activate :blog do |blog|\n  blog.sources = 'work/{category}/{year}-{month}-{day}-{title}.html'\n  blog.permalink = 'done/{category}/{title}'\nend",
        'source/work/web/2020-01-02-a.html.erb': document(),
      },
      ['/done/web/a.html'],
    ],
    [
      'of Jekyll posts',
      { '_config.yml': 'permalink: /:categories/:title', '_posts/2020-01-02-Big-Salt.md': document('category: CaseStudy') },
      ['/casestudy/Big-Salt'],
    ],
    [
      'of Jekyll, whose slugs keep most signs',
      { '_config.yml': 'collections: {work: {output: true, permalink: "/:title/"}}', '_work/A-$2M-&-Co.md': document() },
      ['/A-$2M-&-Co/'],
    ],
    [
      'of another collection than the folder',
      {
        'astro.config.mjs': '',
        'src/content.config.ts':
          "export const collections = { cases: defineCollection({ loader: glob({ base: './src/content/work' }) }) };",
        'src/content/work/a.md': document(),
        'src/pages/done/[id].astro': route('cases'),
      },
      ['/done/a/'],
    ],
    [
      'of a route of the same name',
      {
        'astro.config.mjs': '',
        'src/content/caseStudies/a.md': document(),
        'src/pages/case-studies/[id].astro': 'import { all } from "../x";',
      },
      ['/case-studies/a/'],
    ],
    [
      'of a route for all languages',
      {
        'astro.config.mjs': '',
        'src/content/work/en/a.md': document(),
        'src/content/work/de/a.md': document(),
        'src/pages/[lang]/work/[slug].astro': route('work'),
      },
      ['/de/work/a/', '/en/work/a/', '/work/a/'],
    ],
    [
      'in the tables of the host',
      {
        'hugo.yaml': '',
        'content/work/salt-log.md': document(),
        _redirects: '/old /work/salt-log 301\n/old/* /work/salt-log\n',
        'vercel.json': '{"redirects": [{"source": "/older", "destination": "/work/salt-log/"}]}',
        'netlify.toml': '[[redirects]]\nfrom = "/oldest"\nto = "/work/salt-log/"',
      },
      ['/work/salt-log/', '/old', '/oldest', '/older'],
    ],
  ] satisfies [string, Files, string[]][])('%s', async (_, files, expected) =>
    expect((await addresses(files)).toSorted()).toEqual(expected.toSorted()),
  );
});

describe('pictures are found', () => {
  const other = Buffer.concat([pixel, Buffer.from('x')]);
  test.each([
    ['in a theme', '/img/a.png', { 'themes/x/static/img/a.png': pixel, 'other/a.png': other }],
    ['behind an alias of the bundler', '@src/img/a.png', { 'src/img/a.png': pixel }],
    ['in another case', '/img/A.PNG', { 'static/img/a.png': pixel }],
    ['by their name, if all of that name are equal', 'a.png', { 'one/a.png': pixel, 'two/a.png': pixel }],
    ['at the domain of GitHub Pages', 'https://www.salt.example/img/a.png', { CNAME: 'salt.example', 'static/img/a.png': pixel }],
  ] satisfies [string, string, Files][])('%s', async (_, written, files) => {
    const { documents } = await importSite({ 'hugo.yaml': '', 'content/work/salt.md': document(`image: ${written}`), ...files });
    expect(documents[0]?.copies).toHaveLength(1);
  });

  test('unless files of the name differ', async () => {
    const { documents } = await importSite({
      'hugo.yaml': '',
      'content/work/salt.md': document('image: a.png'),
      'one/a.png': pixel,
      'two/a.png': other,
    });
    expect(documents[0]?.copies).toEqual([]);
  });

  test('in a bundle of Hugo whose theme shows them', async () => {
    const { documents } = await importSite({
      'hugo.yaml': '',
      'content/work/salt/index.md': document(),
      'content/work/salt/featured.png': pixel,
    });
    expect(documents[0]?.text).toContain('thumbnail: ./featured.png');
  });
});

describe('data of an Astro site', () => {
  const site = { 'astro.config.mjs': '', 'src/assets/a.png': pixel, 'src/content/work/salt.mdx': 'Salt eats every contact.' };

  test.each([
    [
      'a list in a script',
      {
        'src/data/work.ts':
          "import a from '../assets/a.png';\nexport const work: Work[] = [{ slug: 'salt', title: 'Salt Log', client: 'Port', hero: a, year: 2024, live: isLive() }];",
      },
    ],
    [
      'a file of its name',
      { 'src/lib/work/salt.json': '{"title": "Salt Log", "client": "Port", "hero": "../../assets/a.png", "year": 2024}' },
    ],
  ] satisfies [string, Files][])('in %s fills a document without front matter', async (_, files) => {
    const { documents, errors } = await importSite({ ...site, ...files });
    expect(errors).toEqual([]);
    expect(documents[0]?.text).toMatch(/title: Salt Log\nclient: Port\ndate: "?2024"?\nthumbnail: .\/a.png\n/);
    expect(documents[0]?.text).not.toContain('isLive');
  });

  test('yields to front matter', async () => {
    const { documents } = await importSite({
      ...site,
      'src/content/work/salt.mdx': document(),
      'src/data/work.json': '[{"slug": "salt", "title": "Mud", "client": "Port"}]',
    });
    expect(documents[0]?.text).toContain('title: Salt\nclient: Port');
  });
});
