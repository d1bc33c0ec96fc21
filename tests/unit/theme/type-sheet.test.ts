import { describe, expect, test } from 'vitest';
import { pageFonts, typePairs } from '../../../src/lib/theme/type-pairs.ts';
import { standIns, typeSheet } from '../../../src/lib/theme/type-sheet.ts';

const pairs = Object.entries(typePairs).map(([pair, type]) => ({ pair, type, sheet: typeSheet(type, (role) => `/${role}.woff2`) }));
const sheetOf = (pair: keyof typeof typePairs) => typeSheet(typePairs[pair], (role) => `/${role}.woff2`);
const declared = (sheet: string) => [...sheet.matchAll(/font-family:"?([^";]+)/g)].map(([, name = '']) => name);

describe.each(pairs)('the sheet of $pair', ({ type, sheet }) => {
  test('declares each of its fonts, then the system fonts that replace it, and names all of them', () => {
    for (const { role } of pageFonts(type)) {
      const [, stack = ''] = new RegExp(`--font-${role}-face:([^;}]*)`).exec(sheet) ?? [];
      const names = stack.split(',').map((name) => name.replaceAll('"', ''));
      expect(names.slice(0, -2).filter((name) => !declared(sheet).includes(name))).toEqual([]);
      expect(names.filter((name) => name.includes(' as ')).length).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(declared(sheet).filter((name) => !name.includes(' as '))).size).toBe(pageFonts(type).length);
  });

  test('names no font of another pair', () => {
    const own = pageFonts(type).map(({ face }) => face.family);
    const others = pairs.flatMap((pair) => pageFonts(pair.type).map(({ face }) => face.family)).filter((family) => !own.includes(family));
    expect(others.filter((family) => sheet.includes(family))).toEqual([]);
  });

  test('keeps the height of a line while a font loads', () => {
    for (const { face } of pageFonts(type)) {
      for (const { size, ascent, descent } of standIns(face)) {
        expect((size * ascent) / 10_000).toBeCloseTo(face.ascent * face.size, 2);
        expect((size * descent) / 10_000).toBeCloseTo(face.descent * face.size, 2);
      }
    }
  });

  test('is small', () => expect(sheet.length).toBeLessThan(2_600));
});

test('the fallbacks of report are those that were fitted to the samples', () => {
  expect(sheetOf('report')).toContain(
    'src:local("Times New Roman"),local("Liberation Serif"),local(Tinos);size-adjust:115%;ascent-override:80%;descent-override:21.7%;line-gap-override:0%',
  );
  expect(sheetOf('report')).toContain('size-adjust:91.5%;ascent-override:103.8%;descent-override:24.6%');
});

test('a face with one weight, and what replaces it, is declared for all: no browser draws a bold of its own', () => {
  for (const pair of ['studio', 'almanac'] as const) {
    const rules = sheetOf(pair)
      .split('@font-face')
      .filter((rule) => /^\{font-family:"[^"]*(?:Instrument|Young) Serif"/.test(rule));
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter((rule) => !rule.includes('font-weight:1 1000'))).toEqual([]);
  }
});

test('plain has no font to load', () => expect(sheetOf('plain')).not.toMatch(/@font-face|url\(/));
