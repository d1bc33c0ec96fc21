import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPixels } from '../../../src/documents/picture-pixels.ts';
import { check, makeDocument } from '../../fixtures/documents/make.ts';

const random = (outputLength: number) => createHash('shake256', { outputLength }).update('noise').digest();
const noise = (frames = 1) => sharp(random(90 * 60 * 3 * frames), { raw: { width: 90, height: 60 * frames, channels: 3, pageHeight: 60 } });
const encoders = {
  jpg: (picture: Sharp) => picture.jpeg(),
  png: (picture: Sharp) => picture.png(),
  webp: (picture: Sharp) => picture.webp({ lossless: true }),
  avif: (picture: Sharp) => picture.avif({ effort: 0 }),
  gif: (picture: Sharp) => picture.gif(),
} as const;
const formats = Object.keys(encoders) as (keyof typeof encoders)[];
const encode = (format: keyof typeof encoders, frames?: number) => encoders[format](noise(frames)).toBuffer();
const halfOf = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
const overwritten = (bytes: Buffer) => Buffer.from(bytes).fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 500);

describe('a picture is decoded', () => {
  test.each(formats)('a %s without errors has no notes', async (format) => {
    expect(await readPixels(await encode(format), format)).toEqual({ notes: [] });
  });

  test.each(formats)('a %s of which half is missing is damaged', async (format) => {
    expect(await readPixels(halfOf(await encode(format)), format)).toEqual({
      message: `is a damaged ${format.toUpperCase()}: not all of its pixels can be read`,
      fix: 'copy or export it again',
    });
  });

  test.each(['png', 'webp', 'avif'] as const)('a %s with other bytes in its middle is damaged', async (format) => {
    expect(await readPixels(overwritten(await encode(format)), format)).toMatchObject({ fix: 'copy or export it again' });
  });

  test('a JPEG may have data after its end, and a thumbnail with an end of its own is no end', async () => {
    const bytes = await encode('jpg');
    expect(await readPixels(Buffer.concat([bytes, Buffer.from('a film of the moment')]), 'jpg')).toEqual({ notes: [] });
    const thumbnail = Buffer.from([0xff, 0xe2, 0, 6, 0xff, 0xd9, 0xff, 0xd9]);
    const cut = Buffer.concat([bytes.subarray(0, 2), thumbnail, bytes.subarray(2, -200)]);
    expect(await readPixels(cut, 'jpg')).toMatchObject({ fix: 'copy or export it again' });
  });

  test('an SVG with a photograph inside that says where it was taken is a warning', async () => {
    const photo = noise().jpeg();
    const svg = async (picture: Sharp, scheme = 'data:image/jpeg;base64,') =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><image href="${scheme}${(await picture.toBuffer()).toString('base64').replace(/(.{76})/g, '$1\n')}"/></svg>`;
    const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
    const messages = async (drawing: string) =>
      (await check({ 'x.md': makeDocument({ thumbnail: null }, '![A map](map.svg)'), 'map.svg': drawing })).diagnostics.map(
        ({ message }) => message,
      );
    const warning = 'names a picture that contains a picture whose metadata says where it was taken or who made it';
    expect(await messages(await svg(photo.withExif(place)))).toContain(warning);
    expect(await messages(await svg(noise().jpeg()))).not.toContain(warning);
  });

  test('what its decoder can do without is a note', async () => {
    const bytes = await noise().jpeg({ progressive: true }).toBuffer();
    const scan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
    expect(await readPixels(Buffer.concat([bytes.subarray(0, scan), Buffer.alloc(40), bytes.subarray(scan)]), 'jpg')).toEqual({
      notes: ['flawed'],
    });
  });

  test.each(formats)('wherever a document or an option names it: %s', async (format) => {
    const bytes = halfOf(await encode(format));
    const document = makeDocument(
      {
        thumbnail: 'thumbnail: { image: ./a.EXT, alt: A quay }',
        metrics_charts: 'metrics_charts: [{ image: ./a.EXT, alt: A chart }]',
        solutions: 'solutions: "![A crane](./a.EXT)"',
      },
      '![A crane](./a.EXT)\n\n<img src="./a.EXT" alt="A crane">',
    ).replaceAll('EXT', format);
    const { diagnostics } = await check({ 'rota.md': document, [`a.${format}`]: bytes });
    const damaged = diagnostics.filter(({ message }) => message.includes(`is a damaged ${format.toUpperCase()}: `));
    expect(damaged.map(({ path, line, field, severity }) => [path, line, field, severity])).toEqual([
      ['src/content/projects/rota.md', 8, 'thumbnail.image', 'error'],
      ['src/content/projects/rota.md', 12, 'solutions', 'error'],
      ['src/content/projects/rota.md', 14, 'metrics_charts[0].image', 'error'],
      ['src/content/projects/rota.md', 17, 'body', 'error'],
      ['src/content/projects/rota.md', 19, 'body', 'error'],
    ]);
  });
});

describe('an animation', () => {
  const frames = (loop: number) => noise(3).gif({ delay: [1000, 1000, 1000], loop });

  test('is known by its frames', async () => {
    expect(await readPixels(await noise(3).webp({ loop: 1 }).toBuffer(), 'webp')).toEqual({ animated: true, notes: [] });
  });

  test.each([
    ['once in three seconds', 1, []],
    ['twice in six seconds', 2, ['endless']],
    ['without end', 0, ['endless']],
  ])('that plays %s', async (_, loop, notes) => {
    expect(await readPixels(await frames(loop).toBuffer(), 'gif')).toEqual({ animated: true, notes });
  });

  test('that EXIF turns is shown as its first frame, as are those of PNG', async () => {
    const turned = await noise(3).webp({ loop: 1 }).withMetadata({ orientation: 6 }).toBuffer();
    expect(await readPixels(turned, 'webp')).toEqual({ notes: ['still'] });
    const png = await encode('png');
    const control = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\xf3\x8d\x93\x70', 'latin1');
    expect(await readPixels(Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]), 'png')).toEqual({ notes: ['still'] });
  });
});
