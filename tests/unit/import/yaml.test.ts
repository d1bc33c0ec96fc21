import { expect, test } from 'vitest';
import { readYaml } from '../../../scripts/import/front-matter/yaml.ts';

test.each([
  ['a quoted text that continues at column 0', 'a: "x\ny"\nb: z', { a: 'x y', b: 'z' }],
  ['a single-quoted text with an escaped quote', "a: 'x''s\ny'\nb: z", { a: "x's y", b: 'z' }],
  ['a list in brackets that continues at column 0', 'a: [x,\ny]\nb: z', { a: ['x', 'y'], b: 'z' }],
  ['tabs as indentation', 'a:\tx\nb:\n\t- c', { a: 'x', b: ['c'] }],
  ['quotes in a block of text', 'a: |\n  it\'s "q\n  [x\nb: "x\ny"', { a: 'it\'s "q\n[x\n', b: 'x y' }],
  ['an asterisk that begins no alias', 'a: *x*\nb: z', { a: '*x*', b: 'z' }],
])('reads %s', (_, text, data) => expect(readYaml(text)).toEqual({ data, diagnostics: [] }));

test.each([
  ['a: x: y', 'x: y'],
  ["a: 'it's'", "it's"],
  ['a: @x', '@x'],
  ['a: "x" y', '"x" y'],
])('reads %s as plain text and says so', (line, a) => {
  const { data, diagnostics } = readYaml(`${line}\nb: z`);
  expect(data).toEqual({ a, b: 'z' });
  expect(diagnostics).toEqual([{ reason: 'the key `a` is no valid YAML and was read as plain text', text: '' }]);
});

test('loses one key to its error, never the others', () => {
  const { data, diagnostics } = readYaml('tags: ["a", b: "c]\ntitle: "T: x"\nfoo: [\n');
  expect(data).toEqual({ title: 'T: x' });
  expect(diagnostics.map(({ text }) => text)).toEqual(['tags: ["a", b: "c]', 'foo: [']);
});
