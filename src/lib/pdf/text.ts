import { readString, type PdfObjects } from './objects.ts';

/** A line, or a part of one in a face of its own, with the number of the structure mark it stands in. */
export interface Run {
  text: string;
  /** Undefined for what is no part of the structure, such as a running line. */
  mark: number | undefined;
}

/** Read what is written on a page of a PDF of Chromium's, in the order it is painted in. */
export function paintedOn(objects: PdfObjects, page: number): Run[] {
  const { dict = '' } = objects.get(page) ?? {};
  const fonts = new Map(
    [...dict.matchAll(/\/([^\s/<>[\]()]+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, decoderOf(objects, Number(font))]),
  );
  const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(dict)?.[1]))?.stream?.toString('latin1') ?? '';
  const runs: Run[] = [];
  const marks: (number | undefined)[] = [];
  let decode: Decoder = () => '';
  for (const [, mark, opens, closes, font, glyphs] of content.matchAll(operators)) {
    if (mark !== undefined || opens) marks.push(mark === undefined ? marks.at(-1) : Number(mark));
    else if (closes === 'EMC') marks.pop();
    else if (closes === 'BT') runs.push({ text: '', mark: marks.at(-1) });
    else if (font) decode = fonts.get(font) ?? decode;
    else if (glyphs) {
      const run = runs.at(-1);
      if (run) run.text += decode(glyphs);
    }
  }
  return runs.filter(({ text }) => text !== '');
}

type Decoder = (written: string) => string;

const operators =
  /\/MCID (\d+)\s*>>\s*BDC|\b(BDC|BMC)\b|\b(EMC|BT)\b|\/([^\s/<>[\]()]+) [\d.]+ Tf|(<[0-9A-Fa-f]*>|\((?:\\[\s\S]|[^\\)])*\))/g;

/** A face's codes are two bytes in a composite font and one in any other; `ToUnicode` says what they mean; without it they are letters. */
function decoderOf(objects: PdfObjects, font: number): Decoder {
  const { dict = '' } = objects.get(font) ?? {};
  const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(dict)?.[1]))?.stream?.toString('latin1') ?? '';
  const meaning = meaningsIn(map);
  const letter = (code: number): string => meaning.get(code) ?? (meaning.size === 0 ? String.fromCharCode(code) : '');
  const size = /\/Subtype \/Type0/.test(dict) ? 2 : 1;
  return (written) => {
    const codes = Buffer.from(written.startsWith('<') ? written.slice(1, -1) : readBytes(written), 'hex');
    return Array.from({ length: Math.floor(codes.length / size) }, (_, index) => letter(codes.readUIntBE(index * size, size))).join('');
  };
}

function readBytes(written: string): string {
  return Buffer.from(readString(written), 'latin1').toString('hex');
}

function meaningsIn(map: string): Map<number, string> {
  const meanings = new Map<number, string>();
  const utf16 = (hex: string): string => new TextDecoder('utf-16be').decode(Buffer.from(hex, 'hex'));
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g)) meanings.set(parseInt(code, 16), utf16(to));
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', until = '', to = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = parseInt(from, 16); code <= parseInt(until, 16); code++)
        meanings.set(code, utf16((parseInt(to, 16) + code - parseInt(from, 16)).toString(16).padStart(to.length, '0')));
  return meanings;
}
