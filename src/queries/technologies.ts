import { technologyKey } from '../lib/technologies.ts';
import { once } from './once.ts';
import { getProjects, type Project } from './projects.ts';
import { getVocabulary } from './vocabulary.ts';

export interface Technology {
  name: string;
  slug: string;
  description: string | null;
  url: string | null;
  projects: Project[];
}

/** Every technology of the public case studies, most used first, with what the technologies file says of it. */
export const getTechnologies = once(async (): Promise<readonly Technology[]> => {
  const vocabulary = await getVocabulary();
  const technologies = new Map<string, Technology>();
  for (const project of await getProjects()) {
    for (const { name, slug } of project.technologies) {
      const known = vocabulary.get(technologyKey(name));
      const technology = technologies.get(slug) ?? {
        name,
        slug,
        description: known?.description ?? null,
        url: known?.url ?? null,
        projects: [],
      };
      technology.projects.push(project);
      technologies.set(slug, technology);
    }
  }
  return [...technologies.values()].toSorted((a, b) => b.projects.length - a.projects.length || a.name.localeCompare(b.name, 'en'));
});
