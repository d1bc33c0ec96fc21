import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPdfTexts } from '../../src/lib/pdf.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { parseHtml, site, textOf, urls } from '../site/dist.ts';
import { documents } from '../site/documents.ts';
import { readPrintedPdf, type PrintedPdf } from './printed.ts';

const all = documents();
const isConfidential = ({ fields }: (typeof all)[number]) =>
  Boolean((fields['client'] as { confidential?: boolean } | undefined)?.confidential);
const published = [
  all.find((document) => !document.hidden && isConfidential(document)),
  all.find(({ slug }) => slug === 'gift-ledger'),
].filter((document) => document !== undefined);
const hidden = all.filter((document) => document.hidden);

let copy: Copy;

beforeAll(() => {
  const only = [...published, ...hidden].flatMap(({ slug }) => [slug, `${slug}.md`, `${slug}.mdx`]);
  copy = copyProject({ only, pictures: true });
  const options = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', options.replace('defineSite({', 'defineSite({\n  pdf: { publish: true },'));
  copy.write('dist/index.html', 'the last good site');
});
afterAll(() => copy.remove());

const file = (path: string) => readFileSync(copy.path(`dist/${path}`));

test('without a browser, the build fails before it renders anything, and names a fix', async () => {
  const { code, output } = await copy.start({ CHROMIUM: '/nowhere/chromium' }).ended;
  expect(code).toBe(1);
  expect(output).toContain('set CHROMIUM to the path');
  expect(output).not.toContain('/index.html (+');
  expect(file('index.html').toString()).toBe('the last good site');
});

describe('a site with published PDFs', () => {
  let booklet: PrintedPdf;
  let pdfFiles: string[];

  beforeAll(async () => {
    const { code, output } = await copy.start().ended;
    expect(code, output).toBe(0);
    pdfFiles = readdirSync(copy.path('dist'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.pdf'));
    booklet = await readPrintedPdf(file('portfolio.pdf'));
  });

  test('has one PDF for each public case study, and the portfolio', () => {
    expect(pdfFiles.toSorted()).toEqual(['portfolio.pdf', ...published.map(({ slug }) => `projects/${slug}.pdf`)].toSorted());
    expect(existsSync(copy.path('dist/_portfolio'))).toBe(false);
    const sitemaps = readdirSync(copy.path('dist')).filter((name) => name.startsWith('sitemap'));
    expect(sitemaps.filter((name) => /\.pdf|_portfolio/.test(file(name).toString()))).toEqual([]);
  });

  test.each(published)(
    'the PDF of $slug has a title, a language, tags, and the length and size that its link states',
    async ({ slug, fields }) => {
      const bytes = file(`projects/${slug}.pdf`);
      const pdf = await readPrintedPdf(bytes);
      const link = parseHtml(file(`projects/${slug}/index.html`).toString()).querySelector('a[type="application/pdf"]');
      expect(pdf).toMatchObject({ lang: 'en-GB', tagged: true });
      expect(pdf.title).toContain(fields['title']);
      expect(link?.getAttribute('href')).toBe(urls.file(`projects/${slug}.pdf`));
      expect(textOf(link)).toBe(`PDF, ${pdf.pages.length} pages, ${Math.ceil(bytes.length / 1000)} kB`);
    },
  );

  test('the portfolio has a cover, contents with page numbers, case studies that begin on new pages, and the contact', () => {
    const tops = booklet.outline.filter(({ level }) => level === 1);
    const titles = published.map(({ fields }) => fields['title']);
    expect(tops.map(({ title }) => title)).toEqual([site.name, 'Contents', ...titles, 'Contact']);
    expect(booklet).toMatchObject({ title: site.name, lang: 'en-GB', tagged: true });
    expect(booklet.pages[0]).toContain(site.promise.split(' ').slice(0, 3).join(' '));
    const begins = tops.slice(2, -1);
    expect(new Set(begins.map(({ page }) => page)).size).toBe(begins.length);
    for (const { title, page } of begins) {
      expect(booklet.pages[1]).toMatch(new RegExp(`^${title} .* ${page}$`, 'm'));
      expect(booklet.pages[page - 1]).toContain(title.split(' ')[0]);
    }
    expect(booklet.pages.at(-1)).toContain(site.author.email);
  });

  test('no PDF contains anything hidden or confidential, nor an address of the build machine', async () => {
    const text = (await Promise.all(pdfFiles.map((path) => listPdfTexts(file(path))))).flat().join('\n');
    const names = published.filter(isConfidential).map(({ fields }) => fields['client'] as { name: string; alias: string });
    expect(text).toContain(names[0]?.alias);
    expect(text).toContain(urls.absolute(urls.page('projects', 'gift-ledger')));
    const secrets = [...hidden.flatMap(({ slug, fields }) => [slug, String(fields['title'])]), ...names.map(({ name }) => name)];
    expect(secrets.length).toBeGreaterThan(2);
    expect([...secrets, 'localhost', '127.0.0.1', tmpdir()].filter((secret) => text.includes(secret))).toEqual([]);
  });
});
