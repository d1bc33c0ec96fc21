import { readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { parseHtml, textOf } from '../site/dist.ts';

/** Options of an owner who changes everything that is not a default, in German, with a menu of eight long words. */
const options = `
  locale: 'de-AT',
  base: '/werk',
  navigation: [
    'home',
    'work',
    'results',
    { label: 'Vorträge und Veröffentlichungen', url: '/talks' },
    'index',
    'impressum',
    'about',
    { label: 'Barrierefreiheitserklärung', page: 'accessibility' },
    { label: 'Quelltextverwaltung', url: 'https://forge.example' },
  ],
  home: [{ page: 'haltung' }, 'work', 'figures', 'plate', 'about', 'contact'],
  footer: { links: ['datenschutz', 'pdf', { label: 'Lebenslauf', url: '/invoice-run.txt' }], note: 'Gedruckt in Graz.' },`;

const pages = {
  'about.md': '---\ntitle: Über uns\ndescription: Zwei Tische und eine Werkstatt.\n---\n\nWir.\n',
  'impressum.md': '---\ntitle: Impressum und Offenlegung\nlabel: Impressum\ndescription: Wer hinter dieser Website steht.\n---\n\nWir.\n',
  'impressum.en.md': '---\ntitle: Imprint\ndescription: Who is behind this website.\n---\n\nWe are.\n',
  'datenschutz.md': '---\ntitle: Datenschutz\ndescription: Diese Website speichert nichts.\n---\n\nNichts.\n',
  'haltung.mdx':
    '---\ntitle: Haltung\ndescription: Wie wir arbeiten, und was wir lassen.\n---\n\nWir zählen {2 + 1} Wochen lang. Siehe [Impressum](impressum.md).\n\n## Danach\n\n> Wir gehen, wenn niemand mehr fragt.\n',
};

const cases = Object.fromEntries(
  ['tide-table', 'pilot-rota', 'crane-log'].map((slug, index) => [
    `${slug}.md`,
    `---\ntitle: Hafenwerk ${slug}\nclient: Hafen ${index}\ndate: 2024-0${index + 1}\ntechnologies: [Elm, Zig]\nmetrics:\n  a: Wait from 9 days to ${index + 2} days\n  b: Errors from 40 to ${index + 3}\ntestimonial: { quote: Endlich, author: Eine Lotsin }\n---\n\nDer Lotse wartete.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n- eins\n\n> Endlich.\n`,
  ]),
);

/** A rule of low weight for each kind of page, against ours of any weight. */
const rules = `
  /* a comment with { braces } */
  h1 { letter-spacing: 7px; }
  a { text-decoration-style: wavy; }
  li, td, p { font-style: italic; }
  blockquote { border-inline-start-width: 9px; }
`;

const kinds = [
  '',
  'projects/',
  'projects/crane-log/',
  'results/',
  'a-z/',
  'impressum/',
  'haltung/',
  'feeds/',
  'talks/',
  'en/impressum/',
  '404.html',
];

let copy: Copy;
let browser: Browser | undefined;
let tab: Tab;
let dist: Record<string, string>;

const at = (path: string) => dist[/\.html$/.test(path) ? path : `${path}index.html`] ?? '';
const page = (path: string) => parseHtml(Buffer.from(at(path), 'latin1').toString());
const links = (path: string, selector: string) =>
  [...page(path).querySelectorAll(selector)].map((link) => [textOf(link), link.getAttribute('href')]);

beforeAll(async () => {
  copy = copyProject({ projects: cases });
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace(/^ *locale: .*$/m, options.trim()));
  rmSync(copy.path('src/content/pages/contact.md'));
  rmSync(copy.path('src/content/pages/contact.de.md'));
  for (const [name, content] of Object.entries(pages)) copy.write(`src/content/pages/${name}`, content);
  copy.write('src/styles/owner.css', rules);
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  dist = copy.dist();
  browser = await launch();
  tab = await browser.newPage();
  await tab.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.replace(/^\/werk\//, '').replace(/(^|\/)$/, '$1index.html');
    const body = dist[decodeURIComponent(file)];
    if (body === undefined) return route.abort();
    return route.fulfill({ body: Buffer.from(body, 'latin1'), contentType: types[posix.extname(file)] ?? 'application/octet-stream' });
  });
});
afterAll(async () => {
  await browser?.close();
  copy.remove();
});

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

describe('the header', () => {
  test('has the links that the owner names, in that order, with short titles', () => {
    expect(links('', 'header nav a')).toEqual([
      ['Startseite', '/werk/'],
      ['Projekte', '/werk/projects/'],
      ['Ergebnisse', '/werk/results/'],
      ['Vorträge und Veröffentlichungen', '/werk/talks/'],
      ['Register', '/werk/a-z/'],
      ['Impressum', '/werk/impressum/'],
      ['Über uns', '/werk/about/'],
      ['Barrierefreiheitserklärung', '/werk/accessibility/'],
      ['Quelltextverwaltung', 'https://forge.example'],
    ]);
  });

  test.each([
    ['', ['Tern & Tide', 'Startseite'], 'page'],
    ['talks/', ['Vorträge und Veröffentlichungen'], 'page'],
    ['impressum/', ['Impressum'], 'page'],
    ['projects/', ['Projekte'], 'page'],
    ['projects/crane-log/', ['Projekte'], 'true'],
    ['datenschutz/', [], 'page'],
  ])('marks where the reader is: /%s', (path, names, value) => {
    const marked = [...page(path).querySelectorAll('header [aria-current]')];
    expect(marked.map((link) => [textOf(link), link.getAttribute('aria-current')])).toEqual(names.map((name) => [name, value]));
  });

  test('leads to translations, and marks the language of all other links on a translated page', () => {
    const translated = [...page('en/impressum/').querySelectorAll('header nav a')].map((link) =>
      ['href', 'hreflang', 'lang'].map((name) => link.getAttribute(name)),
    );
    expect(translated).toEqual(
      expect.arrayContaining([
        ['/werk/en/impressum/', null, null],
        ['/werk/talks/', 'de', 'de'],
        ['/werk/about/', 'de', null],
      ]),
    );
  });

  test.each([320, 390])('wraps within a screen of %i pixels', async (width) => {
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto('https://owner.example/werk/');
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const boxes = await tab
      .locator('header nav a')
      .evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
    for (const { left, right, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(height).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('the footer', () => {
  test('has the links and the sentence of the owner', () => {
    expect(links('', 'footer nav a')).toEqual([
      ['Datenschutz', '/werk/datenschutz/'],
      ['Lebenslauf', '/werk/invoice-run.txt'],
    ]);
    expect(textOf(page('').querySelector('footer'))).toContain('Gedruckt in Graz.');
    expect(textOf(page('').querySelector('footer'))).not.toContain('Brygada');
    expect(page('en/impressum/').querySelector('footer [lang="de-AT"]')?.textContent.trim()).toBe('Gedruckt in Graz.');
  });
});

describe('the home page', () => {
  test('has its parts in the order of the owner, without those left out', () => {
    const parts = [...page('').querySelectorAll('main > *')].flatMap(
      (part) => part.querySelector('h1, h2')?.textContent.trim() ?? part.className.split(' ')[0] ?? [],
    );
    expect(parts).toEqual([
      page('').querySelector('h1')?.textContent.trim(),
      '',
      'Haltung',
      'Projekte',
      'strip',
      'Ergebnisse',
      'Über uns',
      'no-print',
    ]);
    expect(page('').querySelector('main blockquote .quote')).toBeNull();
  });

  test('shows the text of an own page, its headings below the title', () => {
    const section = page('').querySelector('section[aria-labelledby=home-haltung]');
    expect(textOf(section)).toBe('HaltungWir zählen 3 Wochen lang. Siehe Impressum. Danach Wir gehen, wenn niemand mehr fragt.');
    expect([...(section?.querySelectorAll('h2, h3') ?? [])].map(({ tagName }) => tagName)).toEqual(['H2', 'H3']);
    expect(section?.querySelector('a')?.getAttribute('href')).toBe('/werk/impressum/');
  });

  test('asks for an email where there is no page of contact, and nothing links to one', () => {
    expect(links('', 'main > aside a')).toEqual([[expect.any(String), 'mailto:hello@fixtures.example']]);
    const everything = Object.entries(dist).filter(([file]) => /\.(?:html|xml|txt|json|md)$/.test(file));
    expect(everything.filter(([, content]) => /\/werk\/contact\b/.test(content)).map(([file]) => file)).toEqual([]);
  });
});

test('a page in MDX shows its text', () => {
  expect(textOf(page('haltung/').querySelector('main'))).toContain('Wir zählen 3 Wochen lang.');
  expect(dist['llms-full.txt']).toContain('Wochen lang');
});

describe('a rule in owner.css wins over ours', () => {
  test.each(kinds)('/%s', async (path) => {
    await tab.goto(`https://owner.example/werk/${path}`);
    const styles = await tab.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      return {
        h1: all('h1').map((element) => getComputedStyle(element).letterSpacing),
        a: [...new Set(all('a').map((element) => getComputedStyle(element).textDecorationStyle))],
        quote: all('.prose blockquote').map((element) => getComputedStyle(element).borderInlineStartWidth),
        text: [...new Set(all('main :is(li, td, p)').map((element) => getComputedStyle(element).fontStyle))],
      };
    });
    expect(styles).toMatchObject({ h1: ['7px'], a: ['wavy'] });
    // Ours has no layer: only the pages that have a quotation carry it.
    expect(styles.quote).toEqual(/^$|haltung|crane-log/.test(path) ? ['9px'] : []);
    expect(styles.text.filter((style) => style !== 'italic')).toEqual([]);
  });
});
