import { expect, test } from 'vitest';
import { listPdfTexts, readPdf } from '../../src/lib/pdf.ts';
import { makePdf } from '../fixtures/pdf.ts';

test('a PDF is read page by page, with its bookmarks', async () => {
  expect(await readPdf(makePdf({ pages: ['One| two', 'Three'] }))).toEqual({
    pages: ['One two', 'Three'],
    outline: [
      { title: 'Page 1', level: 1, page: 1 },
      { title: 'Page 2', level: 1, page: 2 },
    ],
  });
});

test('bytes that are not a PDF are refused', async () => {
  await expect(readPdf(Buffer.from('<html>'))).rejects.toThrow('Invalid PDF structure');
});

test('a search gets the text with and without spaces at a change of font, the title, the bookmarks and alternative text', async () => {
  const texts = await listPdfTexts(makePdf({ title: 'Halden Ferries', pages: ['Hal|den'], alt: 'A quay' }));
  expect(texts.slice(0, 2)).toEqual(['Halden', 'Hal den']);
  expect(texts[2]?.split('\n')).toEqual(expect.arrayContaining(['Halden Ferries', 'A browser', 'Page 1', 'A quay']));
});

test.each(['Halden', '%PDF-1.4\nHalden'])('a search gets no text from %j', async (text) => {
  expect(await listPdfTexts(Buffer.from(text))).toEqual([]);
});
