import { describe, expect, test } from 'vitest';
import { dotPath, linePath, markSvg, plateIcon, plateMark } from '../../../../src/metrics/format/plate-mark.ts';
import type { Plate } from '../../../../src/metrics/format/plate.ts';

const plate = (...xs: number[]): Plate<null> => ({
  rows: xs.map((x) => ({ result: null, x })),
  before: 80,
  reach: { low: 0.01, high: 2 },
  ticks: [],
});
const many = plate(...Array.from({ length: 200 }, (_, index) => 4 + index * 0.46));

describe('the lines of a mark', () => {
  const size = { width: 200, height: 60, weight: 2 };

  test('start at the state before and end at the state after, one below the other', () => {
    const mark = plateMark(plate(10, 50, 90), size);
    expect(linePath(mark)).toBe('M160 10H20M160 30H100M160 50H180');
    expect(dotPath(mark)).toBe('M20 10h.01M100 30h.01M180 50h.01');
  });

  test('are mirrored for text from right to left', () =>
    expect(linePath(plateMark(plate(10, 50, 90), { ...size, rtl: true }))).toBe('M40 10H180M40 30H100M40 50H20'));

  test('grow thinner where they are many, so that no dot touches the next', () => {
    const [few, dense] = [plateMark(plate(10, 50, 90), size), plateMark(many, { ...size, height: 240 })];
    expect(few.weight).toBe(2);
    expect(dense.weight).toBeLessThan(1);
    expect(dense.dot).toBeLessThan(240 / 200);
  });
});

describe('a drawn mark', () => {
  const light = { accent: '#8a2b0e', ink: '#1d1b17' };

  test('has one line for each change', () => {
    const svg = markSvg(many, { width: 1000, height: 200, weight: 3, colors: light });
    expect(svg.match(/H/g)).toHaveLength(200);
    expect(svg).toContain('stroke:#8a2b0e');
  });

  test('as an icon has five lines at most, among them the first and the last, in both themes', () => {
    const icon = plateIcon(many, { light, dark: { accent: '#f2a98a', ink: '#ece8df' } });
    const ends = [...icon.matchAll(/H([\d.]+)/g)].map(([, x]) => Number(x));
    expect([ends.length, ends.at(0), ends.at(-1)]).toEqual([5, 1.3, 30.6]);
    expect(icon).toMatch(/prefers-color-scheme:dark.*#f2a98a/);
    expect(plateIcon(plate(10, 50, 90), { light, dark: light }).match(/H/g)).toHaveLength(3);
  });
});
