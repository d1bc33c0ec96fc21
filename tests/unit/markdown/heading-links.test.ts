import { expect, test } from 'vitest';
import { withHeadingLinks } from '../../../src/lib/markdown/heading-links.ts';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';

test.each([
  ['a heading is a link to itself', '## A *b*', '<h2 id="a-b"><a class="here" href="#a-b">A <em>b</em></a></h2>'],
  ['one with a link stays', '## [a](/b/)', '<h2 id="a"><a href="/b/">a</a></h2>'],
])('%s', (_case, markdown, html) => expect(withHeadingLinks(renderMarkdown(markdown, { headingBase: 2 }))).toBe(html));

test('the heading of the notes stays', () => {
  const html = renderMarkdown('a[^1]\n\n[^1]: b', { headingBase: 2 });
  expect(html).toContain('<h2');
  expect(withHeadingLinks(html)).toBe(html);
});
