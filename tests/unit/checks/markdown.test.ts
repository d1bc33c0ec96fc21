import { describe, expect, test } from 'vitest';
import { inspectMarkdown } from '../../../src/checks/markdown.ts';
import { checkMdx } from '../../../src/checks/mdx.ts';

const told = (text: string, mdx = false): string[] =>
  inspectMarkdown(text, { mdx }).findings.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('Markdown is told of', () => {
  test.each([
    ['a script', 'Text\n\n<script>alert(1)</script>', '3:1 warning holds <script>, which is removed from the page'],
    ['a frame in a line', 'a <iframe src="x"></iframe>', '1:3 warning holds <iframe>, which is removed from the page'],
    ['a handler', '<b onclick="x()">a</b>', '1:1 warning holds the event handler `onclick`, which is removed from the page'],
    [
      'a hidden scheme',
      '<a href=" java&#115;cript:x">a</a>',
      '1:1 warning holds the `javascript:` address, which is removed from the page',
    ],
    ['a data link in HTML', '<a href="data:text/html,x">a</a>', '1:1 warning holds the `data:` address, which is removed from the page'],
    ['a script link', '[a](javascript:alert(1))', '1:1 error links to a `javascript:` address'],
    ['a script link by reference', '[a]\n\n[a]: javascript:x', '3:1 error links to a `javascript:` address'],
    ['a telephone', '[a](tel:+49)', '1:1 warning holds a link that must be an http(s) or mailto address, not `tel:`'],
    ['a Liquid tag', 'a\n{% include b.html %}', '2:1 warning holds a Liquid tag, which nothing fills in here'],
    ['a Liquid output', 'see {{ site.url }}', '1:5 warning holds a Liquid output, which nothing fills in here'],
    ['a shortcode', '{{< figure src="a" >}}', '1:1 warning holds a Hugo shortcode, which nothing fills in here'],
    ['an attribute list', 'a\n{: .lead}', '2:1 warning holds a kramdown attribute list, which nothing fills in here'],
    ['a tag behind code', '```\n<b>\n```\n<style>', '4:1 warning holds <style>, which is removed from the page'],
    [
      'a tag behind code with a line like an opening fence',
      '```\n```a`b\n```\n<style>\n```',
      '4:1 warning holds <style>, which is removed from the page',
    ],
    ['a tag behind code in other fences', '~~~\n```\n~~~\n<style>\n```', '4:1 warning holds <style>, which is removed from the page'],
    ['a tag in HTML that code does not end', '<?x\n```\n<style>\n```\n?>', '3:1 warning holds <style>, which is removed from the page'],
  ])('%s', (_, text, finding) => {
    expect(told(text)).toEqual([finding]);
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
    expect(told(text)).toEqual([]);
  });

  test('in MDX braces are its expressions, a Liquid tag is not', () => {
    expect(told('{{ a: 1 }.a}', true)).toEqual([]);
    expect(told('{% include x %}', true)).toEqual(['1:1 warning holds a Liquid tag, which nothing fills in here']);
  });
});

test('every way to write a picture is found, with its place', () => {
  const text = '![a](./a.png)\n\n![b][c] <img src="d.png" alt="D" width="3" height="2">\n\n[c]: /c.png';
  expect(inspectMarkdown(text).pictures).toEqual([
    { written: './a.png', alt: 'a', at: { line: 1, column: 1 } },
    { written: 'd.png', alt: 'D', at: { line: 3, column: 9 }, width: 3, height: 2 },
    { written: '/c.png', alt: '', at: { line: 5, column: 1 } },
  ]);
});

describe('hostile Markdown is read in good time', { timeout: 30_000 }, () => {
  test.each([['>'], ['!['], ['[a]('], ['<a '], ['{%'], ['{{'], ['`a'], ['<!--'], ['*a '], ['&#'], ['<b a="'], ['- ']])('%s', (sign) => {
    const start = performance.now();
    inspectMarkdown(sign.repeat(40_000));
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('MDX is compiled and its imports looked up, and nothing is run', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const mdx = (body: string): string[] =>
    checkMdx(body, { root, file: `${root}src/content/projects/x.mdx` }).map(({ line, column, message }) => `${line}:${column} ${message}`);

  test.each([
    ['a component that is there', 'import Callout from "../../components/content/Callout.astro"\n\n<Callout title="a">b</Callout>'],
    ['a package', 'import { z } from "zod"\n\n{z}'],
    ['a module of Astro', 'import { Image } from "astro:assets"\n\n<Image />'],
    ['an expression that would never end', '{(() => { for (;;); })()}'],
    ['a component of its own', 'export const A = () => null\n\n<A />'],
  ])('%s passes', (_, body) => {
    expect(mdx(body)).toEqual([]);
  });

  test.each([
    ['a file that is not there', '\nimport A from "./nope.astro"\n\n<A />', '2:16 imports `./nope.astro`, and there is no such file'],
    ['a package that is not there', 'import a from "no-such-package"', '1:16 imports `no-such-package`, and no such package is installed'],
    ['a re-export', 'export { a } from "./nope.ts"', '1:20 imports `./nope.ts`, and there is no such file'],
    ['a component nobody imports', 'a\n\n<Gauge />', '3:1 uses `<Gauge>`, which is not imported'],
    ['a tag left open', '<A>\n\nb', '1:1 cannot be compiled as MDX: Expected a closing tag for `<A>`'],
  ])('%s is told of', (_, body, finding) => {
    expect(mdx(body)).toEqual([finding]);
  });
});
