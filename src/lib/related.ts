import type { Project } from './project.ts';

/**
 * Find up to `limit` related cases of every project by shared technologies (rare ones count more) and industry.
 * Equal scores are ordered by distance in time. Takes projects newest first; returns slugs by slug.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const counts = new Map<string, number>();
  for (const trait of projects.flatMap(traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const sets = projects.map((project) => new Set(traits(project)));
  const score = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
    [...a].reduce((sum, trait) => (b.has(trait) ? sum + 1 / Math.log2(1 + (counts.get(trait) ?? 0)) : sum), 0);
  return new Map(
    sets.map((own, index) => {
      const related = sets
        .map((other, position) => ({
          slug: slugAt(projects, position),
          score: position === index ? 0 : score(own, other),
          distance: Math.abs(position - index),
        }))
        .filter((candidate) => candidate.score > 0)
        .toSorted((a, b) => b.score - a.score || a.distance - b.distance || (a.slug < b.slug ? -1 : 1));
      return [slugAt(projects, index), related.slice(0, limit).map(({ slug }) => slug)];
    }),
  );
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'industry'>;

function slugAt(projects: readonly Relatable[], index: number): string {
  return projects[index]?.slug ?? '';
}

function traits({ technologies, industry }: Relatable): string[] {
  return [...technologies.map(({ slug }) => `technology ${slug}`), ...(industry ? [`industry ${industry.toLowerCase()}`] : [])];
}
