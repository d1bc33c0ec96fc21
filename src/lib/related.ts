import type { Project } from './project.ts';

/** How many neighbours in time a shared technology brings into consideration; keeps the work linear in the number of projects. */
const reach = 8;

/**
 * Find up to `limit` related cases of every project, by shared technologies (rare ones count more) and industry.
 * Takes projects newest first; returns slugs by slug. Linear in the number of projects.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const groups = new Map<string, Relatable[]>();
  for (const project of projects) {
    for (const key of traits(project)) {
      const members = groups.get(key);
      if (members) members.push(project);
      else groups.set(key, [project]);
    }
  }
  const related = new Map<string, string[]>();
  const position = new Map<string, number>();
  const scores = new Map(projects.map(({ slug }) => [slug, new Map<string, number>()]));
  for (const members of groups.values()) {
    const weight = 1 / Math.log2(1 + members.length);
    members.forEach((project, index) => {
      for (const other of members.slice(Math.max(0, index - reach), index + reach + 1)) {
        if (other === project) continue;
        const score = scores.get(project.slug);
        score?.set(other.slug, (score.get(other.slug) ?? 0) + weight);
      }
    });
  }
  projects.forEach(({ slug }, index) => position.set(slug, index));
  for (const [slug, score] of scores) {
    const here = position.get(slug) ?? 0;
    const distance = (other: string): number => Math.abs((position.get(other) ?? 0) - here);
    const ranked = [...score].sort(([a, x], [b, y]) => y - x || distance(a) - distance(b) || (a < b ? -1 : 1));
    related.set(
      slug,
      ranked.slice(0, limit).map(([other]) => other),
    );
  }
  return related;
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'industry'>;

function traits({ technologies, industry }: Relatable): string[] {
  return [...technologies.map(({ slug }) => `technology ${slug}`), ...(industry ? [`industry ${industry.toLowerCase()}`] : [])];
}
