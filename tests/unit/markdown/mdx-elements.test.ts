import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { mdxElements } from '../../../src/lib/markdown/mdx-elements.ts';

/** The attributes of each element of a kind in compiled MDX. */
function compiled(mdx: string, tag: string): string[] {
  const { code } = mdxToJs(mdx, {
    features: { frontmatter: false, gfm: true },
    hastPlugins: [mdxElements()],
    elementAttributeNameCase: 'html',
  });
  const elements = [...code.matchAll(new RegExp(`jsxs?\\((?:_components\\.${tag}|"${tag}"), (\\{[^}]*\\})`, 'g'))];
  return elements.map(([, attributes = '']) => attributes.replace(/\s+/g, ' ').replace(/,? children: .*(?= \})/, ''));
}

test.each([
  ['![A quay](/assets/images/quay.png "At noon")', '{ "data-picture": "/assets/images/quay.png", alt: "A quay", title: "At noon" }'],
  ['![A quay](./quay.png)', '{ "data-picture": "./quay.png", alt: "A quay" }'],
  ['![A quay][q]\n\n[q]: quay.png', '{ "data-picture": "quay.png", alt: "A quay" }'],
  ['<img class="wide" src="/assets/images/quay.png" alt="A quay" />', '{ "data-picture": "/assets/images/quay.png", alt: "A quay" }'],
  ['<img src={"quay.png"} alt={`A quay`} />', '{ "data-picture": "quay.png", alt: "A quay" }'],
  ['At noon: <img src="quay.png" />', '{ "data-picture": "quay.png", alt: "" }'],
])('a picture becomes a placeholder for the template: %s', (mdx, expected) => {
  expect(compiled(mdx, 'img')).toEqual([expected]);
  expect(compiled(`<Note>\n\n${mdx}\n\n</Note>\n\nexport const Note = null`, 'img')).toEqual([expected]);
});

test('a picture whose address is computed stays code', () => {
  expect(compiled('<img src={quay.src} alt="A quay" />', 'img')).toEqual(['{ src: quay.src, alt: "A quay" }']);
});

test('a column keeps its alignment without an inline style, and its heading names it', () => {
  const table = '| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |';
  const sides = ['left', 'center', 'right'];
  expect(compiled(table, 'th')).toEqual(sides.map((side) => `{ scope: "col", "data-align": "${side}" }`));
  expect(compiled(table, 'td')).toEqual(sides.map((side) => `{ "data-align": "${side}" }`));
  expect(compiled('| a |\n| - |\n| 1 |', 'th')).toEqual(['{ scope: "col" }']);
  expect(compiled('| a |\n| - |\n| 1 |', 'td')).toEqual(['{ }']);
});
