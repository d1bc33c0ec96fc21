import type { Project } from './project.ts';

/** What case studies are told apart by: the folder of its pages, and the most options the list offers; the filter's style sheet has a rule for each. */
export const facets = {
  technology: { folder: 'technologies', most: 24 },
  industry: { folder: 'industries', most: 16 },
  year: { folder: 'years', most: 16 },
} as const;

export type FacetName = keyof typeof facets;

/** A technology, an industry or a year: its name and the last part of its address. */
export interface FacetValue {
  name: string;
  slug: string;
}

/** What a project answers to in a facet; an industry's spellings are told apart as those of technologies are. */
export function facetValues({ technologies, industry, industrySlug, year }: Facetted, facet: FacetName): FacetValue[] {
  if (facet === 'technology') return technologies;
  if (facet === 'year') return year ? [{ name: year, slug: year }] : [];
  return industry && industrySlug ? [{ name: industry, slug: industrySlug }] : [];
}

/** Gather projects, newest first, by what they answer to: the fullest group first, years newest first. One address is one group, named by its newest project. */
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

/** The options by which a list of projects is browsed or filtered, with how many projects answer to each. */
export function facetsOf(projects: readonly Facetted[]): Facet[] {
  return (Object.keys(facets) as FacetName[]).map((name) => ({
    name,
    options: groupBy(projects, name)
      .slice(0, facets[name].most)
      .map(({ projects: members, ...value }) => ({ ...value, count: members.length })),
  }));
}

/** The classes by which the style sheet knows a project's options: `technology-3 industry-1 year-2`, counted from 1. */
export function facetClasses(project: Facetted, offered: readonly Facet[]): string[] {
  return offered.flatMap(({ name, options }) => {
    const slugs = facetValues(project, name).map(({ slug }) => slug);
    return options.flatMap(({ slug }, index) => (slugs.includes(slug) ? [`${name}-${index + 1}`] : []));
  });
}

export interface Group<P> extends FacetValue {
  projects: P[];
}

export interface Facet {
  name: FacetName;
  options: (FacetValue & { count: number })[];
}

type Facetted = Pick<Project, 'technologies' | 'industry' | 'industrySlug' | 'year'>;
