import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { paginate } from '../lib/pagination.ts';
import type { StoredPicture } from '../lib/pictures.ts';
import { newestFirst, toProject, type Illustration as AnyIllustration, type Project as AnyProject } from '../lib/project.ts';
import { relatedCases } from '../lib/related.ts';
import { technologyKey } from '../lib/technologies.ts';
import { once } from './once.ts';
import { site } from './site.ts';
import { getVocabulary } from './vocabulary.ts';

export type Picture = StoredPicture<ImageMetadata>;
export type Project = AnyProject<Picture>;
export type Illustration = AnyIllustration<Picture>;

/** All case studies the reader may see, newest first. Every list, page, feed and count of the site comes from here. */
export const getProjects = once(async (): Promise<readonly Project[]> => {
  // The loader has put every document to the gate; only the development server stores, and shows, the hidden ones.
  const entries = await getCollection('projects', ({ data }) => import.meta.env.DEV || !data.hidden);
  const vocabulary = await getVocabulary();
  const canonical = (name: string): string => vocabulary.get(technologyKey(name))?.name ?? name;
  return entries.map((entry) => toProject<Picture>(entry, canonical)).toSorted(newestFirst);
});

/** A case study with what its page needs of the others. */
export type Case = {
  project: Project;
  next: Project | null;
  related: Project[];
};

/** Every case study with its next (older, then round to the newest) and its related cases. */
export const getCases = once(async (): Promise<readonly Case[]> => {
  const projects = await getProjects();
  const bySlug = new Map(projects.map((project) => [project.slug, project]));
  const related = relatedCases(projects, 3);
  return projects.map((project, index) => {
    const next = projects.length > 1 ? (projects[(index + 1) % projects.length] ?? null) : null;
    const others = (related.get(project.slug) ?? []).filter((slug) => slug !== next?.slug).slice(0, 2);
    return { project, next, related: others.flatMap((slug) => bySlug.get(slug) ?? []) };
  });
});

/** The list of case studies cut into pages. */
export const getPages = once(async (): Promise<readonly Project[][]> => paginate(await getProjects(), site.projectsPerPage));
