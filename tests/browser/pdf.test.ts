import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/integrations/pdf/printer.ts';
import { readPdf, textsOf, type PdfFacts } from '../../src/lib/pdf/read.ts';
import { stampPdf } from '../../src/lib/pdf/stamp.ts';
import { copyProject } from '../site/copy.ts';
import { parseHtml, site, textOf, urls } from '../site/dist.ts';
import { documents } from '../site/documents.ts';

const all = documents();
const isConfidential = ({ fields }: (typeof all)[number]) => Boolean((fields['client'] as { confidential?: boolean }).confidential);
const shown = [all.find((document) => !document.hidden && isConfidential(document)), all.find(({ slug }) => slug === 'gift-ledger')].filter(
  (document) => document !== undefined,
);
const hidden = all.filter((document) => document.hidden);

let copy: string;

beforeAll(() => {
  copy = copyProject({ pictures: true }).root;
  const folder = join(copy, 'src/content/projects');
  const kept = [...shown, ...hidden].map(({ slug }) => slug);
  for (const name of readdirSync(folder)) if (!kept.includes(name.replace(/\.mdx?$/, ''))) rmSync(join(folder, name), { recursive: true });
  const options = join(copy, 'src/site.config.ts');
  writeFileSync(options, readFileSync(options, 'utf8').replace('defineSite({', 'defineSite({\n  pdf: { publish: true },'));
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist/index.html'), 'the last good site');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function build(more: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, ...env } = process.env;
    const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: copy, env: { ...env, NODE_ENV: 'production', ...more } });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (code) => resolve({ code, output })).on('error', reject);
  });
}

const file = (path: string) => readFileSync(join(copy, 'dist', path));

test('without a browser nothing is rendered, and the remedy is named', async () => {
  const { code, output } = await build({ CHROMIUM: '/nowhere/chromium' });
  expect(code).toBe(1);
  expect(output).toContain('set CHROMIUM to the path');
  expect(output).not.toContain('/index.html (+');
  expect(file('index.html').toString()).toBe('the last good site');
});

describe('a site that publishes its PDFs', () => {
  let booklet: PdfFacts;
  let published: string[];

  beforeAll(async () => {
    const { code, output } = await build();
    expect(code, output).toBe(0);
    published = readdirSync(join(copy, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.pdf'));
    booklet = readPdf(file('portfolio.pdf'));
  });

  test('has one for each public case, and the portfolio', () => {
    expect(published.toSorted()).toEqual(['portfolio.pdf', ...shown.map(({ slug }) => `projects/${slug}.pdf`)].toSorted());
    expect(existsSync(join(copy, 'dist/_portfolio'))).toBe(false);
    const maps = readdirSync(join(copy, 'dist')).filter((name) => name.startsWith('sitemap'));
    expect(maps.filter((name) => /\.pdf|_portfolio/.test(file(name).toString()))).toEqual([]);
  });

  test.each(shown)('the PDF of $slug is named, tagged, and as long and large as its link says', ({ slug, fields }) => {
    const bytes = file(`projects/${slug}.pdf`);
    const facts = readPdf(bytes);
    const link = parseHtml(file(`projects/${slug}/index.html`).toString()).querySelector('a[type="application/pdf"]');
    expect(facts).toMatchObject({ author: site.author.name, lang: 'en-GB', tagged: true });
    expect(facts.title).toContain(fields['title']);
    expect(link?.getAttribute('href')).toBe(urls.file(`projects/${slug}.pdf`));
    expect(textOf(link)).toBe(`PDF, ${facts.pages.length} pages, ${Math.ceil(bytes.length / 1000)} kB`);
  });

  test('the portfolio has a cover, contents with the very pages, each case on a page of its own, and the way to write', () => {
    const tops = booklet.outline.filter(({ level }) => level === 1);
    const titles = shown.map(({ fields }) => fields['title']);
    expect(tops.map(({ title }) => title)).toEqual([site.name, 'Contents', ...titles, 'Contact']);
    expect(booklet).toMatchObject({ title: site.name, author: site.author.name, tagged: true });
    expect(booklet.painted[0]).toContain(site.promise.split(' ').slice(0, 3).join(' '));
    const begins = tops.slice(2, -1);
    expect(new Set(begins.map(({ page }) => page)).size).toBe(begins.length);
    for (const { title, page } of begins) {
      expect(booklet.painted[1]).toMatch(new RegExp(`${title}.*? ${page}( |$)`));
      expect(booklet.painted[page - 1]).toContain(title.split(' ')[0]);
    }
    expect(booklet.painted.at(-1)).toContain(site.author.email);
  });

  test('nothing hidden or confidential stands in any of them, nor an address of this machine', () => {
    const said = published.flatMap((path) => textsOf(file(path))).join('\n');
    const names = shown.filter(isConfidential).map(({ fields }) => fields['client'] as { name: string; alias: string });
    expect(said).toContain(names[0]?.alias);
    expect(said).toContain(urls.absolute(urls.page('projects', 'gift-ledger')));
    const secrets = [...hidden.flatMap(({ slug, fields }) => [slug, String(fields['title'])]), ...names.map(({ name }) => name)];
    expect(secrets.length).toBeGreaterThan(2);
    expect([...secrets, 'localhost', '127.0.0.1', tmpdir()].filter((secret) => said.includes(secret))).toEqual([]);
  });

  test('the same page is printed as the same bytes', async () => {
    const printer = await openPrinter(pathToFileURL(join(copy, 'dist/')), site);
    const page = urls.page('projects', 'gift-ledger');
    const said = { author: 'A', subject: 'B' };
    const [once, again] = [stampPdf(await printer.print(page), said), stampPdf(await printer.print(page), said)];
    await printer.close();
    expect(again.equals(once)).toBe(true);
  });
});
