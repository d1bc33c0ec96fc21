import { expect, test } from 'vitest';
import { proseSheets } from '../../src/layouts/prose-sheets.ts';
import { renderMarkdown } from '../../src/lib/markdown/markdown.ts';

test.each([
  ['plain prose', 'A *b* [c](https://example.com/) ![d](e.png)\n\n- f\n\n![g](h.png)', 0],
  ['a quotation', '> a', 1],
  ['an alert, which is a quotation', '> [!NOTE]\n> a', 2],
  ['a row of pictures', '![A](a.png) ![B](b.png)', 1],
  ['a caption, which is small print', '![A](a.png "One")', 2],
  ['a comparison, whose pictures have titles', '![A](a.png "before") ![B](b.png "after")', 2],
  ['a card', '[a](https://youtu.be/x)', 1],
  ['a table', '| a |\n| - |\n| b |', 1],
  ['terms', 'a\n: b', 1],
  ['a heading', '## a', 1],
])('%s', (_case, markdown, count) => expect(proseSheets('<p>a</p>', renderMarkdown(markdown, { headingBase: 2 }))).toHaveLength(count));
