import { inflateSync } from 'node:zlib';

/** The objects of a PDF by number, each as it is written, with its stream where it has one. */
export type PdfObjects = ReadonlyMap<number, PdfObject>;

export interface PdfObject {
  /** Between `obj` and the stream or `endobj`, as Latin-1. */
  dict: string;
  /** Inflated where it is deflated; null where there is none. */
  stream: Buffer | null;
}

/** Find the objects of a PDF, those packed into a stream too. Throws where the bytes are no PDF. */
export function readObjects(bytes: Buffer): PdfObjects {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-')) throw new Error('These bytes are no PDF.');
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|[\r\n])(\d+) 0 obj\b/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = start.lastIndex;
    const end = indexOf(text, 'endobj', from);
    const body = text.slice(from, end);
    const dict = /^([\s\S]*?>>)\s*stream\r?\n/.exec(body);
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dict?.[1] ?? '')?.[1]);
    if (!dict || Number.isNaN(length)) {
      objects.set(Number(found[1]), { dict: body.trim(), stream: null });
      start.lastIndex = end;
      continue;
    }
    const first = from + dict[0].length;
    objects.set(Number(found[1]), { dict: dict[1]?.trim() ?? '', stream: inflated(bytes.subarray(first, first + length), dict[1] ?? '') });
    // What is in a stream may look like anything.
    start.lastIndex = first + length;
  }
  for (const { dict, stream } of [...objects.values()]) {
    if (!stream || !/\/Type ?\/ObjStm/.test(dict)) continue;
    const packed = stream.toString('latin1');
    const first = Number(/\/First (\d+)/.exec(dict)?.[1]);
    const places = [...packed.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)].map(
      ([, number, at]) => [Number(number), first + Number(at)] as const,
    );
    places.forEach(([number, at], index) => objects.set(number, { dict: packed.slice(at, places[index + 1]?.[1]).trim(), stream: null }));
  }
  return objects;
}

/** Read a text string of a PDF: `(…)` with its escapes or `<…>`, in UTF-16 where it says so. */
export function readString(written: string): string {
  const raw = written.startsWith('<')
    ? Buffer.from(written.replace(/[^0-9a-f]/gi, ''), 'hex')
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, escaped: string | undefined) =>
            octal ? String.fromCharCode(parseInt(octal, 8)) : (controls[escaped ?? ''] ?? escaped ?? ''),
          ),
        'latin1',
      );
  return raw[0] === 0xfe && raw[1] === 0xff ? new TextDecoder('utf-16be').decode(raw.subarray(2)) : raw.toString('latin1');
}

/** Write text as a string of a PDF, in UTF-16. */
export function writeString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A text string as it may be written, for use in patterns. */
export const stringPattern = String.raw`\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>`;

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

function indexOf(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index;
}

function inflated(raw: Buffer, dict: string): Buffer | null {
  if (!/\/FlateDecode/.test(dict)) return raw;
  try {
    return inflateSync(raw);
  } catch {
    return null;
  }
}
