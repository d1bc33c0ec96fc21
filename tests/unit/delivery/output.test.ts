import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listOutput } from '../../../src/lib/delivery/output.ts';

const folder = await mkdtemp(join(tmpdir(), 'casefolio-output-'));
afterAll(() => rm(folder, { recursive: true }));

test('the output is every file by its path, sorted, without folders', async () => {
  const files = ['.well-known/security.txt', '_headers', 'a/b/index.html', 'index.html', 'plan #1.pdf'];
  for (const file of files.toReversed()) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), '');
  }
  expect(listOutput(folder)).toEqual(files);
});
