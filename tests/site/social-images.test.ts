import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytes, fileAt, files, publicPages, urls } from './dist.ts';

const images = files().filter((file) => file.startsWith('social/'));
const property = (document: Document, name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
const imageOf = (document: Document) => fileAt(new URL(property(document, 'og:image')).pathname) ?? '';

describe.each(publicPages())('$path', ({ document }) => {
  test('has its social image, with its size and its words', async () => {
    expect(imageOf(document)).toMatch(/^social\/[0-9a-f]{16}\.png$/);
    const { format, width, height } = await sharp(bytes(imageOf(document))).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect([property(document, 'og:image:width'), property(document, 'og:image:height')]).toEqual(['1200', '630']);
    expect(property(document, 'og:image:alt')).toContain(
      property(document, 'og:type') === 'article' ? property(document, 'og:title') : ' ',
    );
    expect(document.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe('summary_large_image');
  });
});

test('no image is heavy', () => expect(images.filter((file) => bytes(file).length > 25_000)).toEqual([]));

test('no two pages share an image, and every image is that of a page', () => {
  expect(images.length).toBeGreaterThan(20);
  expect(
    publicPages()
      // A page that the owner has programmed has the image of the home page.
      .filter(({ path }) => path !== urls.page('talks'))
      .map(({ document }) => imageOf(document))
      .toSorted(),
  ).toEqual(images.toSorted());
});
