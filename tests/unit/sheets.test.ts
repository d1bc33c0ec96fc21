import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sheetName, sheetOf } from '../../src/lib/sheets.ts';

test('a sheet is found by its name, in bytes, with its digest', () => {
  const css = 'q::before{content:"»"}';
  const sheet = sheetOf(sheetName(css));
  expect(Buffer.from(sheet.css, 'latin1').toString()).toBe(css);
  expect(sheet.source).toBe(`'sha256-${hash('sha256', css, 'base64')}'`);
});

test('the same sheet has one name, another has another', () => {
  expect(sheetName('a{}')).toBe(sheetName('a{}'));
  expect(sheetName('b{}')).not.toBe(sheetName('a{}'));
});

test('code that is loaded twice finds the same sheets', async () => {
  const again = (await import('../../src/lib/sheets.ts?again' as string)) as { sheetOf: typeof sheetOf };
  expect(again.sheetOf).not.toBe(sheetOf);
  expect(again.sheetOf(sheetName('c{}'))).toBe(sheetOf(sheetName('c{}')));
});

test('a name that was never given is an error', () => {
  expect(() => sheetOf('sheet:none')).toThrowErrorMatchingInlineSnapshot(`[Error: There is no style sheet sheet:none.]`);
});
