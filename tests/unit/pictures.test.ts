import { describe, expect, test } from 'vitest';
import { fills, fittingWidths, formatsFor } from '../../src/lib/pictures.ts';

test.each([
  [1800, [480, 800, 1200]],
  [1200, [480, 800, 1200]],
  [1000, [480, 800, 1000]],
  [480, [480]],
  [40, [40]],
])('a picture of %i pixels is made in widths it has', (width, expected) => {
  expect(fittingWidths([480, 800, 1200], width)).toEqual(expected);
});

test.each([
  ['a small raster picture', { kind: 'asset', src: null, format: 'png', width: 399, height: 90 }, false],
  ['a large one', { kind: 'asset', src: null, format: 'png', width: 400, height: 90 }, true],
  ['a small drawing', { kind: 'asset', src: null, format: 'svg', width: 24, height: 24 }, true],
  ['one of unknown size', { kind: 'public', src: '/x.png' }, true],
] as const)('whether %s fills its place', (_name, picture, expected) => expect(fills(picture)).toBe(expected));

describe('what a picture is offered as', () => {
  test.each([
    ['jpg', ['avif', 'webp'], 'jpg'],
    ['png', ['avif', 'webp'], 'jpg'],
    ['avif', ['avif', 'webp'], 'jpg'],
    ['webp', ['webp'], 'jpg'],
    ['gif', ['webp'], 'gif'],
  ])('of %s is %j, and %s for everybody else', (format, offered, fallback) => {
    const formats = formatsFor(format);
    expect([formats.offered.map((one) => one.format), formats.fallback.format]).toEqual([offered, fallback]);
  });
});
