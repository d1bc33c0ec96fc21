import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createGlyphCheck, createSocialImageRenderer, socialImagePlate } from '../../../src/lib/pictures/social-image.ts';
import type { SocialImageText } from '../../../src/lib/pictures/social-image-text.ts';
import { themeColors } from '../../../src/lib/theme/theme.ts';
import { typePairs } from '../../../src/lib/theme/type-pairs.ts';
import { plate } from '../../../src/metrics/format/plate.ts';
import { makeMetric } from '../../fixtures/metric.ts';
import { makeSocialImageFont, makeSocialImageText } from '../../fixtures/social-image.ts';

const fonts = [makeSocialImageFont('display'), makeSocialImageFont('text')];
const { light } = themeColors({ accent: '#0a3d8f', paper: 'cream' });
const look = { type: typePairs.report, colors: light };
const render = await createSocialImageRenderer(fonts, look);
const draw = (overrides: Partial<SocialImageText> = {}) => render(makeSocialImageText(overrides));
const long = 'How the harbour authority of Ostmark learned to read its gauges, and why no timetable is printed any more. '.repeat(4);
/** As `rrggbb`. */
const colors = Object.fromEntries(Object.entries(light).map(([name, hex]) => [name, hex.slice(1)])) as typeof light;

/** Return a function that gives the colour of a pixel. */
async function pixelsOf(png: Buffer): Promise<(x: number, y: number) => string> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([1200, 630, 3]);
  return (x, y) => data.toString('hex', 3 * (y * 1200 + x), 3 * (y * 1200 + x) + 3);
}

/** The box around what is drawn between two rows, in one colour or in any: left, top, and the pixels after right and bottom. */
async function boundsOf(png: Buffer, [top, bottom]: readonly [number, number] = [0, 630], color?: string): Promise<number[]> {
  const at = await pixelsOf(png);
  const box = [1200, 630, 0, 0] as [number, number, number, number];
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < 1200; x++) {
      if (color === undefined ? at(x, y) === colors.paper : at(x, y) !== color) continue;
      [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)];
    }
  }
  return box;
}

describe('an image', () => {
  test('with a plate draws it between title and rule, from edge to edge', async () => {
    const results = [10, 40, 99].map((value) => ({ outcome: makeMetric({ value }) }));
    const drawn = plate([...results, { outcome: makeMetric({ value: 90, direction: 'up' }) }], 'en-GB');
    if (!drawn) throw new Error('There is no plate.');
    const png = await draw({ figure: null, plate: socialImagePlate(drawn, light) });
    const [left = 0, top = 0, right = 0, bottom = 0] = await boundsOf(png, [240, 500], colors.accent);
    expect([left > 72, left < 150, top > 280, right > 1000, right < 1128, bottom < 500]).toEqual(Array(6).fill(true));
  });

  test('is a PNG of the size that networks ask for, and light', async () => {
    expect((await draw()).length).toBeLessThan(25_000);
    for (const overrides of [{}, { title: long, deck: long, eyebrow: long }]) {
      const png = await draw(overrides);
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length).toBeLessThan(40_000);
    }
  });

  test('has the same bytes after other images, and from another renderer', async () => {
    const first = await draw();
    for (const title of ['Others', long, 'AVATAR']) await draw({ title });
    expect((await draw()).equals(first)).toBe(true);
    expect((await (await createSocialImageRenderer(fonts, look))(makeSocialImageText())).equals(first)).toBe(true);
    expect((await draw({ title: 'Others' })).equals(first)).toBe(false);
  });

  test('has its lines from top to bottom: client, title, figure, rule, mark', async () => {
    const png = await draw();
    const at = await pixelsOf(png);
    expect((await boundsOf(png, [0, 96], colors.muted))[1]).toBeGreaterThan(60);
    const [left = 0, top = 0, , bottom = 0] = await boundsOf(png, [100, 240], colors.ink);
    expect([left >= 72 && left < 80, top > 110, bottom < 220]).toEqual([true, true, true]);
    const figure = await boundsOf(png, [240, 500], colors.accent);
    expect(figure[0]).toBeGreaterThanOrEqual(72);
    expect((figure[3] ?? 0) - (figure[1] ?? 0)).toBeGreaterThan(70);
    const rule = await boundsOf(png, [505, 525], colors.ink);
    expect([rule[0], rule[2]]).toEqual([72, 1128]);
    expect((await boundsOf(png, [530, 600], colors.line)).filter((_, index) => index % 2 === 0)).toEqual([72, 112]);
    expect([at(73, 562), at(87, 562)]).toEqual([colors.accent, colors.paper]);
  });
});

describe('what is too long', () => {
  test.each([
    ['a title', { title: long }],
    ['a word of a title', { title: 'Donaudampfschifffahrtsgesellschaft'.repeat(5) }],
    ['a client', { eyebrow: long }],
    ['a sentence', { figure: null, deck: long }],
    ['what a figure is of', { figure: { value: '70%', label: long } }],
    ['a figure', { figure: { value: 'from 12 hours to 4 minutes', label: 'Waiting time' } }],
    ['a figure of the most characters', { figure: { value: 'M'.repeat(40), label: 'Waiting time' } }],
    ['the name of the site', { siteName: long }],
    ['all of it', { title: long, eyebrow: `${long}.`, figure: { value: '70%', label: long }, siteName: `${long}!` }],
  ])('stays within the image: %s', async (_, overrides) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = await boundsOf(await draw(overrides));
    expect([left >= 70, top >= 60, right <= 1130, bottom <= 580]).toEqual([true, true, true, true]);
  });

  test('leaves the other lines their place', async () => {
    const parts = { client: [0, 96], title: [100, 300], rest: [360, 630] } as const;
    const [short, title, client] = [await draw(), await draw({ title: long }), await draw({ eyebrow: long })];
    for (const part of [parts.client, parts.rest]) expect(await boundsOf(title, part)).toEqual(await boundsOf(short, part));
    for (const part of [parts.title, parts.rest]) expect(await boundsOf(client, part)).toEqual(await boundsOf(short, part));
  });

  test('is drawn smaller before a word is broken', async () => {
    const png = await draw({ title: 'Donaudampfschifffahrtsgesellschaft', figure: null, deck: '' });
    const [, top = 0, , bottom = 0] = await boundsOf(png, [96, 500]);
    expect(bottom - top).toBeLessThan(80);
  });
});

test('a title gets smaller with its length', async () => {
  const heights = [];
  for (const words of [1, 5, 8, 13]) {
    const png = await draw({ title: Array(words).fill('Harbour').join(' '), figure: null, deck: '' });
    const [, top = 0, , bottom = 0] = await boundsOf(png, [96, 170]);
    heights.push(bottom - top);
  }
  expect(heights[0]).toBeGreaterThan(heights[3] ?? 0);
});

test('a title is kerned', async () => {
  const widthOf = async (title: string): Promise<number> => {
    const [left = 0, , right = 0] = await boundsOf(await draw({ title, figure: null, deck: '' }), [100, 240], colors.ink);
    return right - left;
  };
  // The same letters, with one pair to kern instead of five.
  expect(await widthOf('ToToTo')).toBeLessThan((await widthOf('TTTooo')) - 10);
});

describe('fonts', () => {
  test('of the same family come before others', async () => {
    const [brygada, text] = [makeSocialImageFont('display', 'latin-ext'), makeSocialImageFont('text', 'latin-ext')];
    const drawWith = async (...more: typeof fonts) =>
      (await createSocialImageRenderer([...fonts, ...more], look))(makeSocialImageText({ eyebrow: 'Š' }));
    const alone = await drawWith(text);
    expect((await drawWith(brygada, text)).equals(alone)).toBe(true);
    expect((await drawWith(brygada)).equals(alone)).toBe(false);
  });

  test('have the characters they have glyphs for, spaces and invisible characters', () => {
    const hasGlyph = createGlyphCheck(fonts);
    expect([...'Aé↓ \u00a0\u202f\u200d\u2060'].filter((character) => !hasGlyph(character))).toEqual([]);
    expect([...'Πش港🎉'].filter(hasGlyph)).toEqual([]);
    expect(createGlyphCheck([...fonts, makeSocialImageFont('display', 'greek')])('Π')).toBe(true);
  });

  const arabic = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
  test.skipIf(!existsSync(arabic))('of an owner set Arabic from right to left', async () => {
    const hers = await createSocialImageRenderer([...fonts, { family: 'DejaVuSans.ttf', data: readFileSync(arabic) }], look);
    const boundsWith = async (title: string) => boundsOf(await hers(makeSocialImageText({ title, figure: null, deck: '' })), [110, 240]);
    const [left = 0, , right = 0] = await boundsWith('مرفأ');
    expect([left > 800, right > 1110]).toEqual([true, true]);
    // Joined letters are narrower than the same letters apart.
    const [apart = 0] = await boundsWith([...'مرفأ'].join('\u200c'));
    expect(apart).toBeLessThan(left - 10);
  });
});
