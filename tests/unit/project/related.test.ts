import { expect, test } from 'vitest';
import { relatedCases } from '../../../src/lib/project/related.ts';
import { makeProject } from '../../fixtures/project.ts';

const project = (slug: string, technologies: string[], industry: string | null = null) =>
  makeProject({ slug, industry, technologies: technologies.map((name) => ({ name, slug: name.toLowerCase() })) });

test('a case is never related to itself, nor to one that shares nothing', () => {
  const related = relatedCases([project('a', ['PHP']), project('b', ['Rust'])]);
  expect([...related]).toEqual([
    ['a', []],
    ['b', []],
  ]);
});

test('a rare technology in common says more than a usual one', () => {
  const related = relatedCases([
    project('a', ['AWS', 'Erlang']),
    project('b', ['AWS']),
    project('c', ['AWS']),
    project('d', ['Erlang']),
    project('e', ['AWS']),
  ]);
  expect(related.get('a')?.[0]).toBe('d');
});

test('an industry counts, however it is capitalised', () => {
  expect(relatedCases([project('a', ['PHP'], 'Retail'), project('b', ['Rust'], 'retail')]).get('a')).toEqual(['b']);
});

test('equal ones are chosen by nearness in time, then by name', () => {
  const related = relatedCases(['a', 'b', 'c', 'd', 'e'].map((slug) => project(slug, ['AWS'])));
  expect(related.get('a')).toEqual(['b', 'c']);
  expect(related.get('c')).toEqual(['b', 'd']);
});

test('no more are given than asked for', () => {
  const projects = ['a', 'b', 'c', 'd', 'e'].map((slug) => project(slug, ['AWS']));
  expect(relatedCases(projects, 3).get('e')).toHaveLength(3);
});

test('a topic in common counts', () => {
  const projects = [makeProject({ slug: 'a', topics: ['Tides'] }), makeProject({ slug: 'b', topics: ['tides'] })];
  expect(relatedCases(projects.map((one) => ({ ...one, technologies: [], industry: null }))).get('a')).toEqual(['b']);
});

test('those its author chose come first, all of them and each once, if they are published', () => {
  const chosen = { ...project('a', ['AWS']), related: ['d', 'gone', 'a', 'c', 'e'] };
  const related = relatedCases([chosen, project('b', ['AWS']), project('c', ['AWS']), project('d', []), project('e', [])]);
  expect(related.get('a')).toEqual(['d', 'c', 'e']);
  expect(relatedCases([{ ...chosen, related: ['d'] }, project('b', ['AWS']), project('d', [])]).get('a')).toEqual(['d', 'b']);
});
