import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { heading, link, paragraph, table, writeMarkdown } from '../../../src/lib/alternates/write-markdown.ts';

/** Render Markdown and return the text of its only paragraph, or the HTML where it is anything else. */
function rendered(markdown: string): string {
  const { html } = markdownToHtml(markdown);
  const text = /^<p>([^<]*)<\/p>$/.exec(html.trim())?.[1] ?? html;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

test('blocks are written in one form', () => {
  const rows = [
    ['a|b', 'c'],
    ['', '2\n3'],
  ];
  const image = { type: 'image' as const, url: 'https://example.com/a (b).jpg', alt: 'c [d]' };
  const nodes = [heading(2, 'A *b*'), table(rows), { type: 'paragraph' as const, children: [link('e', 'https://example.com/'), image] }];
  expect(writeMarkdown(nodes)).toBe(
    [
      '## A \\*b\\*\n',
      '| a\\|b | c |\n| --- | --- |\n|  | 2 3 |\n',
      '[e](https://example.com/)![c \\[d\\]](<https://example.com/a (b).jpg>)\n',
    ].join('\n'),
  );
});

test.each([
  ...['# no heading', '- no entry', '+ 3', '1. no entry', '> no quote', '*not* _this_', '<b>', '&amp;', 'a `b` [c](d)', '~~e~~', '==='],
  ...['[^1]: a', '| a |', '    code', '--- | ---'],
])('text stays text: %s', (text) => expect(rendered(writeMarkdown([paragraph(text)]))).toBe(text.trim()));

test('any text stays text', () => {
  const words = fc.stringMatching(/^[ab1 .)#>*_`[\]()<&;!|~=+\\:-]{1,30}$/);
  fc.assert(
    fc.property(words, (text) => {
      expect(rendered(writeMarkdown([paragraph(text)]))).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 600 },
  );
});
