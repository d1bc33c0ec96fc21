import { describe, expect, test } from 'vitest';
import { parseMeta } from '../../../src/lib/markdown/code-meta.ts';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { splitProse } from '../../../src/lib/markdown/prose-parts.ts';

describe('what follows the language of a fence', () => {
  test.each([
    ['', {}],
    ['wrap line', { words: ['wrap', 'line'] }],
    [`title="Retry = wait" unit=min source='a "b"'`, { values: { title: 'Retry = wait', unit: 'min', source: 'a "b"' } }],
    ['{2,4-5} ins={7} del={8-9, 11}', { lines: { '': [2, 4, 5], ins: [7], del: [8, 9, 11] } }],
    ['{1} {3}', { lines: { '': [1, 3] } }],
    ['{x,3-1,}', { lines: { '': [] } }],
  ])('%s', (meta, parsed) => expect(parseMeta(meta)).toEqual({ words: [], values: {}, lines: {}, ...parsed }));

  test('of a huge range counts no more lines than a listing can have', () => {
    expect(parseMeta('{1-999999999}').lines['']).toHaveLength(10_000);
  });
});

test('code blocks are parts of their own, with language, words of the fence and text', () => {
  const parts = splitProse(renderMarkdown('a\n\n```ts title="A < B" {1}\nif (a < b) "x";\n```\n\nb', { headingBase: 2 }));
  expect(parts).toEqual([
    '<p>a</p>\n',
    expect.objectContaining({ language: 'ts', meta: 'title="A < B" {1}', code: 'if (a < b) "x";\n' }),
    '\n<p>b</p>',
  ]);
});
