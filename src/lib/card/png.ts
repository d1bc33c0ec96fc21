import { constants, crc32, deflateSync } from 'node:zlib';
import { cardSize, palette } from './palette.ts';

/**
 * Write a card whose pixels are places in the palette, four bits each, as PNG (W3C, 11). Runs of a byte are all that is looked for:
 * it takes a third of the time of other matches, and how zlib finds those depends on the machine.
 */
export function encodePng(rows: Uint8Array): Buffer {
  return Buffer.concat([start, chunk('IDAT', deflateSync(rows, { level: 1, strategy: constants.Z_RLE, memLevel: 6 })), end]);
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
