import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isCutOff } from '../../../src/documents/svg.ts';
import { identifyPicture, readPictureInfo } from '../../../src/documents/image-format.ts';
import { png } from '../../fixtures/documents/make.ts';

const plain = () => sharp({ create: { width: 37, height: 23, channels: 3, background: '#336699' } });

describe('format and size are read', () => {
  test.each([
    ['jpg', () => plain().jpeg()],
    ['jpg', () => plain().jpeg({ progressive: true })],
    ['png', () => plain().png()],
    ['gif', () => plain().gif()],
    ['webp', () => plain().webp()],
    ['webp', () => plain().webp({ lossless: true })],
    ['webp', () => plain().ensureAlpha(0.5).webp()],
    ['avif', () => plain().avif({ effort: 0 })],
  ])('%s', async (format, make) => {
    expect(await readPictureInfo(await make().toBuffer())).toEqual({ format, width: 37, height: 23 });
  });

  test.each([
    ['jpg', () => plain().jpeg()],
    ['png', () => plain().png()],
    ['webp', () => plain().webp()],
    ['avif', () => plain().avif({ effort: 0 })],
  ])('a %s with an EXIF orientation has the size it is published in', async (format, make) => {
    const bytes = await make().withMetadata({ orientation: 6 }).toBuffer();
    const published = await sharp(bytes).rotate().png().toBuffer({ resolveWithObject: true });
    expect(await readPictureInfo(bytes)).toEqual({ format, width: 23, height: 37 });
    expect(published.info).toMatchObject({ width: 23, height: 37 });
  });

  test.each([
    ['<svg width="40px" height="30">', 40, 30],
    ["<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg viewBox='0 0 4 3'>", 4, 3],
    ['<svg width="100%">', undefined, undefined],
    ['<svg viewBox="0 0 220.4 29.2">', 221, 30],
    // Inkscape, Illustrator, Word: lengths with units, whatever the units of the view box.
    ['<svg\n   width="254mm"\n   height="127mm"\n   viewBox="0 0 254 127">', 960, 480],
    ['<svg width="10cm" height="5cm">', 378, 189],
    ['<svg width="72pt" height="3pc">', 96, 48],
    ['<svg width="2in" height="1.5e1px">', 192, 15],
    // A length that is missing or a share follows from the view box.
    ['<svg width="100%" height="100%" viewBox="0 0 640 480">', 640, 480],
    ['<svg width="300" viewBox="0 0 60 20">', 300, 100],
    ['<svg width="100%" height="50" viewBox="-5,-5,60,20">', 150, 50],
    ['<svg width="300" height="auto" viewBox="0 0 60 20">', 300, 100],
    ['<svg width="50%" height="9">', undefined, 9],
    ['<svg viewBox="0 0 0 20">', undefined, undefined],
    // The units of a view box can be metres or millionths of one.
    ['<svg viewBox="0 0 2.4 1.2">', 200, 100],
    ['<svg viewBox="0 0 4000000 2000000">', 1600, 800],
    ['<s:svg xmlns:s="http://www.w3.org/2000/svg" width="7" height="5">', 7, 5],
    [`<svg content="&lt;a> width='1' ${'x'.repeat(40_000)}" width="7" height="5">`, 7, 5],
    [`<!-- ${'x'.repeat(40_000)} --><svg width="7" height="5">`, 7, 5],
  ])('%s', async (text, width, height) => {
    expect(await readPictureInfo(Buffer.from(text))).toEqual({ format: 'svg', width, height });
  });
});

describe('an error names the kind of file', () => {
  test.each([
    ['%PDF-1.7', 'is a PDF, not a picture'],
    ['', 'is an empty file'],
    ['PK\x03\x04', 'is a ZIP archive, not a picture'],
    ['<!doctype html>', 'is an HTML page, not a picture'],
    ['II*\0', 'is a TIFF, which browsers do not show'],
    ['\0\0\0\x18ftypheic', 'is a HEIC photo, which browsers do not show'],
    ['words', 'is a text file, not a picture'],
    ['\x01\x02\x03', 'has a format that cannot be shown'],
  ])('%j', (text, message) => {
    expect(identifyPicture(Buffer.from(text, 'latin1'))).toEqual({ message });
  });

  test.each([
    ['jpg', () => plain().jpeg()],
    ['png', () => plain().png()],
    ['webp', () => plain().webp()],
    ['avif', () => plain().avif({ effort: 0 })],
    ['gif', () => plain().gif()],
  ])('a %s cut off in its header is damaged', async (format, make) => {
    const bytes = await make().toBuffer();
    expect(await readPictureInfo(bytes.subarray(0, 16))).toEqual({
      message: `is a damaged ${format.toUpperCase()}: its size cannot be read`,
    });
  });
});

test('an animated AVIF that cannot be decoded is named as such', async () => {
  const header = Buffer.concat([Buffer.from([0, 0, 0, 28]), Buffer.from('ftypavis\0\0\0\0avismsf1miaf'), Buffer.alloc(40)]);
  expect(await readPictureInfo(header)).toEqual({
    message: 'is an animated AVIF, which cannot be resized',
    fix: 'save it as WebP or GIF, or make it a film',
  });
});

test.each([
  ['<svg width="4" height="3"><path d="M0 0', true],
  ['<svg width="4" height="3"><g><rect/></g>', true],
  ['<svg width="4" height="3"><g><svg/></g></sv', true],
  ['<svg width="4" height="3"/>\n', false],
  ['<svg width="4" height="3"><rect/></svg>\n<!-- made - by hand -->\n', false],
  ['<s:svg xmlns:s="http://www.w3.org/2000/svg" width="4"><s:g/></s:svg >', false],
])('%j lacks its end: %s', (text, cut) => {
  expect(isCutOff(Buffer.from(text))).toBe(cut);
  expect(isCutOff(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(cut);
});

describe('a picture with too many pixels is an error', () => {
  test('named with its size and the limit', async () => {
    expect(await readPictureInfo(png(50_000, 50_000))).toMatchObject({
      message: 'has 50,000 × 50,000 pixels; 100,000,000 in all are the limit',
    });
    expect(await readPictureInfo(png(10_000, 10_001))).toMatchObject({
      message: 'has 10,000 × 10,001 pixels; 100,000,000 in all are the limit',
    });
    expect(await readPictureInfo(png(10_000, 10_000))).toEqual({ format: 'png', width: 10_000, height: 10_000 });
  });

  test('in all frames of an animation', async () => {
    const raw = { width: 10, height: 10 * 40, channels: 3, pageHeight: 10 } as const;
    const gif = await sharp(randomBytes(10 * 10 * 40 * 3), { raw })
      .gif()
      .toBuffer();
    expect(await readPictureInfo(gif)).toEqual({ format: 'gif', width: 10, height: 10 });
    gif.writeUInt16LE(2000, 6);
    gif.writeUInt16LE(2000, 8);
    expect(await readPictureInfo(gif)).toMatchObject({
      message: 'has 2,000 × 2,000 pixels in each of 40 frames; 100,000,000 in all are the limit',
    });
  });

  test('in a JPEG', async () => {
    const jpg = Buffer.from(await plain().jpeg().toBuffer());
    const frame = jpg.indexOf(Buffer.from([0xff, 0xc0]));
    jpg.writeUInt16BE(65_000, frame + 5);
    jpg.writeUInt16BE(65_000, frame + 7);
    expect(await readPictureInfo(jpg)).toMatchObject({ message: expect.stringContaining('are the limit') as string });
  });

  test('for an SVG the longer side counts', async () => {
    const drawing = (side: number) => readPictureInfo(Buffer.from(`<svg width="${side}" height="10"></svg>`));
    expect(await drawing(1e9)).toMatchObject({ message: 'is 1,000,000,000 × 10 pixels large; 100,000 are the limit for a side' });
    expect(await drawing(100_000)).toMatchObject({ width: 100_000 });
  });
});

describe('an SVG', () => {
  const identify = (text: string) => identifyPicture(Buffer.from(text));
  const drawing = '<svg viewBox="0 0 4 3">';

  test.each([
    ['entities that contain entities', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['a parameter entity', '<!DOCTYPE svg [<!ENTITY % p "x">]>'],
    ['a file entity', '<!DOCTYPE svg [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'],
  ])('with %s is an error', (_, prolog) => {
    expect(identify(prolog + drawing)).toMatchObject({
      message: expect.stringContaining('entities contain other entities or files') as string,
    });
  });

  test('may declare namespaces as entities, as editors do', () => {
    expect(identify(`<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>${drawing}`)).toMatchObject({ format: 'svg' });
  });

  test.each([
    [`${drawing}<script>x()</script>`],
    [`${drawing}<svg:script href="x.js"/>`],
    ['<svg viewBox="0 0 4 3" onload="x()">'],
    [`${drawing}<g\nonclick = "x()"/>`],
    [`${drawing}<a xlink:href="javascript:x()"/>`],
    [`${drawing}<foreignObject><iframe src="x"/></foreignObject>`],
  ])('with code is marked: %j', (text) => {
    expect(identify(text)).toMatchObject({ format: 'svg', notes: ['scripted'] });
  });

  test('may be UTF-16, as Illustrator offers', () => {
    const text = '\uFEFF<?xml version="1.0" encoding="utf-16"?><svg width="7" height="5"></svg>';
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect(identifyPicture(bytes)).toEqual({ format: 'svg', width: 7, height: 5 });
  });

  test('with a hostile start is identified at once', () => {
    for (const text of [`<svg ${'a'.repeat(2e6)}`, `<svg ${'"'.repeat(2e6)}`, `<!--${'-'.repeat(2e6)}`, '<image '.repeat(3e5)]) {
      const start = performance.now();
      identify(text);
      identify(drawing + text);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });

  test.each([
    ['<image xlink:href="photo.jpg"/>', ['external']],
    ['<image width="4" href="https://example.com/a.png"/>', ['external']],
    ['<svg:use xlink:href="parts.svg#a"/>', ['external']],
    ['<style>@import url(https://example.com/a.css);</style>', ['external']],
    ['<style>@font-face { src: url("a.woff2") }</style>', ['external']],
    ['<image xlink:href="data:image/png;base64,AA"/><use href="#a"/><a href="https://example.com"/>', undefined],
    ['<style>.a { fill: url(#b) }</style><path style="fill:url(&quot;#b&quot;)" filter="url( \'#c\' )"/>', undefined],
    ['<g inkscape:export-filename="/home/ada/plan.png"/>', ['private']],
    ['<dc:creator><cc:Agent><dc:title>Ada</dc:title></cc:Agent></dc:creator>', ['private']],
    ['<dc:creator>\n<cc:Agent>\n<dc:title></dc:title></cc:Agent></dc:creator>', undefined],
  ])('%s', (text, notes) => {
    expect(identify(drawing + text)).toEqual({ format: 'svg', width: 4, height: 3, ...(notes && { notes }) });
  });

  test('with text that resembles code is not marked', () => {
    expect(identify(`${drawing}<text>one = a description</text><foreignObject><p>a</p></foreignObject>`)).not.toHaveProperty('notes');
  });
});
