import type { Project } from './project.ts';
import { technologySlug } from '../technologies.ts';

/** The facets of case studies, with the folder of their pages. */
export const facets = {
  technology: { folder: 'technologies' },
  industry: { folder: 'industries' },
  client: { folder: 'clients' },
  year: { folder: 'years' },
} as const;

export type FacetName = keyof typeof facets;

export const facetNames = Object.keys(facets) as FacetName[];

/** The facets that the list of case studies is filtered and browsed by. */
const filtered = ['technology', 'industry', 'year'] as const satisfies FacetName[];

/** The fewest case studies that a site has an index for. A list of one or two shows everything itself. */
const fewestIndexed = 3;

/** Whether a site of `total` case studies has pages besides its list to look them up by: results, the index, technologies and so on. */
export function isIndexed(total: number): boolean {
  return total >= fewestIndexed;
}

/**
 * Whether an option has a page of its own on a site of `total` case studies. The page of a single case study would only repeat it,
 * unless the glossary describes the option.
 */
export function hasPage({ count, description, total }: { count: number; description?: string | undefined; total: number }): boolean {
  return isIndexed(total) && (count > 1 || Boolean(description));
}

/** A technology, industry, client or year. */
export interface FacetValue {
  name: string;
  slug: string;
}

/** Options of a facet that a project belongs to. Industries and clients are compared by slug, as technologies are. */
export function facetValues({ technologies, industry, industrySlug, client, year }: Facetted, facet: FacetName): FacetValue[] {
  if (facet === 'technology') return technologies;
  if (facet === 'client') return client ? [{ name: client.name, slug: technologySlug(client.name) }] : [];
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

/** Order options by name and group them by their initials, as an index does. Names without a letter come first, under `#`. */
export function byInitial<T extends FacetValue>(options: readonly T[], locale: string): { initial: string; options: T[] }[] {
  const { compare } = new Intl.Collator(locale, { ignorePunctuation: true, numeric: true });
  const initialOf = ({ name }: T): string => {
    const [first = ''] = /[\p{L}\p{N}]/u.exec(name.normalize('NFD')) ?? [];
    return /\p{L}/u.test(first) ? first.toLocaleUpperCase(locale) : '#';
  };
  const sorted = options.toSorted((a, b) => compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
  return [...Map.groupBy(sorted, initialOf)]
    .map(([initial, members]) => ({ initial, options: members }))
    .toSorted((a, b) => compare(a.initial, b.initial));
}

/** The options a list of projects is filtered by, with counts. */
export function facetsOf(projects: readonly Facetted[]): Facet[] {
  return filtered.map((name) => ({
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

/**
 * CSS of the filter: a chosen option hides the cases that lack its class, and `--matched` and `--unmatched` are the `display` of what
 * shows while the choices match a case and while they match none. One selector for each option and case, as a selector cannot compare
 * two elements. Option 0 chooses all.
 */
export function filterCss(projects: readonly Facetted[], offered: readonly Facet[]): string {
  if (offered.length === 0) return '';
  const hidden = offered.flatMap(({ name, options }) =>
    options.map((_, index) => `.cases:has(#${name}-${index + 1}:checked) .case:not(.${name}-${index + 1})`),
  );
  const matched = projects.map((project) => {
    const chosen = offered.map((facet) => [`${facet.name}-0`, ...facetClasses(project, [facet])].map((id) => `#${id}`).join());
    return `.cases${chosen.map((ids) => `:has(:is(${ids}):checked)`).join('')}`;
  });
  return `${hidden.join()}{display:none}${[...new Set(matched)].join()}{--matched:block;--unmatched:none}`;
}

export interface Group<P> extends FacetValue {
  projects: P[];
}

export interface Facet {
  name: FacetName;
  options: (FacetValue & { count: number })[];
}

type Facetted = Pick<Project, 'technologies' | 'industry' | 'industrySlug' | 'year'> & { client: { name: string } | null };
