import { getCollection, getEntry, render } from 'astro:content';
import { readSecret } from '../documents/secret.ts';
import type { LinkTargets } from '../lib/markdown/links.ts';
import { relatedCases } from '../lib/project/related.ts';
import { sharedFolder } from '../lib/shared-address.ts';
import { typeset } from '../lib/markdown/typography.ts';
import { languageOf } from '../i18n/languages.ts';
import { memo } from './memo.ts';
import { getProjects, getSharedProjects, type Case, type Picture, type Project } from './projects.ts';
import { localeOf, site, urls } from './site.ts';

/** Case studies chosen for one reader. */
export interface Selection {
  id: string;
  title: string;
  /** For whom it is; null where the owner does not say. */
  reader: string | null;
  /** Its last day, or the moment of its end; null without one. */
  expires: string | null;
  /** Language tag of the page; undefined for the site's own. */
  lang: string | undefined;
  projects: readonly Project[];
  /** The introduction; empty for MDX, which only its components can render. */
  html: string;
  pictures: Record<string, Picture>;
  targets: LinkTargets;
  hidden: boolean;
  /** Last part of its address. */
  shared: string;
}

/** Every selection that has a page. */
export const getSelections = memo(async (): Promise<readonly Selection[]> => {
  const entries = await getCollection('selections', ({ data }) => import.meta.env.DEV || !data.hidden);
  return Promise.all(
    entries.map(async ({ id, data, rendered }): Promise<Selection> => {
      const { translation, pictures, targets, hidden, shared = '' } = data;
      const lang = pageLanguage(translation ?? data.lang);
      const { locale } = localeOf(lang);
      const texts = { title: typeset(data.title, locale), reader: data.for === undefined ? null : typeset(data.for, locale) };
      const projects = await chooseProjects(data.projects, lang);
      return { id, ...texts, expires: data.expires ?? null, lang, projects, html: rendered?.html ?? '', pictures, targets, hidden, shared };
    }),
  );
});

/** Path of a selection, below the origin. */
export function selectionHref({ shared }: Pick<Selection, 'shared'>): string {
  return urls.page(sharedFolder, shared);
}

/** Get the compiled introduction of a selection in MDX; null where it is Markdown, which the store holds as HTML. */
export async function getSelectionContent({ id, html }: Selection) {
  const entry = html === '' ? await getEntry('selections', id) : undefined;
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}

/** Static paths of the pages that only their addresses lead to, with props. */
export async function getSharedPaths(): Promise<{ params: { code: string }; props: SharedPage }[]> {
  const listed = await getProjects();
  const cases = (await getSharedProjects()).map((project) => {
    const related = relatedCases([...listed, project], 3).get(project.slug) ?? [];
    const others = listed.filter(({ slug, shared }) => related.includes(slug) && shared === null);
    const shown: Case = { project, next: null, related: others };
    return { params: { code: project.shared ?? '' }, props: { case: shown, lang: project.translation } };
  });
  const selections = (await getSelections()).map((selection) => {
    return { params: { code: selection.shared }, props: { selection, lang: selection.lang } };
  });
  return [...cases, ...selections];
}

/** Choose case studies by slug, in order, translated where they are; those that are hidden are left out. */
export async function chooseProjects(slugs: readonly string[], lang: string | undefined): Promise<Project[]> {
  const shared = await getSharedProjects();
  const find = async (slug: string, language: string | undefined): Promise<Project | undefined> =>
    [...(await getProjects(language)), ...shared].find((one) => one.slug === slug && one.translation === language);
  const chosen = await Promise.all(slugs.map(async (slug) => (lang && (await find(slug, lang))) || find(slug, undefined)));
  return chosen.flatMap((project) => project ?? []);
}

/** What an address that is shared leads to: a case study, or a selection. `lang` is the language of the page. */
type SharedPage = { lang: string | undefined } & ({ case: Case; selection?: never } | { selection: Selection; case?: never });

/** Whether the owner has a secret; without one, only the development server has addresses, which are not those of the site. */
export function hasSecret(): boolean {
  return readSecret(process.cwd()) !== undefined;
}

/** Return the tag of a language that templates have words for, unless it is that of the site. */
function pageLanguage(lang: string | undefined): string | undefined {
  return lang && languageOf(lang) && new Intl.Locale(lang).language !== new Intl.Locale(site.locale).language ? lang : undefined;
}
