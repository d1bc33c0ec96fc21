import { describe, expect, test } from 'vitest';
import type { facets } from '../../src/lib/facets.ts';
import { facetClasses, facetsOf, facetValues, filterCss, groupBy } from '../../src/lib/facets.ts';
import { makeProject } from '../fixtures/project.ts';

const named = (...names: string[]) => names.map((name) => ({ name, slug: name.toLowerCase() }));
const projects = [
  makeProject({ slug: 'a', technologies: named('PHP', 'Rust'), industry: 'Energy', year: '2024' }),
  makeProject({ slug: 'b', technologies: named('Rust'), industry: null, year: '2021' }),
  makeProject({ slug: 'c', technologies: named('Rust', 'Go'), industry: 'Energy', year: null }),
];

describe('groups', () => {
  const listed = (facet: keyof typeof facets, of = projects) =>
    groupBy(of, facet).map(({ name, slug, projects: members }) => `${name} ${slug} ${members.map((member) => member.slug).join('')}`);

  test.each([
    ['technology', ['Rust rust abc', 'Go go c', 'PHP php a']],
    ['industry', ['Energy energy ac']],
    ['year', ['2024 2024 a', '2021 2021 b']],
  ] as const)('by %s: the fullest first, years newest first, nothing where nothing is said', (facet, expected) => {
    expect(listed(facet)).toEqual(expected);
  });

  test('what has one address is one industry, named as its newest case has it', () => {
    const spelt = ['Öffentlicher Dienst', 'öffentlicher dienst', 'R&D', 'C#', 'C'].map((industry, index) =>
      makeProject({ slug: String(index), industry }),
    );
    expect(listed('industry', spelt)).toEqual([
      ...['Öffentlicher Dienst offentlicher-dienst 01', 'C c 4', 'C# c-sharp 3', 'R&D r-and-d 2'],
    ]);
  });

  test('a project is once in a group, however it spells a technology', () => {
    const technologies = ['Node.js', 'Node JS'].map((name) => ({ name, slug: 'node-js' }));
    expect(listed('technology', [makeProject({ slug: 'a', technologies })])).toEqual(['Node.js node-js a']);
  });
});

test('a project without industry or date answers to neither', () => {
  const project = makeProject({ industry: null, year: null });
  expect([facetValues(project, 'industry'), facetValues(project, 'year')]).toEqual([[], []]);
});

test('every option is offered with its count', () => {
  const [technology, industry] = facetsOf(projects);
  expect(technology?.options.map(({ name, count }) => `${name} ${count}`)).toEqual(['Rust 3', 'Go 1', 'PHP 1']);
  expect(industry?.options).toEqual([{ name: 'Energy', slug: 'energy', count: 2 }]);
});

test('a project carries the class of every option it answers to, and of no other', () => {
  const offered = facetsOf(projects);
  expect(projects.map((project) => facetClasses(project, offered).join(' '))).toEqual([
    'technology-1 technology-3 industry-1 year-1',
    'technology-1 year-2',
    'technology-1 technology-2 industry-1',
  ]);
});

test('every option is offered and has its rule', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    makeProject({ technologies: named(`T${index}`), industry: `I${index}`, year: String(1980 + index) }),
  );
  const offered = facetsOf(many);
  expect(offered.map(({ options }) => options.length)).toEqual([40, 40, 40]);
  expect(filterCss(offered).match(/:checked/g)).toHaveLength(120);
  expect(filterCss(offered)).toContain('.cases:has(#industry-40:checked) .case:not(.industry-40),');
});

test('a list without options needs no rules', () => expect(filterCss([])).toBe(''));
