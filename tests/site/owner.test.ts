import { cpSync, readFileSync, rmSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAll, copyProject, type Copy } from './copy.ts';
import { parseHtml, textOf } from './dist.ts';

const translated = (title: string, language: string) =>
  `---\ntitle: ${title}\ntagline: ${language}\ndate: 2024\n---\n\nZig, [Elm](/contact/).\n`;
const projects = { 'tide.md': translated('Tide table', 'English'), 'tide.de.md': translated('Gezeitentafel', 'Deutsch') };

/** Two owners: one with every option of contact, and one who has written no page about it. */
const owners = {
  full: `
  contact: { question: 'Late ferries?', email: 'desk@fixtures.example', form: 'https://forms.example/f/abc?x=1', booking: 'https://cal.example/tern' },
  social: ['https://github.com/tern', { name: 'Essays', url: 'https://essays.example/' }],
  portrait: { image: '/assets/images/me.png', alt: "A tern's wing" },
  words: { work: 'Projects', skipToContent: 'Jump to the text' },
  translations: {
    de: {
      promise: 'Die Fähre kommt.', description: 'Über Fähren.', about: 'Ein Büro am Kai.', workIntro: 'Was gezeigt werden darf.',
      contact: { question: 'Späte Fähren?', action: 'Gespräch am Kai' }, portrait: { alt: 'Ein Flügel' }, words: { work: 'Arbeiten' },
    },
  },`,
  formOnly: `contact: { form: 'netlify' },`,
};
const copies = {} as Record<keyof typeof owners, Copy>;

beforeAll(async () => {
  const image = await sharp({ create: { width: 1000, height: 1250, channels: 3, background: '#345' } })
    .withExif({ IFD0: { Artist: 'Someone at home' } })
    .png()
    .toBuffer();
  for (const [name, options] of Object.entries(owners) as [keyof typeof owners, string][]) {
    const copy = copyProject({ projects });
    copies[name] = copy;
    copy.write('src/assets/images/me.png', image);
    if (name === 'full') copy.write('src/styles/owner.css', 'q::before { content: "</style><script>alert(1)</script>"; }');
    if (name === 'formOnly') rmSync(copy.path('src/content/pages'), { recursive: true });
    const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
    copy.write('src/site.config.ts', config.replace(/^ *contact: .*\n/m, options));
  }
  await buildAll(Object.values(copies));
});
afterAll(() => Object.values(copies).forEach((copy) => copy.remove()));

const html = (owner: keyof typeof owners, file: string) => readFileSync(copies[owner].path(`dist/${file}`), 'utf8');
const page = (owner: keyof typeof owners, file: string) => parseHtml(html(owner, file));
const attributes = (element: Element | null | undefined) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

describe('the form', () => {
  test('is on the contact page in each language, complete without JavaScript', () => {
    for (const [file, labels] of [
      ['contact/index.html', ['Your name', 'Your email address', 'Your message']],
      ['de/contact/index.html', ['Ihr Name', 'Ihre E-Mail-Adresse', 'Ihre Nachricht']],
    ] as const) {
      const form = page('full', file).querySelector('main form');
      expect(attributes(form)).toMatchObject({ method: 'post', action: 'https://forms.example/f/abc?x=1' });
      const fields = [...(form?.querySelectorAll('[required]') ?? [])];
      expect(fields.map((field) => textOf(form?.querySelector(`label[for="${field.id}"]`) ?? null))).toEqual(labels);
      expect(fields.map((field) => [field.getAttribute('name'), field.getAttribute('autocomplete')])).toEqual([
        ['name', 'name'],
        ['email', 'email'],
        ['message', null],
      ]);
    }
  });

  test('has a trap for programs that keyboards and autofill pass by, with a label for whoever meets it without styles', () => {
    const trap = page('full', 'contact/index.html').querySelector('.form-trap input');
    expect(attributes(trap)).toMatchObject({ autocomplete: 'off', tabindex: '-1' });
    expect(trap?.hasAttribute('required')).toBe(false);
    expect(html('full', 'contact/index.html')).toMatch(/\.form-trap\s*\{\s*display:\s*none/);
  });

  test('may be sent to its own address and to no other', () => {
    expect(html('full', '_headers')).toContain('form-action https://forms.example;');
    expect(html('full', 'contact/index.html')).toContain('form-action https://forms.example;');
    expect(html('formOnly', '_headers')).toContain("form-action 'self';");
  });

  test('says who delivers the message', () => {
    expect(textOf(page('full', 'contact/index.html').querySelector('main form'))).toContain('forms.example delivers the message.');
    expect(textOf(page('formOnly', 'contact/index.html').querySelector('main form'))).not.toContain('delivers');
  });

  test('has a page of its own where the owner has written none, which the invitation and the navigation link', () => {
    expect(attributes(page('formOnly', 'contact/index.html').querySelector('main form'))).toMatchObject({ 'data-netlify': 'true' });
    const home = page('formOnly', 'index.html');
    expect(attributes(home.querySelector('main aside a'))['href']).toBe('/contact/');
    expect([...home.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))).toContain('/contact/');
    expect(html('formOnly', 'llms-full.txt')).toContain('# Contact');
  });
});

test('a call is booked from the invitation, with the mail beside it, and from the contact page', () => {
  const links = [...page('full', 'index.html').querySelectorAll('main aside a')];
  expect(links.map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
    ['Book a call', 'https://cal.example/tern'],
    ['desk@fixtures.example', 'mailto:desk@fixtures.example'],
  ]);
  expect(attributes(page('full', 'contact/index.html').querySelector('.booking a'))['href']).toBe('https://cal.example/tern');
});

test('readers see the email address of `contact`, programs that of the author', () => {
  expect(attributes(page('full', 'index.html').querySelector('footer a'))['href']).toBe('mailto:desk@fixtures.example');
  expect(html('full', '.well-known/security.txt')).toContain('mailto:desk@fixtures.example');
  expect(html('full', 'index.html')).toContain('"email":"hello@fixtures.example"');
});

test('accounts on other sites are in the footer by name, in the head and in structured data', () => {
  const home = page('full', 'index.html');
  expect([...home.querySelectorAll('footer a[rel=me]')].map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
    ['GitHub', 'https://github.com/tern'],
    ['Essays', 'https://essays.example/'],
  ]);
  expect(home.querySelectorAll('head link[rel=me]')).toHaveLength(2);
  expect(html('full', 'index.html')).toContain('"sameAs":["https://github.com/tern","https://essays.example/"]');
});

test('a text in a style sheet of the owner does not end the element', () => {
  const home = page('full', 'index.html');
  expect(home.querySelectorAll('script:not([type])')).toHaveLength(0);
  expect(home.querySelector('style')?.parentElement?.textContent).toContain('\\3c /style><script>alert(1)</script>');
});

describe('npm run verify', () => {
  const verify = async () => {
    const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run'] as const;
    return copies.full.run([...command, '--config', 'tests/promises/vitest.config.ts', 'promises/pages', 'promises/policy']).ended;
  };
  beforeAll(() => cpSync(new URL('../../tests', import.meta.url), copies.full.path('tests'), { recursive: true }));

  test('finds every promise kept on a site with a form, a booking link and a home page in two languages', async () => {
    const { code, output } = await verify();
    expect(output).toMatch(/dist\/ keeps all \d+ promises\./);
    expect(code).toBe(0);
  });

  test('names the page and what it breaks', async () => {
    const intact = html('full', 'contact/index.html');
    copies.full.write(
      'dist/contact/index.html',
      intact.replace(/<h1[^>]*>/, '<h1 style="color:red">').replace("default-src 'none'", 'default-src *'),
    );
    const { code, output } = await verify();
    copies.full.write('dist/contact/index.html', intact);
    expect(output.slice(output.indexOf('\n\n'))).toMatchInlineSnapshot(`
      "

      /contact/
        has no event handlers, no inline styles and no preloaded modules
          +   "h1 style",
        has a policy that forbids everything it does not need
          -   "'none'",
          +   "*",

      dist/ breaks 2 of 226 promises.
      "
    `);
    expect(code).toBe(1);
  });
});

describe('the portrait', () => {
  test.each([
    ['index.html', 'A tern’s wing'],
    ['about/index.html', 'A tern’s wing'],
  ])('is on %s, optimised and with its size', (file, alt) => {
    const picture = page('full', file).querySelector('.portrait picture');
    expect(attributes(picture?.querySelector('source'))).toMatchObject({
      type: 'image/avif',
      sizes: expect.stringContaining('rem') as string,
    });
    expect(attributes(picture?.querySelector('img'))).toMatchObject({ alt, width: '1000', height: '1250' });
  });

  test('is in structured data, and published without its metadata', async () => {
    const [, address = ''] = /"image":"https:\/\/fixtures\.example\/([^"]*)"/.exec(html('full', 'index.html')) ?? [];
    expect((await sharp(copies.full.path(`dist/${address}`)).metadata()).exif).toBeUndefined();
    const files = Object.entries(copies.full.dist()).filter(([, bytes]) => bytes.includes('Someone at home'));
    expect(files.map(([file]) => file)).toEqual([]);
  });

  test('is on no other page, and leaves none of its styles there', () => {
    expect(html('full', 'contact/index.html')).not.toContain('portrait');
    expect(html('formOnly', 'index.html')).not.toContain('portrait');
  });
});

test('pages speak in the words of the owner, each language in its own', () => {
  const skip = (file: string) => textOf(page('full', file).querySelector('.skip'));
  const first = (file: string) => textOf(page('full', file).querySelector('header nav a'));
  expect([skip('index.html'), first('index.html')]).toEqual(['Jump to the text', 'Projects']);
  expect([skip('de/projects/index.html'), first('de/projects/index.html')]).toEqual(['Zum Inhalt springen', 'Arbeiten']);
});

test('translated lists have the owner’s texts in their language', () => {
  const list = page('full', 'de/projects/index.html');
  expect(textOf(list.querySelector('main'))).toContain('Was gezeigt werden darf.');
  expect([...list.querySelectorAll('main aside p')].map(textOf)).toEqual(['Späte Fähren?', 'Gespräch am Kai desk@fixtures.example']);
  expect(html('full', 'de/rss.xml')).toContain('<description>Über Fähren.</description>');
});

describe('a language with the texts of a home page', () => {
  test('has one, in its own words alone', () => {
    const home = page('full', 'de/index.html');
    expect(textOf(home.querySelector('h1'))).toBe('Die Fähre kommt.');
    expect(home.querySelector('meta[name=description]')?.getAttribute('content')).toBe('Über Fähren.');
    expect(textOf(home.querySelector('#home-about')?.closest('section') ?? null)).toContain('Ein Büro am Kai.');
    expect(home.querySelector('.portrait img')?.getAttribute('alt')).toBe('Ein Flügel');
    for (const english of ['Late ferries?', 'We take one slow', 'Tern & Tide is a practice', 'Jump to'])
      expect(textOf(home.body)).not.toContain(english);
  });

  test('is linked from its pages, and with the home page in the other language', () => {
    expect(attributes(page('full', 'de/projects/index.html').querySelector('header > div > a'))['href']).toBe('/de/');
    const alternates = (file: string) =>
      [...page('full', file).querySelectorAll('head link[hreflang]')].map(
        (link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`,
      );
    expect(alternates('de/index.html')).toEqual([
      'en-GB https://fixtures.example/',
      'de https://fixtures.example/de/',
      'x-default https://fixtures.example/',
    ]);
    expect(alternates('index.html')).toEqual(alternates('de/index.html'));
    expect(html('full', 'sitemap-pages-0.xml')).toContain('<loc>https://fixtures.example/de/</loc>');
  });
});
