import { categoryName } from '../metrics/format/format-outcome.ts';
import { relativeChange } from '../metrics/model/evaluate.ts';
import type { Outcome } from '../metrics/model/types.ts';
import { technologySlug } from './technologies.ts';

/** As many results as a reader looks through on one page: those of some two dozen case studies. With more, each category has pages of its own. */
export const mostOnOnePage = 120;

/** Results on a page of a category. */
export const resultsPerPage = 48;

/** Where categories have pages of their own, so many are shown with this many of their strongest results; the others are named. */
export const shownCategories = 24;
export const shownResults = 6;

/** An outcome and the case study it is told in. */
export interface Result<P> {
  outcome: Outcome;
  project: P;
}

/** The results of a category, the largest change first, and the last part of its address. */
export interface ResultGroup<P> {
  category: string;
  slug: string;
  results: Result<P>[];
}

/** Gather every outcome by its category in the words of a locale, the fullest first; last, under the name of `others`, those without one. */
export function groupResults<P extends { outcomes: readonly Outcome[] }>(
  projects: readonly P[],
  { locale, others }: { locale: string; others: string },
): ResultGroup<P>[] {
  const all = projects.flatMap((project) =>
    project.outcomes.map((outcome) => ({ result: { outcome, project }, size: Math.abs(relativeChange(outcome) ?? 0) })),
  );
  const groups = Map.groupBy(all, ({ result }) => categoryName(result.outcome.category, locale) || others);
  // `page` would be taken for a part of the address of a further page.
  const taken = new Set(['page']);
  return [...groups]
    .toSorted(([a, one], [b, other]) => Number(a === others) - Number(b === others) || other.length - one.length)
    .map(([category, members]) => ({
      category,
      slug: freeSlug(technologySlug(category), taken),
      results: members.toSorted((a, b) => b.size - a.size).map(({ result }) => result),
    }));
}

/** The case studies of results, each once. */
export function projectsOf<P>(results: readonly Result<P>[]): P[] {
  return [...new Set(results.map(({ project }) => project))];
}

function freeSlug(wanted: string, taken: Set<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  taken.add(slug);
  return slug;
}
