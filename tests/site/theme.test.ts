import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { themeColors } from '../../src/lib/theme/theme.ts';
import { copyProject, type Copy } from './copy.ts';
import { parseHtml } from './dist.ts';

const theme = { accent: '#7a1fa2', paper: 'cool', scale: 'small', density: 'airy', ratio: '4:3' } as const;
const { light, dark } = themeColors(theme);
const usual = themeColors({ accent: undefined, paper: 'warm' });

let copy: Copy;
let output: string;
let files: Record<string, string>;

beforeAll(async () => {
  copy = copyProject({ only: ['ecommerce-platform-re-architecture.md'], pictures: true });
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace('author:', `theme: ${JSON.stringify({ ...theme, mark: 'initials' })},\n  author:`));
  const build = await copy.start().ended;
  expect(build.code, build.output).toBe(0);
  ({ output } = build);
  files = copy.dist();
});
afterAll(() => copy.remove());

const pagesOf = () => Object.entries(files).filter(([name, html]) => name.endsWith('.html') && html.includes('<main'));

/** The colours in a picture as `#rrggbb`, that of its first pixel first. */
async function colorsIn(file: string): Promise<string[]> {
  const { data, info } = await sharp(Buffer.from(files[file] ?? '', 'latin1'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = Array.from({ length: info.width * info.height }, (_, index) => data.readUIntBE(index * 3, 3));
  return [...new Set(pixels)].map((color) => `#${color.toString(16).padStart(6, '0')}`);
}

describe('a site with a theme of its own', () => {
  test('has its colours on every page, and none of another theme', () => {
    expect(pagesOf().length).toBeGreaterThan(8);
    for (const [name, html] of pagesOf()) {
      const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join('');
      for (const color of ['paper', 'ink', 'muted', 'line', 'rule', 'accent'] as const)
        expect([name, color, styles.includes(`--color-${color}:light-dark(${light[color]},${dark[color]})`)]).toEqual([name, color, true]);
      const others = Object.values(usual.light).filter((color) => html.includes(color));
      expect([name, others]).toEqual([name, []]);
    }
  });

  test('has its ratio, scale and density in the rules, without names for them', () => {
    const home = files['index.html'] ?? '';
    expect(home).toMatch(/\.aspect-card\{aspect-ratio:4\/3\}/);
    expect(home).toMatch(/\.text-row\{font-size:1\.375rem/);
    expect(home).toMatch(/\.py-row\{padding-block:2\.75rem\}/);
    expect(home).not.toMatch(/--(?:aspect|text-row|spacing-row)/);
  });

  test('gives browsers its paper in both modes, and installed sites that of the light one', () => {
    for (const [name, html] of pagesOf()) {
      const metas = [...parseHtml(html).querySelectorAll('meta[name="theme-color"]')].map((meta) => meta.getAttribute('content'));
      expect([name, metas]).toEqual([name, [light.paper, dark.paper]]);
    }
    expect(JSON.parse(files['site.webmanifest'] ?? '')).toMatchObject({ background_color: light.paper, theme_color: light.paper });
  });

  test('has its colours in the icons', async () => {
    expect(files['icons/mark.svg']).toContain(`path{fill:${light.accent}}@media(prefers-color-scheme:dark){path{fill:${dark.accent}}}`);
    for (const icon of ['icons/maskable.png', 'apple-touch-icon.png']) {
      const colors = await colorsIn(icon);
      expect([icon, colors[0], colors.includes(light.accent)]).toEqual([icon, light.paper, true]);
    }
  });

  test('has its colours in the social images', async () => {
    const images = Object.keys(files).filter((file) => file.startsWith('social/'));
    expect(images.length).toBeGreaterThan(3);
    const all = new Set<string>();
    for (const image of images) {
      const colors = await colorsIn(image);
      expect([image, colors[0], colors.includes(light.ink)]).toEqual([image, light.paper, true]);
      for (const color of colors) all.add(color);
    }
    expect(['muted', 'accent'].filter((name) => !all.has(light[name as 'muted' | 'accent']))).toEqual([]);
  });

  test('keeps the icon in public/ as it is', () => {
    expect(files['favicon.svg']).toBe(readFileSync(copy.path('public/favicon.svg'), 'latin1'));
  });

  test('hears what became of its accent from the build and from the check, which passes', async () => {
    const line = `theme.accent: ${theme.accent} becomes ${light.accent} on light paper`;
    expect(output).toContain(line);
    const check = await copy.run([process.execPath, 'scripts/check.ts']).ended;
    expect(check.code).toBe(0);
    expect(check.output.startsWith(line)).toBe(true);
    const { output: json } = await copy.run([process.execPath, 'scripts/check.ts', '--json']).ended;
    expect(JSON.parse(json)).toMatchObject({ errors: 0 });
  });
});
