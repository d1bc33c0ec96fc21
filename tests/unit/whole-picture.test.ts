import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isWholePicture } from '../../src/lib/whole-picture.ts';

const blank = () => sharp({ create: { width: 37, height: 23, channels: 3, background: '#336699' } });

describe.each([
  ['jpg', () => blank().jpeg()],
  ['png', () => blank().png({ palette: true })],
  ['webp', () => blank().webp()],
  ['webp without loss', () => blank().webp({ lossless: true })],
  ['avif', () => blank().avif({ effort: 0 })],
])('%s', (_, make) => {
  test('is whole as it was made', async () => expect(isWholePicture(await make().toBuffer())).toBe(true));

  test('is not, wherever it is cut', async () => {
    const bytes = await make().toBuffer();
    const whole = Array.from({ length: bytes.length }, (_byte, length) => length).filter((length) =>
      isWholePicture(bytes.subarray(0, length)),
    );
    expect(whole).toEqual([]);
  });
});

test('a PNG with another byte anywhere is not whole', async () => {
  const bytes = await blank().png().toBuffer();
  const unseen = [...bytes.keys()].filter((at) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return isWholePicture(changed);
  });
  expect(unseen).toEqual([]);
});

test.each([['words'], [''], ['<svg></svg>']])('%j is no picture of ours', (text) => expect(isWholePicture(Buffer.from(text))).toBe(false));
