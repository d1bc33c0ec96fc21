import { describe, expect, test } from 'vitest';
import { fittingWidths, formatsFor } from '../../src/lib/pictures.ts';

test.each([
  [1800, [480, 800, 1200]],
  [1200, [480, 800, 1200]],
  [1000, [480, 800, 1000]],
  [480, [480]],
  [40, [40]],
])('a picture of %i pixels is made in widths it has', (width, expected) => {
  expect(fittingWidths([480, 800, 1200], width)).toEqual(expected);
});

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
