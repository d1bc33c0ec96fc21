import type { Project } from './project.ts';

/** The facets of case studies, with the folder of their pages. */
export const facets = {
  technology: { folder: 'technologies' },
  industry: { folder: 'industries' },
  year: { folder: 'years' },
} as const;

export type FacetName = keyof typeof facets;

/** A technology, industry or year. */
export interface FacetValue {
  name: string;
  slug: string;
}

/** Options of a facet that a project belongs to. Industries are compared by slug, as technologies are. */
export function facetValues({ technologies, industry, industrySlug, year }: Facetted, facet: FacetName): FacetValue[] {
  if (facet === 'technology') return technologies;
  if (facet === 'year') return year ? [{ name: year, slug: year }] : [];
  return industry && industrySlug ? [{ name: industry, slug: industrySlug }] : [];
}

/** Group projects (newest first) by the options of a facet: the largest group first, years newest first. Options with one slug form one group, named by its newest project. */
export function groupBy<P extends Facetted>(projects: readonly P[], facet: FacetName): Group<P>[] {
  const groups = new Map<string, Group<P>>();
  for (const project of projects) {
    for (const { name, slug } of facetValues(project, facet)) {
      const group = groups.get(slug) ?? { name, slug, projects: [] };
      if (group.projects.at(-1) !== project) group.projects.push(project);
      groups.set(slug, group);
    }
  }
  const all = [...groups.values()];
  return facet === 'year'
    ? all.toSorted((a, b) => (a.slug < b.slug ? 1 : -1))
    : all.toSorted((a, b) => b.projects.length - a.projects.length || a.name.localeCompare(b.name, 'en'));
}

/** The options a list of projects is browsed or filtered by, with counts. */
export function facetsOf(projects: readonly Facetted[]): Facet[] {
  return (Object.keys(facets) as FacetName[]).map((name) => ({
    name,
    options: groupBy(projects, name).map(({ projects: members, ...value }) => ({ ...value, count: members.length })),
  }));
}

/** Classes that the filter selects a project by: `technology-3 industry-1 year-2`, counted from 1. */
export function facetClasses(project: Facetted, offered: readonly Facet[]): string[] {
  return offered.flatMap(({ name, options }) => {
    const slugs = facetValues(project, name).map(({ slug }) => slug);
    return options.flatMap(({ slug }, index) => (slugs.includes(slug) ? [`${name}-${index + 1}`] : []));
  });
}

/** CSS of the filter: a checked option hides the cases that lack its class. One rule each, as a selector cannot compare two elements. */
export function filterCss(offered: readonly Facet[]): string {
  const selectors = offered.flatMap(({ name, options }) =>
    options.map((_, index) => `.cases:has(#${name}-${index + 1}:checked) .case:not(.${name}-${index + 1})`),
  );
  return selectors.length > 0 ? `${selectors.join(',')}{display:none}` : '';
}

export interface Group<P> extends FacetValue {
  projects: P[];
}

export interface Facet {
  name: FacetName;
  options: (FacetValue & { count: number })[];
}

type Facetted = Pick<Project, 'technologies' | 'industry' | 'industrySlug' | 'year'>;
