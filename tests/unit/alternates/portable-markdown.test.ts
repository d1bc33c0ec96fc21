import { describe, expect, test } from 'vitest';
import { createLinks } from '../../../src/lib/markdown/links.ts';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { portableMarkdown } from '../../../src/lib/alternates/portable-markdown.ts';
import { writeMarkdown } from '../../../src/lib/alternates/write-markdown.ts';

const url = 'https://example.com/base/projects/tidal-gauges/';
const links = createLinks({}, (path) => `/base${path}`);
const picture = (path: string) => (path === 'none.jpg' ? undefined : { url: `https://example.com/_astro/${path}` });

const portable = (markdown: string, options: { notePrefix?: string; headingBase?: number } = {}) => {
  const html = renderMarkdown(markdown, { headingBase: 3, links });
  return writeMarkdown(portableMarkdown({ markdown, html }, { url, locale: 'en', headingBase: 3, links, picture, ...options })).trim();
};
const fromHtml = (html: string) =>
  writeMarkdown(portableMarkdown({ markdown: undefined, html }, { url, locale: 'en', headingBase: 2, links, picture })).trim();

describe('a chart', () => {
  const chart = '```csv chart title="Delay" unit=min\nLine,before\nRing,0.9\n```';
  const table = '| Line | before |\n| --- | --- |\n| Ring | 0.9 min |\n\n*Delay*';

  test('is the table of its figures', () => {
    expect(portable(chart).replaceAll('\u00a0', ' ')).toBe(table);
    expect(fromHtml(renderMarkdown(chart, { headingBase: 2, links })).replaceAll('\u00a0', ' ')).toBe(table);
  });

  test('that cannot be drawn, and data without the word, stay code', () => {
    for (const code of [chart.replace('0.9', 'x'), chart.replace('chart ', '')]) expect(portable(code)).toBe(code);
  });
});

test('a table of MDX keeps its alignment', () => {
  const markdown = '| a | b | c |\n| :-: | --: | - |\n| 1 | 2 | `<td data-align="left">` |';
  expect(fromHtml(renderMarkdown(markdown, { headingBase: 2, links }))).toBe(markdown.replace('| - |', '| --- |'));
});

test('a film is a link to its file', () => {
  const film = (path: string) => (path === 'tide.mp4' ? { url: 'https://example.com/tide.mp4', label: 'Film, 0:42, 3 MB' } : undefined);
  const options = { url, locale: 'en', headingBase: 2, links, picture, film };
  const [markdown, link] = ['![The tide](tide.mp4 "At noon")', '[The tide (Film, 0:42, 3 MB)](https://example.com/tide.mp4 "At noon")'];
  const html = renderMarkdown(markdown, { headingBase: 2, links });
  for (const written of [markdown, undefined])
    expect(writeMarkdown(portableMarkdown({ markdown: written, html }, options)).trim()).toBe(link);
});

describe('Markdown', () => {
  test.each([
    ['an author’s own words and marks', 'It\'s "so" --\n*a* **b** ~~c~~ `d`', 'It\'s "so" --\n*a* **b** ~~c~~ `d`'],
    ['code with its language', '```fsharp\nlet a = 1 < 2\n```', '```fsharp\nlet a = 1 < 2\n```'],
    ['text set low', 'H~2~O', 'H~2~O'],
    ['a term with its explanation', 'Term\n: words', 'Term\n: words'],
    ['an alert', '> [!NOTE]\n> a\n\n> [!tip] Own\n>\n> b', '> [!NOTE]\n> a\n\n> [!tip] Own\n>\n> b'],
    ['a caption', '![a](b.jpg "c")', '![a](https://example.com/_astro/b.jpg "c")'],
    ['a list in a list', '* a\n  1. b\n* [x] c', '- a\n  1. b\n- [x] c'],
    ['a table with its alignment', '| a | b |\n|:-|-:|\n| 1 | 2 |', '| a | b |\n| :-- | --: |\n| 1 | 2 |'],
    ['headings from the level of the page, without a gap', '# A\n\n#### B\n\n# C', '### A\n\n#### B\n\n### C'],
  ])('keeps %s', (_case, markdown, written) => expect(portable(markdown)).toBe(written));

  test.each([
    ['a path from the root', '[a](/contact/)', '[a](https://example.com/base/contact/)'],
    ['a relative path', '[a](../b/ "T")', '[a](https://example.com/base/projects/b/ "T")'],
    ['a fragment', '[a](#b)', `[a](${url}#b)`],
    ['a mailbox', '<a@example.com>', '[a@example.com](mailto:a@example.com)'],
    ['a reference', '[a][b]\n\n[b]: /c\n[b]: /d', '[a](https://example.com/base/c)'],
    ['a picture', '![a](<b c.jpg> "T")', '![a](https://example.com/_astro/b%20c.jpg "T")'],
    ['a picture by reference', '![a][b]\n\n[b]: c.jpg', '![a](https://example.com/_astro/c.jpg)'],
  ])('has the absolute address of %s', (_case, markdown, written) => expect(portable(markdown)).toBe(written));

  test.each([
    ['a link that runs', 'a [b](javascript:alert(1)) c', 'a b c'],
    ['a definition that runs', '[a][b]\n\n[b]: data:text/html,x', 'a'],
    ['a picture that is not published', 'a\n\n![b](none.jpg)', 'a'],
    ['a note that nothing cites', 'a\n\n[^1]: b', 'a'],
    ['a comment', 'a\n\n<!-- b -->', 'a'],
    ['a script', 'a <script>alert(1)</script>', 'a'],
    ['tags, but not their words', 'a <kbd>b</kbd> <mark>c</mark>\n\n<div class="d">\n\n- e\n\n</div>', 'a `b` *c*\n\n- e'],
  ])('leaves out %s', (_case, markdown, written) => expect(portable(markdown)).toBe(written));

  test('labels its notes by the text they belong to', () => {
    expect(portable('a[^1]\n\n[^1]: b [c](/d)', { notePrefix: 'solutions-' })).toBe(
      'a[^solutions-1]\n\n[^solutions-1]: b [c](https://example.com/base/d)',
    );
  });

  test('with HTML in it names pictures and addresses like any other', () => {
    expect(portable('<b>a</b> ![b](<c d.jpg>) ![e](none.jpg) [f](/g)')).toBe(
      '**a** ![b](https://example.com/_astro/c%20d.jpg)  [f](https://example.com/base/g)',
    );
  });
});

describe('HTML of components', () => {
  test.each([
    ['a figure', '<figure><img src="/p.jpg" alt="a"><figcaption>b</figcaption></figure>', '![a](https://example.com/p.jpg)\n\n*b*'],
    ['a table', '<table><caption>a</caption><tr><th>b</th></tr><tr><td>c</td></tr></table>', '| b |\n| --- |\n| c |\n\n*a*'],
    ['an alert', '<blockquote><p>[!NOTE]\na</p></blockquote>', '> [!NOTE]\n>\n> a'],
    ['what is set low or high', '<p>H<sub>2</sub>O, 10<sup>2</sup>, 1<sup>st</sup></p>', 'H~2~O, 10^2, 1st'],
    ['a disclosure', '<details><summary>a</summary><p>b</p></details>', '**a**\n\nb'],
    ['a box', '<aside aria-label="a"><p>a</p><p>b</p></aside>', '> a\n>\n> b'],
    ['code', '<pre><code class="language-js">a\n  b\n</code></pre>', '```js\na\n  b\n```'],
    [
      'code with what its fence had after the language',
      '<pre><code class="language-js" data-meta="title=&quot;A&quot; {1}">a\n</code></pre>',
      '```js title="A" {1}\na\n```',
    ],
    ['words alone', 'a <astro-island>b</astro-island>', 'a b'],
    ['no script, style or handler', '<script>a</script><style>b</style><p onclick="c()">d</p><svg><script>e</script></svg>', 'd'],
    ['no frame that runs', '<iframe src="javascript:alert(1)" title="a"></iframe>', 'a'],
    ['text that looks like HTML', '<p>&lt;script&gt;</p>', '\\<script>'],
  ])('becomes %s', (_case, html, written) => expect(fromHtml(html)).toBe(written));
});
