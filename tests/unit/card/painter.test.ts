import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPainter } from '../../../src/lib/card/painter.ts';
import type { SocialCard } from '../../../src/lib/social-card.ts';
import { makeCard } from '../../fixtures/card.ts';
import { makeFace } from '../../fixtures/faces.ts';

const faces = [makeFace('Brygada 1918'), makeFace('Public Sans')];
const painter = createPainter(faces);
const paint = (overrides: Partial<SocialCard> = {}) => painter(makeCard(overrides));
const long = 'How the harbour authority of Ostmark learned to read its gauges, and why no timetable is printed any more. '.repeat(4);
const colors = { paper: 'faf9f6', ink: '1d1b17', accent: '8a2b0e', muted: '534f47', rest: 'd5cfc2' };

/** The colours of a card, by pixel. */
async function pixelsOf({ png }: { png: Buffer }): Promise<(x: number, y: number) => string> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([1200, 630, 3]);
  return (x, y) => data.toString('hex', 3 * (y * 1200 + x), 3 * (y * 1200 + x) + 3);
}

/** The box around what is drawn in a part of a card, in a colour or at all: left, top, and the pixels after right and bottom. */
async function drawnIn(card: { png: Buffer }, [top, bottom]: readonly [number, number], color?: string): Promise<number[]> {
  const at = await pixelsOf(card);
  const box = [1200, 630, 0, 0] as [number, number, number, number];
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < 1200; x++) {
      if (color === undefined ? at(x, y) === colors.paper : at(x, y) !== color) continue;
      [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)];
    }
  }
  return box;
}

const whole = [0, 630] as const;

describe('a card', () => {
  test('is a PNG of the size networks ask for, and light', async () => {
    for (const overrides of [{}, { title: long, deck: long, eyebrow: long }]) {
      const { png } = paint(overrides);
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(png.length).toBeLessThan(40_000);
    }
  });

  test('is the same whatever was drawn before it, and by another painter', () => {
    const first = paint().png;
    for (const title of ['Others', long, '東京', 'AVATAR']) paint({ title });
    expect(paint().png.equals(first)).toBe(true);
    expect(createPainter(faces)(makeCard()).png.equals(first)).toBe(true);
    expect(paint({ title: 'Others' }).png.equals(first)).toBe(false);
  });

  test('has its lines from top to bottom: client, title, figure, rule, mark', async () => {
    const card = paint();
    const at = await pixelsOf(card);
    expect((await drawnIn(card, [0, 96], colors.muted))[1]).toBeGreaterThan(60);
    const [left = 0, top = 0, , bottom = 0] = await drawnIn(card, [100, 240], colors.ink);
    expect([left >= 72 && left < 80, top > 110, bottom < 220]).toEqual([true, true, true]);
    const figure = await drawnIn(card, [240, 500], colors.accent);
    expect(figure[0]).toBeGreaterThanOrEqual(72);
    expect((figure[3] ?? 0) - (figure[1] ?? 0)).toBeGreaterThan(70);
    expect([at(72, 517), at(600, 517), at(1127, 517), at(71, 517), at(1128, 517)]).toEqual([
      ...[colors.ink, colors.ink, colors.ink],
      ...[colors.paper, colors.paper],
    ]);
    expect([at(73, 545), at(111, 545), at(73, 559), at(87, 559)]).toEqual([colors.rest, colors.rest, colors.accent, colors.paper]);
  });

  test('shows letters without gaps', async () => {
    const at = await pixelsOf(paint({ title: 'l', eyebrow: '', figure: null, deck: 'y' }));
    const rows = Array.from({ length: 30 }, (_, row) => Array.from({ length: 20 }, (_column, x) => at(72 + x, 450 + row)));
    const drawn = rows.map((row) => row.some((color) => color !== colors.paper));
    expect(drawn.slice(drawn.indexOf(true), drawn.lastIndexOf(true))).not.toContain(false);
    expect(drawn).toContain(true);
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
    ['a figure that no size has room for', { figure: { value: long, label: 'Waiting time' } }],
    ['the name of the site', { siteName: long }],
    ['all of it', { title: long, eyebrow: long, figure: { value: '70%', label: long }, siteName: long }],
  ])('stays within the card: %s', async (_, overrides) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = await drawnIn(paint(overrides), whole);
    expect([left >= 70, top >= 60, right <= 1130, bottom <= 580]).toEqual([true, true, true, true]);
  });

  test('leaves the others their place', async () => {
    const parts = { client: [0, 96], title: [100, 300], rest: [360, 630] } as const;
    const [short, title, client] = [paint(), paint({ title: long }), paint({ eyebrow: long })];
    for (const part of [parts.client, parts.rest]) expect(await drawnIn(title, part)).toEqual(await drawnIn(short, part));
    for (const part of [parts.title, parts.rest]) expect(await drawnIn(client, part)).toEqual(await drawnIn(short, part));
  });

  test('is set smaller before a word is torn', async () => {
    const [, top = 0, , bottom = 0] = await drawnIn(
      paint({ title: 'Donaudampfschifffahrtsgesellschaft', figure: null, deck: '' }),
      [96, 500],
    );
    expect(bottom - top).toBeLessThan(80);
  });
});

test('a title gets smaller with its length', async () => {
  const heights = [];
  for (const words of [1, 5, 8, 13]) {
    const [, top = 0, , bottom = 0] = await drawnIn(
      paint({ title: Array(words).fill('Harbour').join(' '), figure: null, deck: '' }),
      [96, 170],
    );
    heights.push(bottom - top);
  }
  expect(heights[0]).toBeGreaterThan(heights[3] ?? 0);
});

describe('letters', () => {
  test('of every face there is are used', () => {
    const title = 'Παλίρροια';
    const withGreek = createPainter([...faces, makeFace('Brygada 1918', 'greek')])(makeCard({ title }));
    expect(paint({ title }).png.equals(paint({ title: 'Port of Ostmark · 2024', eyebrow: '' }).png)).toBe(true);
    expect(withGreek.png.equals(paint({ title }).png)).toBe(false);
    expect(withGreek.loss).toBeNull();
  });

  test('are those of the family, where it has them in a subset', async () => {
    const [brygada, text] = [makeFace('Brygada 1918', 'latin-ext'), makeFace('Public Sans', 'latin-ext')];
    const card = makeCard({ eyebrow: 'Š' });
    const alone = createPainter([...faces, text])(card);
    expect(createPainter([...faces, brygada, text])(card).png.equals(alone.png)).toBe(true);
    expect(createPainter([...faces, brygada])(card).png.equals(alone.png)).toBe(false);
  });

  test('are the same put together from parts', () =>
    expect(paint({ title: 'Überfahrt'.normalize('NFD') }).png.equals(paint({ title: 'Überfahrt' }).png)).toBe(true));

  test.each([
    ['東京の港', 'leaves out part of its text: no face has 東京の港; name one that has under cardFonts in src/site.config.ts.'],
    ['مرفأ', 'leaves out part of its text: no card sets what runs from right to left.'],
  ])('that cannot be set give way to the next line, and the card says so: %s', (title, loss) => {
    const drawn = paint({ title });
    expect(drawn.png.equals(paint({ title: 'Port of Ostmark · 2024', eyebrow: '' }).png)).toBe(true);
    expect(drawn.loss).toBe(`The social card of “${title}” ${loss}`);
  });

  test('that are missing in what takes the place of others are left out too', () => {
    const drawn = paint({ deck: '東京', figure: { value: '港 70%', label: '' } });
    expect(drawn.png.equals(paint({ deck: '', figure: null }).png)).toBe(true);
    expect(drawn.loss).toContain('東京港');
  });

  test('that are all there cost nothing', () => expect(paint({ title: 'A\u00adb\u200d c\u202fd' }).loss).toBeNull());

  test('of a line that is not drawn are not missed', () => expect(paint({ deck: '東京' }).loss).toBeNull());
});
