import { describe, expect, test } from 'vitest';
import { groupResults, projectsOf } from '../../../src/lib/project/results.ts';
import { makeMetric } from '../../fixtures/metric.ts';
import { makeProject } from '../../fixtures/project.ts';

const words = { locale: 'en-GB', others: 'Further results' };
const study = (slug: string, ...outcomes: Parameters<typeof makeMetric>[0][]) =>
  makeProject({ slug, outcomes: outcomes.map((outcome) => makeMetric(outcome)) });
const grouped = (...projects: ReturnType<typeof study>[]) => groupResults(projects, words);

describe('results by category', () => {
  test('begin with the largest group; results without a category come last', () => {
    const groups = grouped(
      study('a', { category: null }, { category: null }, { category: null }),
      study('b', { category: 'roi' }, { category: 'performance' }, { category: 'performance' }),
    );
    expect(groups.map(({ category, results }) => [category, results.length])).toEqual([
      ['Performance', 2],
      ['Return on investment', 1],
      ['Further results', 3],
    ]);
  });

  test('begin with the largest change in either direction; equal ones keep the order of their case studies', () => {
    const [group] = grouped(
      study('a', { value: 20 }, { value: 60, direction: 'up' }),
      study('b', { value: 40 }, { value: null, kind: 'statement' }),
      study('c', { value: 40 }),
    );
    expect(group?.results.map(({ outcome, project }) => [project.slug, outcome.value])).toEqual([
      ['a', 60],
      ['b', 40],
      ['c', 40],
      ['a', 20],
      ['b', null],
    ]);
  });

  test.each([
    ['of words', ['page_speed'], ['page-speed']],
    ['that are reserved for pagination', ['page'], ['page-2']],
    ['that two categories would share', ['c++', 'c plus plus'], ['c-plus-plus', 'c-plus-plus-2']],
    ['without a Latin letter', ['費用'], ['u8cbb-u7528']],
  ])('have slugs %s', (_case, categories, slugs) => {
    const groups = grouped(study('a', ...categories.map((category) => ({ category }))));
    expect(groups.map(({ slug }) => slug)).toEqual(slugs);
  });
});

test('the case studies of results are listed once each', () => {
  const [group] = grouped(study('a', { value: 1 }, { value: 3 }), study('b', { value: 2 }));
  expect(projectsOf(group?.results ?? []).map(({ slug }) => slug)).toEqual(['a', 'b']);
});
