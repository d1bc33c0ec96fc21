import { crc32 } from 'node:zlib';
import { deflateRows, type Rows } from './deflate.ts';
import { cardSize, palette } from './palette.ts';

/** Write a card whose pixels are places in the palette, four bits each, as PNG (W3C, 11). */
export function encodePng(rows: Rows): Buffer {
  return Buffer.concat([start, chunk('IDAT', deflateRows(rows)), end]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(cardSize.width, 0);
header.writeUInt32BE(cardSize.height, 4);
// Four bits a pixel, by palette.
header.set([4, 3], 8);

const start = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('PLTE', palette)]);
const end = chunk('IEND', new Uint8Array());
