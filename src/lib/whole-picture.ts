import { crc32 } from 'node:zlib';

/** Tell whether the file of a picture is all there, by what its format says of lengths; of a PNG every byte is proved. */
export function isWholePicture(bytes: Buffer): boolean {
  try {
    return Object.values(formats).some((isWhole) => isWhole(bytes));
  } catch {
    // It ends before the length it tells.
    return false;
  }
}

const formats = {
  /** ITU T.81, B.1.1.3: from "start of image" to "end of image". */
  jpg: (bytes) => bytes.readUInt16BE(0) === 0xffd8 && bytes.readUInt16BE(bytes.length - 2) === 0xffd9,
  /** RFC 9649, 2.3: the length is of what follows it. */
  webp: (bytes) => text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP' && bytes.readUInt32LE(4) + 8 === bytes.length,
  /** ISO/IEC 14496-12, 4.2: boxes one after another, each with its length; the last holds the data. */
  avif: (bytes) => {
    if (text(bytes, 4) !== 'ftyp') return false;
    let last = '';
    let at = 0;
    for (; at < bytes.length; at += Math.max(8, bytes.readUInt32BE(at))) last = text(bytes, at + 4);
    return at === bytes.length && last === 'mdat';
  },
  /** PNG specification, 5.3: chunks of length, type, data and check sum, the last of them `IEND`. */
  png: (bytes) => {
    if (bytes.readBigUInt64BE(0) !== 0x89504e470d0a1a0an) return false;
    for (let at = 8; ;) {
      const end = at + 8 + bytes.readUInt32BE(at);
      if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(at + 4, end))) return false;
      if (text(bytes, at + 4) === 'IEND') return end + 4 === bytes.length;
      at = end + 4;
    }
  },
} satisfies Record<string, (bytes: Buffer) => boolean>;

function text(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
