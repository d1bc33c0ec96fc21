import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { precompress } from '../../../src/lib/delivery/compress.ts';

const folder = await mkdtemp(join(tmpdir(), 'casefolio-compress-'));
afterAll(() => rm(folder, { recursive: true }));

test('text that gets smaller is written in every encoding that this Node supports', async () => {
  const text = Buffer.from('<p>The same again. </p>'.repeat(200));
  const files = { 'a page #1.html': text, 'b.css': text, 'tiny.txt': Buffer.from('a'), 'c.webp': text };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const encodings = typeof zlib.zstdCompress === 'function' ? ['br', 'gz', 'zst'] : ['br', 'gz'];

  expect(await precompress(folder, Object.keys(files))).toBe(2 * encodings.length);

  const expected = ['a page #1.html', 'b.css'].flatMap((name) => encodings.map((extension) => `${name}.${extension}`));
  expect((await readdir(folder)).toSorted()).toEqual([...Object.keys(files), ...expected].toSorted());
  const written = (extension: string) => readFile(join(folder, `a page #1.html.${extension}`));
  expect(zlib.brotliDecompressSync(await written('br')).equals(text)).toBe(true);
  expect(zlib.gunzipSync(await written('gz')).equals(text)).toBe(true);
  if (encodings.includes('zst')) expect(zlib.zstdDecompressSync(await written('zst')).equals(text)).toBe(true);
});
