import { beforeAll, describe, expect, test, vi } from 'vitest';
import CaseRow from '../../src/components/project/CaseRow.astro';
import NextCase from '../../src/components/project/NextCase.astro';
import ProofLine from '../../src/components/project/ProofLine.astro';
import RelatedCases from '../../src/components/project/RelatedCases.astro';
import ResultList from '../../src/components/project/ResultList.astro';
import Case from '../../src/layouts/Case.astro';
import { headline } from '../../src/metrics/model/evaluate.ts';
import type { Picture, Project } from '../../src/queries/projects.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';
import { makeBareProject, makeProject } from '../fixtures/project.ts';
import { render } from './render.ts';

const board: Picture = { kind: 'public', src: '/board.png', width: 600, height: 400 };
const illustration = { picture: board, alt: 'A board', caption: 'The board in spring' };
const outcomes = [makeMetric(), makeTransition()];

/** A case study with every field. */
const whole = makeProject<Picture>({
  client: { name: 'Port of Ostmark', industry: 'Shipping', size: '40 staff', url: 'https://port.example' },
  updated: '2025-02',
  status: 'ongoing',
  topics: ['Tides'],
  thumbnail: illustration,
  role: 'Architect',
  services: ['Design'],
  teamSize: '6',
  credits: [{ name: 'Studio Nord', role: 'Interface', url: 'https://nord.example' }],
  awards: [{ title: 'Best Harbour', by: 'City', year: '2025', url: 'https://award.example' }],
  duration: { start: '2023-05', end: '2024-05' },
  impactScore: 8,
  outcomes,
  headline: headline(outcomes),
  sections: (['executive_summary', 'business_context', 'results_metrics', 'key_learnings'] as const).map((field) => ({
    field,
    html: `<p>Words on ${field}.</p>`,
  })),
  body: '<h2>A storm</h2><p>It blew.</p>',
  charts: [illustration],
  screenshots: [illustration, illustration],
  testimonial: { quote: 'It answers.', author: 'Ida Berg', role: 'Pilot', company: 'Port' },
  related: ['other'],
  links: [{ label: 'Report', url: 'https://report.example' }],
});

// The layout asks for collections, which are empty here; Astro warns of each.
beforeAll(() => {
  for (const method of ['log', 'info', 'warn'] as const) vi.spyOn(console, method).mockReturnValue();
});

/** What a case study has where its author has not written a field. */
const absent: { [Field in keyof Project]?: Project[Field] } = {
  ...{ tagline: null, description: null, client: null, industry: null, date: null, year: null, updated: null, status: null, topics: [] },
  ...{ thumbnail: null, technologies: [], role: null, services: [], teamSize: null, credits: [], awards: [], duration: null },
  ...{ impactScore: null, outcomes: [], headline: null, sections: [], body: '', charts: [], screenshots: [], testimonial: null },
  ...{ related: [], links: [] },
};

const cases: [string, Project][] = [
  ['every field', whole],
  ...Object.entries(absent).map(([field, value]): [string, Project] => [`no ${field}`, { ...whole, [field]: value }]),
  ['no sections and no body', { ...whole, sections: [], body: '' }],
  ['a testimonial by nobody', { ...whole, testimonial: { quote: 'It answers.' } }],
  ['a title and a story', makeBareProject()],
  ['a title and one outcome', makeBareProject({ outcomes: outcomes.slice(0, 1), headline: outcomes[0] ?? null })],
  ['a title and nothing to read', makeBareProject({ body: '', description: null })],
];

describe.each(cases)('a case study with %s', (_name, project) => {
  test.each([
    ['page', Case, { project, next: project, related: [project] }],
    ['row', CaseRow, { project }],
    ['link from the previous one', NextCase, { project }],
    ['link from a related one', RelatedCases, { projects: [project] }],
    ['results', ResultList, { results: [makeMetric(), ...project.outcomes].map((outcome) => ({ outcome, project })) }],
    ['place in the counts', ProofLine, { projects: [project, project] }],
  ] as const)('has nothing empty or invented in its %s', async (_part, component, props) => {
    const { document } = await render(component as typeof Case, { props });
    expect(emptyElements(document)).toEqual([]);
    expect(blemishes(document)).toEqual([]);
  });
});

test('the test reports what is empty, dangling or not a word', async () => {
  const { document } = await render(CaseRow, { props: { project: whole } });
  document.body.innerHTML =
    '<h2> </h2><ul class="x"></ul><dl><dd>a</dd></dl><p>Acme · </p><p>· 2024</p><p>Acme, , 2024</p><p>undefined</p><p>0 case studies</p>';
  expect(emptyElements(document)).toEqual(['<h2> </h2>', '<ul class="x"></ul>']);
  expect(blemishes(document)).toEqual(['Acme ·', '· 2024', 'Acme, , 2024', 'undefined', '0 case studies']);
});

/** List the elements that should hold words or pictures and hold none. */
function emptyElements(document: Document): string[] {
  return [
    ...document.querySelectorAll(
      'h1, h2, h3, p, ul, ol, li, dl, dt, dd, section, aside, nav, figure, figcaption, blockquote, table, main div',
    ),
  ]
    .filter((element) => element.textContent?.trim() === '' && !element.querySelector('img, svg, input, [data-caption]'))
    .filter((element) => !element.matches('[role=status]'))
    .map((element) => element.outerHTML.slice(0, 120));
}

/** List lines with a separator beside nothing, a count of nothing, or a value that is no word. */
function blemishes(document: Document): string[] {
  return [...document.querySelectorAll('main :is(p, dt, dd, li, figcaption, h1, h2, h3), body > :is(p, li)')]
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((line) => /^[·,]|[·,]$|[·,] ?[·,]|\b(?:undefined|null|NaN)\b|^0 /.test(line));
}
