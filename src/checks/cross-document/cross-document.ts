import { readStory } from '../../lib/story/story.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import { readOutcomes } from '../../metrics/read-outcomes.ts';
import type { ProjectData } from '../../schemas/project.ts';
import type { TechnologyData } from '../../schemas/technology.ts';
import { addressKey, claimsOf, findCollisions, type Aliased } from '../../lib/redirects.ts';
import { facetNames, facets, facetValues, hasPage, type FacetName } from '../../lib/project/facets.ts';
import { technologyKey, technologySlug } from '../../lib/technologies.ts';
import { errorIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { slugKey } from '../../documents/file-names.ts';
import { listFiles } from '../../documents/files.ts';
import { valueAt } from '../../documents/values.ts';
import type { CheckedFile } from '../document.ts';

/** A diagnostic that involves several documents, reported for one of them. */
export type CrossDocumentDiagnostic = FieldDiagnostic & { path: string };

/** Find documents that make the same page as another document, or as the site itself; each pair is reported at the later path. */
export function checkSlugs(files: readonly CheckedFile[], routes: ReadonlyMap<string, string>): CrossDocumentDiagnostic[] {
  const firstPath = new Map<string, string>();
  return files.flatMap(({ path, name, collection }): CrossDocumentDiagnostic[] => {
    const key = `${collection}\0${slugKey(name)}`;
    const value = name.slug;
    const earlier = firstPath.get(key);
    if (earlier !== undefined) {
      const message = `makes the same page as ${earlier}: ${path} has the same slug`;
      return [{ path, ...errorIn([], message, 'rename one of them', { value, related: [earlier] }) }];
    }
    firstPath.set(key, path);
    const route = routes.get(addressKey(pageAddress({ collection, name: { ...name, lang: null } })));
    return route ? [{ path, ...errorIn([], `makes a page that already exists: ${route}`, 'rename the document', { value }) }] : [];
  });
}

/** Find old addresses that two documents claim, or that belong to a page or a public file. */
export function checkAliases(
  files: readonly CheckedFile[],
  routes: ReadonlyMap<string, string>,
  glossary: readonly TechnologyData[],
): CrossDocumentDiagnostic[] {
  const claimants = files.map((file) => ({ path: file.path, page: pageAddress(file), claims: claimsOf(aliasesOf(file)) }));
  const fileByPath = new Map(files.map((file) => [file.path, file]));
  const pages = files.map((file) => [addressKey(pageAddress(file)), file.path] as const);
  const lists = facetOptions(files, glossary).flatMap(({ key, owner, exists }) => (exists ? [[key, owner] as const] : []));
  const taken = new Map([...lists, ...pages, ...translatedRoutes(files, routes), ...routes]);
  for (const { alias } of claimants.flatMap(({ claims }) => claims))
    if (laterPage.test(addressKey(alias))) taken.set(addressKey(alias), 'a page that a longer list needs');
    else if (builtFile.test(addressKey(alias))) taken.set(addressKey(alias), 'a file that the build writes');
  return findCollisions(claimants, taken).map(({ path, field, alias, owner }) => {
    const other = fileByPath.has(owner);
    const written = fileByPath.get(path)?.document?.has(field) ? field : field.slice(0, 1);
    const message = `\`${alias}\` is an address of ${owner} and cannot redirect to ${path}`;
    const fix = other ? 'delete it from one of them' : 'delete it';
    return { path, ...errorIn(written, message, fix, { value: alias, related: other ? [owner] : [] }) };
  });
}

/** Second and further pages of lists: `/projects/page/2`, `/technologies/go/page/3`. */
const laterPage = /^\/(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(?:projects|(?:clients|industries|technologies|years|results)\/[^/]+)\/page\/\d+$/;

/** Files of the build that no page of the site stands for. */
const builtFile = /^\/(?:404\.html|_headers|_redirects|sitemap-[\w-]+\.xml|speculation-rules\.json|_astro\/.*)$/;

/** Return the owner of each address of the site itself, from `src/pages` and `public/`, keyed by `addressKey`. */
export function siteRoutes(root: string): Map<string, string> {
  const pages = sitePages(root).flatMap(([key, owner, file]) => (file.includes('[') ? [] : [[key, owner] as const]));
  const files = listFiles(`${root}/public`).map((file) => [addressKey(`/${file}`), `the file \`public/${file}\``] as const);
  return new Map([['/', 'the home page'], ...files, ...pages]);
}

/**
 * List the pages in `src/pages`: address by `addressKey`, owner, and file from there without its optional parts. A file with
 * brackets has parameters.
 */
export function sitePages(root: string): (readonly [key: string, owner: string, file: string])[] {
  return listFiles(`${root}/src/pages`).map((path) => {
    const file = path.replace('[...lang]/', '').replace('[...index]', 'index');
    const address = `/${file.replace(/\.(?:astro|mdx?|html|[jt]s)$/, '').replace(/(?:^|\/)index$/, '')}`;
    return [addressKey(address), `the site's own page \`src/pages/${path}\``, file];
  });
}

/** Return the address of a document's page, from the root of the site. */
export function pageAddress({ collection, name: { slug, lang } }: Pick<CheckedFile, 'collection' | 'name'>): string {
  const prefix = lang ? `/${lang.toLowerCase()}` : '';
  return `${prefix}${collection === 'pages' ? '' : `/${collection}`}/${slug}/`;
}

/** The old addresses of a document; of one with errors, those that are valid. */
export function aliasesOf(file: CheckedFile): Aliased {
  if (file.data) return file.data as ProjectData;
  const paths = (key: string): string[] =>
    [valueAt(file.document?.data, [key])].flat().filter((one) => typeof one === 'string' && one.startsWith('/')) as string[];
  return { aliases: paths('aliases'), redirect_from: paths('redirect_from'), permalink: paths('permalink')[0] };
}

/** List the technologies, industries, clients and years of case studies: the address of a page by `addressKey`, its owner, and whether it exists. */
export function facetOptions(files: readonly CheckedFile[], glossary: readonly TechnologyData[]): FacetOption[] {
  const projects = files.filter(({ collection, name: { lang } }) => collection === 'projects' && lang === null);
  const entries = new Map(glossary.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [technologyKey(name), entry] as const)));
  const options = projects.flatMap(({ lists: { technologies, industry, client, year } }) => {
    const canonical = technologies.map(({ name }) => entries.get(technologyKey(name))?.name ?? name);
    const project = {
      technologies: canonical.map((name) => ({ name, slug: technologySlug(name) })),
      ...{ industry, industrySlug: industry && technologySlug(industry), client: client === null ? null : { name: client }, year },
    };
    return facetNames.flatMap((facet) => {
      const values = new Map(facetValues(project, facet).map(({ name, slug }) => [addressKey(`/${facets[facet].folder}/${slug}/`), name]));
      return [...values].map(([key, name]) => ({ key, name, facet }));
    });
  });
  const members = Map.groupBy(options, ({ key }) => key);
  return [...new Map(options.map((option) => [option.key, option])).values()].map(({ key, name, facet }) => {
    const description = facet === 'technology' ? entries.get(technologyKey(name))?.description : undefined;
    const count = members.get(key)?.length ?? 0;
    return { facet, key, owner: `the page of \`${name}\``, count, exists: hasPage({ count, description, total: projects.length }) };
  });
}

interface FacetOption {
  facet: FacetName;
  key: string;
  owner: string;
  /** How many case studies it lists. */
  count: number;
  exists: boolean;
}

/** The addresses of the project list and feeds in each language of the translations. */
export function translatedRoutes(files: readonly CheckedFile[], routes: ReadonlyMap<string, string>): (readonly [string, string])[] {
  const languages = new Set(files.flatMap(({ collection, name }) => (collection === 'projects' && name.lang?.toLowerCase()) || []));
  const perLanguage = [...routes].filter(([, owner]) => owner.includes('[...lang]/'));
  return [...languages].flatMap((lang) => perLanguage.map(([key, owner]) => [`/${lang}${key}`, owner] as const));
}

/** Read the outcomes of a case study without errors, as its page shows them; `lang` is the language of its numbers. */
export function outcomesOf({ data, body, path }: CheckedFile, lang: string | undefined): Outcome[] {
  const { metrics, results_metrics: results = '' } = data as ProjectData;
  const story = readStory(body, { mdx: path.endsWith('.mdx') });
  return readOutcomes(metrics, [results, story.results].join('\n\n'), lang);
}
