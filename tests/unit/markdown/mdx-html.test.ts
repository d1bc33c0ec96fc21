import { expect, test } from 'vitest';
import { templateStrings } from '../../../src/i18n/strings.ts';
import { createLinks } from '../../../src/lib/markdown/links.ts';
import { finishMdx } from '../../../src/lib/markdown/mdx-html.ts';

const finished = (html: string): string =>
  finishMdx(
    html,
    createLinks({}, (path) => path),
    templateStrings('de', 'organization'),
  );

test.each([
  ['<input type="checkbox" checked disabled/>', '<input type="checkbox" checked disabled aria-label="erledigt">'],
  ['<input type="checkbox" disabled/>', '<input type="checkbox" disabled aria-label="offen">'],
  ['<input type="checkbox" aria-label="mine">', '<input type="checkbox" aria-label="mine">'],
  ['<h2 class="sr-only" id="footnote-label">Footnotes</h2>', '<h2 class="sr-only" id="footnote-label">Anmerkungen</h2>'],
  ['<h2 id="footnotes">Footnotes</h2>', '<h2 id="footnotes">Footnotes</h2>'],
  ['<a aria-label="Back to reference 1-2">↩</a>', '<a aria-label="Zurück zur Textstelle 1-2">↩</a>'],
])('the words that the compiler of MDX adds are in the language of the page: %s', (html, expected) => {
  expect(finished(html)).toBe(expected);
});

test.each([
  ['<p style="color: red" title="a > b">x</p>', '<p title="a > b">x</p>'],
  ['<i title="a style=b" class="x" style="top: 1px">x</i>', '<i title="a style=b" class="x">x</i>'],
  ['<code>style="a"</code> <b>style="c"</b>', '<code>style="a"</code> <b>style="c"</b>'],
])('an inline style, which the policy blocks, is no part of the page: %s', (html, expected) => {
  expect(finished(html)).toBe(expected);
});
