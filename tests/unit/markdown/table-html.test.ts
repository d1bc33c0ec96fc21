import { expect, test } from 'vitest';
import { tableHtml } from '../../../src/lib/markdown/table-html.ts';

test('the first row and the first cells are headings, and every text is escaped', () => {
  expect(
    tableHtml(
      [
        ['', 'a & b'],
        ['<x>', '1', '2'],
      ],
      'A "table"',
    ),
  ).toMatchInlineSnapshot(
    `"<table><caption>A &quot;table&quot;</caption><thead><tr><th scope="col"></th><th scope="col">a &amp; b</th></tr></thead><tbody><tr><th scope="row">&lt;x&gt;</th><td>1</td><td>2</td></tr></tbody></table>"`,
  );
  expect(tableHtml([['a']])).toBe('<table><thead><tr><th scope="col">a</th></tr></thead><tbody></tbody></table>');
});
