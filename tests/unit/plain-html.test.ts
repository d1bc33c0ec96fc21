import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { passPlainHtml } from '../../src/lib/plain-html.ts';
import { cleanHtml, nesting } from '../../src/lib/safe-html.ts';
import { hostile } from '../fixtures/hostile.ts';
import { drawTexts } from '../fixtures/random.ts';

const attacks = Object.values(hostile).flat();
const address = (path: string): string => `/base${path}`;

const rendered = (markdown: string): string =>
  markdownToHtml(markdown, { features: { frontmatter: false, gfm: true, smartPunctuation: true } }).html;
const passed = (html: string): string | null => passPlainHtml(html, { level: nesting(3), address });
const cleaned = (html: string): string => cleanHtml(html, { headingBase: 3, address, locale: 'en', trusted: false });
/** The pieces of HTML that pass, and otherwise than the sanitiser has them. */
const wrong = (all: readonly string[]): string[] => all.filter((html) => passed(html) !== null && passed(html) !== cleaned(html));

describe('plain HTML passes as the sanitiser has it', () => {
  test.each([
    ['words', 'It\'s **so** & *not* "else" -- `a < b`  \nnext ~~line~~'],
    ['headings', '# A\n\n#### B\n\n## C'],
    ['lists', '- a\n- b\n\n  c\n\n3. d\n4. e\n   - f'],
    ['quotes and rules', '> a\n>\n> - b\n\n---'],
    ['code', '```c++\na<b> && "c"\n```\n\n    d'],
    ['links', '[a](https://example.com/?a=b&c=d) [b](/contact/#x) <mailto:a@example.com> www.example.com'],
    ['tables', '| a | b |\n|:-:|---|\n| c | d |'],
  ])('%s', (_, markdown) => {
    expect(passed(rendered(markdown))).toBe(cleaned(rendered(markdown)));
  });

  test('of Markdown of any kind', () => {
    const signs = [
      '# ',
      '\n## ',
      '\n#### ',
      '\n\n',
      '\n',
      '\n- ',
      '\n  - ',
      '\n3) ',
      '\n> ',
      '*',
      '**',
      '~~',
      '`',
      '\n```\n',
      '```ts\n',
      '\n---\n',
      '  \n',
    ];
    const words = [
      'word',
      'a b',
      '"q"',
      '<',
      '>',
      '&',
      '&amp;lt;',
      '&copy;',
      '&quot;',
      '\u00a0',
      '\0',
      '\n|a|b|\n|:-|-|\n|c|d|\n',
      '- [x] ',
      '[^1]',
    ];
    const links = [
      '[a](https://b.example/?c&d)',
      '[a](/x/)',
      '[a](//x)',
      '[a](x "t")',
      '[a](javascript:x)',
      '[a](#f)',
      '![a](b.png)',
      '\n[^1]: n\n',
    ];
    const tags = [
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<em>',
      '</em>',
      '<li>',
      '<h2>',
      '</h2>',
      '<br>',
      '<br/>',
      '<script>',
      '<!-- c -->',
      '<a href="">',
    ];
    const texts = drawTexts([...signs, ...signs, ...words, ...words, ...links, ...tags], { count: 6000, most: 9, seed: 1 }).map(rendered);
    expect(texts.filter((html) => passed(html) !== null).length).toBeGreaterThan(600);
    expect(wrong(texts)).toEqual([]);
  });

  test('of tags in any order', () => {
    const names = [
      'p',
      'em',
      'h2',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'a',
      'b',
      'div',
    ];
    const open = [
      '<br>',
      '<hr>',
      '<ol start="3">',
      '<code class="language-x">',
      '<a href="/x/">',
      '<a href="https://x.example">',
      '<td style="text-align: left">',
    ];
    const pairs = names.flatMap((name) => [`<${name}>`, `</${name}>`, `<${name}>x</${name}>`, `<${name}><em>x</em></${name}>`]);
    const whole = [
      '<p>a &amp; b</p>',
      '<ul><li>a</li></ul>',
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
      '<p>a<br>b</p>',
      '<h1>a</h1>',
      '<h3>a</h3>',
    ];
    const texts = drawTexts([...pairs, ...open, ...whole, ...whole, ...whole, ...whole, 'x'], { count: 20_000, most: 5, seed: 1 });
    expect(texts.filter((html) => passed(html) !== null).length).toBeGreaterThan(600);
    expect(wrong(texts)).toEqual([]);
  });
});

test('nothing of an attack passes by itself', () => {
  const around = (text: string): string[] => [text, `- ${text}`, `> ${text}`, `# ${text}`, `\`${text}\``, `a\n\n${text}\n\nb`];
  const texts = attacks.flatMap(around).map(rendered);
  expect(wrong([...texts, ...attacks])).toEqual([]);
  expect(attacks.filter((html) => html.includes('<') && passed(html) !== null)).toEqual([]);
});

test.each([
  ['a handler', '<p onclick="x()">a</p>'],
  ['a style', '<p style="color: red">a</p>'],
  ['a picture', '<p><img src="a.png" alt="b"></p>'],
  ['a script address', '<p><a href="javascript:x">a</a></p>'],
  ['an address without scheme and host', '<p><a href="//example.com">a</a></p>'],
  ['an entity that hides a sign', '<p><a href="https&colon;//x">a</a></p>'],
  ['a tag in capitals', '<P>a</P>'],
  ['a tag that is not closed', '<p>a'],
  ['tags that cross', '<p><em>a</p></em>'],
  ['a paragraph in a paragraph', '<p><p>a</p></p>'],
  ['a quote that is an entity', '<p>&quot;a&quot;</p>'],
  ['a bare bracket', '<p>a > b</p>'],
])('%s is left to the sanitiser', (_, html) => {
  expect(passed(html)).toBeNull();
});
