import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sniffPicture } from '../../../src/lib/content/picture-format.ts';

const blank = () => sharp({ create: { width: 37, height: 23, channels: 3, background: '#336699' } });

describe('format and size are read without decoding', () => {
  test.each([
    ['jpg', () => blank().jpeg()],
    [
      'jpg',
      () =>
        blank()
          .jpeg({ progressive: true })
          .withExif({ IFD0: { Artist: 'Nobody' } }),
    ],
    ['png', () => blank().png()],
    ['gif', () => blank().gif()],
    ['webp', () => blank().webp()],
    ['webp', () => blank().webp({ lossless: true })],
    ['webp', () => blank().ensureAlpha(0.5).webp()],
    ['avif', () => blank().avif({ effort: 0 })],
  ])('%s', async (format, make) => {
    expect(sniffPicture(await make().toBuffer())).toEqual({ format, width: 37, height: 23 });
  });

  test('a photo on its side is as wide as it is seen', async () => {
    const turned = await blank().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(sniffPicture(turned)).toEqual({ format: 'jpg', width: 23, height: 37 });
  });

  test.each([
    ['<svg width="40px" height="30">', 40, 30],
    ["<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg viewBox='0 0 4 3'>", 4, 3],
    ['<svg width="100%">', undefined, undefined],
  ])('%s', (text, width, height) => {
    expect(sniffPicture(new TextEncoder().encode(text))).toEqual({ format: 'svg', width, height });
  });
});

describe('what is no picture is named', () => {
  test.each([
    ['%PDF-1.7', 'is a PDF, no picture'],
    ['', 'is an empty file'],
    ['PK\x03\x04', 'is a ZIP archive, no picture'],
    ['<!doctype html>', 'is an HTML page, no picture'],
    ['II*\0', 'is a TIFF, which browsers do not show'],
    ['\0\0\0\x18ftypheic', 'is a HEIC photo, which browsers do not show'],
    ['words', 'is a text file, no picture'],
    ['\x01\x02\x03', 'is no picture of a kind that can be shown'],
  ])('%j', (text, fault) => {
    expect(sniffPicture(Buffer.from(text, 'latin1'))).toEqual({ fault });
  });

  test('a header cut short is damage', async () => {
    const whole = await blank().jpeg().toBuffer();
    expect(sniffPicture(whole.subarray(0, 30))).toEqual({ fault: 'begins like a JPG but is damaged: its size cannot be read' });
  });
});
