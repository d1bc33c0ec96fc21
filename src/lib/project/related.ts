import type { Project } from './project.ts';

/**
 * Find the related cases of every project: those its author chose, then up to `limit` in all by shared technologies (rare ones count
 * more), topics and industry. Equal scores are ordered by distance in the list. Takes projects in their order; returns slugs by slug.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const sets = projects.map((project) => [...new Set(traits(project))]);
  const members = new Map<string, number[]>();
  for (const [index, own] of sets.entries()) for (const trait of own) members.set(trait, [...(members.get(trait) ?? []), index]);
  const positions = new Map(projects.map(({ slug }, index) => [slug, index]));
  const slugAt = (index: number): string => projects[index]?.slug ?? '';
  return new Map(
    projects.map(({ slug, related }, index) => {
      const scores = new Float64Array(projects.length);
      for (const trait of sets[index] ?? []) {
        const sharing = members.get(trait) ?? [];
        const weight = 1 / Math.log2(1 + sharing.length);
        for (const other of sharing) scores[other] = scoreOf(scores, other) + weight;
      }
      scores[index] = 0;
      const chosen = related.flatMap((one) => positions.get(one) ?? []).filter((one) => one !== index);
      // Only these are sorted: as many as can be taken, and their equals.
      const least = scores.toSorted().at(-limit - chosen.length) ?? 0;
      const byScore = [...scores.keys()]
        .filter((other) => scoreOf(scores, other) > 0 && scoreOf(scores, other) >= least)
        .toSorted(
          (a, b) =>
            scoreOf(scores, b) - scoreOf(scores, a) || Math.abs(a - index) - Math.abs(b - index) || (slugAt(a) < slugAt(b) ? -1 : 1),
        );
      return [slug, [...new Set([...chosen, ...byScore])].slice(0, Math.max(limit, chosen.length)).map(slugAt)];
    }),
  );
}

function scoreOf(scores: Float64Array, index: number): number {
  return scores[index] ?? 0;
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'topics' | 'industry' | 'related'>;

function traits({ technologies, topics, industry }: Relatable): string[] {
  return [
    ...technologies.map(({ slug }) => `technology ${slug}`),
    ...topics.map((topic) => `topic ${topic.toLowerCase()}`),
    ...(industry ? [`industry ${industry.toLowerCase()}`] : []),
  ];
}
