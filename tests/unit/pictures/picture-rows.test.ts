import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutRows, placeInRows, rowOptions, rowsCss, shapeOf, shownRatio } from '../../../src/lib/pictures/picture-rows.ts';

const phone = 0.462;
const desktop = 1.6;
const panorama = 5;

/** Count the pictures in each row on a wide screen. */
const counts = (...ratios: number[]) => layoutRows(ratios, rowOptions.wide).map(({ widths }) => widths.length);

describe('on a wide screen', () => {
  test.each([
    ['one picture has the whole width', [desktop], [1]],
    ['two share a row', [desktop, desktop], [2]],
    ['the first of three is wide', [desktop, desktop, desktop], [1, 2]],
    ['four are in twos', Array<number>(4).fill(desktop), [2, 2]],
    ['three squares share a row', [1, 1, 1], [3]],
    ['three phones share a row', Array<number>(3).fill(phone), [3]],
    ['four phones share a row', Array<number>(4).fill(phone), [4]],
    ['six phones are in threes', Array<number>(6).fill(phone), [3, 3]],
    ['eight phones are in fours', Array<number>(8).fill(phone), [4, 4]],
    ['a panorama has a row of its own', [desktop, desktop, panorama, desktop, desktop], [2, 1, 2]],
    ['two panoramas have a row each', [panorama, panorama], [1, 1]],
    ['a phone is beside a wide picture', [phone, desktop], [2]],
  ])('%s', (_case, ratios, expected) => expect(counts(...ratios)).toEqual(expected));

  test('one phone is no higher than the limit', () => {
    const [row] = layoutRows([phone], rowOptions.wide);
    expect((row?.widths[0] ?? 0) / phone).toBeCloseTo(rowOptions.wide.maxHeight);
  });
});

test('on a narrow screen wide pictures are below one another, and phones in twos', () => {
  const rows = layoutRows([desktop, phone, phone, desktop], rowOptions.narrow);
  expect(rows.map(({ widths }) => widths.length)).toEqual([1, 2, 1]);
});

describe.each(Object.entries(rowOptions))('any pictures on a %s screen', (name, options) => {
  const ratios = fc.array(
    fc.integer({ max: 350, min: 0 }).map((step) => 0.42 * Math.exp(step / 100)),
    { maxLength: 30 },
  );
  /** Lay out, with the aspect ratios of each row. */
  const layout = (pictures: number[]) => {
    let first = 0;
    return layoutRows(pictures, options).map((row) => ({ ...row, ratios: pictures.slice(first, (first += row.widths.length)) }));
  };

  test('have one place each, in order', () =>
    fc.assert(
      fc.property(ratios, (pictures) => {
        expect(layout(pictures).flatMap((row) => row.ratios)).toEqual(pictures);
      }),
    ));

  test('are of one height in their row, within the limit', () =>
    fc.assert(
      fc.property(ratios, (pictures) => {
        for (const row of layout(pictures)) {
          const heights = row.widths.map((width, index) => width / (row.ratios[index] ?? 0));
          expect(Math.max(...heights)).toBeLessThan(options.maxHeight + 1e-9);
          expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1e-9);
          // Only what a wide picture alone would be as well.
          expect(Math.min(...heights)).toBeGreaterThan(Math.min(0.12, 0.8 / Math.max(...row.ratios)));
        }
      }),
    ));

  test('fill their row, or what the limit of height leaves of it', () =>
    fc.assert(
      fc.property(ratios, (pictures) => {
        for (const { widths, rest } of layout(pictures)) {
          const used = widths.reduce((sum, width) => sum + width, options.gap * (widths.length - 1));
          expect(used + rest).toBeCloseTo(1);
        }
      }),
    ));

  if (name === 'wide') {
    test('are alone while narrow only between panoramas', () =>
      fc.assert(
        fc.property(ratios, (pictures) => {
          const rows = layout(pictures);
          rows.forEach((row, index) => {
            if (row.ratios.length > 1 || (row.ratios[0] ?? 1) >= 1) return;
            const neighbours = [rows[index - 1]?.ratios.at(-1), rows[index + 1]?.ratios[0]].filter((ratio) => ratio !== undefined);
            expect(neighbours.every((ratio) => ratio >= 2.4)).toBe(true);
          });
        }),
      ));
  }
});

test('nothing is laid out as nothing', () => expect(layoutRows([], rowOptions.wide)).toEqual([]));

test.each([
  ['a phone', { width: 1170, height: 2532 }, 'upright', 1170 / 2532],
  ['a capture of a whole page', { width: 1440, height: 9000 }, 'tower', 0.7],
  ['a desktop', { width: 1920, height: 1080 }, null, 1920 / 1080],
  ['a skyline', { width: 4000, height: 600 }, 'panorama', 4000 / 600],
  ['a picture of unknown size', {}, null, 1.5],
] as const)('the shape of %s', (_case, size, shape, ratio) => expect([shapeOf(size), shownRatio(size)]).toEqual([shape, ratio]));

describe('the classes of a gallery', () => {
  const tablet = { width: 800, height: 500 };

  test('have one rule each, with the width of the picture', () => {
    const places = placeInRows([tablet, tablet]);
    expect(places.map(({ classes }) => classes)).toEqual([['w4875'], ['w4875']]);
    expect(rowsCss(places)).toBe('@media print,(min-width:48rem){.w4875{inline-size:48.75%}}');
  });

  test('keep free what a row does not fill, so that the next begins below', () => {
    const css = rowsCss(
      placeInRows([
        { width: 500, height: 1000 },
        { width: 5000, height: 600 },
      ]),
    );
    expect(css).toContain('.w3750{inline-size:37.5%}');
    expect(css).toContain('.e6250{margin-inline-end:62.5%}');
  });

  test('are absent where a picture has the whole width', () => expect(rowsCss(placeInRows([tablet]))).toBe(''));
});
