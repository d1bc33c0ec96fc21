import { describe, expect, test } from 'vitest';
import { createNameSearch } from '../../src/lib/confidentiality.ts';
import { makePdf } from '../fixtures/pdf.ts';

const names = ['Ostrander Mills', 'Büttner & Söhne'];
const found = (text: string) => createNameSearch(names).inFile(Buffer.from(text));

describe('a confidential name is found', () => {
  test.each([
    ['unchanged', 'built for Ostrander Mills in 2023'],
    ['in capitals', 'OSTRANDER MILLS'],
    ['with a hyphen, as in a file name', 'ostrander-mills-logo'],
    ['with a line break between its words', 'Ostrander\n  Mills'],
    ['with a no-break space', 'Ostrander\u00a0Mills'],
    ['with tags between its words', 'Ostrander <b>Mills</b>'],
    ['percent-encoded', '?q=Ostrander%20Mills'],
    ['with numeric entities', '&#79;strander &#x4D;ills'],
    ['with JSON escapes', String.raw`"\u004fstrander Mills"`],
  ])('%s', async (_how, text) => {
    expect(await found(text)).toEqual(['Ostrander Mills']);
  });

  test.each([
    ['with its umlauts', 'Büttner & Söhne'],
    ['without its accents', 'Buttner & Sohne'],
    ['decomposed', 'Büttner & Söhne'.normalize('NFD')],
    ['HTML-escaped', 'B&#252;ttner &amp; S&#xf6;hne'],
    ['URL-encoded', 'b%C3%BCttner%20%26%20s%C3%B6hne'],
    ['JSON-escaped', String.raw`B\u00fcttner \u0026 S\u00f6hne`],
  ])('%s', async (_how, text) => {
    expect(await found(text)).toEqual(['Büttner & Söhne']);
  });

  test.each([
    ['on a page', makePdf({ pages: ['Built for Ostrander Mills'] })],
    ['across a change of face', makePdf({ pages: ['Ostr|ander Mills'] })],
    ['in a title', makePdf({ title: 'Ostrander Mills' })],
  ])('in a PDF, %s', async (_how, printed) => {
    expect(await createNameSearch(names).inFile(printed)).toEqual(['Ostrander Mills']);
  });

  test.each([
    ['UTF-8', Buffer.from('Artist: Ostrander Mills')],
    ['UTF-16, as Windows writes it', Buffer.from('Ostrander Mills', 'utf16le')],
  ])('in the metadata of a picture, in %s', async (_how, words) => {
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0, 0, 1, 2, 3]), words, Buffer.from([0, 0, 9, 8])]);
    expect(await createNameSearch(names).inFile(picture)).toEqual(['Ostrander Mills']);
  });
});

test.each(['Ostrander', 'the mills of Ostrander', 'Ostrander Millstone', 'Kostrander Mills', ''])('%j does not name it', async (text) => {
  expect(await found(text)).toEqual([]);
});
