import type { Project } from './project.ts';

/**
 * Find the related cases of every project: those its author chose, then up to `limit` in all by shared technologies (rare ones count
 * more), topics and industry. Equal scores are ordered by distance in the list. Takes projects in their order; returns slugs by slug.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const cases = projects.map((project, position) => ({ ...project, position, traits: traitsOf(project) }));
  const members = Map.groupBy(
    cases.flatMap((project) => project.traits.map((trait) => ({ trait, project }))),
    ({ trait }) => trait,
  );
  return new Map(
    cases.map(({ slug, related, position, traits }) => {
      const scores = new Map<(typeof cases)[number], number>();
      for (const sharing of traits.map((trait) => members.get(trait) ?? []))
        for (const { project } of sharing) scores.set(project, (scores.get(project) ?? 0) + 1 / Math.log2(1 + sharing.length));
      const distanceTo = (other: { position: number }): number => Math.abs(other.position - position);
      const byScore = [...scores].toSorted(
        ([a, one], [b, other]) => other - one || distanceTo(a) - distanceTo(b) || (a.slug < b.slug ? -1 : 1),
      );
      const chosen = related.filter((one) => one !== slug && cases.some((other) => other.slug === one));
      const all = new Set([...chosen, ...byScore.map(([other]) => other.slug).filter((one) => one !== slug)]);
      return [slug, [...all].slice(0, Math.max(limit, chosen.length))];
    }),
  );
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'topics' | 'industry' | 'related'>;

function traitsOf({ technologies, topics, industry }: Relatable): string[] {
  const traits = [
    ...technologies.map(({ slug }) => `technology ${slug}`),
    ...topics.map((topic) => `topic ${topic.toLowerCase()}`),
    ...(industry ? [`industry ${industry.toLowerCase()}`] : []),
  ];
  return [...new Set(traits)];
}
