import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { textExtensions } from './content-types.ts';

/**
 * Compress the text files among `files` (paths below the folder `dist`) and write each result beside its file: `.br`, `.gz` and
 * `.zst`. Results that are not smaller are skipped. Returns the number of files written.
 */
export async function precompress(dist: string, files: readonly string[]): Promise<number> {
  const queue = files.filter((file) => textExtensions.includes(file.split('.').at(-1) ?? '')).values();
  let written = 0;
  const worker = async () => {
    for (const file of queue) {
      const source = await readFile(join(dist, file));
      for (const [extension, encode] of Object.entries(encodings)) {
        const compressed = await encode(source);
        if (compressed.length >= source.length) continue;
        await writeFile(join(dist, `${file}.${extension}`), compressed);
        written += 1;
      }
    }
  };
  // Twice as many as zlib has threads, so that no thread waits for the disk.
  await Promise.all(Array.from({ length: 8 }, worker));
  return written;
}

const { constants } = zlib;

const encodings: Record<string, (source: Buffer) => Promise<Buffer>> = {
  br: (source) =>
    promisify(zlib.brotliCompress)(source, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length },
    }),
  gz: (source) => promisify(zlib.gzip)(source, { level: 9 }),
  zst: (source) => promisify(zlib.zstdCompress)(source, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
};
