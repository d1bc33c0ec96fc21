import { describe, expect, test } from 'vitest';
import { convertFences, fenceCode } from '../../../scripts/import/text/code-fences.ts';

const infoOf = (info: string) => convertFences(`\`\`\`${info}\na\n\`\`\``).split('\n')[0]?.slice(3);

describe('a fence of another system', () => {
  test.each([
    ['a language alone', 'js', 'js'],
    ['none', '', ''],
    ['a file', 'ruby:app/x.rb', 'ruby title="app/x.rb"'],
    ['lines without a space', 'js{1,3}', 'js {1,3}'],
    ['Pandoc', '{.python .numberLines}', 'python'],
    ['Docusaurus', 'js {1,3} title="x y" showLineNumbers', 'js title="x y" {1,3}'],
    ['Hugo', 'go {linenos=table,hl_lines=[2,"4-5"],linenostart=199}', 'go {2,4-5}'],
    ['Expressive Code', 'js ins={2} del={3-4} mark={1} frame="none"', 'js {1} ins={2} del={3-4}'],
    ['Gatsby', "ts twoslash filename='a.ts'", 'ts title="a.ts"'],
    ['another name of a language', 'shell-session', 'console'],
    ['a language that nobody knows', 'foo', 'foo'],
    ['signs in a name', 'c++', 'c++'],
  ])('with %s', (_, info, converted) => expect(infoOf(info)).toBe(converted));

  test('keeps its place in lists and quotations', () => {
    const text = '- x\n  ~~~ruby:app/x.rb\n  a\n  ~~~\n\n> ```js{1}\n> a\n> ```';
    expect(convertFences(text)).toBe('- x\n  ~~~ruby title="app/x.rb"\n  a\n  ~~~\n\n> ```js {1}\n> a\n> ```');
  });

  test('inside another is left alone', () => {
    const text = '````md\n```js{1}\na\n```\n````';
    expect(convertFences(text)).toBe(text);
  });
});

test('comments that mark lines become numbers', () => {
  const code =
    'a\n// highlight-next-line\nb\nc\n# highlight-start\nd\ne\n<!-- highlight-end -->\nf // [!code ++]\ng // [!code --]\nh // highlight';
  expect(convertFences(`\`\`\`js {1}\n${code}\n\`\`\``)).toBe('```js {1,2,4,5} ins={6} del={7}\na\nb\nc\nd\ne\nf\ng\nh // highlight\n```');
});

test.each([
  ['fenced', '```\nputs 1\n```\n{: .language-ruby .x}\n\nNext', '```ruby\nputs 1\n```\n\nNext'],
  ['indented', 'Text\n\n    puts 1\n\n    puts 2\n{: .language-ruby}\n\nNext', 'Text\n\n```ruby\nputs 1\n\nputs 2\n```\n\nNext'],
])('the language that kramdown has below %s code goes to its fence', (_, text, converted) => expect(convertFences(text)).toBe(converted));

test.each([
  ['Hugo', '"linenos=table,hl_lines=2 4-5"', '```go {2,4-5}\na\n```'],
  ['Jekyll', 'linenos mark_lines="1 2"', '```go {1,2}\na\n```'],
])('the options of a tag of %s become numbers', (_, options, fenced) => expect(fenceCode('go', options, 'a')).toBe(fenced));

test('a fence is longer than those in its code', () => expect(fenceCode('md', '', '```\na\n```')).toBe('````md\n```\na\n```\n````'));
