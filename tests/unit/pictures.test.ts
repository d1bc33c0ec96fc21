import { describe, expect, test } from 'vitest';
import { fills, fittingWidths, formatsFor } from '../../src/lib/pictures.ts';

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

describe('the format of a picture', () => {
  test.each([
    ['jpg', 'avif', 'jpg'],
    ['png', 'avif', 'jpg'],
    ['avif', 'avif', 'jpg'],
    ['webp', 'webp', 'jpg'],
    ['gif', 'webp', 'gif'],
  ])('of %s is %s, and %s for other browsers', (format, best, fallback) => {
    const formats = formatsFor(format);
    expect([formats.best.format, formats.fallback.format]).toEqual([best, fallback]);
  });
});
