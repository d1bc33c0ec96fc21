import { describe, expect, test } from 'vitest';
import {
  bestEncoding,
  enlargedDrawingWidth,
  enlargedWidth,
  fills,
  fittingWidths,
  offerFiles,
  places,
  sizesIn,
  sizesOf,
} from '../../../src/lib/pictures/pictures.ts';

test.each([
  [1800, [480, 800, 1200]],
  [1200, [480, 800, 1200]],
  [1000, [480, 800, 1000]],
  [480, [480]],
  [40, [40]],
])('a picture of %i pixels is made in no width beyond its own', (width, expected) => {
  expect(fittingWidths([480, 800, 1200], width)).toEqual(expected);
});

test.each([
  ['a small raster picture', { kind: 'asset', src: null, format: 'png', width: 399, height: 90 }, false],
  ['a large raster picture', { kind: 'asset', src: null, format: 'png', width: 400, height: 90 }, true],
  ['a small drawing', { kind: 'asset', src: null, format: 'svg', width: 24, height: 24 }, true],
  ['a picture of unknown size', { kind: 'public', src: '/x.png' }, true],
] as const)('whether %s fills its place', (_name, picture, expected) => expect(fills(picture)).toBe(expected));

describe('the sizes of a place', () => {
  test.each(['16:10', '3:2'])('are its own where no side is cut off: %s', (ratio) =>
    expect(sizesIn('lead', ratio)).toEqual({ ...places.lead }),
  );

  test('are those of the whole picture where its sides are cut off', () => {
    expect(sizesIn('row', '1:1').sizes).toBe('(min-width: 100rem) 645px, (min-width: 76rem) 33rem, (min-width: 48rem) 40.5vw, 135vw');
    expect(sizesIn('next', '4:3').sizes).toContain('(min-width: 76rem) 30.4rem');
  });

  test('are its own where pictures are shown whole', () => expect(sizesIn('hero', '1:1')).toEqual({ ...places.hero }));
});

test('an animation is offered in a format that keeps its frames', () => {
  expect([bestEncoding(false).format, bestEncoding(true).format]).toEqual(['avif', 'webp']);
});

test.each([
  [
    'the whole page',
    { wide: 1, narrow: 1 },
    [800, 1104, 1440],
    '(min-width: 100rem) 1350px, (min-width: 76rem) 69rem, (min-width: 48rem) 90vw, 90vw',
  ],
  [
    'half of it',
    { wide: 0.4875, narrow: 1 },
    [800, 1104],
    '(min-width: 100rem) 658px, (min-width: 76rem) 33.6rem, (min-width: 48rem) 43.9vw, 90vw',
  ],
  [
    'a fourth of it',
    { wide: 0.23, narrow: 0.48 },
    [480, 800],
    '(min-width: 100rem) 311px, (min-width: 76rem) 15.9rem, (min-width: 48rem) 20.7vw, 43.2vw',
  ],
])('a picture on %s is offered in the widths that screens ask for', (_case, shares, widths, sizes) => {
  expect(sizesOf(shares)).toEqual({ widths, sizes });
});

test.each([
  ['a screenshot', 3200, 2000, 2023],
  ['a small picture', 20, 30, 20],
  ['a phone', 1170, 2532, 1170],
  ['a panorama', 8000, 600, 5842],
  ['a capture longer than a file can be', 1440, 20_000, 1179],
])('%s of %i × %i pixels is enlarged to %i', (_case, width, height, expected) => {
  expect(enlargedWidth({ width, height })).toBe(expected);
});

test('a picture of one file has no sizes, which would enlarge it on paper', () => {
  const files = (...widths: number[]) => ({
    values: widths.map((width) => ({ url: `/p-${width}.avif` })),
    attribute: widths.map((width) => `/p-${width}.avif ${width}w`).join(', '),
  });
  expect(offerFiles(files(24), '90vw')).toEqual({ srcset: '/p-24.avif' });
  expect(offerFiles(files(480, 800), '90vw')).toEqual({ sizes: '90vw', srcset: '/p-480.avif 480w, /p-800.avif 800w' });
});

test.each([
  ['a tall drawing', 300, 2700, 533],
  ['a wide one', 2700, 300, 4800],
  ['a square one', 16, 16, 1600],
])('%s is enlarged by its shape', (_case, width, height, expected) => {
  expect(enlargedDrawingWidth({ width, height })).toBe(expected);
});
