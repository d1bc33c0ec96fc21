import { technologySlug } from '../lib/technologies.ts';
import { once } from './once.ts';
import { getProjects, type Project } from './projects.ts';

export interface Industry {
  name: string;
  slug: string;
  projects: Project[];
}

/** Every industry of the public case studies, the fullest first; spellings that give one address are one, named as the newest case has it. */
export const getIndustries = once(async (): Promise<readonly Industry[]> => {
  const industries = new Map<string, Industry>();
  for (const project of await getProjects()) {
    if (!project.industry) continue;
    const slug = technologySlug(project.industry);
    const industry = industries.get(slug) ?? { name: project.industry, slug, projects: [] };
    industry.projects.push(project);
    industries.set(slug, industry);
  }
  return [...industries.values()].toSorted((a, b) => b.projects.length - a.projects.length || (a.slug < b.slug ? -1 : 1));
});
