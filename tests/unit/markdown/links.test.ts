import { describe, expect, test } from 'vitest';
import { createLinks, resolveLinks, type LinkTargets } from '../../../src/lib/markdown/links.ts';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { portableMarkdown } from '../../../src/lib/alternates/portable-markdown.ts';
import { splitWikiLinks, withoutWikiLinks } from '../../../src/lib/markdown/wiki-links.ts';
import { writeMarkdown } from '../../../src/lib/alternates/write-markdown.ts';

const targets: LinkTargets = {
  'other.md': { path: '/projects/other/', title: 'Other' },
  'wiki:other': { path: '/projects/other/', title: 'Other <One>' },
  'picture.png': { path: null },
  '#parts': { path: '#solutions-parts' },
  'translated.md': { path: '/de/projects/translated/', hreflang: 'de' },
};
const links = createLinks(targets, (path) => `/base${path}`);

/** What an author writes, the HTML of the page, and the Markdown alternate. */
const forms = [
  ['[x](other.md)', '<a href="/base/projects/other/">x</a>', '[x](https://example.com/base/projects/other/)'],
  ['[[other]]', '<a href="/base/projects/other/">Other &lt;One&gt;</a>', '[Other \\<One>](https://example.com/base/projects/other/)'],
  ['[[other|words]]', '<a href="/base/projects/other/">words</a>', '[words](https://example.com/base/projects/other/)'],
  ['[x](#parts)', '<a href="#solutions-parts">x</a>', '[x](https://example.com/base/projects/x/#solutions-parts)'],
  ['[x](picture.png)', '<a>x</a>', 'x'],
  [
    '[x](translated.md)',
    '<a href="/base/de/projects/translated/" hreflang="de">x</a>',
    '[x](https://example.com/base/de/projects/translated/)',
  ],
  ['[[unknown]]', '<a>unknown</a>', 'unknown'],
  ['[a [[other]]](/b/)', '<a href="/base/b/">a [[other]]</a>', '[a \\[\\[other\\]\\]](https://example.com/base/b/)'],
] as const;

describe('a link is resolved', () => {
  test.each(forms)('%s on the page', (markdown, html) => {
    expect(renderMarkdown(markdown, { headingBase: 2, links })).toBe(`<p>${html}</p>`);
  });

  test.each(forms)('%s in the Markdown alternate', (markdown, _, alternate) => {
    const options = { url: 'https://example.com/base/projects/x/', locale: 'en', headingBase: 2, links, picture: () => undefined };
    expect(writeMarkdown(portableMarkdown({ markdown, html: '' }, options)).trim()).toBe(alternate);
  });

  test.each([
    ['<a href="other.md">x</a>', '<a href="/base/projects/other/">x</a>'],
    ['<a class="b" href="wiki:other" id="c"></a>', '<a class="b" href="/base/projects/other/" id="c">Other &lt;One&gt;</a>'],
    ['<a href="wiki:other">words</a>', '<a href="/base/projects/other/">words</a>'],
    ['<a href="wiki:unknown"></a>', '<a>unknown</a>'],
    ['<a href="/base/made-by-a-component/">x</a>', '<a href="/base/made-by-a-component/">x</a>'],
  ])('%s in the HTML of MDX', (html, resolved) => expect(resolveLinks(html, links)).toBe(resolved));
});

test('wiki links are found between other words, unless a backslash or an exclamation mark precedes them', () => {
  const text = 'a [[b]], [[c#d|e f]] and [[g]] ![[h.png]] [[i|j';
  expect(splitWikiLinks(text, text.replace('[[g]]', '\\[[g]]'))).toEqual([
    'a ',
    { written: '[[b]]', address: 'wiki:b', text: null },
    ', ',
    { written: '[[c#d|e f]]', address: 'wiki:c#d', text: 'e f' },
    ' and [[g]] ![[h.png]] [[i|j',
  ]);
});

test('wiki links are words where a text has no links', () => {
  expect(withoutWikiLinks('a [[other]] [[other|b]]', links.title)).toBe('a Other <One> b');
});

describe('headings have the ids that GitHub gives them', () => {
  test.each([
    ['## Results in *detail*', '', ['results-in-detail']],
    ['## Größe & `Maß`', '', ['größe--maß']],
    ['## A\n\n## A\n\n## A', '', ['a', 'a-1', 'a-2']],
    ['## A-1\n\n## A\n\n## A', '', ['a-1', 'a', 'a-2']],
    ['## Main', '', ['main-1']],
    ['## Main', 'solutions-', ['solutions-main']],
    ['## 🎉', '', []],
  ])('%o after %o', (markdown, idPrefix, ids) => {
    const html = renderMarkdown(markdown, { headingBase: 2, idPrefix });
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
  });
});
