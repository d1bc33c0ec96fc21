import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { twin, twinBody } from '../../src/lib/markdown-alternate.ts';
import { makeTransition } from '../fixtures/metric.ts';
import { makeProject } from '../fixtures/project.ts';

const url = 'https://example.com/projects/tidal-gauges/';
const options = { url, body: 'Read by hand.\n', locale: 'en-GB', topics: [] };
const frontMatter = (markdown: string) =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(markdown)?.[1] ?? '', { schema: 'core' }) as Record<string, unknown>;

describe('the front matter', () => {
  test('has the facts and the outcomes', () => {
    const project = makeProject({ outcomes: [makeTransition({ period: 'a winter' })], duration: { start: '2023-01', end: '2024-02' } });
    expect(frontMatter(twin(project, { ...options, topics: ['tides'] }))).toEqual({
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

  test('survives any title', () => {
    const title = '--- "a": [b]\n# c';
    expect(frontMatter(twin(makeProject({ title }), options))['title']).toBe(title);
  });

  test.each([
    [{ text: 'four months' }, 'four months'],
    [{ start: '2023' }, '2023/..'],
  ])('says how long it took: %o', (duration, said) => expect(frontMatter(twin(makeProject({ duration }), options))['duration']).toBe(said));
});

test('the text stands under the title, the summary for models first', () => {
  expect(twinBody({ title: 'A *b*' }, { html: '<p>c</p>', summary: 'In short.\n' })).toBe('# A \\*b\\*\n\nIn short.\n\nc\n');
});
