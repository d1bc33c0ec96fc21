import { describe, expect, test } from 'vitest';
import { inspectMarkdown } from '../../../../src/checks/texts/markdown.ts';
import { checkMdx } from '../../../../src/checks/texts/mdx.ts';
import { checkCompared } from '../../../../src/checks/texts/prose-elements.ts';

const messages = (text: string, mdx = false): string[] =>
  inspectMarkdown(text, { mdx }).diagnostics.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('a diagnostic reports', () => {
  test.each([
    ['a script', 'Text\n\n<script>alert(1)</script>', '3:1 warning contains <script>, which is removed from the page'],
    ['a frame in a line', 'a <iframe src="x"></iframe>', '1:3 warning contains <iframe>, which is removed from the page'],
    [
      'a frame of a film',
      '<iframe src="https://www.youtube.com/embed/x">',
      '1:1 warning contains <iframe>, of which the page shows a link to YouTube',
    ],
    [
      'an alert of no kind',
      'a\n\n> [!WARNNG]\n> b',
      '3:1 warning begins like an alert, but there is no such kind: the page shows a quotation',
    ],
    ['a card without words', 'a\n\nhttps://youtu.be/x', '3:1 warning shows a card that names only YouTube'],
    ['a handler', '<b onclick="x()">a</b>', '1:1 warning contains the event handler `onclick`, which is removed from the page'],
    ['an inline style', 'a <i\n  style="color: red">b</i>', '1:3 warning contains the `style` attribute, which is removed from the page'],
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
    ['<table><tr><td style="text-align: right">1</td></tr></table>'],
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

  test.each([
    ['<picture><source srcset="./quay.webp" /></picture>', '1:10'],
    ['<video src="film.mp4"></video>', '1:1'],
    ['<video src="/film.mp4" poster={"still.jpg"}></video>', '1:1'],
  ])('in MDX, a relative path of a film or a source: %s', (text, at) => {
    const [, tag] = /<(source|video)/.exec(text) ?? [];
    expect(messages(text, true)).toEqual([`${at} error names a file of <${tag}> by a path that is published as written`]);
  });

  test('in MDX, braces are expressions, except those of a Liquid tag', () => {
    expect(messages('{{ a: 1 }.a}', true)).toEqual([]);
    expect(messages('{% include x %}', true)).toEqual(['1:1 warning contains a Liquid tag, which is not evaluated here']);
  });
});

describe('a text that would end the process is an error', () => {
  const deep = 'error nests lists, quotations or tags deeper than 32 levels';
  const marks = 'error has more than 1000 quotation marks, dashes or ellipses in one paragraph';

  test.each([
    ['a list', 'a\n\n' + '+ '.repeat(33) + 'b', `3:65 ${deep}`],
    ['a numbered list', '7) '.repeat(60) + 'b', `1:97 ${deep}`],
    ['a list by its indentation', Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}* a`).join('\n'), `33:65 ${deep}`],
    ['quotations and lists', '> * '.repeat(17) + 'b', `1:65 ${deep}`],
    ['a line of a hundred thousand', 'a\n\n' + '- '.repeat(100_000) + 'b', `3:1 ${deep}`],
    ['tags in a line', 'a ' + '<i>'.repeat(33), `1:99 ${deep}`],
    ['tags in blocks', '<section>\n\n'.repeat(33), `65:1 ${deep}`],
    ['tags in a list', '- '.repeat(20) + '<b>'.repeat(13), `1:77 ${deep}`],
    ['double quotes', 'a\n\n' + '"'.repeat(1001), `3:1 ${marks}`],
    ['apostrophes', "don't ".repeat(1001), `1:1 ${marks}`],
    ['quotes in a heading', '## ' + '"a" '.repeat(501), `1:1 ${marks}`],
    ['quotes in a cell', '|a|\n|-|\n|' + '"a" '.repeat(501) + '|', `3:1 ${marks}`],
    ['ellipses', '...'.repeat(1001), `1:1 ${marks}`],
  ])('%s', (_, text, expected) => {
    expect(inspectMarkdown(text)).toMatchObject({ tooComplex: true });
    expect(messages(text)).toEqual([expected]);
  });

  test.each([
    ['*a* '],
    ['"a"\n\n'],
    ['<b>a</b> '],
    ['[a](/b) '],
    ['![a](b.png) '],
    ['a  \n'],
    ['| a |\n'],
    ['&amp; '],
    ['\\* '],
    ['a@b.de '],
    ['www.a.de '],
    ['[[a]] '],
    ['`a` '],
    ['~~a~~ '],
    ['{{ a }} '],
    ['{'],
  ])('two megabytes of %j', (unit) => {
    expect(messages(unit.repeat(2_000_000 / unit.length))).toEqual([
      expect.stringMatching(/^\d+:\d+ error has more than 50000 line breaks and signs of Markdown$/),
    ]);
  });

  test('paragraphs that are long enough together, though each is not', () => {
    const paragraph = '"a" '.repeat(490) + '\n\n';
    expect(messages(paragraph.repeat(31))).toEqual([]);
    expect(messages(paragraph.repeat(32))).toEqual([
      '63:1 error has too many long paragraphs with hundreds of quotation marks, dashes or ellipses',
    ]);
  });

  test.each([
    ['a list', '- '.repeat(33) + 'b', `1:65 ${deep}`],
    ['JSX', '<i>'.repeat(33) + 'b' + '</i>'.repeat(33), `1:97 ${deep}`],
    ['quotes', '"'.repeat(1001), `1:1 ${marks}`],
  ])('in MDX: %s', (_, text, expected) => {
    expect(messages(text, true)).toEqual([expected]);
  });

  test.each([
    ['32 levels', '- '.repeat(32) + 'b'],
    ['a rule', '* '.repeat(50)],
    ['code', '```\n' + '> '.repeat(50) + '"'.repeat(2000) + '\n```'],
    ['tags that are closed', '<i>a</i> '.repeat(50)],
    ['tags without an end', '<ul>\n' + '<li>a\n'.repeat(50) + '</ul>\n\n' + '<p>a\n\n'.repeat(50) + '<br>\n<img alt="">'.repeat(50)],
    ['many short paragraphs', '"a" isn\'t b\n\n'.repeat(20_000)],
    ['two megabytes of words', 'word '.repeat(400_000)],
  ])('but not %s', (_, text) => {
    expect(inspectMarkdown(text).tooComplex).toBe(false);
  });
});

describe('what looks like a picture or link but is text is a warning', () => {
  test.each([
    ['![A quay](./quay at noon.png)', 'picture'],
    ['![A quay](quay (2).png)', 'picture'],
    ['![A quay] (./quay.png)', 'picture'],
    ['![[quay.png]]', 'picture'],
    ['[the log](./station log.pdf)', 'link'],
    ['[the log](station log.pdf "A log")', 'link'],
  ])('%s', (text, kind) => {
    expect(messages(`a ${text}`)).toEqual([`1:3 warning looks like a ${kind}, but is shown as text`]);
    expect(messages(`a ${text}`, true)).toEqual([`1:3 warning looks like a ${kind}, but is shown as text`]);
  });

  test.each([
    ['![A quay](<./quay at noon.png>)'],
    ['![A quay](./quay%20at%20noon.png "At noon")'],
    ['[the log](/log.pdf "A log")'],
    ['`![a](b c.png)`'],
    ['\\![a](b c.png)'],
    ['f[0](one, two) and an aside [sic] (see above)'],
  ])('but not %s', (text) => {
    expect(messages(text)).toEqual([]);
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

const inlineStyle = 'contains the `style` attribute, which is removed from the page';

describe('MDX is compiled and its imports resolved, but no code runs', () => {
  const root = new URL('../../../..', import.meta.url).pathname;
  const mdx = (body: string): string[] =>
    checkMdx(body, { root, file: `${root}src/content/projects/x.mdx` }).map(({ line, column, message }) => `${line}:${column} ${message}`);

  test.each([
    ['an existing component', 'import Callout from "../../components/content/Callout.astro"\n\n<Callout title="a">b</Callout>'],
    ['a package', 'import { z } from "zod"\n\n{z}'],
    ['a module of Astro', 'import { Image } from "astro:assets"\n\n<Image />'],
    ['an expression that would never end', '{(() => { for (;;); })()}'],
    ['a component of its own', 'export const A = () => null\n\n<A />'],
    [
      'an expression of globals, constants and properties',
      '{Math.max(1, 2)} {"a"} {/* b */} {} {null} {props.title} {typeof a} {(b) => b} {c => c}',
    ],
    ['a name that an expression declares', '{[1].map((tide) => <b>{tide}</b>)} {`${"tide"}`} {/tide/.test("a")}'],
    [
      'what functions, classes, patterns and catch clauses declare',
      'import { join as j } from "node:path"\nexport { sep } from "node:path"\nexport function A({ a: b, ...c }) { try { x: for (const d of [b]) break x; return j(typeof nothing, c.q) } catch (e) { return class F { g = this.h; [b]() { return new F(e) } } } }\n\n<A />',
    ],
    ['lists of numbers', 'export const a = [1,2,3]; export const b = [1, 2, 3];\n\nOf [3,5, 4], `{[3,5, 4]}` and {a[1]}'],
    ['a name of its own', 'export const harbour = 2\n\n{harbour + 1} <b title={harbour}>a</b>'],
  ])('%s passes', (_, body) => {
    expect(mdx(body)).toEqual([]);
  });

  test.each([
    ['a missing file', '\nimport A from "./nope.astro"\n\n<A />', '2:16 imports `./nope.astro`, but no such file exists'],
    ['a missing package', 'import a from "no-such-package"', '1:16 imports `no-such-package`, but no such package is installed'],
    ['a re-export', 'export { a } from "./nope.ts"', '1:20 imports `./nope.ts`, but no such file exists'],
    ['a component without an import', 'a\n\n<Gauge />', '3:1 uses `<Gauge>`, which is not imported'],
    ['a name without an import', 'For\n{harbour} and {harbour}', '2:1 uses `{harbour}`, which is not imported'],
    ['an unknown function', '- {tide(2)}', '1:3 uses `{tide}`, which is not imported'],
    ['a name within an expression', '{1 + tide.height}', '1:1 uses `{tide}`, which is not imported'],
    ['a component within an expression', 'a\n\n{[1].map((x) => <Gauge key={x} />)}', '3:17 uses `<Gauge>`, which is not imported'],
    ['a style in a paragraph', '<p style="color: red">a</p>', `1:1 ${inlineStyle}`],
    ['a style in a heading', '## a <i style={{ color: "red" }}>b</i>', `1:6 ${inlineStyle}`],
    ['a style in a list', '- a\n- <b\n  style="c">b</b>', `2:3 ${inlineStyle}`],
    ['a style within a component', 'export const A = () => null\n\n<A style="x">\n  <u style="y">a</u>\n</A>', `4:3 ${inlineStyle}`],
    ['a style in an expression', 'a\n\n{[1].map((x) => <b key={x} style="y" />)}', `3:1 ${inlineStyle}`],
    ['a placeholder of a template', 'By {{ harbour }}', '1:4 is an object, which has no text to show'],
    [
      'a name that is declared twice',
      'import { z } from "zod"\nimport Tide from "zod"\n\n<Tide /> {z}\n\nexport const Tide = 2',
      '6:1 declares `Tide` a second time',
    ],
    [
      'an unknown name in a function',
      'export const tide = (x) => {\n  return x + heigth;\n};\n\n{tide(2)}',
      '2:14 is a name that the code uses, but neither imports nor declares',
    ],
    ['a decimal comma in braces', 'Down to {6,2} l', '1:10 is two numbers in code, of which only the last would be shown'],
    [
      'a decimal comma in a declaration',
      'export const fuel = (6,2);\n\n{fuel}',
      '1:22 is two numbers in code, of which only the last would be shown',
    ],
    [
      'decimal commas in a list',
      'export const fuel = [7,9, 6,2];\n\n{fuel[0]}',
      '1:21 looks like numbers with decimal commas, but a comma in code starts the next number',
    ],
    ['an unknown name in an attribute', '<b title={Größe.of}>a</b>', '1:1 uses `{Größe}`, which is not imported'],
    ['a tag left open', '<A>\n\nb', '1:1 is not valid MDX: Expected a closing tag for `<A>`'],
    [
      'a tag within a line that goes on below',
      'a\n\n<details><summary>b</summary>\n\nc\n\n</details>',
      '3:1 is not valid MDX: Expected a closing tag for `<details>` before the end of `paragraph`',
    ],
  ])('%s is an error', (_, body, diagnostic) => {
    expect(mdx(body)).toEqual([diagnostic]);
  });
});

describe('code of MDX that would crash its compiler is an error', () => {
  test.each([
    ['brackets', `export const a = ${'('.repeat(300_000)}1${')'.repeat(300_000)};`, 'nests brackets deeper than 100 levels'],
    ['functions', `Of {${'() => ('.repeat(400)}1${')'.repeat(400)}}`, 'nests brackets deeper than 100 levels'],
    ['negations', `export const a = ${'! '.repeat(300_000)}1;`, 'has more than 2000 operators in one block of code'],
    ['a chain', `export const a = b${'.c'.repeat(300_000)};`, 'has more than 2000 operators in one block of code'],
  ])('%s', (_, code, message) => {
    expect(inspectMarkdown(code, { mdx: true })).toMatchObject({ tooComplex: true, diagnostics: [{ severity: 'error', message }] });
  });

  test.each([
    ['in Markdown', '('.repeat(200), false],
    ['in blocks of their own', `${':( '.repeat(90)}\n\n`.repeat(3), true],
    ['in sentences', 'One. Two-three? '.repeat(3000), true],
    ['in a table', `| a | b |\n|---|---|\n${'| c | - |\n'.repeat(2000)}`, true],
  ])('but not %s', (_, text, mdx) => {
    expect(inspectMarkdown(text, { mdx }).diagnostics).toEqual([]);
  });
});

describe('of an alert, a card and a comparison', () => {
  test.each([
    ['NOET', 'write `[!NOTE]`'],
    ['info', 'write `[!NOTE]`'],
    ['danger', 'write `[!CAUTION]`'],
    ['abstract', 'write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]`'],
  ])('the kind %s has the fix %s', (kind, fix) => expect(inspectMarkdown(`> [!${kind}]\n> a`).diagnostics).toMatchObject([{ fix }]));

  test.each([
    ['a known kind', '> [!Tip]\n> a'],
    ['a quotation', '> [a] b'],
    ['a card with words', '[A talk](https://youtu.be/x)'],
    ['an address in a line', 'See https://youtu.be/x for it.'],
    ['an address of another site', 'https://example.com/'],
  ])('%s is fine', (_case, markdown) => expect(inspectMarkdown(markdown).diagnostics).toEqual([]));

  test('two pictures before and after are a comparison, with its line', () => {
    expect(inspectMarkdown('a\n\n![A](a.png "after")\n![B](b.png "before")').comparisons).toMatchObject([
      { before: 'b.png', after: 'a.png', position: { line: 3 } },
    ]);
    expect(inspectMarkdown('![A](a.png "before") ![B](b.png "after") c').comparisons).toEqual([]);
  });

  const picture = (width: number, height: number) => ({ kind: 'public', href: '/x.png', format: 'png', width, height }) as const;

  test.each([
    ['one size', picture(1600, 1000), picture(1600, 1000), null],
    ['one shape', picture(1600, 1000), picture(801, 500), null],
    ['an unknown size', picture(1600, 1000), undefined, null],
    ['two shapes', picture(1600, 1000), picture(1600, 980), '1600 × 1000 pixels before, 1600 × 980 pixels after'],
  ])('pictures of %s', (_case, before, after, sizes) => {
    const [note] = checkCompared(before, after);
    expect(note?.message ?? null).toEqual(sizes === null ? null : expect.stringContaining(sizes));
  });
});
