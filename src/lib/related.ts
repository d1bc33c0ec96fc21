import type { Project } from './project.ts';

/**
 * Find the related cases of every project: those its author chose, then up to `limit` in all by shared technologies (rare ones count
 * more), topics and industry. Equal scores are ordered by distance in the list. Takes projects in their order; returns slugs by slug.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const counts = new Map<string, number>();
  for (const trait of projects.flatMap(traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const sets = projects.map((project) => new Set(traits(project)));
  const score = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
    [...a].reduce((sum, trait) => (b.has(trait) ? sum + 1 / Math.log2(1 + (counts.get(trait) ?? 0)) : sum), 0);
  const slugs = new Set(projects.map(({ slug }) => slug));
  return new Map(
    sets.map((own, index) => {
      const slug = slugAt(projects, index);
      const chosen = (projects[index]?.related ?? []).filter((one) => one !== slug && slugs.has(one));
      const related = sets
        .map((other, position) => ({
          slug: slugAt(projects, position),
          score: position === index ? 0 : score(own, other),
          distance: Math.abs(position - index),
        }))
        .filter((candidate) => candidate.score > 0)
        .toSorted((a, b) => b.score - a.score || a.distance - b.distance || (a.slug < b.slug ? -1 : 1));
      const all = [...new Set([...chosen, ...related.map((candidate) => candidate.slug)])];
      return [slug, all.slice(0, Math.max(limit, chosen.length))];
    }),
  );
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'topics' | 'industry' | 'related'>;

function slugAt(projects: readonly Relatable[], index: number): string {
  return projects[index]?.slug ?? '';
}

function traits({ technologies, topics, industry }: Relatable): string[] {
  return [
    ...technologies.map(({ slug }) => `technology ${slug}`),
    ...topics.map((topic) => `topic ${topic.toLowerCase()}`),
    ...(industry ? [`industry ${industry.toLowerCase()}`] : []),
  ];
}
