import { describe, expect, test } from 'vitest';
import {
  jsonSchemaOf,
  outcomeJson,
  projectsJson,
  resultsJson,
  toOutcomeJson,
  toProjectJson,
} from '../../../src/lib/alternates/projects-json.ts';
import { makeMetric, makeTransition } from '../../fixtures/metric.ts';
import { makeBareProject, makeProject } from '../../fixtures/project.ts';

const url = 'https://example.com/projects/tidal-gauges/';
const published = (project = makeProject()) =>
  toProjectJson(project, {
    url,
    markdown: 'https://example.com/projects/tidal-gauges.md',
    technologyUrl: (slug) => `https://example.com/technologies/${slug}/`,
    images: [{ url: 'https://example.com/a.jpg', width: 1200, height: 800, alt: '' }],

    locale: 'en-GB',
  });
const file = {
  $schema: 'https://example.com/projects.schema.json',
  site: 'Marlow',
  url: 'https://example.com/projects/',
  updated: '2025-02',
};

describe('published data', () => {
  test.each([
    ['with few fields', makeBareProject({ description: null })],
    [
      'with all fields',
      makeProject({
        outcomes: [makeMetric(), makeTransition(), makeMetric({ kind: 'statement', value: null, unit: null })],
        testimonial: { quote: 'It answers.', author: 'Ida Berg' },
        links: [{ label: 'Code', url: 'https://example.com/code' }],
        client: { name: 'Port', industry: 'Shipping', size: '40', url: 'https://port.example' },
        status: 'On hold',
        topics: ['Tides'],
        credits: [{ name: 'Nord', role: 'Design', url: 'https://nord.example' }],
        awards: [{ title: 'Best', by: 'City', year: '2025', url: 'https://award.example' }],
        related: ['other'],
        lang: 'de',
      }),
    ],
  ])('conforms to its schema: a case study %s', (_case, project) => {
    expect(() => projectsJson.parse({ ...file, projects: [published(project)] })).not.toThrow();
  });

  test('has absolute addresses of the files of the site', () => {
    const links = [
      { label: 'Report', url: '/report.pdf' },
      { label: 'Letters', url: 'mailto:a@example.com' },
    ];
    expect(published(makeProject({ links })).links.map((link) => link.url)).toEqual([
      'https://example.com/report.pdf',
      'mailto:a@example.com',
    ]);
  });

  test('of a transition has both states and the change between them', () => {
    expect(toOutcomeJson(makeTransition(), 'en-GB')).toMatchObject({
      kind: 'transition',
      before: { value: 3.5, unit: 'second' },
      after: { value: 0.8 },
    });
    expect(toOutcomeJson(makeTransition(), 'en-GB').relative_change).toBeCloseTo(-0.771, 3);
  });

  test('has the period and the words of the bound', () => {
    const json = toOutcomeJson(makeMetric({ kind: 'level', bound: 'at_most', boundText: 'within', per: 'week' }), 'en-GB');
    expect(json).toMatchObject({ bound: 'at_most', bound_text: 'within', per: 'week' });
    expect(outcomeJson.parse(json)).toEqual(json);
  });

  test('has only keys of its schema', () => {
    expect(outcomeJson.safeParse({ ...toOutcomeJson(makeMetric(), 'en-GB'), extra: 1 }).success).toBe(false);
  });
});

test.each([
  ['projects', projectsJson],
  ['results', resultsJson],
])('the JSON Schema of %s is a valid document with its own id', (_name, schema) => {
  const id = 'https://example.com/x.schema.json';
  expect(jsonSchemaOf(schema, id)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    type: 'object',
    additionalProperties: false,
  });
});
