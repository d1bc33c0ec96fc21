import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPrinter, type Printer } from '../../src/integrations/pdf/printer.ts';
import { readPdf } from '../../src/lib/pdf.ts';

const site = { url: 'https://fixtures.example', base: '/', pdf: { paper: 'A4' } } as const;
const folder = mkdtempSync(join(tmpdir(), 'casefolio-printer-'));
let printer: Printer;

beforeAll(async () => {
  cpSync(
    createRequire(import.meta.url).resolve('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'),
    join(folder, 'late.woff2'),
  );
  printer = await openPrinter(pathToFileURL(`${folder}/`), site);
});
afterAll(async () => {
  await printer?.close();
  rmSync(folder, { recursive: true });
});

// On a busy machine, every font is asked for as late as this one.
test('waits for a font that no text uses before the page has the size of the paper', async () => {
  const page = (font: string) => `<!doctype html><title>Late</title><style>
    @font-face { font-family: Late; src: url(${font}); size-adjust: 900% }
    @media (max-width: 900px) { p { font-family: Late } }
    </style>${'<p>Each line is nine times as high.</p>'.repeat(20)}`;
  writeFileSync(join(folder, 'missing.html'), page('/missing.woff2'));
  writeFileSync(join(folder, 'late.html'), page('/late.woff2'));
  const lengths = [];
  for (const name of ['missing', 'late']) lengths.push((await readPdf(await printer.print(`/${name}.html`))).pages.length);
  expect(lengths).toEqual([1, expect.toSatisfy((pages: number) => pages > 5)]);
});
