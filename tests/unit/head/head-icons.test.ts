import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawIcon, initialsIcon } from '../../../src/lib/head/head-icons.ts';
import { themeColors } from '../../../src/lib/theme/theme.ts';
import { makeSocialImageFont } from '../../fixtures/social-image.ts';

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#8a2b0e" d="M0 0h32v32H0z"/></svg>');

test.each([144, 192, 512])('an icon of %i pixels is square and of that size', async (size) => {
  expect(await sharp(await drawIcon(svg, { size })).metadata()).toMatchObject({ format: 'png', width: size, height: size });
});

test('an icon with a background is opaque and has a free edge', async () => {
  const { data, info } = await sharp(await drawIcon(svg, { size: 180, background: '#faf9f6' }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ];
  expect([info.width, info.height]).toEqual([180, 180]);
  expect([pixel(2, 2), pixel(30, 90), pixel(90, 90)]).toEqual([
    [0xfa, 0xf9, 0xf6],
    [0xfa, 0xf9, 0xf6],
    [0x8a, 0x2b, 0x0e],
  ]);
});

describe('initials', () => {
  const font = { fontFile: makeSocialImageFont('display').data, colors: themeColors({ accent: '#0b5d3b', paper: 'grey' }) };
  const letters = (name: string) => initialsIcon(name, font)?.match(/<path /g)?.length ?? null;

  test.each([
    ['Quay & Harbour', 2],
    ['Ostmark', 1],
    ['3 Gauges of the tide', 2],
    ['Órla Ní Dhuibhir', 2],
    ['1234', null],
    ['Порт', null],
  ])('of %s: %s', (name, count) => expect(letters(name)).toBe(count));

  test('stay within the icon', async () => {
    const drawn = await drawIcon(Buffer.from(initialsIcon('Wharf Mooring', font) ?? ''), { size: 64 });
    const { info } = await sharp(drawn).trim().toBuffer({ resolveWithObject: true });
    expect([info.width > 48, info.width < 64, info.height < 64]).toEqual([true, true, true]);
  });
});
