import type { ProjectData } from '../schemas/project.ts';
import type { TechnologyData } from '../schemas/technology.ts';
import { addressKey, claimsOf, findCollisions, type Aliased } from '../lib/redirects.ts';
import { facets, facetValues, type FacetName } from '../lib/facets.ts';
import { technologySlug } from '../lib/technologies.ts';
import { listFiles } from '../documents/files.ts';
import { valueAt } from '../documents/values.ts';
import type { Finding } from '../documents/diagnostic.ts';
import type { ReadFile } from './collection.ts';
import { slugKey } from '../documents/file-names.ts';
import { doubtfulSpellings, type Mention } from './technologies.ts';

/** A finding in one of several documents. */
export interface CrossFinding {
  path: string;
  finding: Finding;
}

/** Address of the page a document makes. */
export function pageAddress({ collection, named }: Pick<ReadFile, 'collection' | 'named'>): string {
  const below = named.lang ? `/${named.lang.toLowerCase()}` : '';
  return `${below}${collection === 'projects' ? '/projects' : ''}/${named.slug}/`;
}

/** Find documents that make the same page, or whose page is one of the site's own; each pair is told once, at the later path. */
export function slugFindings(files: readonly ReadFile[], routes: ReadonlyMap<string, string>): CrossFinding[] {
  const first = new Map<string, string>();
  return files.flatMap((file): CrossFinding[] => {
    const { path, named } = file;
    const key = `${file.collection}\0${slugKey(named)}`;
    const earlier = first.get(key);
    const route = routes.get(addressKey(pageAddress({ collection: file.collection, named: { ...named, lang: null } })));
    if (earlier === undefined) first.set(key, path);
    const message =
      earlier !== undefined
        ? `makes the same page as ${earlier}: ${path} and it have one slug`
        : route && `makes a page that the site has already, ${route}`;
    if (!message) return [];
    return [
      {
        path,
        finding: {
          severity: 'error',
          field: [],
          line: 1,
          column: 1,
          message,
          value: named.slug,
          fix: earlier ? 'rename one of them' : 'rename the document',
          related: earlier ? [earlier] : [],
        },
      },
    ];
  });
}

/** Find old addresses that are claimed twice, or are pages or public files. */
export function aliasFindings(files: readonly ReadFile[], routes: ReadonlyMap<string, string>): CrossFinding[] {
  const claimants = files.map((file) => ({ path: file.path, page: pageAddress(file), claims: claimsOf(rawAliases(file)) }));
  // Most sites have no old addresses; the new ones need not be listed then.
  if (claimants.every(({ claims }) => claims.length === 0)) return [];
  const fileOf = new Map(files.map((file) => [file.path, file]));
  const pages = files.map((file) => [addressKey(pageAddress(file)), file.path] as const);
  const taken = new Map([...files.flatMap(listings), ...pages, ...inLanguages(files, routes), ...routes]);
  return findCollisions(claimants, taken).map(({ path, field, alias, owner }) => {
    const other = fileOf.has(owner);
    const message = `\`${alias}\` is an address of ${owner}, and cannot lead to ${path}`;
    const at = fileOf.get(path)?.document?.has(field) ? field : field.slice(0, 1);
    return {
      path,
      finding: {
        severity: 'error',
        field: at,
        message,
        value: alias,
        fix: other ? 'delete it from one of them' : 'delete it',
        related: other ? [owner] : [],
      },
    };
  });
}

/** Find technologies that documents spell in two ways. */
export function technologyFindings(files: readonly ReadFile[], known: readonly TechnologyData[]): CrossFinding[] {
  return doubtfulSpellings(mentionsOf(files), known).map(({ mention, message, fix, related }) => ({
    path: mention.path,
    finding: { severity: 'warning', field: ['technologies', mention.index], message, value: mention.name, fix, related },
  }));
}

/** Addresses the site itself has, from `src/pages` and `public/`, by `addressKey`. */
export function siteRoutes(root: string): Map<string, string> {
  const pages = listFiles(`${root}/src/pages`).flatMap((file) => {
    const main = file.replace('[...lang]/', '');
    if (main.includes('[')) return [];
    const address = `/${main.replace(/\.(?:astro|mdx?|html|[jt]s)$/, '').replace(/(?:^|\/)index$/, '')}`;
    return [[addressKey(address), `the site's own page \`src/pages/${file}\``] as const];
  });
  const files = listFiles(`${root}/public`).map((file) => [addressKey(`/${file}`), `the file \`public/${file}\``] as const);
  return new Map([['/', 'the home page'], ...files, ...pages]);
}

/** The old addresses as far as they are legal, of a document with other faults too. */
function rawAliases(file: ReadFile): Aliased {
  if (file.data) return file.data as ProjectData;
  const texts = (key: string): string[] =>
    [valueAt(file.document?.data, [key])].flat().filter((one) => typeof one === 'string' && one.startsWith('/')) as string[];
  return { aliases: texts('aliases'), redirect_from: texts('redirect_from'), permalink: texts('permalink')[0] };
}

/** The addresses of the lists in which a project will stand, of one with faults too. */
function listings({ collection, named, lists }: ReadFile): (readonly [string, string])[] {
  if (collection !== 'projects' || named.lang !== null) return [];
  const { industry, year } = lists;
  const technologies = lists.technologies.map(({ name }) => ({ name, slug: technologySlug(name) }));
  const project = { technologies, industry, industrySlug: industry && technologySlug(industry), year };
  return (Object.keys(facets) as FacetName[]).flatMap((facet) =>
    facetValues(project, facet).map(
      ({ name, slug }) => [addressKey(`/${facets[facet].folder}/${slug}/`), `the page of \`${name}\``] as const,
    ),
  );
}

/** The addresses of what the site has once in each language that case studies are in: its list and its feeds. */
function inLanguages(files: readonly ReadFile[], routes: ReadonlyMap<string, string>): (readonly [string, string])[] {
  const languages = new Set(files.flatMap(({ collection, named }) => (collection === 'projects' && named.lang?.toLowerCase()) || []));
  const inEach = [...routes].filter(([, owner]) => owner.includes('[...lang]/'));
  return [...languages].flatMap((lang) => inEach.map(([key, owner]) => [`/${lang}${key}`, owner] as const));
}

function mentionsOf(files: readonly ReadFile[]): Mention[] {
  return files.flatMap(({ path, lists }) => lists.technologies.map((mention) => ({ ...mention, path })));
}
