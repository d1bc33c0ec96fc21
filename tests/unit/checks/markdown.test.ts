import { describe, expect, test } from 'vitest';
import { inspectMarkdown } from '../../../src/checks/markdown.ts';
import { checkMdx } from '../../../src/checks/mdx.ts';

const messages = (text: string, mdx = false): string[] =>
  inspectMarkdown(text, { mdx }).diagnostics.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('a diagnostic reports', () => {
  test.each([
    ['a script', 'Text\n\n<script>alert(1)</script>', '3:1 warning contains <script>, which is removed from the page'],
    ['a frame in a line', 'a <iframe src="x"></iframe>', '1:3 warning contains <iframe>, which is removed from the page'],
    ['a handler', '<b onclick="x()">a</b>', '1:1 warning contains the event handler `onclick`, which is removed from the page'],
    [
      'a hidden scheme',
      '<a href=" java&#115;cript:x">a</a>',
      '1:1 warning contains the `javascript:` address, which is removed from the page',
    ],
    ['a data link in HTML', '<a href="data:text/html,x">a</a>', '1:1 warning contains the `data:` address, which is removed from the page'],
    ['a script link', '[a](javascript:alert(1))', '1:1 error links to a `javascript:` address'],
    ['a script link by reference', '[a]\n\n[a]: javascript:x', '3:1 error links to a `javascript:` address'],
    ['a telephone', '[a](tel:+49)', '1:1 warning contains a link that must be an http(s) or mailto address, not `tel:`'],
    ['a Liquid tag', 'a\n{% include b.html %}', '2:1 warning contains a Liquid tag, which is not evaluated here'],
    ['a Liquid output', 'see {{ site.url }}', '1:5 warning contains a Liquid output, which is not evaluated here'],
    ['a shortcode', '{{< figure src="a" >}}', '1:1 warning contains a Hugo shortcode, which is not evaluated here'],
    ['an attribute list', 'a\n{: .lead}', '2:1 warning contains a kramdown attribute list, which is not evaluated here'],
    ['a tag behind code', '```\n<b>\n```\n<style>', '4:1 warning contains <style>, which is removed from the page'],
    [
      'a tag behind code with a line like an opening fence',
      '```\n```a`b\n```\n<style>\n```',
      '4:1 warning contains <style>, which is removed from the page',
    ],
    ['a tag behind code in other fences', '~~~\n```\n~~~\n<style>\n```', '4:1 warning contains <style>, which is removed from the page'],
    ['a tag in HTML that code does not end', '<?x\n```\n<style>\n```\n?>', '3:1 warning contains <style>, which is removed from the page'],
  ])('%s', (_, text, diagnostic) => {
    expect(messages(text)).toEqual([diagnostic]);
  });

  test.each([
    ['words'],
    ['<details><summary>a</summary>b</details>'],
    ['`<script>` and `{{ x }}`'],
    ['```\n<script>\n{% x %}\n```'],
    ['a\n```html\n```js\n<script>\n```\nb\n```\n<script>'],
    ['    {{ indented }}'],
    ['<!-- <script> -->'],
    ['[a](/b/) [c](#d) [e](https://example.com) [f](mailto:a@example.com)'],
    ['a {b} and {{ unclosed'],
  ])('nothing in %j', (text) => {
    expect(messages(text)).toEqual([]);
  });

  test('in MDX, braces are expressions, except those of a Liquid tag', () => {
    expect(messages('{{ a: 1 }.a}', true)).toEqual([]);
    expect(messages('{% include x %}', true)).toEqual(['1:1 warning contains a Liquid tag, which is not evaluated here']);
  });
});

test('every way to write a picture is found, with its position', () => {
  const text = '![a](./a.png)\n\n![b][c] <img src="d.png" alt="D" width="3" height="2">\n\n[c]: /c.png';
  expect(inspectMarkdown(text).pictures).toEqual([
    { written: './a.png', alt: 'a', position: { line: 1, column: 1 } },
    { written: 'd.png', alt: 'D', position: { line: 3, column: 9 }, width: 3, height: 2 },
    { written: '/c.png', alt: '', position: { line: 5, column: 1 } },
  ]);
});

describe('hostile Markdown is read in reasonable time', { timeout: 30_000 }, () => {
  test.each([['>'], ['!['], ['[a]('], ['<a '], ['{%'], ['{{'], ['`a'], ['<!--'], ['*a '], ['&#'], ['<b a="'], ['- ']])('%s', (sign) => {
    const start = performance.now();
    inspectMarkdown(sign.repeat(40_000));
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('MDX is compiled and its imports resolved, but no code runs', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const mdx = (body: string): string[] =>
    checkMdx(body, { root, file: `${root}src/content/projects/x.mdx` }).map(({ line, column, message }) => `${line}:${column} ${message}`);

  test.each([
    ['an existing component', 'import Callout from "../../components/content/Callout.astro"\n\n<Callout title="a">b</Callout>'],
    ['a package', 'import { z } from "zod"\n\n{z}'],
    ['a module of Astro', 'import { Image } from "astro:assets"\n\n<Image />'],
    ['an expression that would never end', '{(() => { for (;;); })()}'],
    ['a component of its own', 'export const A = () => null\n\n<A />'],
  ])('%s passes', (_, body) => {
    expect(mdx(body)).toEqual([]);
  });

  test.each([
    ['a missing file', '\nimport A from "./nope.astro"\n\n<A />', '2:16 imports `./nope.astro`, but no such file exists'],
    ['a missing package', 'import a from "no-such-package"', '1:16 imports `no-such-package`, but no such package is installed'],
    ['a re-export', 'export { a } from "./nope.ts"', '1:20 imports `./nope.ts`, but no such file exists'],
    ['a component without an import', 'a\n\n<Gauge />', '3:1 uses `<Gauge>`, which is not imported'],
    ['a tag left open', '<A>\n\nb', '1:1 is not valid MDX: Expected a closing tag for `<A>`'],
  ])('%s is an error', (_, body, diagnostic) => {
    expect(mdx(body)).toEqual([diagnostic]);
  });
});
