import { pageSegments, paginate } from '../lib/pagination.ts';
import { groupResults, mostOnOnePage, resultsPerPage, type Result, type ResultGroup } from '../lib/results.ts';
import { memo } from './memo.ts';
import { getProjects, type Project } from './projects.ts';
import { site, t, urls } from './site.ts';

/** Every outcome of the public case studies, grouped by category; the fullest group first, the largest change first within it. */
export const getResults = memo(async (): Promise<readonly ResultGroup<Project>[]> =>
  groupResults(await getProjects(), { locale: site.locale, others: t.otherResults }),
);

/** Whether the results are too many for one page, and each category has pages of its own. */
export async function areResultsSplit(): Promise<boolean> {
  return (await getResults()).reduce((sum, { results }) => sum + results.length, 0) > mostOnOnePage;
}

/** What is said of them where they begin. */
export async function getResultsIntro(): Promise<string> {
  return (await areResultsSplit()) ? t.resultsSplitIntro : t.resultsIntro;
}

/** Address of the page that lists the results of a category, where they are split. */
export function categoryHref(slug: string): string {
  return urls.page('results', slug);
}

/** The paths of every page of every category, with what each shows; none where all results stand on one page. */
export async function getResultPaths(): Promise<ResultPath[]> {
  if (!(await areResultsSplit())) return [];
  return (await getResults()).flatMap(({ category, slug, results: members }) =>
    paginate(members, resultsPerPage).map((results, index, all) => ({
      params: { category: slug, page: pageSegments(index + 1).join('/') || undefined },
      props: { category, slug, total: members.length, results, current: index + 1, last: all.length },
    })),
  );
}

/** A page of a category's results and what it shows. */
export interface ResultPath {
  params: { category: string; page: string | undefined };
  props: { category: string; slug: string; total: number; results: Result<Project>[]; current: number; last: number };
}
