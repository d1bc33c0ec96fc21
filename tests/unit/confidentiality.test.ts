import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
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

  test.each(['鳥羽', '토바상사', 'Юв', 'Ørå', 'Oßt'])(
    'in the metadata of a picture, in UTF-8 of several bytes a letter: %s',
    async (name) => {
      const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0]), Buffer.from(`Artist=${name} 1`), Buffer.alloc(3)]);
      const bare = Buffer.concat([Buffer.from([0xff, 0xd8, 0]), Buffer.from(`1. ${name} 1`), Buffer.alloc(3)]);
      expect(await createNameSearch([name]).inFile(picture)).toEqual([name]);
      expect(await createNameSearch([name]).inFile(bare)).toEqual([name]);
    },
  );
});

test.each(['Ostrander', 'the mills of Ostrander', 'Ostrander Millstone', 'Kostrander Mills', ''])('%j does not name it', async (text) => {
  expect(await found(text)).toEqual([]);
});

describe('a name is found in other spellings', () => {
  test.each([
    ['Quorvane GmbH', 'We worked with Quorvane.'],
    ['Quorvane GmbH & Co. KG', 'Quorvane’s depot'],
    ['Quorvane S.p.A.', 'quorvane.example'],
    ['Quorvane A/S', 'jo@quorvane.example'],
    ['AB Quorvane', '#Quorvane'],
    ['Quorvane Pelm DAC', 'Quorvane Pelm'],
    ['Quorvane Pelm PartG mbB', 'Quorvane Pelm'],
    ['Quorvane Pelm e. K.', 'Quorvane Pelm'],
    ['Quorvane Pelm KdöR', 'Quorvane Pelm'],
    ['Quorvane Pelm Ges.m.b.H.', 'Quorvane Pelm'],
    ['Quorvane Pelm Ltd. Şti.', 'Quorvane Pelm'],
    ['Quorvane Pelm spol. s r.o.', 'Quorvane Pelm'],
    ['Quorvane Pelm Limited Liability Company', 'Quorvane Pelm'],
    ['Quorvane Holding AG', 'Quorvane’s depot'],
    ['quorvane.io', 'We met Quorvane.'],
    ['Врендальт Завод', 'План Врендальта Завода.'],
    ['Мельгора', 'Мы работали с Мельгорой.'],
    ['טרימגולן', 'עבדנו בטרימגולן'],
    ['برمدغال', 'عملنا مع وللبرمدغال'],
    ['Quorvane', 'A["#81;uorvane"] --> B'],
    ['Quorvane Ltd', 'quorvaneltd.example'],
    ['㈱霧島鋼材', '私たちは霧島鋼材と働いた'],
    ['Trevik Halden', 'https://www.trevikhalden.example/news'],
    ['Trevik Halden', '#TrevikHalden'],
    ['Trevik Halden', 'Trevik Haldens Plan'],
    ['Trevik Halden', 'Trevik Hal\u00adden'],
    ['Trevik Halden', 'Tre&shy;vik\u200b Halden'],
    ['Trevik Halden', 'Trevik Hal**den**'],
    ['Löwenbröl', 'Loewenbroel'],
    ['Loewenbroel', 'Löwenbröl'],
    ['Löwenbröl', 'L&ouml;wenbr&ouml;l'],
    ['Løvstrånd', 'Lovstraand'],
    ['Hæstad', 'Haestad'],
    ['Dreißel', 'DREISSEL'],
    ['Wałdrów', 'Waldrow'],
    ['Pelgar & Immo', 'Pelgar und Immo'],
    ['Pelgar and Immo', 'PELGAR + IMMO'],
    ['Pelgar & Immo', 'pelgar-immo'],
    ['Mülvik', 'www.xn--mlvik-kva.example'],
    ['Quorvane GmbH', '弊社はQuorvaneと働いた'],
    ['새별정공', '새별정공은 고객이다'],
    ['บางทอง', 'เราทำงานกับบางทองมาก'],
    ['◆◇', 'by ◆◇ alone'],
  ])('%s: %s', (name, text) => {
    const search = createNameSearch([name]);
    expect(search.inText(text)).toEqual([name]);
    expect(search.locate(text)).toHaveLength(1);
  });

  test.each(['Von Tre&shy;vik Halden und m&uuml;lvik.', 'Von Tre&shy;vik Halden und m&uuml;lvik'])('with the place of each: %s', (text) => {
    const places = createNameSearch(['Trevik Halden AG', 'Mülvik']).locate(text);
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['Tre&shy;vik Halden', 'm&uuml;lvik']);
  });

  test('whatever signs are between its words, and whatever is around it', () => {
    const sign = fc.constantFrom(' ', '-', '_', '/', '\u00a0', '\u00ad', '\u2060', '\n', '.', '’', '%20', '&nbsp;', '');
    const around = fc.string({ unit: fc.constantFrom(' ', '.', '(', '!', '、', '山', '\u0301') });
    fc.assert(
      fc.property(sign, sign, around, around, fc.boolean(), (first, second, before, after, capitals) => {
        const name = capitals ? 'TREVIK' + first + 'HALDEN' : 'trevik' + first + second + 'halden';
        const text = before + ' ' + name + ' ' + after;
        const search = createNameSearch(['Trevik Halden Ltd']);
        expect(search.inText(text)).toHaveLength(1);
        expect(search.locate(text)).toHaveLength(1);
      }),
    );
  });
});

describe('a name that is common words', () => {
  test.each([
    ['Target Inc.', 'The target was met. Target: 40 %.'],
    ['Next plc', 'Next'],
    ['Over View Ltd', 'An overview of it'],
    ['C&A', 'Option C: a new one'],
    ['Blue Harbour', 'The harbour is blue as the Harbour staff'],
    ['Löwen', 'Lowest'],
    ['Trevik Halden', 'Treviks and Halden; Trevik, Haldenberg'],
  ])('%s: nothing in %j', (name, text) => {
    expect(createNameSearch([name]).inText(text)).toEqual([]);
  });

  test('is found with its legal form', () => {
    expect(createNameSearch(['Target Inc.']).inText('for TARGET, Inc.')).toEqual(['Target Inc.']);
  });
});

test('a name that a text repeats twenty thousand times is found in little time', () => {
  const start = performance.now();
  const search = createNameSearch(['Trevik Halden']);
  const text = 'Trevik Halden '.repeat(20_000);
  expect(search.locate(text)).toHaveLength(20_000);
  expect(search.locateWords(text)).toEqual([]);
  expect(search.locateWords(`${text}Trevik`)).toMatchObject([{ name: 'trevik', start: text.length }]);
  expect(performance.now() - start).toBeLessThan(15_000);
});

describe('one word of a longer name', () => {
  test.each([
    ['Quorvane Insurance', 'work for Quorvane', ['quorvane']],
    ['Quorvane Insurance', 'at quorvane.example', ['quorvane']],
    ['Quorvane Insurance', 'Insurance is dull', []],
    ['Quorvane Insurance', 'a quorvane of geese', []],
    ['Quorvane Insurance', 'Quorvane Insurance', []],
    ['Sparkasse Vornhude', 'die Vornhuder Kasse', ['vornhude']],
    ['Blue Harbour', 'the Blue Room by the Harbour', []],
  ])('%s in %j', (name, text, words) => {
    expect(
      createNameSearch([name])
        .locateWords(text)
        .map((one) => one.name),
    ).toEqual(words);
  });
});

describe('a name is found in the metadata', () => {
  const search = createNameSearch(['Trevik Halden']);
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const png = (type: string, data: Buffer): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk(type, data)]);
  const box = (type: string, ...data: Buffer[]): Buffer => {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), ...data]);
    bytes.writeUInt32BE(bytes.length);
    return bytes;
  };
  const packed = deflateSync('by Trevik Halden');
  const zip = Buffer.alloc(30);
  zip.write('PK\x03\x04', 'latin1');
  zip[8] = 8;

  test.each([
    ['after a zero byte', Buffer.from('\xff\xd8\0Adobe\0Trevik Halden\0', 'latin1')],
    ['of a PNG', png('tEXt', Buffer.from('Author\0Trevik Halden'))],
    ['of a PNG, compressed', png('zTXt', Buffer.concat([Buffer.from('Author\0\0'), packed]))],
    ['of a PNG, compressed and international', png('iTXt', Buffer.concat([Buffer.from('Author\0\x01\0de\0\0'), packed]))],
    ['of a PNG, as hexadecimal digits', png('tEXt', Buffer.from(`Raw\0\nexif\n 13\n${Buffer.from('Trevik Halden').toString('hex')}\n`))],
    ['in UTF-16, big-endian', Buffer.concat([Buffer.alloc(3), Buffer.from('Trevik Halden', 'utf16le').swap16(), Buffer.alloc(2)])],
    ['of an MP4', Buffer.concat([box('ftyp', Buffer.alloc(8)), box('moov', box('\xa9ART', Buffer.from('\0\0Trevik Halden')))])],
    ['of an AVIF, beside its pixels', Buffer.concat([box('ftyp', Buffer.from('avif')), box('mdat', Buffer.from('\0\0Trevik Halden\0'))])],
    ['of a WebM, before the next element', Buffer.from('\x1a\x45\xdf\xa3\0\x7b\xa9\x8dTrevik HaldenM\x80\x84Lavf', 'latin1')],
    ['of a WebM, with a length of two bytes', Buffer.from('\x1a\x45\xdf\xa3\0\x44\x87\x40\x0dTrevik HaldenM\x80\x84Lavf', 'latin1')],
    ['of a gzip file', gzipSync('Trevik Halden')],
    ['of a ZIP archive', Buffer.concat([zip, deflateRawSync('<w:t>Trevik Halden</w:t>'), Buffer.alloc(8)])],
    ['of an SVG, by an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "Trevik">]><svg><text>&a; Halden</text></svg>')],
    [
      'of a picture in an SVG',
      Buffer.from(`<svg><image href="data:image/x;base64,${Buffer.from('\0\0\0Trevik Halden').toString('base64')}"/></svg>`),
    ],
  ])('%s', async (_where, bytes) => {
    expect(await search.inFile(bytes)).toEqual(['Trevik Halden']);
  });

  test('of a film, but not in its frames, where it is chance', async () => {
    const frames = Buffer.from('\0\0Trevik Halden\0');
    const webm = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(300_000), frames, Buffer.alloc(300_000)]);
    for (const film of [Buffer.concat([box('ftyp', Buffer.alloc(8)), box('mdat', frames)]), webm])
      expect(await search.inFile(film)).toEqual([]);
  });
});
