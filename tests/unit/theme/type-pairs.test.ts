import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { create, type Font } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { everyWeight, pageFonts, titleWidth, typePairs, type SetFace } from '../../../src/lib/theme/type-pairs.ts';
import { systems } from '../../../src/lib/theme/type-sheet.ts';

/** Titles and sentences of a case study. */
const sample =
  'Meter readings that arrive on the day they are taken. Nine harbours, one timetable. The register of permits went online in March 2024, and half of the applicants had their answer within 12 days: a clerk reads each question once, and no letter is typed twice.';

const read = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(file)));

/** Measure the mean width of a character of the sample, in em. */
async function measure(data: Buffer, weight: number, text = sample, style = {}): Promise<number> {
  const renderer = new Renderer();
  await renderer.registerFont({ name: 'measured', data });
  const size = { width: 40_000, height: 200 };
  const { children } = await renderer.measure(
    {
      type: 'container',
      style: { display: 'flex', ...size, fontFamily: 'measured', fontWeight: weight, fontSize: 100, ...style },
      children: [{ type: 'text', text, style: { whiteSpace: 'nowrap' } }],
    },
    size,
  );
  return Number(((children[0]?.width ?? 0) / 100 / text.length).toFixed(4));
}

const pairs = Object.entries(typePairs).map(([pair, type]) => ({ pair, type, fonts: pageFonts(type) }));
const faces: { family: string; face: SetFace; bold: number }[] = pairs.flatMap(({ type, fonts }) =>
  fonts.map(({ face }) => ({ family: face.family, face, bold: type.weight })),
);

describe.each(pairs)('the fonts of $pair', ({ type, fonts }) => {
  test('exist in all their subsets, and a page loads at most 55 KB of them', () => {
    const missing = fonts
      .flatMap(({ face }) => face.subsets.map(face.file))
      .filter((file) => !existsSync(fileURLToPath(import.meta.resolve(file))));
    expect(missing).toEqual([]);
    const loaded = new Set(fonts.map(({ face }) => fileURLToPath(import.meta.resolve(face.file('latin')))));
    const bytes = [...loaded].reduce((sum, file) => sum + statSync(file).size, 0);
    expect([bytes <= 55_000, bytes > 0]).toEqual([true, type.text !== null]);
  });

  test('have the weights that CSS declares', () => {
    for (const { face } of fonts) {
      const { wght } = (create(read(face.file('latin'))) as Font).variationAxes;
      expect(face.weights).toBe(wght ? `${wght.min} ${wght.max}` : everyWeight);
    }
  });

  test('draw the weights of titles and text as designed', () => {
    for (const { role, face } of fonts) {
      const [lightest = 0, boldest = 0] = face.weights.split(' ').map(Number);
      const used = role === 'display' ? [type.weight, type.imageWeight] : [400, 500, 600, 650];
      expect(used.filter((weight) => weight < lightest || weight > boldest)).toEqual([]);
    }
  });

  test('set a figure no wider than the figures of report, to which cells are fitted', async () => {
    const digits = async ({ file, size }: SetFace, weight: number) =>
      size * (await measure(read(file('latin')), weight, '0123456789', { fontFeatureSettings: '"tnum", "lnum"' }));
    const { report } = typePairs;
    if (type.display && report.display)
      expect(await digits(type.display, type.weight)).toBeLessThanOrEqual(await digits(report.display, report.weight));
  });

  test('have the letters, figures and signs of figures', () => {
    const needed = [...'ÄÖÜßäöüéèêàçñóíÀÉœŒåøæ0123456789%€£$−–—×±·…“”‘’„‚«»'];
    for (const { face } of fonts) {
      const font = create(read(face.file('latin'))) as Font;
      expect(needed.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) && character !== '±')).toEqual([]);
    }
  });
});

test.each(faces)('the metrics of $family are those of its file', async ({ face, bold }) => {
  const data = read(face.file('latin'));
  const { ascent, descent, lineGap, unitsPerEm } = create(data) as Font;
  expect({ ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm, lineGap }).toEqual({
    ascent: face.ascent,
    descent: face.descent,
    lineGap: 0,
  });
  expect(await measure(data, 400)).toBe(face.width);
  if (face.boldWidth !== undefined) expect(await measure(data, bold)).toBe(face.boldWidth);
});

const installed: Record<string, string> = {
  Times: 'liberation/LiberationSerif-Regular',
  Arial: 'liberation/LiberationSans-Regular',
  'Arial Bold': 'liberation/LiberationSans-Bold',
  'DejaVu Serif': 'dejavu/DejaVuSerif',
  'DejaVu Sans': 'dejavu/DejaVuSans',
  'DejaVu Sans Bold': 'dejavu/DejaVuSans-Bold',
};

describe('the widths of system fonts', () => {
  const known = Object.values(systems).flat();
  test.each(
    Object.entries(installed)
      .map(([name, file]) => ({ name, file: `/usr/share/fonts/truetype/${file}.ttf` }))
      .filter(({ file }) => existsSync(file)),
  )('$name is as wide as its file', async ({ name, file }) => {
    const system = known.find((one) => one.local.includes(name) || one.name === name);
    expect(await measure(readFileSync(file), system?.bold ? 700 : 400)).toBe(system?.width);
  });
});

test('titles are as wide as the face sets them', () => {
  const widths = Object.fromEntries(pairs.map(({ pair, type }) => [pair, Number(titleWidth(type).toFixed(2))]));
  expect(widths).toMatchInlineSnapshot(`
    {
      "almanac": 0.99,
      "plain": 1,
      "report": 1,
      "studio": 0.83,
      "works": 0.92,
    }
  `);
});
