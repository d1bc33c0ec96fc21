import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleDiagnose } from '../../fixtures/diagnose-bundle.ts';

test('a page loads diagnose in at most 130 kB, and it needs nothing of Node', { timeout: 60_000 }, async () => {
  const code = await bundleDiagnose();
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(130_000);
  const text = '---\ntitle: Rota\nmetrics: 70\n---\n\nDone.\n';
  const words = runInNewContext(
    `${code}; bundled.diagnose(${JSON.stringify(text)}, 'src/content/projects/rota.md', { today: '2026-11-22' }).diagnostics.map(({ message }) => message)`,
    { TextEncoder, TextDecoder, URL, Intl },
  ) as string[];
  expect(words).toContain('`70` has no label; write a sentence such as "70% less waiting time", or `value`, `unit` and `label`');
});
