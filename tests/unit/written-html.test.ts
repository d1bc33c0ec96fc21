import { describe, expect, test } from 'vitest';
import { attribute, escape, readHtml, textOf, unescape, type HtmlElement } from '../../src/lib/written-html.ts';

const outline = (html: string): unknown[] =>
  readHtml(html).map(function show(node): unknown {
    return typeof node === 'string' ? node : [node.name, ...node.children.map(show)];
  });

describe('reading', () => {
  test.each([
    ['elements in elements', '<p>a <b>c</b> d</p>e', [['p', 'a ', ['b', 'c'], ' d'], 'e']],
    ['elements without content', '<p>a<br />b<img src="/c" /></p>', [['p', 'a', ['br'], 'b', ['img']]]],
    ['entities as the signs they stand for', '<p>&lt;a&gt; &amp;amp; &quot;</p>', [['p', '<a> &amp; "']]],
    ['code without the line before it', '<pre>\n  a\n</pre>', [['pre', '  a\n']]],
    ['to the end where something is never closed', '<p>a<b>c</p>d', [['p', 'a', ['b', 'c']], 'd']],
    ['past an end without a beginning', 'a</p>b', ['a', 'b']],
  ])('goes %s', (_case, html, nodes) => expect(outline(html)).toEqual(nodes));

  test('knows attributes by their whole names', () => {
    const [link] = readHtml('<a data-href="/a" href="/b?c&amp;d" title="">e</a>') as HtmlElement[];
    expect(link && [attribute(link, 'href'), attribute(link, 'title'), attribute(link, 'id'), textOf(link)]).toEqual([
      '/b?c&d',
      '',
      undefined,
      'e',
    ]);
  });
});

test('what is escaped is itself again', () => {
  expect(escape('a < "b" & c > d &amp;')).toBe('a &lt; &quot;b&quot; &amp; c &gt; d &amp;amp;');
  expect(unescape(escape('a < "b" & c > d &amp;'))).toBe('a < "b" & c > d &amp;');
});
