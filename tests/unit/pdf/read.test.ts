import { expect, test } from 'vitest';
import { readPdf, textsOf } from '../../../src/lib/pdf/read.ts';
import { makePdf } from '../../fixtures/pdf.ts';

test('a PDF says what it is called, how many pages it has, and what stands on them in either order', () => {
  expect(readPdf(makePdf({ title: 'Ferries \\(nine\\)', pages: [['One', 'two'], ['Three']] }))).toEqual({
    ...{ title: 'Ferries (nine)', author: '', lang: 'en-GB', tagged: true },
    pages: [
      { width: 595, height: 842 },
      { width: 595, height: 842 },
    ],
    outline: [
      { title: 'Page 1', level: 1, page: 1 },
      { title: 'Page 2', level: 1, page: 2 },
    ],
    painted: ['One two', 'Three'],
    structure: ['P Three', 'P One', 'P two'],
  });
});

test('what is no PDF is refused', () => expect(() => readPdf(Buffer.from('<html>'))).toThrow('no PDF'));

test('every text is found for a search, with and without the blanks between its parts', () => {
  const [apart, together, strings] = textsOf(makePdf({ title: 'Halden', pages: [['Hal', 'den']] }));
  expect([apart, together]).toEqual(['Hal den', 'Halden']);
  expect(strings?.split('\n')).toEqual(expect.arrayContaining(['Halden', 'A browser', 'Page 1']));
});

test('other files have no such texts', () => expect(textsOf(Buffer.from('Halden'))).toEqual([]));
