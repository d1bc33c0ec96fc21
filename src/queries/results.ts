import { pagesOf } from '../lib/pagination.ts';
import { groupResults, mostOnOnePage, resultsPerPage, type Result, type ResultGroup } from '../lib/project/results.ts';
import { plate, type Plate } from '../metrics/format/plate.ts';
import { memo } from './memo.ts';
import { getProjects, type Project } from './projects.ts';
import { site, t, urls } from './site.ts';

/** Every public outcome by category: the largest category first, and within it the largest change first. */
export const getResults = memo(async (): Promise<readonly ResultGroup<Project>[]> =>
  groupResults(await getProjects(), { locale: site.locale, others: t.otherResults }),
);

/** The changes of all public case studies on one scale; null below three. */
export const getPlate = memo(async (): Promise<Plate<Result<Project>> | null> =>
  plate(
    (await getResults()).flatMap(({ results }) => results),
    site.locale,
  ),
);

/** Whether any public case study has an outcome. Without one, the site has no page of results and no link to it. */
export async function hasResults(): Promise<boolean> {
  return (await getResults()).length > 0;
}

/** Tell whether there are too many results for one page, so that each category has its own pages. */
export async function areResultsSplit(): Promise<boolean> {
  return (await getResults()).reduce((sum, { results }) => sum + results.length, 0) > mostOnOnePage;
}

/** Introduction of the results page. */
export async function getResultsIntro(): Promise<string> {
  return (await areResultsSplit()) ? t.resultsSplitIntro : t.resultsIntro;
}

/** Path of the page of a category, where results are split. */
export function categoryHref(slug: string): string {
  return urls.page('results', slug);
}

/** Static paths of every category page, with props; none if all results fit on one page. */
export async function getResultPaths() {
  const groups = (await areResultsSplit()) ? await getResults() : [];
  return groups.flatMap(({ category, slug, results: all }) =>
    pagesOf(all, resultsPerPage).map(({ page, members: results, place }) => ({
      params: { category: slug, page },
      props: { category, slug, results, ...place },
    })),
  );
}

/** One page of a category's results. */
export type ResultPath = Awaited<ReturnType<typeof getResultPaths>>[number];
