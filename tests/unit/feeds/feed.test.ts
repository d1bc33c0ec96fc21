import { describe, expect, test } from 'vitest';
import { feedContent, type FeedOptions } from '../../../src/lib/feeds/feed.ts';
import { stringsFor } from '../../../src/i18n/strings.ts';
import { makeMetric } from '../../fixtures/metric.ts';
import { makeBareProject, makeProject } from '../../fixtures/project.ts';

const url = 'https://example.com/projects/tidal-gauges/';
const picture: FeedOptions['picture'] = (key) =>
  key === 'missing' ? undefined : { url: `https://example.com/${key}.jpg`, width: 600, height: 400 };
const content = (overrides: Parameters<typeof makeProject>[0] = {}, mdxBody?: string) =>
  feedContent(makeProject(overrides), { url, locale: 'en-GB', strings: stringsFor('en-GB'), picture, mdxBody });

describe('a case study in a feed', () => {
  test('has every part of it', () => {
    const html = content({
      sections: [
        { field: 'business_context', html: '<p>Read by hand.</p>' },
        { field: 'key_learnings', html: '<p>Water first.</p>' },
      ],
      outcomes: [makeMetric({ text: '70% reduction in page load times at sea', period: 'a winter', method: 'from the log' })],
      body: '<p>The tail.</p>',
      testimonial: { quote: 'It answers.', author: 'Ida Berg', role: 'Harbour master' },
      screenshots: [{ picture: 'board', alt: 'A board', caption: 'The new board' }],
    });
    const parts = [
      ...['A harbour reads its water level in seconds.', 'Port of Ostmark · Shipping · 2024', 'Read by hand.', 'Water first.', 'The tail.'],
      ...[
        '70% less',
        '70% reduction in page load times at sea · a winter · from the log',
        'It answers.',
        'Ida Berg, Harbour master',
        'The new board',
      ],
      ...['<h2>Context</h2>', '<h2>What we learned</h2>', 'alt="A board"', `<a href="${url}">Tidal Gauges That Answer</a>`],
    ];
    expect(parts.filter((part) => !html.includes(part))).toEqual([]);
  });

  test('of a title and a story begins with the story and says nothing else', () => {
    expect(feedContent(makeBareProject(), { url, locale: 'en-GB', strings: stringsFor('en-GB'), picture }).replace(/\s+/g, ' ')).toBe(
      `<p>The old gauges were read by hand.</p> <p><a href="${url}">Tidal Gauges That Answer</a></p>`,
    );
  });

  test('has a quotation by nobody without a line below it', () => {
    expect(content({ testimonial: { quote: 'It answers.' } })).toMatch(/<\/blockquote>\s*<p><a/);
  });

  test('has code with its language, its title and the lines that came and went, and without colours', () => {
    const body = '<pre><code class="language-js" data-meta="title=&quot;a&quot; del={1} ins={2}">a &lt; b\nc\n</code></pre>';
    expect(content({ body })).toContain(
      '<figure><figcaption><p>a</p></figcaption><pre><code class="language-js">- a &lt; b\n+ c</code></pre></figure>',
    );
  });

  test.each([
    [
      'an alert under a bold title',
      '<blockquote>\n<p>[!TIP]\na</p></blockquote>',
      '<blockquote><p><strong>Tip</strong></p><p>a</p></blockquote>',
    ],
    ['a caption', '<p><img data-picture="map" alt="M" title="C"></p>', '<figcaption><p>C</p></figcaption></figure>'],
    [
      'both states',
      '<p><img data-picture="a" alt="A" title="after"><img data-picture="b" alt="B" title="before"></p>',
      /b.jpg.*>Before<.*a.jpg.*>After</,
    ],
    [
      'the link of a card',
      '<p><a href="https://www.youtube.com/embed/x">Talk</a></p>',
      '<p><a href="https://www.youtube.com/watch?v=x">Talk</a></p>',
    ],
    [
      'the picture of a card',
      '<p><a href="https://youtu.be/x"><img data-picture="map" alt="M"></a></p>',
      '<a href="https://youtu.be/x"><img alt="M"',
    ],
    ['text set low', '<p>H<sub>2</sub>O</p>', '<p>H<sub>2</sub>O</p>'],
  ])('has %s', (_case, body, shown) => expect(content({ body })).toMatch(shown));

  test('has the two pictures of a comparison, with their names and its caption', () => {
    const state = (picture: string) => ({ picture, alt: picture, caption: null });
    const html = content({ comparisons: [{ before: state('old'), after: state('new'), caption: 'The queue', place: 'screens' }] });
    expect(html).toMatch(/old\.jpg.*<figcaption><p>Before<.*new\.jpg.*<figcaption><p>After · The queue</s);
  });

  test('has a chart as the table of its figures', () => {
    const body = '<p>So:</p><pre><code class="language-csv" data-meta="chart unit=min">Line,after\nRing,0.9</code></pre>';
    expect(content({ body })).toContain('<tr><th scope="row">Ring</th><td>0.9\u00a0min</td></tr>');
  });

  test('links a film from its poster, or from its words where it has none', () => {
    const film = () => ({ url: 'https://example.com/tide.mp4', label: 'Film, 0:42, 3 MB' });
    const withFilm = (key: string) => {
      const screenshots = [{ picture: key, alt: 'The tide', caption: null }];
      return feedContent(makeBareProject({ screenshots }), { url, locale: 'en-GB', strings: stringsFor('en-GB'), picture, film });
    };
    expect(withFilm('tide')).toContain('<a href="https://example.com/tide.mp4"><img alt="The tide"');
    expect(withFilm('missing')).toContain('<a href="https://example.com/tide.mp4">The tide<br />Film, 0:42, 3 MB</a>');
  });

  test('has the HTML of an MDX body', () => expect(content({}, '<p>From MDX.</p>')).toContain('From MDX.'));

  test.each([
    ['a link below the site', '<a href="/results/">x</a>', 'href="https://example.com/results/"'],
    ['a fragment', '<a href="#risks">x</a>', `href="${url}#risks"`],
    ['a link beside the page', '<a href="../other/">x</a>', 'href="https://example.com/projects/other/"'],
    ['an address for letters', '<a href="mailto:a@example.com">x</a>', 'href="mailto:a@example.com"'],
    ['a picture', '<img data-picture="map" alt="M">', '<img alt="M" width="600" height="400" src="https://example.com/map.jpg" />'],
  ])('has absolute addresses: %s', (_case, body, absolute) => expect(content({ body })).toContain(absolute));

  test.each([
    ['a script of a component', '<script type="module" src="/x.js">go()</script>', /script|go\(/],
    ['a style sheet', '<style>p{}</style>', /style|p\{/],
    ['classes, ids and scopes', '<p class="a" id="b" data-astro-cid-x>t</p>', /class|id=|astro/],
    ['a responsive set', '<img src="/a.jpg" srcset="/b.jpg 2x" alt="">', /srcset/],
  ])('is portable: without %s', (_case, body, trace) => expect(content({}, body)).not.toMatch(trace));

  test('shows each published picture once, and no other', () => {
    const shot = { picture: 'board', alt: 'A board', caption: null };
    const html = content({ thumbnail: shot, screenshots: [shot, { ...shot, picture: 'missing' }] });
    expect(html.match(/<img/g)).toHaveLength(1);
  });

  test('escapes text', () => {
    expect(content({ tagline: 'a <b> & "c"', sections: [] })).toContain('<p>a &lt;b&gt; &amp; "c"</p>');
  });
});
