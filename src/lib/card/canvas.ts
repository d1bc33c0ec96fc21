import type { Coverage } from './coverage.ts';
import { cardSize, type Ink } from './palette.ts';

/** Bytes of a row as PNG has it: the byte that says "no filter", then two pixels a byte. */
const width = 1 + cardSize.width / 2;

/** The pixels of the card that is being drawn, as places in the palette, in the rows of a PNG. One for all cards: clearing it is cheaper. */
export const pixels = new Uint8Array(width * cardSize.height);

/** A shape in one ink, ready to be put on a card: two pixels a byte, `left` in bytes and `top` in rows from where it is put. */
export interface Mask {
  // First: objects that begin with their place, as boxes do elsewhere, share their inner form with those and change it with them.
  bytes: Uint8Array;
  left: number;
  top: number;
  /** Bytes a row. */
  width: number;
  height: number;
}

/** Turn a coverage into the levels of an ink. */
export function maskOf(shape: Coverage, { first, levels }: Ink): Mask {
  const left = shape.left >> 1;
  const columns = ((shape.left + shape.width + 1) >> 1) - left;
  const drawn = new Uint8Array(columns * shape.height);
  for (let row = 0; row < shape.height; row++) {
    for (let column = 0; column < shape.width; column++) {
      const level = Math.round((shape.shares[row * shape.width + column] as number) * levels);
      const x = shape.left + column - left * 2;
      const at = row * columns + (x >> 1);
      if (level > 0) drawn[at] = (drawn[at] as number) | ((first + level - 1) << (x & 1 ? 0 : 4));
    }
  }
  return { bytes: drawn, left, top: shape.top, width: columns, height: shape.height };
}

/** Put a shape on the card, `column` in bytes and `row` in rows; of two that touch, the fuller level stays, and what hangs over is cut. */
export function put(mask: Mask, column: number, row: number): void {
  const x = 1 + column + mask.left;
  const y = row + mask.top;
  const begin = Math.max(0, 1 - x);
  const end = Math.min(mask.width, width - x);
  if (end <= begin) return;
  const last = Math.min(mask.height, cardSize.height - y);
  // Half of the time a card takes is spent here: an empty byte is passed over first.
  const drawn = mask.bytes;
  for (let line = Math.max(0, -y); line < last; line++) {
    let here = line * mask.width + begin;
    let there = (y + line) * width + x + begin;
    for (const stop = here + end - begin; here < stop; here++, there++) {
      const over = drawn[here] as number;
      if (over === 0) continue;
      const under = pixels[there] as number;
      pixels[there] = under === 0 ? over : fuller(over & 0xf0, under & 0xf0) | fuller(over & 15, under & 15);
    }
  }
}

function fuller(one: number, other: number): number {
  return one > other ? one : other;
}

/** Fill a box with an ink in full; `left` and `width` in pixels, both even. */
export function fill({ first, levels }: Ink, box: { left: number; top: number; width: number; height: number }): void {
  const both = (first + levels - 1) * 0x11;
  const begin = 1 + box.left / 2;
  for (let row = box.top; row < box.top + box.height; row++) {
    pixels.fill(both, row * width + begin, row * width + begin + box.width / 2);
  }
}

/** Take everything off the card. */
export function clear(): void {
  pixels.fill(0);
}
