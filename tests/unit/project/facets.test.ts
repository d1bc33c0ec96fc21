import { describe, expect, test } from 'vitest';
import type { facets } from '../../../src/lib/project/facets.ts';
import { byInitial, facetClasses, facetsOf, facetValues, filterCss, groupBy, hasPage } from '../../../src/lib/project/facets.ts';
import { makeProject } from '../../fixtures/project.ts';

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
  const [hidden = '', matched = ''] = filterCss(many, offered).split('{display:none}');
  expect(hidden.match(/:checked/g)).toHaveLength(120);
  expect(hidden).toContain('.cases:has(#industry-40:checked) .case:not(.industry-40),');
  expect(matched.match(/\.cases/g)).toHaveLength(40);
  expect(matched).toContain(
    '.cases:has(:is(#technology-0,#technology-1):checked):has(:is(#industry-0,#industry-1):checked):has(:is(#year-0,#year-40):checked)',
  );
});

test('cases with the same options need one rule, and one without an option matches only the choice of all', () => {
  const alike = [1, 2].map(() => makeProject({ technologies: named('Go'), industry: null, year: null }));
  const offered = facetsOf([...alike, ...projects]).slice(0, 2);
  expect(filterCss(alike, offered).split('{display:none}')[1]).toBe(
    '.cases:has(:is(#technology-0,#technology-1):checked):has(:is(#industry-0):checked){--matched:block;--unmatched:none}',
  );
});

test('a list without options needs no rules', () => expect(filterCss(projects, [])).toBe(''));

test.each([
  [{ count: 2, total: 3 }, true],
  [{ count: 1, total: 3 }, false],
  [{ count: 1, total: 3, description: 'A language.' }, true],
  [{ count: 2, total: 2 }, false],
])('%j: an option has a page if it has two case studies or a description, on a site of three: %s', (option, expected) => {
  expect(hasPage(option)).toBe(expected);
});

describe('the index', () => {
  const listed = (locale: string, ...names: string[]) =>
    byInitial(
      names.map((name) => ({ name, slug: name })),
      locale,
    ).map(({ initial, options }) => `${initial} ${options.map(({ name }) => name).join(' ')}`);

  test('orders names by letter, whatever signs and accents they begin with', () => {
    expect(listed('en', 'Zig', '.NET', 'élan', 'Elm', 'nginx')).toEqual(['E élan Elm', 'N .NET nginx', 'Z Zig']);
    expect(listed('de', 'Ökostrom', 'Opal', 'Papier')).toEqual(['O Ökostrom Opal', 'P Papier']);
  });

  test('puts names that begin with a digit first, in the order of their numbers', () => {
    expect(listed('en', 'AWS', '11ty', '3D')).toEqual(['# 3D 11ty', 'A AWS']);
  });
});

test('a client is known by the name that readers see', () => {
  const client = { name: 'A Nordic bank', industry: null, size: null, url: null };
  expect(facetValues(makeProject({ client }), 'client')).toEqual([{ name: 'A Nordic bank', slug: 'a-nordic-bank' }]);
  expect(facetValues(makeProject({ client: null }), 'client')).toEqual([]);
});
