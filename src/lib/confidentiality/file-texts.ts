import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { listPdfTexts } from '../pdf.ts';

/**
 * List the texts in a published file: the whole of a text file, the pages and metadata of a PDF, the metadata of a picture in UTF-8 and
 * UTF-16, compressed or not, the files of a ZIP archive (also DOCX, XLSX and EPUB) and of a gzip file, and pictures inside an SVG. Of a film, only
 * its metadata is read: a short name can occur by chance in the frames of a long one.
 */
export async function fileTexts(bytes: Uint8Array, depth = 2): Promise<string[]> {
  const buffer = withoutFrames(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const printed = await listPdfTexts(bytes);
  if (printed.length > 0) return [...printed, ...metadata(buffer)];
  const inner = depth > 0 ? innerFiles(buffer) : [];
  const nested = await Promise.all(inner.map((file) => fileTexts(file, depth - 1)));
  if (buffer.includes(0)) return [...metadata(buffer), ...nested.flat()];
  return [buffer.toString('utf8'), ...nested.flat()];
}

/** Take the frames out of an MP4, whose pictures of the same format keep their metadata there, and the middle out of a large WebM, whose metadata is at its ends. */
function withoutFrames(bytes: Buffer): Buffer {
  if (bytes.toString('hex', 0, 4) === '1a45dfa3' && bytes.length > 2 * webmEnds)
    return Buffer.concat([bytes.subarray(0, webmEnds), bytes.subarray(-webmEnds)]);
  if (bytes.toString('latin1', 4, 8) !== 'ftyp' || /^(?:avif|avis|heic|heix|mif1|msf1)/.test(bytes.toString('latin1', 8, 12))) return bytes;
  const kept: Buffer[] = [];
  for (let at = 0; at + 16 <= bytes.length;) {
    const short = bytes.readUInt32BE(at);
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    if (length < 8) return bytes;
    if (bytes.toString('latin1', at + 4, at + 8) !== 'mdat') kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}

const webmEnds = 262_144;

/** Extract the runs of text in a binary file, in UTF-8 and, by dropping zero bytes, in UTF-16. */
function metadata(bytes: Buffer): string[] {
  const latin = bytes.toString('latin1');
  const runs = textRuns(latin.replaceAll('\0', ' '));
  const wide =
    latin
      .match(/(?:[ -~\u00a0-\u00ff]\0){3,}|(?:\0[ -~\u00a0-\u00ff]){3,}/g)
      ?.join('\n')
      .replaceAll('\0', '') ?? '';
  return [runs, Buffer.from(runs, 'latin1').toString('utf8'), wide].filter((text) => text !== '');
}

/** Runs of printable bytes with letters in a row. Compressed data has many short runs, but few of those. */
function textRuns(latin: string): string {
  const runs = latin.match(/[ -~\u0080-\u00ff]{6,}/g) ?? [];
  return runs.filter((run) => lettersInARow.test(run)).join('\n');
}

/** Three letters of which some may be several bytes of UTF-8, or two of several bytes each, as of a Japanese name. */
const lettersInARow =
  /(?:[a-z]|[\u00c3-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}){3}|(?:[\u00c3-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}){2}/i;

/** The largest file that is unpacked, in bytes; no document needs more, and an archive can claim to hold anything. */
const maxOutputLength = 20_000_000;

function innerFiles(bytes: Buffer): Buffer[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpack(() => gunzipSync(bytes, { maxOutputLength }));
  if (bytes.toString('hex', 0, 4) === '1a45dfa3') return webmTexts(bytes);
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('PK\x03\x04')) return zipEntries(bytes);
  if (head === '\x89PNG\r\n\x1a\n') return pngTexts(bytes);
  if (/^\s*<(?:[?!]|svg)/.test(head)) return embeddedFiles(bytes.toString('latin1'));
  return [];
}

/** Read the names, titles and tags of a WebM, whose texts have no end but their length: https://www.rfc-editor.org/rfc/rfc8794 */
function webmTexts(bytes: Buffer): Buffer[] {
  const elements = bytes.toString('latin1').matchAll(/(?:\x7b\xa9|\x44\x87|\x53\x6e|\x46\x7e|\x46\x6e)(?:[\x81-\xfe]|[\x40-\x7f][^])/g);
  return [...elements].map(({ 0: element, index }) => {
    const start = index + element.length;
    const length = element.length === 3 ? (bytes[start - 1] ?? 0) & 0x7f : bytes.readUInt16BE(start - 2) & 0x3fff;
    return bytes.subarray(start, start + length);
  });
}

/** Unpack; what is damaged or too large has no text that anyone reads. */
function unpack(read: () => Buffer): Buffer[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}

/** Read the entries of a ZIP archive by their local headers: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7. */
function zipEntries(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at !== -1 && at + 30 < bytes.length; at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const stored = bytes.readUInt16LE(at + 8) === 0;
    const content = bytes.subarray(start, stored ? start + bytes.readUInt32LE(at + 18) : undefined);
    entries.push(...(stored ? [content] : unpack(() => inflateRawSync(content, { maxOutputLength }))));
  }
  return entries;
}

/** Read the compressed texts of a PNG, and the EXIF that ImageMagick writes into texts as hexadecimal digits. */
function pngTexts(bytes: Buffer): Buffer[] {
  const texts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const keyword = data.indexOf(0);
    if (type === 'tEXt') texts.push(data.subarray(keyword + 1));
    if (type === 'zTXt') texts.push(...unpack(() => inflateSync(data.subarray(keyword + 2), { maxOutputLength })));
    if (type === 'iTXt' && data[keyword + 1] === 1) {
      const translated = data.indexOf(0, data.indexOf(0, keyword + 3) + 1);
      texts.push(...unpack(() => inflateSync(data.subarray(translated + 1), { maxOutputLength })));
    }
    at += 12 + length;
  }
  return texts.map((text) => {
    const [, digits] = /^\n\w+\n\s*\d+\n([0-9a-f\n]+)$/.exec(text.toString('latin1')) ?? [];
    return digits === undefined ? text : Buffer.from(digits.replaceAll('\n', ''), 'hex');
  });
}

/** Read the pictures that an SVG contains. */
function embeddedFiles(svg: string): Buffer[] {
  return [...svg.matchAll(/;base64,([a-z0-9+/=\s]+)/gi)].map(([, digits = '']) => Buffer.from(digits, 'base64'));
}
