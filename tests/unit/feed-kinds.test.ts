import { XMLParser } from 'fast-xml-parser';
import sanitize from 'sanitize-html';
import { expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { feedContent } from '../../src/lib/feeds/feed.ts';
import { rssXml } from '../../src/lib/feeds/feed-rss.ts';
import { jsonFeed } from '../../src/lib/feeds/json-feed.ts';
import { createLinks } from '../../src/lib/markdown/links.ts';
import { renderMarkdown } from '../../src/lib/markdown/markdown.ts';
import { portableMarkdown } from '../../src/lib/alternates/portable-markdown.ts';
import { writeMarkdown } from '../../src/lib/alternates/write-markdown.ts';
import { makeChannel, makeItem } from '../fixtures/feed.ts';
import { makeBareProject } from '../fixtures/project.ts';

/** What careful readers of feeds leave of an item. */
const reader: sanitize.IOptions = {
  allowedTags:
    'p br a img h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i sub sup hr table thead tbody tr th td'.split(' '),
  allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
};

const url = 'https://example.com/projects/depot/';
const [locale, links] = ['en-GB', createLinks({}, (path) => path)];
const isFilm = (key: unknown) => String(key).endsWith('.mp4');
const options = {
  ...{ url, locale, links, headingBase: 2, strings: stringsFor(locale) },
  picture: (key: unknown) => ({ url: `https://example.com/${String(key).replace(/\.mp4$/, '.jpg')}`, width: 6, height: 4 }),
  film: (key: unknown) => (isFilm(key) ? { url: `https://example.com/${String(key)}`, label: 'Film, 0:42, 3 MB' } : undefined),
};

test.each([
  ['an alert', '> [!NOTE]\n> Mind it.', '<blockquote><p><strong>Note</strong></p><p>Mind it.</p>\n</blockquote>', '> [!NOTE]\n> Mind it.'],
  [
    'a listing whose lines came and went',
    '```ts title="a.ts" del={2} ins={3}\na\nb\nc\n```',
    '<p>a.ts</p><pre><code>  a\n- b\n+ c</code></pre>',
    '```ts title="a.ts" del={2} ins={3}\na\nb\nc\n```',
  ],
  ['a listing', '```ts\nif (a < b) {\n  c\n}\n```', '<pre><code>if (a &lt; b) {\n  c\n}</code></pre>', '```ts\nif (a < b) {\n  c\n}\n```'],
  [
    'a diagram',
    '```mermaid title="The flow" description="A feeds B."\nflowchart TB\n  A --> B\n```',
    '<p>The flow</p><p>A feeds B.</p><pre><code>flowchart TB\n  A --&gt; B</code></pre>',
    '```mermaid title="The flow" description="A feeds B."\nflowchart TB\n  A --> B\n```',
  ],
  [
    'a diagram whose source names it',
    '```mermaid\nflowchart TB\n  accTitle: The flow\n  accDescr: A feeds B.\n  A --> B\n```',
    '<p>The flow</p><p>A feeds B.</p><pre>',
    'accDescr: A feeds B.',
  ],
  [
    'a chart',
    '```csv chart title="Delay" unit=min source="Log"\nLine,after\nRing,0.9\n```',
    '<p>Delay · Source: Log</p><table><thead><tr><th>Line</th><th>after</th></tr></thead><tbody><tr><th>Ring</th><td>0.9\u00a0min</td></tr></tbody></table>',
    '| Line | after |\n| --- | --- |\n| Ring | 0.9\u00a0min |\n\n*Delay · Source: Log*',
  ],
  [
    'a comparison',
    '![The queue](a.jpg "before") ![The list](b.jpg "after")',
    '<p><img alt="The queue" src="https://example.com/a.jpg" /></p><p>Before</p><p><img alt="The list" src="https://example.com/b.jpg" /></p><p>After</p>',
    '![The queue](https://example.com/a.jpg "before") ![The list](https://example.com/b.jpg "after")',
  ],
  [
    'a caption',
    '![The queue](a.jpg "At noon")',
    '<p><img alt="The queue" src="https://example.com/a.jpg" /></p><p>At noon</p>',
    '![The queue](https://example.com/a.jpg "At noon")',
  ],
  [
    'a film',
    '![The tide](tide.mp4 "At noon")',
    '<p><a href="https://example.com/tide.mp4"><img alt="The tide" src="https://example.com/tide.jpg" /><br />Film, 0:42, 3 MB</a></p><p>At noon</p>',
    '[The tide (Film, 0:42, 3 MB)](https://example.com/tide.mp4 "At noon")',
  ],
  ['a card', '[The talk](https://youtu.be/x)', '<p><a href="https://youtu.be/x">The talk</a></p>', '[The talk](https://youtu.be/x)'],
  [
    'details',
    '<details>\n<summary>How</summary>\n\nBy *hand*.\n\n</details>',
    '<p><strong>How</strong></p>\n<p>By <em>hand</em>.</p>',
    '**How**\n\nBy *hand*.',
  ],
  ['tasks', '- [x] a\n- [ ] b', '<li>☑ a</li>\n<li>☐ b</li>', '- [x] a\n- [ ] b'],
  ['text set low and high', 'CO~2~ of 1 m<sup>2</sup>', 'CO<sub>2</sub> of 1 m<sup>2</sup>', 'CO~2~ of 1 m^2'],
  ['terms', 'Dead letter\n: A message.\n\nA <kbd>key</kbd>.', '<dt>Dead letter</dt>\n<dd>A message.</dd>', 'Dead letter\n: A message.'],
  ['a table', '| a | b |\n| - | -: |\n| 1 | 2 |', '<tr>\n<td>1</td>\n<td>2</td>\n</tr>', '| 1 | 2 |'],
])('%s says in feeds and in the Markdown alternate what it says on the page', async (_, markdown, inReader, alternate) => {
  const body = renderMarkdown(markdown, { headingBase: 2, links, locale });
  const html = feedContent(makeBareProject({ body }), options);
  expect(sanitize(html, reader)).toContain(inReader);
  const item = makeItem({ html });
  expect(jsonFeed(makeChannel(), [item])).toMatchObject({ items: [{ content_html: html }] });
  const rss = new XMLParser({ parseTagValue: false, trimValues: false }).parse(await rssXml(makeChannel(), [item])) as Rss;
  expect(rss.rss.channel.item['content:encoded'].trim()).toBe(html.trim());
  expect(writeMarkdown(portableMarkdown({ markdown, html: body }, options))).toContain(alternate);
});

interface Rss {
  rss: { channel: { item: { 'content:encoded': string } } };
}
