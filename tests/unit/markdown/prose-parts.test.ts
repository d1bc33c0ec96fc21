import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { comparedState, splitProse } from '../../../src/lib/markdown/prose-parts.ts';

const parts = (markdown: string) => splitProse(renderMarkdown(markdown, { headingBase: 2 }));
const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ picture: `${name}.png`, alt: name.toUpperCase(), title: undefined }));

describe('a paragraph of pictures', () => {
  test.each([
    ['one beside the other', '![A](a.png) ![B](b.png)', [a, b]],
    ['a line each', '![A](a.png)\n![B](b.png)\n![C](c.png)', [a, b, c]],
    ['with captions', '![A](a.png "One") ![B](b.png)', [{ ...a, title: 'One' }, b]],
    ['one with a caption', '![A](a.png "One")', [{ ...a, title: 'One' }]],
  ])('is a row: %s', (_case, markdown, row) => expect(parts(markdown)).toEqual([{ row }]));

  test.each([
    ['in their order', '![A](a.png "before") ![B](b.png "after")', a, b],
    ['in the other', '![A](a.png "After") ![B](b.png "Before")', b, a],
    ['in German', '![A](a.png "vorher")\n![B](b.png "nachher")', a, b],
  ])('before and after, %s, is a comparison', (_case, markdown, before, after) =>
    expect(parts(markdown)).toEqual([
      { before: expect.objectContaining({ alt: before?.alt }), after: expect.objectContaining({ alt: after?.alt }) },
    ]),
  );

  test.each([
    ['one without a caption', '![A](a.png)', ['<p>', a, '</p>']],
    ['one with words', '![A](a.png) words', ['<p>', a, ' words</p>']],
    ['one in a list', '- ![A](a.png "One")', ['<ul>\n<li>', { ...a, title: 'One' }, '</li>\n</ul>']],
  ])('is no row: %s', (_case, markdown, expected) => expect(parts(markdown)).toEqual(expected));

  test('without one of the two states is a row', () => expect(parts('![A](a.png "before") ![B](b.png "later")')[0]).toHaveProperty('row'));
});

describe('a lone link to a service', () => {
  const embed = { service: 'YouTube', url: 'https://youtu.be/x' };

  test.each([
    ['with words', '[A *talk*](https://youtu.be/x)', { title: 'A talk', picture: undefined }],
    ['without', 'https://youtu.be/x', { title: '', picture: undefined }],
    ['with a picture', '[![A](a.png)](https://youtu.be/x)', { title: '', picture: a }],
    ['with a titled picture', '[![A](a.png "Talk")](https://youtu.be/x)', { title: 'Talk', picture: { ...a, title: 'Talk' } }],
  ])('is a card: %s', (_case, markdown, card) => expect(parts(markdown)).toEqual(['<p>', { embed, ...card }, '</p>']));

  test.each([
    '[a](https://youtu.be/x) and more',
    '[a](https://example.com/x)',
    '- [a](https://youtu.be/x)',
    '[a](https://youtu.be/x) [b](https://youtu.be/y)',
  ])('is none: %s', (markdown) => expect(parts(markdown).every((part) => typeof part === 'string')).toBe(true));

  test('leaves the picture in any other link in place', () => {
    expect(parts('[![A](a.png)](https://example.com/)')).toEqual(['<p><a href="https://example.com/">', a, '</a></p>']);
  });
});

test.each([
  ['before', 'before'],
  [' Nachher ', 'after'],
  ['Avant', 'before'],
  ['después', 'after'],
  ['before the fire', null],
  [undefined, null],
])('%j names the state %j', (title, state) => expect(comparedState(title)).toBe(state));
