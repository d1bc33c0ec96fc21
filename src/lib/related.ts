import type { Project } from './project.ts';

/** How many neighbours in time a shared technology brings into consideration; keeps the work linear in the number of projects. */
const reach = 8;

/**
 * Find up to `limit` related cases of every project, by shared technologies (rare ones count more) and industry.
 * Takes projects newest first; returns slugs by slug. Linear in the number of projects.
 */
export function relatedCases(projects: readonly Relatable[], limit = 2): Map<string, string[]> {
  const groups = new Map<string, number[]>();
  projects.forEach((project, index) => {
    for (const key of traits(project)) {
      const members = groups.get(key);
      if (members) members.push(index);
      else groups.set(key, [index]);
    }
  });
  const scores = projects.map(() => new Map<number, number>());
  for (const members of groups.values()) {
    const weight = 1 / Math.log2(1 + members.length);
    for (let place = 0; place < members.length; place++) {
      const score = scores[members[place] ?? 0];
      const last = Math.min(members.length - 1, place + reach);
      for (let near = Math.max(0, place - reach); near <= last; near++) {
        const other = members[near] ?? 0;
        if (near !== place) score?.set(other, (score.get(other) ?? 0) + weight);
      }
    }
  }
  const slugOf = (index: number): string => projects[index]?.slug ?? '';
  return new Map(
    projects.map(({ slug }, here) => {
      const score = scores[here] ?? new Map<number, number>();
      const difference = (a: number, b: number): number =>
        (score.get(b) ?? 0) - (score.get(a) ?? 0) || Math.abs(a - here) - Math.abs(b - here) || (slugOf(a) < slugOf(b) ? -1 : 1);
      return [slug, firstOf(score.keys(), limit, difference).map(slugOf)];
    }),
  );
}

/** The first `limit` of some items in an order, without putting all the others in order. */
function firstOf<T>(items: Iterable<T>, limit: number, difference: (a: T, b: T) => number): T[] {
  const found: T[] = [];
  for (const item of items) {
    const at = found.findIndex((known) => difference(item, known) < 0);
    if (at === -1 && found.length >= limit) continue;
    found.splice(at === -1 ? found.length : at, 0, item);
    if (found.length > limit) found.pop();
  }
  return found;
}

type Relatable = Pick<Project, 'slug' | 'technologies' | 'industry'>;

function traits({ technologies, industry }: Relatable): string[] {
  return [...technologies.map(({ slug }) => `technology ${slug}`), ...(industry ? [`industry ${industry.toLowerCase()}`] : [])];
}
