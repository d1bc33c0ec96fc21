import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitised, sift, standAlone } from '../../src/lib/feed-html.ts';
import { renderMarkdown } from '../../src/lib/markdown.ts';
import { payloads } from '../fixtures/hostile.ts';

const base = 'https://example.com/projects/tidal-gauges/';

describe('HTML in a feed', () => {
  test.each([
    [
      'has absolute addresses',
      '<a href="/contact/">a</a><img src="../a.jpg" alt="">',
      `<a href="https://example.com/contact/">a</a><img alt="" src="https://example.com/projects/a.jpg" />`,
    ],
    ['has no class and no id', '<p class="a" id="b">c</p>', '<p>c</p>'],
    ['keeps what is in a box', '<details open><summary>a</summary><p>b</p></details>', 'a<p>b</p>'],
    ['has no script', '<p>a</p><script>alert("b")</script>', '<p>a</p>'],
    ['leads nowhere but to the web', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['is closed', '<ul><li>a<li>b', '<ul><li>a</li><li>b</li></ul>'],
  ])('%s', (_case, html, shown) => expect(standAlone(html, base)).toBe(shown));
});

describe('sifting', () => {
  test('is enough for all that Markdown has', () => {
    const markdown =
      '# A\n\n- [x] b\n- c [d](/e) `f` "g"\n\n1. h\n\n   i\n\n| j |\n| --- |\n| k & l |\n\nm[^1] ~~n~~  \no\n\n> p\n\n```js\nq < 1\n```\n\n---\n\n[^1]: r';
    const html = renderMarkdown(markdown, { headingBase: 2 });
    expect(sift(html, base)).toBe(sanitised(html, base));
  });

  test('comes to what the sanitiser makes of it, or leaves it to that', () => {
    const name = fc.constantFrom(
      ...'p p div section ul ol li li dl dt dd table thead tbody tfoot tr td th h2 h3 blockquote pre code a em strong span details summary ruby rt rp font script svg'.split(
        ' ',
      ),
    );
    const attributes = fc.constantFrom(
      '',
      '',
      ' class="a"',
      ' href="/b?c&amp;d"',
      ' href="#e"',
      ' href=""',
      ' href="ftp://f"',
      ' href="http://["',
      ' start="3"',
      ' scope="col"',
      ' open',
    );
    const text = fc.constantFrom(
      'a',
      ' b ',
      '\n',
      '&amp;',
      '&lt;i&gt;',
      '"',
      '&quot;',
      '&nbsp;',
      '&copy',
      '<br />',
      '</p>',
      '<p>',
      '<hr>',
      '<img alt="c &quot;d&quot;" src="/e.jpg" width="3">',
      '<img src="/f">',
      '<wbr></wbr>',
      '<input type="checkbox" disabled>',
      '>',
    );
    const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
      tree: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 3 }).map((parts) => parts.join('')),
      element: fc.tuple(name, attributes, tie('tree')).map(([tag, rest, children]) => `<${tag}${rest}>${children}</${tag}>`),
    }));
    let sifted = 0;
    fc.assert(
      fc.property(tree, (html) => {
        const result = sift(html, base);
        if (result === null) return;
        sifted++;
        expect(result).toBe(sanitised(html, base));
      }),
      { numRuns: 2000 },
    );
    expect(sifted).toBeGreaterThan(400);
  });

  test('comes to the same of text that would run', () => {
    const texts = payloads.flatMap(([, text]) => [text, renderMarkdown(text, { headingBase: 2, trusted: true })]);
    expect(texts.filter((text) => ![null, sanitised(text, base)].includes(sift(text, base)))).toEqual([]);
  });
});
