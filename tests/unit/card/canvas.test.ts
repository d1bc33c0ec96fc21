import { beforeEach, describe, expect, test } from 'vitest';
import { clear, fill, maskOf, pixels, put } from '../../../src/lib/card/canvas.ts';
import { inks, palette } from '../../../src/lib/card/palette.ts';

const at = (x: number, y: number): number => ((pixels[y * 601 + 1 + (x >> 1)] ?? 0) >> (x & 1 ? 0 : 4)) & 15;
const shape = (left: number, ...shares: number[]) =>
  maskOf({ left, top: 0, width: shares.length, height: 1, shares: Float64Array.from(shares) }, inks.muted);

beforeEach(clear);

test('sixteen colours are all there are, each ink from pale to full', () => {
  expect(palette).toHaveLength(48);
  const colorAt = (index: number) => `#${palette.toString('hex', 3 * index, 3 * index + 3)}`;
  for (const { color, first, levels } of Object.values(inks)) {
    expect(colorAt(first + levels - 1)).toBe(color);
    if (levels > 1) expect(palette[3 * first]).toBeGreaterThan(palette[3 * (first + 1)] ?? 255);
  }
});

describe('a shape', () => {
  test.each([0, 1, -1, -2])('is put where it is, in levels, from pixel %d', (left) => {
    put(shape(left, 0.1, 0.5, 1), 10, 3);
    expect([0, 1, 2, 3].map((x) => at(20 + left + x, 3))).toEqual([0, 8, 10, 0]);
  });

  test('does not take away what it touches', () => {
    put(shape(0, 1, 0.5), 0, 0);
    put(shape(0, 0.5, 1), 0, 0);
    put(shape(0, 0.5, 0.5), 0, 0);
    expect([at(0, 0), at(1, 0)]).toEqual([10, 10]);
  });

  test('is cut at the edges of the card', () => {
    for (const [column, row] of [
      [-1, 0],
      [600, 0],
      [0, -1],
      [0, 630],
      [-9, -9],
    ] as const)
      put(shape(0, 1, 1), column, row);
    expect(pixels.every((byte) => byte === 0)).toBe(true);
    put(shape(-1, 1, 1, 1), 0, 0);
    put(shape(0, 1, 1, 1), 599, 629);
    expect([at(0, 0), at(1, 0), at(1198, 629), at(1199, 629)]).toEqual([10, 10, 10, 10]);
    expect(pixels.filter((byte) => byte !== 0)).toHaveLength(2);
  });
});

test('a box is filled, and cleared', () => {
  fill(inks.rest, { left: 4, top: 2, width: 6, height: 3 });
  expect([at(3, 2), at(4, 2), at(9, 4), at(10, 4), at(4, 1), at(4, 5)]).toEqual([0, 15, 15, 0, 0, 0]);
  clear();
  expect(pixels.every((byte) => byte === 0)).toBe(true);
});
