import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stringsFor } from '../../../src/i18n/strings.ts';
import { createLinks } from '../../../src/lib/markdown/links.ts';
import { alternateText, markdownAlternate, type AlternateOptions } from '../../../src/lib/alternates/markdown-alternate.ts';
import { makeMetric, makeTransition } from '../../fixtures/metric.ts';
import { makeBareProject, makeProject } from '../../fixtures/project.ts';

const url = 'https://example.com/projects/tidal-gauges/';

describe('the front matter', () => {
  const frontMatter = (project: ReturnType<typeof makeProject>) =>
    parse(/^---\n([\s\S]*?)\n---\n/.exec(markdownAlternate(project, { url, locale: 'en-GB', text: 'a\n' }))?.[1] ?? '', {
      schema: 'core',
    }) as Record<string, unknown>;

  test('has the facts and the outcomes', () => {
    const duration = { start: '2023-01', end: '2024-02' };
    const outcomes = [makeTransition({ period: 'a winter' })];
    expect(frontMatter(makeProject({ outcomes, duration, llmTopics: ['tides'] }))).toEqual({
      title: 'Tidal Gauges That Answer',
      tagline: 'A harbour reads its water level in seconds.',
      url,
      client: 'Port of Ostmark',
      industry: 'Shipping',
      date: '2024-05-17',
      duration: '2023-01/2024-02',
      technologies: ['PostgreSQL'],
      topics: ['tides'],
      lang: 'en-GB',
      metrics: [{ label: 'Checkout', text: 'checkout from 3.5 s to 0.8 s', before: '3.5 s', after: '0.8 s', period: 'a winter' }],
    });
  });

  test('has every further fact, and none that is unknown', () => {
    const facts = {
      topics: ['tides'],
      status: 'ongoing',
      credits: [{ name: 'Nord', role: 'Design' }],
      awards: [{ title: 'Best', year: '2025' }],
    };
    expect(frontMatter(makeBareProject({ ...facts, llmTopics: ['tides', 'radio'] }))).toEqual({
      ...{ title: 'Tidal Gauges That Answer', url, lang: 'en-GB', topics: ['tides', 'radio'], status: 'ongoing' },
      ...{ credits: ['Nord (Design)'], awards: ['Best, 2025'] },
    });
  });

  test('survives any title', () => {
    const title = '--- "a": [b]\n# c';
    expect(frontMatter(makeProject({ title }))['title']).toBe(title);
  });

  test.each([
    [{ text: 'four months' }, 'four months'],
    [{ start: '2023' }, '2023/..'],
  ])('writes the duration %o as %s', (duration, written) => expect(frontMatter(makeProject({ duration }))['duration']).toBe(written));
});

describe('the text', () => {
  const options: AlternateOptions = {
    ...{ url, locale: 'en-GB', strings: stringsFor('en-GB'), written: {}, links: createLinks({}, (path) => path) },
    picture: (picture) => (picture === 'missing' ? undefined : { url: `https://example.com/${String(picture)}.jpg`, width: 3, height: 2 }),
  };

  test('of a title and a story is the two', () => {
    expect(alternateText(makeBareProject(), { ...options, written: { body: 'Read by hand.' } })).toBe(
      '# Tidal Gauges That Answer\n\nRead by hand.\n',
    );
  });

  test('is the whole case study in the author’s own Markdown', () => {
    const project = makeProject({
      title: 'A *b*',
      llmSummary: 'In *short*.',
      sections: [{ field: 'solutions', html: '<p>not “this”</p>' }],
      body: '<p>nor this</p>',
      outcomes: [makeMetric({ period: 'a winter' })],
      testimonial: { quote: 'It answers.', author: 'Ida Berg', role: 'Harbour master' },
      screenshots: [
        { picture: 'board', alt: 'A board', caption: 'The *new* board' },
        { picture: 'missing', alt: 'b', caption: 'c' },
      ],
    });
    const written = { solutions: '# Why\n\nIt\'s "this"[^1].\n\n[^1]: A [note](/a/).', body: 'And ![this](map).' };
    expect(alternateText(project, { ...options, written })).toMatchInlineSnapshot(`
      "# A \\*b\\*

      In *short*.

      A harbour reads its water level in seconds.

      Port of Ostmark · Shipping · 2024

      | Measure | Result | How it was measured |
      | --- | --- | --- |
      | Page load times | 70% less | a winter |

      ## Solution

      ### Why

      It's "this"[^solutions-1].

      [^solutions-1]: A [note](https://example.com/a/).

      And ![this](https://example.com/map.jpg).

      ![A board](https://example.com/board.jpg)

      *The \\*new\\* board*

      > It answers.

      Ida Berg, Harbour master
      "
    `);
  });

  test('has the HTML of an MDX body as Markdown', () => {
    expect(alternateText(makeProject({ body: null }), { ...options, mdxBody: '<p>From <b>MDX</b>.</p>' })).toContain('\nFrom **MDX**.\n');
  });
});
