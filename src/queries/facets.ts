import { facets, groupBy, type FacetName, type Group } from '../lib/facets.ts';
import { indexPath, pageSegments, paginate, type IndexPath } from '../lib/pagination.ts';
import { technologyKey } from '../lib/technologies.ts';
import { memo } from './memo.ts';
import { getProjects, type Project } from './projects.ts';
import { site, urls } from './site.ts';
import { getVocabulary } from './glossary.ts';

/** A technology, industry or year with its public case studies and its glossary entry. */
export interface FacetGroup extends Group<Project> {
  description?: string | undefined;
  url?: string | undefined;
}

/** Every technology, industry and year of the public case studies. */
export const getFacets = memo(async (): Promise<Record<FacetName, readonly FacetGroup[]>> => {
  const projects = await getProjects();
  const vocabulary = await getVocabulary();
  return {
    technology: groupBy(projects, 'technology').map((group) => {
      const { description, url } = vocabulary.get(technologyKey(group.name)) ?? {};
      return { ...group, description, url };
    }),
    industry: groupBy(projects, 'industry'),
    year: groupBy(projects, 'year'),
  };
});

/** Path of the page of a technology, industry or year. */
export function facetHref(facet: FacetName, slug: string): string {
  return urls.page(facets[facet].folder, slug);
}

/** Path of the feed of a technology or industry. */
export function facetFeedHref(facet: 'technology' | 'industry', slug: string): string {
  return urls.file(`${facets[facet].folder}/${slug}/rss.xml`);
}

/** Static path of the page that lists a facet's groups; none where it has no groups. */
export async function getFacetIndexPath(facet: FacetName): Promise<IndexPath[]> {
  return (await getFacets())[facet].length > 0 ? [indexPath] : [];
}

/** Static paths of every page of a facet's groups, with props. */
export async function getFacetPaths(facet: FacetName): Promise<FacetPath[]> {
  return (await getFacets())[facet].flatMap(({ projects: members, ...group }) =>
    paginate(members, site.projectsPerPage).map((projects, index, all) => ({
      params: { slug: group.slug, page: pageSegments(index + 1).join('/') || undefined },
      props: { facet, group, total: members.length, projects, current: index + 1, last: all.length },
    })),
  );
}

/** One page of a facet's group. */
export interface FacetPath {
  params: { slug: string; page: string | undefined };
  props: { facet: FacetName; group: Omit<FacetGroup, 'projects'>; total: number; projects: Project[]; current: number; last: number };
}
