import {
  facetNames,
  facets,
  facetValues,
  groupBy,
  hasPage,
  isIndexed,
  type FacetName,
  type FacetValue,
  type Group,
} from '../lib/project/facets.ts';
import { pagesOf } from '../lib/pagination.ts';
import { technologyKey } from '../lib/technologies.ts';
import { memo } from './memo.ts';
import { getProjects, type Project } from './projects.ts';
import { site, urls } from './site.ts';
import { getVocabulary } from './glossary.ts';

/** A technology, industry, client or year with its public case studies and its glossary entry. */
export interface FacetGroup extends Group<Project> {
  description?: string | undefined;
  url?: string | undefined;
  /** Path of its page; null where it has none. */
  href: string | null;
}

/** Every technology, industry, client and year of the public case studies. */
export const getFacets = memo(async (): Promise<Record<FacetName, readonly FacetGroup[]>> => {
  const projects = await getProjects();
  const vocabulary = await getVocabulary();
  const groupsOf = (facet: FacetName) =>
    groupBy(projects, facet).map((group): FacetGroup => {
      const entry = facet === 'technology' ? vocabulary.get(technologyKey(group.name)) : undefined;
      const client = facet === 'client' ? group.projects[0]?.client : undefined;
      const description = entry?.description;
      const paged = hasPage({ count: group.projects.length, description, total: projects.length });
      return {
        ...group,
        description,
        url: entry?.url ?? client?.url ?? undefined,
        href: paged ? urls.page(facets[facet].folder, group.slug) : null,
      };
    });
  return { technology: groupsOf('technology'), industry: groupsOf('industry'), client: groupsOf('client'), year: groupsOf('year') };
});

/** The options of a facet that a case study has, and whether each has a page. */
export async function getFacetValues(project: Project, facet: FacetName): Promise<(FacetValue & { paged: boolean })[]> {
  const paged = new Set((await getFacets())[facet].flatMap(({ slug, href }) => (href === null ? [] : slug)));
  return facetValues(project, facet).map((value) => ({ ...value, paged: paged.has(value.slug) }));
}

/** The facets that have an index: an address for the list of their options. */
export async function getIndexedFacets(): Promise<FacetName[]> {
  const groups = await getFacets();
  return isIndexed((await getProjects()).length) ? facetNames.filter((facet) => groups[facet].length > 0) : [];
}

/** Path of the page that lists the options of a facet. */
export function facetIndexHref(facet: FacetName): string {
  return urls.page(facets[facet].folder);
}

/** Path of the feed of a technology or industry. */
export function facetFeedHref(facet: 'technology' | 'industry', slug: string): string {
  return urls.file(`${facets[facet].folder}/${slug}/rss.xml`);
}

/** Static paths of every page of a facet's options, with props. */
export async function getFacetPaths(facet: FacetName) {
  return (await getFacets())[facet].flatMap(({ projects: all, href, ...group }) =>
    (href === null ? [] : pagesOf(all, site.projectsPerPage)).map(({ page, members: projects, place }) => ({
      params: { slug: group.slug, page },
      props: { facet, group, projects, ...place },
    })),
  );
}

/** One page of a facet's option. */
export type FacetPath = Awaited<ReturnType<typeof getFacetPaths>>[number];
