import type { Coverage } from './coverage.ts';
import { cardSize, type Ink } from './palette.ts';

/** Bytes of a row as PNG has it: the byte that says "no filter", then two pixels a byte. */
export const rowBytes = 1 + cardSize.width / 2;

/** The pixels of the card that is being drawn, as places in the palette, in the rows of a PNG. One for all cards: clearing it is cheaper. */
export const pixels = new Uint8Array(rowBytes * cardSize.height);

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
export function maskOf({ left, top, width, height, shares }: Coverage, { first, levels }: Ink): Mask {
  const from = Math.floor(left / 2);
  const columns = Math.ceil((left + width) / 2) - from;
  const bytes = new Uint8Array(columns * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const level = Math.round((shares[row * width + column] as number) * levels);
      const x = left + column - from * 2;
      const at = row * columns + (x >> 1);
      if (level > 0) bytes[at] = (bytes[at] as number) | ((first + level - 1) << (x & 1 ? 0 : 4));
    }
  }
  return { left: from, top, width: columns, height, bytes };
}

/** Put a shape on the card, `column` in bytes and `row` in rows; of two that touch, the fuller level stays, and what hangs over is cut. */
export function put({ left, top, width, height, bytes }: Mask, column: number, row: number): void {
  const x = column + left;
  const [begin, end] = [Math.max(0, -x), Math.min(width, rowBytes - 1 - x)];
  const last = Math.min(height, cardSize.height - row - top);
  for (let line = Math.max(0, -row - top); line < last; line++) {
    const from = line * width;
    const to = (row + top + line) * rowBytes + 1 + x;
    for (let at = begin; at < end; at++) {
      const over = bytes[from + at] as number;
      if (over === 0) continue;
      const under = pixels[to + at] as number;
      pixels[to + at] = under === 0 ? over : Math.max(over & 0xf0, under & 0xf0) | Math.max(over & 15, under & 15);
    }
  }
}

/** Fill a box with an ink in full; `left` and `width` in pixels, both even. */
export function fill({ first, levels }: Ink, box: { left: number; top: number; width: number; height: number }): void {
  const both = (first + levels - 1) * 0x11;
  for (let row = box.top; row < box.top + box.height; row++) {
    const from = row * rowBytes + 1 + box.left / 2;
    pixels.fill(both, from, from + box.width / 2);
  }
}

/** Take everything off the card. */
export function clear(): void {
  pixels.fill(0);
}
