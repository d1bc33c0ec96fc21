import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from './copy.ts';
import { parseHtml } from './dist.ts';

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 48"><path fill="#00796b" d="M0 0h60v48H0z"/></svg>';

let copy: Copy;
let dist: Record<string, string>;

beforeAll(async () => {
  copy = copyProject({ only: ['ferry-timetable-single-source.md'], pictures: true });
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace("  name: '", "  theme: { type: 'works', mark: 'src/assets/logo.svg' },\n  name: '"));
  copy.write('src/assets/logo.svg', logo);
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  dist = copy.dist();
});
afterAll(() => copy.remove());

const pages = () =>
  Object.entries(dist).flatMap(([file, html]) => (file.endsWith('.html') ? [{ file, html, document: parseHtml(html) }] : []));
const full = () => pages().filter(({ document }) => document.querySelector('header'));

describe('a site with another pair', () => {
  test('publishes its font alone, once for both roles', () => {
    const fonts = Object.keys(dist).filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file));
    expect(fonts).toHaveLength(1);
    for (const { file, html } of full()) {
      expect(new Set(html.match(/\/_astro\/fonts\/[^)"]+/g)), file).toEqual(new Set(fonts.map((font) => `/${font}`)));
      expect(html, file).not.toMatch(/Brygada|Public Sans/);
    }
  });

  test('names it in the footer', () => {
    expect(parseHtml(dist['index.html'] ?? '').querySelector('footer')?.textContent).toContain('Set in Hanken Grotesk. Static pages');
  });
});

describe('the mark of an owner', () => {
  test('is the icon of every page, and comes before the name in the header', () => {
    expect(dist['icons/mark.svg']).toBe(logo);
    for (const { file, document } of full()) {
      expect(document.querySelector('link[rel=icon][type="image/svg+xml"]')?.getAttribute('href'), file).toBe('/icons/mark.svg');
      const mark = document.querySelector('header a > img');
      expect(
        ['src', 'alt', 'width', 'height'].map((name) => mark?.getAttribute(name)),
        file,
      ).toEqual(['/icons/mark.svg', '', '35', '28']);
    }
  });

  test('is drawn on the PNG icons', async () => {
    const icon = sharp(Buffer.from(dist['icons/maskable.png'] ?? '', 'latin1'));
    const { data, info } = await icon.raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) =>
      data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3).toString('hex');
    expect([at(256, 256), at(256, 120), at(10, 10)]).toEqual(['00796b', 'faf9f6', 'faf9f6']);
  });
});
