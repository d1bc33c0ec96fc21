import { categoryName } from '../lib/metrics/format.ts';
import { relativeChange } from '../lib/metrics/judge.ts';
import type { Outcome } from '../lib/metrics/types.ts';
import { once } from './once.ts';
import { getProjects, type Project } from './projects.ts';
import { site, t } from './site.ts';

export interface ResultGroup {
  category: string;
  results: { outcome: Outcome; project: Project }[];
}

/** Every outcome of the public case studies, grouped by category; the fullest group first, the largest change first within it. */
export const getResults = once(async (): Promise<readonly ResultGroup[]> => {
  const all = (await getProjects()).flatMap((project) => project.outcomes.map((outcome) => ({ outcome, project })));
  const groups = Map.groupBy(all, ({ outcome }) => categoryName(outcome.category, site.locale) || t.otherResults);
  return [...groups]
    .map(([category, results]) => ({ category, results: results.toSorted((a, b) => size(b.outcome) - size(a.outcome)) }))
    .toSorted(
      (a, b) => Number(a.category === t.otherResults) - Number(b.category === t.otherResults) || b.results.length - a.results.length,
    );
});

function size(outcome: Outcome): number {
  return Math.abs(relativeChange(outcome) ?? 0);
}
