import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sniffPicture } from '../../../src/documents/image-format.ts';
import { png } from '../../fixtures/documents/make.ts';

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

describe('a small file with a large picture is refused, with its size and the limit', () => {
  const more = '100,000,000 in all are the most';

  test('by the pixels its header tells', () => {
    expect(sniffPicture(png(50_000, 50_000))).toMatchObject({ fault: `is 50,000 × 50,000 pixels large, and ${more}` });
    expect(sniffPicture(png(10_000, 10_001))).toMatchObject({ fault: `is 10,000 × 10,001 pixels large, and ${more}` });
    expect(sniffPicture(png(10_000, 10_000))).toEqual({ format: 'png', width: 10_000, height: 10_000 });
  });

  test('in every format', async () => {
    const webp = Buffer.from(await blank().ensureAlpha(0.5).webp().toBuffer());
    // VP8X: sides less one, in 24 bits each.
    webp.writeUIntLE(15_999, 24, 3);
    webp.writeUIntLE(15_999, 27, 3);
    const gif = Buffer.from(await blank().gif().toBuffer());
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    const jpg = Buffer.from(await blank().jpeg().toBuffer());
    const frame = jpg.indexOf(Buffer.from([0xff, 0xc0]));
    jpg.writeUInt16BE(65_000, frame + 5);
    jpg.writeUInt16BE(65_000, frame + 7);
    const avif = Buffer.from(await blank().avif({ effort: 0 }).toBuffer());
    const property = avif.indexOf('ispe');
    avif.writeUInt32BE(70_000, property + 8);
    avif.writeUInt32BE(70_000, property + 12);
    for (const bytes of [webp, gif, jpg, avif])
      expect(sniffPicture(bytes)).toMatchObject({ fault: expect.stringContaining(more) as string });
  });

  test('a drawing by its sides', () => {
    const drawing = (side: number) => sniffPicture(Buffer.from(`<svg width="${side}" height="10"></svg>`));
    expect(drawing(1e9)).toMatchObject({ fault: 'is 1,000,000,000 × 10 pixels large, and 100,000 are the most a side may have' });
    expect(drawing(100_000)).toMatchObject({ width: 100_000 });
  });
});

describe('of an SVG', () => {
  const sniff = (text: string) => sniffPicture(Buffer.from(text));
  const drawing = '<svg viewBox="0 0 4 3">';

  test.each([
    ['entities made of entities', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['a parameter', '<!DOCTYPE svg [<!ENTITY % p "x">]>'],
    ['a file', '<!DOCTYPE svg [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'],
  ])('%s is refused', (_, prolog) => {
    expect(sniff(prolog + drawing)).toMatchObject({ fault: expect.stringContaining('entities made of others or of files') as string });
  });

  test('the namespaces editors declare are no harm', () => {
    expect(sniff(`<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>${drawing}`)).toMatchObject({ format: 'svg' });
  });

  test.each([
    [`${drawing}<script>x()</script>`],
    [`${drawing}<svg:script href="x.js"/>`],
    ['<svg viewBox="0 0 4 3" onload="x()">'],
    [`${drawing}<g\nonclick = "x()"/>`],
    [`${drawing}<a xlink:href="javascript:x()"/>`],
    [`${drawing}<foreignObject><iframe src="x"/></foreignObject>`],
  ])('the code is seen: %j', (text) => {
    expect(sniff(text)).toMatchObject({ format: 'svg', scripted: true });
  });

  test('words are no code', () => {
    expect(sniff(`${drawing}<text>one = a description</text><foreignObject><p>a</p></foreignObject>`)).not.toHaveProperty('scripted');
  });
});
