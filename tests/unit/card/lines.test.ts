import { describe, expect, test } from 'vitest';
import { openFaces } from '../../../src/lib/card/faces.ts';
import { openLetters } from '../../../src/lib/card/letters.ts';
import { balance, clamp, isTorn, shape, wrap, type Line } from '../../../src/lib/card/lines.ts';
import { inks } from '../../../src/lib/card/palette.ts';
import { makeFace } from '../../fixtures/faces.ts';

const missing = new Set<string>();
const letters = openLetters({ size: 32, ink: inks.ink, faces: openFaces([makeFace('Public Sans')], 'Public Sans') }, missing);
const set = (text: string) => shape(text, letters);
const widthOf = (text: string) => set(text).ends.at(-1) ?? 0;
/** What lines say; without signs that take no place, a letter is a character. */
const said = (text: string, lines: readonly Line[]) =>
  lines.map(({ start, end, tail }) => text.replaceAll('\u00ad', '').slice(start, end) + tail);
const wrapped = (text: string, width: number) => said(text, wrap(set(text), width));

describe('a line', () => {
  test('is kerned', () => expect(widthOf('AV')).toBeLessThan(widthOf('A') + widthOf('V') - 1));

  test('has no place for signs that say how others are set', () => expect(widthOf('a\u00adb\u2060\u200dc')).toBe(widthOf('abc')));

  test('has a space where the face has none of that width', () => expect(widthOf('1\u202f000')).toBeGreaterThan(widthOf('1000') + 4));

  test('has a hyphen for one that does not break', () => expect(widthOf('a\u2011b')).toBe(widthOf('a-b')));

  test('leaves out what no face has, and notes it', () => {
    expect(widthOf('a港b')).toBe(widthOf('ab'));
    expect([...missing]).toEqual(['港']);
  });

  test('has marks over the middle of their letter, without a place of their own', () => {
    const run = set('x\u0301y');
    expect(widthOf('x\u0301')).toBe(widthOf('x'));
    const [x, mark] = run.row;
    expect((run.begins[1] ?? 0) + (mark?.middle ?? 0)).toBeCloseTo(x?.middle ?? -1, 9);
  });
});

test('a letter is drawn at quarters of a pixel', () => {
  const letter = letters.find('l');
  const drawn = [0, 1, 2, 3, 4].map((eighth) => (letter ? letters.mask(letter, eighth).bytes.join() : ''));
  expect(new Set(drawn).size).toBe(5);
});

describe('a text is broken', () => {
  test.each([
    ['at spaces', 'the tide of ', 'the tide of gauges', ['the tide of', 'gauges']],
    ['not at spaces that hold together', 'the tide of', 'the tide\u00a0of gauges', ['the', 'tide\u00a0of', 'gauges']],
    ['after dashes within words', 'the tide-', 'the tide-gauge', ['the tide-', 'gauge']],
    ['not after the sign of a number', 'by over -', 'by over -5', ['by over', '-5']],
    ['at soft hyphens, with a hyphen', 'water-', 'water\u00adlevel', ['water-', 'level']],
    ['not at a soft hyphen for which there is no room', 'a water', 'a water\u00adlevel', ['a', 'water-', 'level']],
    ['where it must, in a word longer than the line', 'waterl', 'waterlevel', ['waterl', 'evel']],
  ])('%s', (_, room, text, lines) => expect(wrapped(text, widthOf(room) + 0.5)).toEqual(lines));

  test('with every line within its width', () => {
    const run = set('A harbour reads its water level, and the ferry timetable follows; Donaudampfschifffahrtsgesellschaft.');
    for (let width = 60; width < 700; width += 7) {
      const lines = wrap(run, width);
      expect(lines.filter(({ start, end }) => (run.ends[end - 1] ?? 0) - (run.begins[start] ?? 0) > width)).toEqual([]);
      expect(lines.map(({ end }) => end).at(-1)).toBe(run.row.length);
    }
  });

  test('never between a letter and its mark', () => {
    const run = set('x\u0301'.repeat(20));
    for (const width of [1, 100]) expect(wrap(run, width).filter(({ end }) => end % 2 === 1)).toEqual([]);
  });

  test('and says whether a word is torn', () => {
    expect(isTorn(wrap(set('water level'), widthOf('water')))).toBe(false);
    expect(isTorn(wrap(set('water level'), widthOf('wate')))).toBe(true);
  });
});

describe('a title', () => {
  const text = 'Timed entry for a museum that turned away every third of its visitors';
  const run = set(text);
  const widths = (lines: readonly Line[]) => lines.map(({ start, end }) => (run.ends[end - 1] ?? 0) - (run.begins[start] ?? 0));

  test('has lines as even as can be, and no more of them', () => {
    const [greedy, even] = [wrap(run, 900), balance(run, 900, 4)];
    expect(even).toHaveLength(greedy.length);
    expect(Math.min(...widths(even))).toBeGreaterThan(Math.min(...widths(greedy)) + 100);
  });

  test('that is too long fills its lines and ends in an ellipsis after a word', () => {
    const width = widthOf('museum that turned') + 1;
    const lines = balance(run, width, 2);
    expect(said(text, lines)).toEqual(['Timed entry for a', 'museum that…']);
    // The ellipsis is counted in, and no word is left out that has room.
    expect(said(text, balance(run, widthOf('museum that turned…') + 1, 2))[1]).toBe('museum that turned…');
    expect(said(text, balance(run, widthOf('museum that turned…') - 1, 2))[1]).toBe('museum that…');
    expect(said(text, balance(run, widthOf('Timed entry for a') + 1, 1))).toEqual(['Timed entry for…']);
  });
});

test('no sign between words stands before an ellipsis', () => {
  const client = 'Port of Ostmark · Transport · 2024';
  const run = set(client);
  expect(said(client, clamp(run, wrap(run, 380), 380, 1))).toEqual(['Port of Ostmark…']);
});

test('a word longer than the one line there is ends in an ellipsis within it', () => {
  const run = set('Donaudampfschifffahrtsgesellschaft');
  const [line, ...others] = clamp(run, wrap(run, 200), 200, 1);
  expect([line?.tail, others]).toEqual(['…', []]);
  expect((run.ends[(line?.end ?? 0) - 1] ?? 0) + widthOf('…')).toBeLessThanOrEqual(200);
});
