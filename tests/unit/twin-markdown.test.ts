import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, htmlToMarkdown } from '../../src/lib/twin-markdown.ts';

/** What a paragraph of Markdown says to a reader; its HTML where it is something else. */
function read(markdown: string): string {
  const { html } = markdownToHtml(markdown, { features: { smartPunctuation: false } });
  const said = /^<p>([^<]*)<\/p>$/.exec(html.trim())?.[1] ?? html;
  return said
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('HTML as Markdown', () => {
  test.each([
    ['headings', '<h2>A <em>b</em></h2><h3>C</h3>', '## A *b*\n\n### C'],
    ['paragraphs', '<p>One\n two</p>\n<p>three<br>four</p>', 'One two\n\nthree\\\nfour'],
    ['strong, struck and code', '<p><strong> a </strong><del>b</del> <code>x`y</code></p>', '**a** ~~b~~ ``x`y``'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n\n  - b\n\n- c'],
    ['a list that counts from three', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['a list of paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
    ['a quote', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['code with fences in it', '<pre><code>```\na  b\n</code></pre>', '````\n```\na  b\n````'],
    [
      'a table',
      '<table><thead><tr><th>a|b</th><th>c</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
      '| a\\|b | c |\n| --- | --- |\n| 1 |  |',
    ],
    [
      'a link and a picture',
      '<p><a href="https://e.com/a (b)">x</a> <img src="/p.jpg" alt="a [b]"></p>',
      '[x](https://e.com/a%20%28b%29) ![a \\[b\\]](/p.jpg)',
    ],
    ['a figure', '<figure><img src="/p.jpg" alt=""><figcaption>c</figcaption></figure>', '![](/p.jpg)\n\n*c*'],
    ['what has no sign', '<details><summary>a</summary><p>b</p></details>c', 'a\n\nb\n\nc'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    ['nothing', '', ''],
  ])('%s', (_case, html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

  test.each([
    '# no heading',
    '- no entry',
    '+ 3',
    '1. no entry',
    '> no quote',
    '*not* _this_',
    '<b>',
    '&amp;',
    'a `b` [c](d)',
    '~~e~~',
    '===',
  ])('takes signs for what they are: %s', (text) => {
    const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
    expect(read(htmlToMarkdown(html))).toBe(text);
  });

  test('says what the text says, whatever signs it is made of', () => {
    const words = fc.stringMatching(/^[ab1 .)#>*_`[\]()<&;!|~=+\\-]{1,30}$/);
    fc.assert(
      fc.property(words, (text) => {
        const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
        expect(read(htmlToMarkdown(html))).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 400 },
    );
  });
});

test('an escaped text is itself', () => expect(escapeMarkdown('a_b * [c] `d`')).toBe('a\\_b \\* \\[c\\] \\`d\\`'));
