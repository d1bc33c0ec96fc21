import { describe, expect, test } from 'vitest';
import { create } from 'fontkitten';
import { readKerning } from '../../../src/lib/card/kerning.ts';
import { makeFace } from '../../fixtures/faces.ts';

describe.each(['Brygada 1918', 'Public Sans'] as const)('%s', (family) => {
  const { data } = makeFace(family);
  const font = create(data);
  const kern = readKerning(data);
  const of = (pair: string) => {
    const [left = 0, right = 0] = [...pair].map((sign) => (font.isCollection ? 0 : font.glyphForCodePoint(sign.codePointAt(0) ?? 0).id));
    return kern(left, right);
  };

  test('draws pairs together that stand apart', () => {
    const pairs = ['AV', 'To', 'Yo', 'P.', 'LT'];
    expect(pairs.filter((pair) => !(of(pair) < -10))).toEqual([]);
  });

  test('leaves others alone', () => expect(['nn', 'HH', 'mi'].map(of)).toEqual([0, 0, 0]));
});

/** An OpenType file of one table, which kerns glyph 5 before 6 and 9, glyph by glyph, behind an extension. */
function makePairs(): Buffer {
  const pairs = [...[1, 22, 4, 0, 1, 12], ...[2, 6, -70 & 0xffff, 9, 30], ...[1, 1, 5]];
  const features = [1, 0x6b65, 0x726e, 8, 0, 1, 0];
  const lookups = [...[1, 4], ...[9, 0, 1, 8], ...[1, 2, 0, 8]];
  const table = [...[1, 0, 10, 12, 26], 0, ...features, ...lookups, ...pairs];
  const words = [...[1, 0, 1, 0, 0, 0], ...[0x4750, 0x4f53, 0, 0, 0, 28, 0, 2 * table.length], ...table];
  const bytes = Buffer.alloc(2 * words.length);
  for (const [at, word] of words.entries()) bytes.writeUInt16BE(word, 2 * at);
  return bytes;
}

test('pairs of single glyphs are read, behind an extension too', () => {
  const kern = readKerning(makePairs());
  expect([kern(5, 6), kern(5, 9), kern(5, 7), kern(6, 5)]).toEqual([-70, 30, 0, 0]);
});

test.each([
  ['no font', Buffer.from('words')],
  ['a font cut short', makeFace('Public Sans').data.subarray(0, 3000)],
  ['a table cut short', makePairs().subarray(0, 90)],
])('%s has no kerning', (_, bytes) => expect(readKerning(bytes)(5, 6)).toBe(0));
