import { categoryName } from '../../metrics/format/format-outcome.ts';
import { relativeChange } from '../../metrics/model/evaluate.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import { technologySlug, uniqueSlug } from '../technologies.ts';

/** Results on one page at most, those of some two dozen case studies. If there are more, each category has pages of its own. */
export const mostOnOnePage = 120;

/** Results on a page of a category. */
export const resultsPerPage = 48;

/** Categories shown on the overview if they have pages of their own; the others are only named. */
export const shownCategories = 24;

/** Results shown for each of these categories, the strongest first. */
export const shownResults = 6;

/** An outcome and its case study. */
export interface Result<P> {
  outcome: Outcome;
  project: P;
}

/** The results of a category, the largest change first, and the last segment of its URL. */
export interface ResultGroup<P> {
  category: string;
  slug: string;
  results: Result<P>[];
}

/** Group all outcomes by the name of their category in a locale, the largest group first; those without a category come last, named `others`. */
export function groupResults<P extends { outcomes: readonly Outcome[] }>(
  projects: readonly P[],
  { locale, others }: { locale: string; others: string },
): ResultGroup<P>[] {
  const all = projects.flatMap((project) =>
    project.outcomes.map((outcome) => ({ result: { outcome, project }, size: Math.abs(relativeChange(outcome) ?? 0) })),
  );
  const groups = Map.groupBy(all, ({ result }) => categoryName(result.outcome.category, locale) || others);
  // `/page/2` is the second page of a list.
  const taken = new Set(['page']);
  return [...groups]
    .toSorted(([a, first], [b, second]) => Number(a === others) - Number(b === others) || second.length - first.length)
    .map(([category, members]) => ({
      category,
      slug: uniqueSlug(technologySlug(category), taken),
      results: members.toSorted((a, b) => b.size - a.size).map(({ result }) => result),
    }));
}

/** Return the case studies of results, each once. */
export function projectsOf<P>(results: readonly Result<P>[]): P[] {
  return [...new Set(results.map(({ project }) => project))];
}
