import { getCollection } from 'astro:content';
import { idPrefixOf } from '../lib/markdown/heading-ids.ts';
import { createLinks, type Links, type LinkTargets } from '../lib/markdown/links.ts';
import { renderMarkdown } from '../lib/markdown/markdown.ts';
import { pagesOf } from '../lib/pagination.ts';
import { asTranslationOf, toProject, type ProjectEntry, type ProjectOptions } from '../lib/project/to-project.ts';
import { byOrderAndDate } from '../lib/project/order.ts';
import {
  type Comparison as AnyComparison,
  type Illustration as AnyIllustration,
  type Project as AnyProject,
} from '../lib/project/project.ts';
import { recall } from '../lib/recall.ts';
import { relatedCases } from '../lib/project/related.ts';
import { sharedFolder } from '../lib/shared-address.ts';
import { technologyKey } from '../lib/technologies.ts';
import { localeOfText } from '../i18n/languages.ts';
import type { Strings } from '../i18n/strings.ts';
import type { SectionField } from '../schemas/sections.ts';
import { memo } from './memo.ts';
import { localeOf, ownerTexts, site, urls } from './site.ts';
import type { Picture } from './pictures.ts';
import { getVocabulary } from './glossary.ts';

export type { Picture };
export type Project = AnyProject<Picture>;
export type Comparison = AnyComparison<Picture>;
export type Illustration = AnyIllustration<Picture>;

/** All public case studies, in the author's order, then newest first; with `lang`, the translations into that language. Every list, page, feed and count starts here. */
export async function getProjects(lang?: string): Promise<readonly Project[]> {
  return (await getByLanguage()).get(lang) ?? [];
}

/** The case studies that only their addresses lead to, in all languages. */
export async function getSharedProjects(): Promise<readonly Project[]> {
  return (await getAllProjects()).filter(({ shared }) => shared !== null);
}

/** Language tags of all translated case studies. */
export async function getProjectLanguages(): Promise<string[]> {
  return [...(await getByLanguage()).keys()].filter((lang) => lang !== undefined);
}

/** Id of a case study in the collection. */
export function entryId({ slug, translation }: Pick<Project, 'slug' | 'translation'>): string {
  return translation === undefined ? slug : `${slug}.${translation}`;
}

/** Path of a case study, below the origin. */
export function projectHref({ slug, translation, shared }: Pick<Project, 'slug' | 'translation' | 'shared'>): string {
  return shared === null ? localeOf(translation).urls.page('projects', slug) : urls.page(sharedFolder, shared);
}

/** Mark a case study that the published site does not list, as the development server does; null for one that it lists. */
export function markOf({ hidden, shared }: Project, t: Strings): string | null {
  if (hidden) return t.hiddenMark;
  return shared !== null && import.meta.env.DEV ? t.sharing.mark : null;
}

/** Where the links of a document lead. */
export function linksOf({ targets }: { targets: LinkTargets }): Links {
  return createLinks(targets, urls.written);
}

/** Path of the PDF of a case study; null for a translation, for an unlisted one, and where none is published. */
export function pdfHref({ slug, translation, shared }: Pick<Project, 'slug' | 'translation' | 'shared'>): string | null {
  const published = site.pdf.publish && translation === undefined && shared === null && !import.meta.env.DEV;
  return published ? urls.file(`projects/${slug}.pdf`) : null;
}

/** A case study with the others its page links to. */
export type Case = {
  project: Project;
  next: Project | null;
  related: Project[];
};

/**
 * Every case study with the next one in the list of its language (the last links to the first) and its related ones. Where it is the only
 * one in its language, the next one is in the site's own.
 */
export async function getCases(): Promise<Case[]> {
  const byLanguage = await getByLanguage();
  return [...byLanguage.values()].flatMap((projects) => {
    const list = projects.length > 1 ? projects : (byLanguage.get(undefined) ?? []);
    const bySlug = new Map(projects.map((project) => [project.slug, project]));
    const related = relatedCases(projects, 3);
    return projects.map((project) => {
      const next = nextTo(project, list);
      const others = (related.get(project.slug) ?? []).filter((slug) => slug !== next?.slug).slice(0, Math.max(2, project.related.length));
      return { project, next, related: others.flatMap((slug) => bySlug.get(slug) ?? []) };
    });
  });
}

/** Static paths of the list of case studies in each language, with props. The site's own language has a list without any, too. */
export async function getWorkPaths() {
  const byLanguage = await getByLanguage();
  return [...new Set([undefined, ...byLanguage.keys()])].flatMap((lang) =>
    pagesOf(byLanguage.get(lang) ?? [], site.projectsPerPage).map(({ page, members: projects, place }) => ({
      params: { lang, index: page },
      props: { projects, ...place },
    })),
  );
}

/** Introduction of the list of case studies: the owner's, or one that speaks of dates and figures only where they order the list and fill it. */
export async function getWorkIntro(lang?: string): Promise<string> {
  const { workIntro } = ownerTexts(lang);
  if (workIntro) return workIntro;
  const { t } = localeOf(lang);
  const projects = await getProjects(lang);
  const plain =
    projects.length === 1 ||
    projects.some(({ order, date, headline }) => order !== null || date === null || (lang === undefined && !headline));
  if (lang === undefined) return plain ? t.workIntroPlain : t.workIntro;
  return plain ? t.workTranslatedPlain : t.workTranslated;
}

function nextTo({ slug }: Project, list: readonly Project[]): Project | null {
  const next = list[(list.findIndex((other) => other.slug === slug) + 1) % list.length];
  return next && next.slug !== slug ? next : null;
}

/** The case studies of lists, in all languages. The development server lists unlisted ones too, and marks them. */
export async function getListedProjects(): Promise<Project[]> {
  return (await getAllProjects()).filter(({ shared }) => import.meta.env.DEV || shared === null);
}

const getByLanguage = memo(async (): Promise<ReadonlyMap<string | undefined, Project[]>> =>
  Map.groupBy(await getListedProjects(), ({ translation }) => translation),
);

const getAllProjects = memo(async (): Promise<readonly Project[]> => {
  // The visibility gate: builds never store a hidden document, and the development server marks it.
  const entries = await getCollection('projects', ({ data }) => import.meta.env.DEV || !data.hidden);
  const vocabulary = await getVocabulary();
  const projects = entries.map(({ id, data, body = '', rendered }) =>
    projectOf(id, { entry: { id, data, body, html: rendered?.html }, vocabulary }),
  );
  const originals = new Map(projects.flatMap((project) => (project.translation === undefined ? [[project.slug, project]] : [])));
  const all = projects.flatMap((project) => {
    const original = originals.get(project.slug);
    return original ? [project === original ? project : asTranslationOf(original, project)] : [];
  });
  return all.toSorted(byOrderAndDate);
});

const makeProject = ({ entry, vocabulary }: ProjectInput): Project =>
  toProject(entry, {
    canonical: (name) => vocabulary.get(technologyKey(name))?.name ?? name,
    ...{ render, address: urls.written, locale: site.locale },
  });

const projectOf = import.meta.env.DEV ? recall(makeProject) : (_id: string, input: ProjectInput) => makeProject(input);

interface ProjectInput {
  entry: ProjectEntry<Picture>;
  vocabulary: Awaited<ReturnType<typeof getVocabulary>>;
}

function render(markdown: string, field: SectionField, { translation, lang, targets }: Parameters<ProjectOptions['render']>[2]): string {
  return renderMarkdown(markdown, {
    headingBase: 3,
    idPrefix: idPrefixOf(field),
    links: linksOf({ targets }),
    locale: localeOfText(translation ?? lang, site.locale),
    trusted: site.markdown.html === 'trusted',
  });
}
