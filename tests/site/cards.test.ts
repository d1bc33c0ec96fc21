import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bytes, fileAt, files, pages } from './dist.ts';

const cards = files().filter((file) => file.startsWith('social/'));
const said = (document: Document, property: string) =>
  document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';

describe.each(pages())('$path', ({ document }) => {
  test('has its card, with its size and its words', async () => {
    const file = fileAt(new URL(said(document, 'og:image')).pathname);
    expect(file).toMatch(/^social\/[0-9a-f]{16}\.png$/);
    const { format, width, height } = await sharp(bytes(file ?? '')).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect([said(document, 'og:image:width'), said(document, 'og:image:height')]).toEqual(['1200', '630']);
    expect(said(document, 'og:image:alt')).toContain(said(document, 'og:type') === 'article' ? said(document, 'og:title') : ' ');
    expect(document.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe('summary_large_image');
  });
});

test('no card is heavy', () => expect(cards.filter((file) => bytes(file).length > 40_000)).toEqual([]));

test('no two pages share a card, and none is without a page', () => {
  const named = pages().map(({ document }) => fileAt(new URL(said(document, 'og:image')).pathname));
  expect(cards.length).toBeGreaterThan(20);
  expect(named.toSorted()).toEqual(cards.toSorted());
});
