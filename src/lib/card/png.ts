import { constants, crc32, deflateSync } from 'node:zlib';
import { cardSize, palette } from './palette.ts';

/**
 * Write rows of places in the palette, four bits a pixel, as PNG (W3C, 11). Runs of a colour are all a card has to pack, and how zlib
 * finds runs does not depend on the machine, as its search for other matches does.
 */
export function encodePng(rows: Uint8Array): Buffer {
  const data = deflateSync(rows, { level: 1, strategy: constants.Z_RLE, memLevel: 9 });
  return Buffer.concat([start, chunk('IDAT', data), end]);
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
