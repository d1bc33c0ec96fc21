import { expect, test } from 'vitest';
import { facetClasses, facetOptions, facetsOf } from '../../src/lib/facets.ts';
import { makeProject } from '../fixtures/project.ts';

const named = (...names: string[]) => names.map((name) => ({ name, slug: name.toLowerCase() }));
const projects = [
  makeProject({ technologies: named('PHP', 'Rust'), industry: 'Energy', year: '2021' }),
  makeProject({ technologies: named('Rust'), industry: null, year: '2024' }),
  makeProject({ technologies: named('Rust', 'Go'), industry: 'Energy', year: null }),
];

test('technologies come by frequency then name, years newest first, each with its count', () => {
  const [technology, industry, year] = facetsOf(projects);
  expect(technology?.options).toEqual([
    { value: 'Rust', count: 3 },
    { value: 'Go', count: 1 },
    { value: 'PHP', count: 1 },
  ]);
  expect(industry?.options).toEqual([{ value: 'Energy', count: 2 }]);
  expect(year?.options.map(({ value }) => value)).toEqual(['2024', '2021']);
});

test('a project carries the class of every option it answers to, and of no other', () => {
  const facets = facetsOf(projects);
  expect(projects.map((project) => facetClasses(project, facets).join(' '))).toEqual([
    'technology-1 technology-3 industry-1 year-2',
    'technology-1 year-1',
    'technology-1 technology-2 industry-1',
  ]);
});

test('no facet offers more options than the style sheet has rules for', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    makeProject({ technologies: named(`T${index}`), industry: `I${index}`, year: String(1980 + index) }),
  );
  expect(facetsOf(many).map(({ options }) => options.length)).toEqual(Object.values(facetOptions));
});
