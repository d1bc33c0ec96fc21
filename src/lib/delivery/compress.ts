import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { textEndings } from './content-types.ts';

/**
 * Write each text file of the output (paths below the folder `dist`) once more for every encoding this Node has: `.br`, `.gz`, and `.zst`
 * from Node 22.15 on. What would not get smaller is left out. Returns how many files were written.
 */
export async function precompress(dist: URL, files: readonly string[]): Promise<number> {
  const waiting = files.filter((file) => textEndings.includes(file.split('.').at(-1) ?? '')).values();
  let written = 0;
  // More at a time than the threads that compress, so that none waits for the disk.
  const worker = async () => {
    for (const file of waiting) {
      const source = await readFile(new URL(encodeURI(file), dist));
      for (const { ending, encode } of encodings) {
        const compressed = await encode(source);
        if (compressed.length >= source.length) continue;
        await writeFile(new URL(`${encodeURI(file)}.${ending}`, dist), compressed);
        written += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return written;
}

const { constants } = zlib;

const encodings: readonly Encoding[] = [
  {
    ending: 'br',
    encode: (source: Buffer) =>
      promisify(zlib.brotliCompress)(source, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length },
      }),
  },
  { ending: 'gz', encode: (source: Buffer) => promisify(zlib.gzip)(source, { level: 9 }) },
  {
    ending: 'zst',
    encode: (source: Buffer) => promisify(zlib.zstdCompress)(source, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
  },
].slice(0, typeof zlib.zstdCompress === 'function' ? 3 : 2);

interface Encoding {
  ending: string;
  encode: (source: Buffer) => Promise<Buffer>;
}
