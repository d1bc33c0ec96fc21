import type { Project } from './project.ts';

/** The most options a facet offers in the page; the style sheet has a rule for each. */
export const facetOptions = { technology: 24, industry: 16, year: 16 } as const;

export type FacetName = keyof typeof facetOptions;

/** Count what the projects can be told apart by: technologies and industries by frequency, years newest first. */
export function facetsOf(projects: readonly Facetted[]): Facet[] {
  return (Object.keys(facetOptions) as FacetName[]).map((name) => {
    const counts = new Map<string, number>();
    for (const project of projects) for (const value of valuesOf(project, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => (name === 'year' ? 0 : b.count - a.count) || (a.value < b.value ? 1 : -1) * (name === 'year' ? 1 : -1));
    return { name, options: options.slice(0, facetOptions[name]) };
  });
}

/** The classes by which the style sheet knows a project's options: `technology-3 industry-1 year-2`, counted from 1. */
export function facetClasses(project: Facetted, facets: readonly Facet[]): string[] {
  return facets.flatMap(({ name, options }) => {
    const values = valuesOf(project, name);
    return options.flatMap(({ value }, index) => (values.includes(value) ? [`${name}-${index + 1}`] : []));
  });
}

export interface Facet {
  name: FacetName;
  options: { value: string; count: number }[];
}

type Facetted = Pick<Project, 'technologies' | 'industry' | 'year'>;

function valuesOf(project: Facetted, name: FacetName): string[] {
  if (name === 'technology') return project.technologies.map((technology) => technology.name);
  const value = project[name];
  return value ? [value] : [];
}
