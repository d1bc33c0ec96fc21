import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAll, copyProject, type Copy } from './copy.ts';
import { parseHtml, textOf } from './dist.ts';

const written = (title: string, client: string, technology: string) =>
  `---\ntitle: ${title}\nclient: ${client}\nindustry: Harbours\ndate: 2024-05\ntechnologies: [${technology}]\nmetrics:\n  wait: Waiting time from 9 days to 2 days\n---\n\nThe pilots waited for the tide table.\n`;

const bare = (title: string, story: string) => `---\ntitle: ${title}\n---\n\n${story}\n`;

/** The three case studies: two have a client in common, all an industry and a year, none a technology. */
const three = {
  'tide-table.md': written('Tide Table', 'Brack Harbour', 'Zig'),
  'pilot-rota.md': written('Pilot Rota', 'Brack Harbour', 'Elm'),
  'crane-log.md': written('Crane Log', 'Lower Quay', 'Nim'),
};

const { 'tide-table.md': first, 'pilot-rota.md': second } = three;
const sites: Record<string, Record<string, string>> = {
  none: {},
  pageless: {},
  one: { 'tide-table.md': first },
  'one of a title and a story': {
    'reading-room.md': bare('The Reading Room', 'The library had nine rooms and a paper diary. Now it has tablets.'),
  },
  'two of a title and a story': {
    'tide-table.md': bare('Tide Table', 'The pilots waited for the tide table.'),
    'crane-log.md': bare('Crane Log', 'The crane had a log of chalk.'),
  },
  two: { 'tide-table.md': first, 'pilot-rota.md': second },
  three,
};
const copies: Copy[] = [];
const built: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  for (const [name, projects] of Object.entries(sites)) {
    const copy = copyProject({ projects });
    copies.push(copy);
    if (name === 'pageless') {
      rmSync(copy.path('src/content/pages'), { recursive: true });
      const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
      copy.write('src/site.config.ts', config.replace(/^ *contact: .*\n/m, ''));
    }
  }
  await buildAll(copies);
  for (const [index, name] of Object.keys(sites).entries()) built[name] = copies[index]?.dist() ?? {};
});
afterAll(() => copies.forEach((copy) => copy.remove()));

const listsOf = (site: string) =>
  Object.keys(built[site] ?? {})
    .filter((file) => /^(?:a-z|technologies|industries|clients|years)\/.*html$/.test(file))
    .toSorted();
const page = (site: string, file: string) => parseHtml(built[site]?.[file] ?? '');
const hrefs = (document: Document, selector: string) => [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));

test.each(Object.keys(sites))('on a site of %s, every link to a page leads to one', (site) => {
  const files = built[site] ?? {};
  const missing = Object.keys(files)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      hrefs(page(site, file), 'a[href^="/"]')
        .map((href) => (href ?? '').replace(/[?#].*/, '').slice(1))
        .filter((path) => !(path in files) && !(`${path}index.html` in files))
        .map((path) => `${file}: ${path}`),
    );
  expect(missing).toEqual([]);
});

describe('a site without case studies', () => {
  test('says so, and invites to write', () => {
    const list = page('none', 'projects/index.html');
    expect(textOf(list.querySelector('main'))).toContain('The first case study will appear here.');
    expect(list.querySelectorAll('main :is(ol, ul, form, select)')).toHaveLength(0);
    expect(hrefs(list, 'main aside a')).toEqual(['/contact/']);
  });

  test('says on its home page what will come', () => {
    const home = textOf(page('none', 'index.html').querySelector('main'));
    expect(home).toContain('The first case study will appear here.');
    expect(home).not.toContain('npm');
  });

  test('has no empty list on its home page, and none on the page for missing pages', () => {
    expect(page('none', 'index.html').querySelectorAll('main :is(ol, ul, dl)')).toHaveLength(0);
    expect(textOf(page('none', '404.html').querySelector('main'))).not.toContain('Here is all the work');
    expect(page('none', '404.html').querySelectorAll('main :is(ol, ul)')).toHaveLength(0);
  });
});

test('a site without pages of its own names none, and its invitation to write is an email that asks about no work', () => {
  const home = page('pageless', 'index.html');
  expect(textOf(home.querySelector('main aside'))).toBe('Write to Tern & Tide');
  expect(hrefs(home, 'header nav a')).toEqual(['/projects/']);
  expect(hrefs(home, 'footer nav a')).toEqual(['/projects/', '/feeds/']);
  expect(hrefs(home, 'main aside a')).toEqual(['mailto:hello@fixtures.example']);
});

describe('a site of one case study', () => {
  const home = () => page('one', 'index.html');

  test('shows it on the home page without a list, as a heading below that of the page', () => {
    expect(home().querySelectorAll('main :is(ol, ul, dl)')).toHaveLength(0);
    const headings = [...home().querySelectorAll('main :is(h1, h2, h3)')].map((heading) => heading.tagName + textOf(heading));
    expect(headings.slice(1, 3)).toEqual(['H2Tide Table', 'H2About']);
    expect(hrefs(home(), 'main a')).toEqual(['/projects/tide-table/', '/about/', '/contact/']);
    expect(textOf(home().querySelector('main .case'))).toMatch(/^Case study .*Brack Harbour .*2024.*Waiting time/);
  });

  test('has no next and no related one on its page', () => {
    const html = page('one', 'projects/tide-table/index.html');
    expect(html.querySelector('#next-case, #related')).toBeNull();
    expect(hrefs(html, 'main a[href^="/projects/"]')).toEqual(['/projects/']);
  });

  test('does not call it all case studies in its list', () => {
    const list = textOf(page('one', 'projects/index.html').querySelector('main'));
    expect(list).toContain('1 case study');
    expect(list).not.toContain('All case studies');
  });
});

describe('a site of one title and one story', () => {
  const dist = () => built['one of a title and a story'] ?? {};

  test('has no page of results, technologies, industries or years, and lists none', () => {
    expect(Object.keys(dist())).toContain('projects/reading-room/index.html');
    expect(Object.keys(dist()).filter((file) => /^(?:results|technologies|industries|years)\//.test(file))).toEqual([]);
    const files = ['llms.txt', ...Object.keys(dist()).filter((file) => file.startsWith('sitemap'))];
    const listed = files.map((file) => dist()[file] ?? '').join('\n');
    expect(listed).toContain('reading-room');
    expect(listed).not.toMatch(/\/(?:results|technologies|industries|years)\b/);
  });

  test('counts and filters nothing', () => {
    for (const file of ['index.html', 'projects/index.html']) {
      const main = page('one of a title and a story', file).querySelector('main');
      expect(main?.querySelectorAll(':is(dl, details, fieldset)')).toHaveLength(0);
      expect(textOf(main)).not.toMatch(/\b0\b|undefined|null/);
    }
    expect(textOf(page('one of a title and a story', 'projects/index.html').querySelector('main'))).toContain('1 case study');
  });

  test('has its story in the description of its page, its card and its place in the feed', () => {
    const sentence = 'The library had nine rooms and a paper diary. Now it has tablets.';
    const described = page('one of a title and a story', 'projects/reading-room/index.html').querySelector('meta[name=description]');
    expect(described?.getAttribute('content')).toBe(sentence);
    expect(textOf(page('one of a title and a story', 'index.html').querySelector('.case'))).toContain(sentence);
    expect(dist()['rss.xml']).toContain(`<description>${sentence}</description>`);
  });
});

test('titles alone have the column of pictures, clients and years', () => {
  const titles = (site: string, selector: string) => page(site, 'projects/index.html').querySelectorAll(`.case-list ${selector}`).length;
  expect(titles('two of a title and a story', 'h2.md\\:col-span-4')).toBe(2);
  expect(titles('two', 'h2.md\\:col-span-4')).toBe(0);
});

describe('a site of two', () => {
  test('has no lists besides the one of its case studies', () => expect(listsOf('two')).toEqual([]));

  test('does not name results in its navigation, but in its list', () => {
    expect(hrefs(page('two', 'index.html'), 'header nav a')).not.toContain('/results/');
    expect(hrefs(page('two', 'projects/index.html'), 'main a')).toContain('/results/');
  });

  test('counts nothing of which there is one, and filters nothing', () => {
    for (const file of ['index.html', 'projects/index.html']) {
      const document = page('two', file);
      expect(textOf(document.querySelector('main'))).not.toMatch(/\b1 (?:industry|client|case study)\b/);
      expect(document.querySelectorAll('select')).toHaveLength(0);
    }
  });
});

describe('a site of three', () => {
  test('has a page of each option with two case studies, an index of each kind, and one of all', () => {
    expect(listsOf('three')).toEqual([
      'a-z/index.html',
      ...['brack-harbour/index.html', 'index.html'].map((file) => `clients/${file}`),
      ...['harbours/index.html', 'index.html'].map((file) => `industries/${file}`),
      'technologies/index.html',
      ...['2024/index.html', 'index.html'].map((file) => `years/${file}`),
    ]);
  });

  test('links what has a page, and only that', () => {
    const linked = hrefs(page('three', 'projects/tide-table/index.html'), 'main article a');
    expect(linked).toEqual(expect.arrayContaining(['/clients/brack-harbour/', '/industries/harbours/', '/years/2024/']));
    expect(linked.filter((href) => href?.startsWith('/technologies/'))).toEqual([]);
    expect(hrefs(page('three', 'projects/crane-log/index.html'), 'main article a')).not.toContain('/clients/lower-quay/');
    expect(hrefs(page('three', 'technologies/index.html'), 'main li a')).toEqual([
      ...['pilot-rota', 'crane-log', 'tide-table'].map((slug) => `/projects/${slug}/`),
    ]);
  });

  test('has results in its navigation', () => expect(hrefs(page('three', 'index.html'), 'header nav a')).toContain('/results/'));

  test('feeds and data name only what exists', () => {
    const { projects } = JSON.parse(built['three']?.['projects.json'] ?? '') as { projects: { technologies: { url: string | null }[] }[] };
    expect(projects.flatMap(({ technologies }) => technologies.map(({ url }) => url))).toEqual([null, null, null]);
    const feeds = Object.keys(built['three'] ?? {}).filter((file) => /\/rss\.xml$/.test(file));
    expect(feeds).toEqual(['industries/harbours/rss.xml']);
  });
});
