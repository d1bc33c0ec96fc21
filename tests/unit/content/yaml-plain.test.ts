import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/lib/content/yaml-plain.ts';
import { parseTree } from '../../../src/lib/content/yaml-tree.ts';
import { drawTexts } from '../../fixtures/random.ts';

/** What the parser of all of YAML makes of a text. */
function parsed(text: string): unknown {
  const { data, entries, findings } = parseTree(text, (offset) => ({ line: 1, column: offset }));
  return { data, entries: [...entries], findings };
}

/** What is made of it without that parser; null where it is left to it. */
function plain(text: string): unknown {
  const read = readPlainYaml(text);
  return read && { data: read.data, entries: [...read.entries], findings: [] };
}

const usual = {
  'texts, numbers and truths': 'title: A b\nyear: 2024\nshare: 3.10\ndraft: true\ndate: 2024-05-17\nat: https://example.com/a#b\n',
  quotes: 'a: "x: y # z"\nb: \'it is "so"\'\nempty: ""\n',
  lists: 'a: [PHP, "C#", \'x\', C++, .NET]\nb:\n  - one\n  - two three\nc:\n- three\n',
  maps: 'client:\n  name: X\n  also: [Y]\n\n  confidential: false\nb: { image: /a.jpg, alt: "A", at: https://example.com }\n',
  'lists of maps': 'shots:\n  - image: /a.jpg\n    alt: A\n  -   image: /b.jpg\n      alt: B\nmore:\n  - { a: 1, b: x y }\n',
  'literal blocks': 'a: |\n  one\n\n    - two\n  three\n\n\nb: |\n one\n',
};

describe('the plain reader gives what the parser gives', () => {
  test.each(Object.entries(usual))('of %s', (_, text) => {
    expect(plain(text)).toEqual(parsed(text));
  });

  test('of anything it reads at all', () => {
    const signs = [
      '"',
      "'",
      '|',
      '>',
      '- ',
      '\n- ',
      '\n  - ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      ': ',
      ':',
      '#',
      ' #',
      '&a',
      '*a',
      '!t',
      '?',
      '%',
      '@',
      '~',
    ];
    const words = [
      'key',
      'a',
      ' ',
      '  ',
      '\n',
      '\n  ',
      '\n    ',
      'null',
      'True',
      '12',
      '1e3',
      '.5',
      '0x1f',
      '-1',
      'é',
      '\u00a0',
      '\u200b',
      '🚀',
      '\\n',
    ];
    const odd = [
      '---',
      '...',
      '\t',
      '\r',
      '\u0085',
      '\u2028',
      '\uFEFF',
      '<<: ',
      'k: ',
      '  k: ',
      'k:\n',
      '"x"',
      '[a, b]',
      '{ a: b }',
      '|\n  x\n',
    ];
    const texts = drawTexts([...signs, ...words, ...words, ...odd, ...Object.values(usual)], { count: 20_000, most: 10, seed: 1 });
    const read = texts.flatMap((text) => [`${text}\n`, `k: ${text}\n`]).filter((text) => plain(text) !== null);
    expect(read.length).toBeGreaterThan(2000);
    expect(read.filter((text) => JSON.stringify(plain(text)) !== JSON.stringify(parsed(text)))).toEqual([]);
  });
});

test.each([
  ['a comment', 'a: b # c\n'],
  ['a text over several lines', 'a: b\n  c\n'],
  ['a folded block', 'a: >\n  b\n'],
  ['an anchor', 'a: &b c\n'],
  ['a tag', 'a: !b c\n'],
  ['an escape', 'a: "\\u0041"\n'],
  ['a key that stands twice', 'a: b\na: c\n'],
  ['a value that is missing', 'a:\nb: c\n'],
  ['a tab', 'a:\tb\n'],
  ['maps deeper than most', 'a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h: i\n'],
])('%s is left to the parser', (_, text) => {
  expect(plain(text)).toBeNull();
});
