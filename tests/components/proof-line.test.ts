import { expect, test } from 'vitest';
import ProofLine from '../../src/components/project/ProofLine.astro';
import type { Project } from '../../src/lib/project/project.ts';
import { makeMetric, makeTransition } from '../fixtures/metric.ts';
import { makeProject } from '../fixtures/project.ts';
import { render } from './render.ts';

const cells = async (projects: Project[]) => {
  const { document } = await render(ProofLine, { props: { projects } });
  return [...document.querySelectorAll('.cell')].map((cell) =>
    [...cell.querySelectorAll('dd.figure, dt, dd:not(.figure)')]
      .toSorted((a, b) => Number(b.matches('.figure')) - Number(a.matches('.figure')))
      .map(({ textContent }) => textContent.trim()),
  );
};
const industry = (name: string) => ({ industry: name, industrySlug: name.toLowerCase() });

test('only what is true of the outcomes and the case studies is counted', async () => {
  const projects = [
    makeProject({ year: '2024', ...industry('Shipping'), namedClient: 'Port of Ostmark', outcomes: [makeTransition(), makeMetric()] }),
    makeProject({
      year: '2019',
      ...industry('Ferries'),
      namedClient: 'Halm Line',
      outcomes: [makeTransition(), makeTransition({ before: null })],
    }),
    makeProject({ year: '2021', ...industry('Ferries'), namedClient: null, outcomes: [makeTransition()] }),
  ];
  expect(await cells(projects)).toEqual([
    ['3', 'figures measured before and after', 'published with their baseline'],
    ['77%', 'less time', 'median of three durations; the smallest cut was 77%'],
    ['3', 'case studies', '2019–2024, two industries'],
    ['2', 'named clients'],
  ]);
});

test('a count of none or of one is not shown, and one client is counted once', async () => {
  const undated = makeProject({ year: null, outcomes: [makeTransition()] });
  expect(await cells([undated, makeProject({ outcomes: [] })])).toEqual([]);
});
