import type { Coverage } from './coverage.ts';
import { cardSize, type Ink } from './palette.ts';

/** Bytes of a row as PNG has it: the byte that says "no filter", then two pixels a byte. */
const width = 1 + cardSize.width / 2;

/** The pixels of the card that is being drawn, as places in the palette, in the rows of a PNG. One for all cards: clearing it is cheaper. */
export const pixels = new Uint8Array(width * cardSize.height);

/** A shape in one ink, ready to be put on a card: two pixels a byte, `left` in bytes and `top` in rows from where it is put. */
export interface Mask {
  left: number;
  top: number;
  /** Bytes a row. */
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** Turn a coverage into the levels of an ink. */
export function maskOf(shape: Coverage, { first, levels }: Ink): Mask {
  const left = Math.floor(shape.left / 2);
  const columns = Math.ceil((shape.left + shape.width) / 2) - left;
  const drawn = new Uint8Array(columns * shape.height);
  for (let row = 0; row < shape.height; row++) {
    for (let column = 0; column < shape.width; column++) {
      const level = Math.round((shape.shares[row * shape.width + column] as number) * levels);
      const x = shape.left + column - left * 2;
      const at = row * columns + (x >> 1);
      if (level > 0) drawn[at] = (drawn[at] as number) | ((first + level - 1) << (x & 1 ? 0 : 4));
    }
  }
  return { left, top: shape.top, width: columns, height: shape.height, bytes: drawn };
}

/** Put a shape on the card, `column` in bytes and `row` in rows; of two that touch, the fuller level stays, and what hangs over is cut. */
export function put(mask: Mask, column: number, row: number): void {
  const [x, y] = [1 + column + mask.left, row + mask.top];
  const [begin, end] = [Math.max(0, 1 - x), Math.min(mask.width, width - x)];
  if (end <= begin) return;
  const last = Math.min(mask.height, cardSize.height - y);
  for (let line = Math.max(0, -y); line < last; line++) {
    const there = (y + line) * width + x;
    for (let at = begin, here = line * mask.width + begin; at < end; at++, here++) {
      const over = mask.bytes[here] as number;
      if (over === 0) continue;
      const under = pixels[there + at] as number;
      pixels[there + at] = under === 0 ? over : Math.max(over & 0xf0, under & 0xf0) | Math.max(over & 15, under & 15);
    }
  }
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
