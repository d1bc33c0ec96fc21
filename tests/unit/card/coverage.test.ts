import { expect, test } from 'vitest';
import { coverOutline, type OutlineStep } from '../../../src/lib/card/coverage.ts';

const polygon = (...points: [number, number][]): OutlineStep[] => [
  ...points.map((args, at) => ({ command: at === 0 ? ('moveTo' as const) : ('lineTo' as const), args })),
  { command: 'closePath', args: [] },
];
const box = (left: number, bottom: number, right: number, top: number) =>
  polygon([left, bottom], [right, bottom], [right, top], [left, top]);
const sum = (shares: Float64Array) => shares.reduce((all, share) => all + share, 0);

test('a box covers the pixels at its edges in part', () => {
  const { left, top, width, height, shares } = coverOutline(box(0.5, -1, 2.5, 0.25), 1, 0);
  expect([left, top, width, height]).toEqual([0, -1, 4, 3]);
  expect([...shares]).toEqual([0.125, 0.25, 0.125, 0, 0.5, 1, 0.5, 0, 0, 0, 0, 0]);
});

test('a shape is moved by a part of a pixel, and made larger', () => {
  const { left, width, shares } = coverOutline(box(0, 0, 1, 1), 2, 0.25);
  expect([left, width, [...shares].slice(0, 3)]).toEqual([0, 4, [0.75, 1, 0.25]]);
});

test('what is drawn twice is no darker, and what runs the other way is a hole', () => {
  const [outer, inner] = [box(0, 0, 4, 4), polygon([1, 1], [1, 3], [3, 3], [3, 1])];
  expect(sum(coverOutline([...outer, ...outer], 1, 0).shares)).toBe(16);
  expect(sum(coverOutline([...outer, ...inner], 1, 0).shares)).toBe(12);
});

test.each([
  // Of a parabola over a chord: two thirds of the box around it.
  ['two', { command: 'quadraticCurveTo', args: [30, 60, 60, 0] }, (2 / 3) * 60 * 30],
  ['three', { command: 'bezierCurveTo', args: [20, 40, 40, 40, 60, 0] }, (2 / 3) * 60 * 30],
] as const)('a curve of %s degrees covers what it should, to a hundredth', (_, curve, area) => {
  const { shares } = coverOutline([{ command: 'moveTo', args: [0, 0] }, curve, { command: 'closePath', args: [] }], 1, 0);
  expect(Math.abs(sum(shares) / area - 1)).toBeLessThan(0.01);
});

test('a slanted edge covers its pixels exactly', () =>
  expect(sum(coverOutline(polygon([0, 0], [7.3, 0], [2.1, 5.7]), 1, 0).shares)).toBeCloseTo((7.3 * 5.7) / 2, 9));

test('an edge that is all but level leaves no gap', () => {
  const { shares, width, height } = coverOutline(polygon([0, 0], [4, 0], [4, 17], [2, 2.98], [0, 2.98 + 4e-16]), 1, 0);
  const rows = Array.from({ length: height }, (_, row) => sum(shares.subarray(row * width, (row + 1) * width)));
  expect(rows.slice(0, 17).filter((share) => !(share > 0))).toEqual([]);
});

test('nothing covers nothing', () => expect(coverOutline([], 1, 0)).toMatchObject({ width: 0, height: 0 }));
