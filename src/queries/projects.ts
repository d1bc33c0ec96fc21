import { digestOf } from '../lib/digest.ts';
import { handedOver } from '../lib/handed-over.ts';
import { paginate } from '../lib/pagination.ts';
import type { StoredPicture } from '../lib/pictures.ts';
import {
  asTranslationOf,
  newestFirst,
  toProject,
  type Illustration as AnyIllustration,
  type Project as AnyProject,
  type StoredProject,
} from '../lib/project.ts';
import { relatedCases } from '../lib/related.ts';
import { technologyKey } from '../lib/technologies.ts';
import { getEntries } from './entries.ts';
import { digests, once } from './once.ts';
import { editionIn, site } from './site.ts';
import { getPictures, type Picture } from './pictures.ts';
import { getVocabulary } from './vocabulary.ts';

export type { Picture };
export type Project = AnyProject<Picture>;
export type Illustration = AnyIllustration<Picture>;

/** All case studies the reader may see, newest first; those translated into a language with `lang`. Every list, page, feed and count comes from here. */
export async function getProjects(lang?: string): Promise<readonly Project[]> {
  return (await getByLanguage()).get(lang) ?? [];
}

/** The languages that case studies have been translated into. */
export async function getProjectLanguages(): Promise<string[]> {
  return [...(await getByLanguage()).keys()].filter((lang) => lang !== undefined);
}

/** The id of a case study in its collection. */
export function entryId({ slug, translation }: Pick<Project, 'slug' | 'translation'>): string {
  return translation === undefined ? slug : `${slug}.${translation}`;
}

/** Address of a case study below the origin. */
export function caseHref({ slug, translation }: Pick<Project, 'slug' | 'translation'>): string {
  return editionIn(translation).urls.page('projects', slug);
}

/** What the author wrote of a case study, by its id in the collection, with its Markdown as HTML. */
export function getProjectData(id: string): Omit<StoredProject<StoredPicture<string>>, 'translation' | 'hidden'> | undefined {
  return handedOver('projects', id);
}

/** A case study with what its page needs of the others. */
export type Case = {
  project: Project;
  next: Project | null;
  related: Project[];
};

/** Every case study in a language with its next (older, then round to the newest) and its related cases. */
export const getCases = once(async (lang): Promise<readonly Case[]> => {
  const projects = await getProjects(lang);
  const bySlug = new Map(projects.map((project) => [project.slug, project]));
  const related = relatedCases(projects, 3);
  return projects.map((project, index) => {
    const next = projects.length > 1 ? (projects[(index + 1) % projects.length] ?? null) : null;
    const others = (related.get(project.slug) ?? []).filter((slug) => slug !== next?.slug).slice(0, 2);
    return { project, next, related: others.flatMap((slug) => bySlug.get(slug) ?? []) };
  });
});

/** The list of case studies in a language, cut into pages. */
export const getPages = once(async (lang): Promise<readonly Project[][]> => paginate(await getProjects(lang), site.projectsPerPage));

const getByLanguage = once(async (): Promise<ReadonlyMap<string | undefined, Project[]>> => {
  // The loader has put every document to the gate; only the development server stores, and shows, the hidden ones.
  const entries = (await getEntries('projects')).filter(({ data }) => import.meta.env.DEV || !data.hidden);
  const [vocabulary, resolve] = await Promise.all([getVocabulary(), getPictures()]);
  const canonical = (name: string): string => vocabulary.get(technologyKey(name))?.name ?? name;
  const digestOfEntry = new Map(entries.map(({ id, digest }) => [id, digest]));
  const projects = entries.flatMap(({ id, data }) => {
    const read = getProjectData(id);
    return read
      ? [toProject<Picture>({ id, data: Object.assign(Object.create(read), data, { pictures: resolve(read.pictures) }) }, canonical)]
      : [];
  });
  const originals = new Map(projects.flatMap((project) => (project.translation === undefined ? [[project.slug, project]] : [])));
  const all = projects.flatMap((project) => {
    const original = originals.get(project.slug);
    return original ? [project === original ? project : asTranslationOf(original, project)] : [];
  });
  // All that is shown of a case study comes from its document, whose digest the loader has made, but for what others give it.
  for (const project of all) {
    const { pictures, technologies, date, featured, industry, industrySlug } = project;
    const given = [pictures, technologies, date, featured, industry, industrySlug];
    if (import.meta.env.DEV) continue;
    const digest = digestOf([digestOfEntry.get(entryId(project)), given], digests);
    digests.set(project, digest);
    project.outcomes.forEach((outcome, index) => digests.set(outcome, `${digest} ${index}`));
  }
  return Map.groupBy(all.toSorted(newestFirst), ({ translation }) => translation);
});
