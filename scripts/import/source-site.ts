import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { asText } from './front-matter/values.ts';
import { isRecord, readYaml } from './front-matter/front-matter.ts';
import { readToml } from './front-matter/toml.ts';

/** A site of another system, or a folder of one, with the documents to be brought over. */
export interface SourceSite {
  system: System;
  /** Absolute. */
  root: string;
  /** Every file below the root, by its path from there with forward slashes. */
  files: ReadonlySet<string>;
  read: (path: string) => Uint8Array;
  config: Record<string, unknown>;
  /** Host of the published site, lower case; null where the configuration does not say it. */
  host: string | null;
  /** Path the site was published below, without last slash; empty for the top of its host. */
  base: string;
  documents: SourceFile[];
  /** Files beside the documents that are none, with the reason. */
  skipped: { path: string; reason: string }[];
}

export interface SourceFile {
  /** From the site's root. */
  path: string;
  /** Name of the collection or section, without underscore: `projects`. */
  collection: string;
  /** From the collection's folder. */
  relative: string;
}

export type System = keyof typeof systems | 'folder';

/** Open the site that a folder or a document (an absolute path) is or belongs to; null where there is nothing. */
export function openSite(path: string): SourceSite | null {
  if (!existsSync(path)) return null;
  const folder = lstatSync(path).isDirectory() ? path : dirname(path);
  const { root, system } = rootOf(folder) ?? { root: topFolder(folder), system: 'folder' as const };
  const files = new Set(walk(root, '', 12));
  const read = (file: string): Uint8Array => readFileSync(join(root, file));
  const config = system === 'folder' ? {} : readConfig(systems[system].config, files, read);
  const wanted = relative(root, path).replaceAll('\\', '/');
  const folders = wanted === '' && system !== 'folder' ? collectionFolders(system, { files, config }) : [wanted];
  const found = folders.flatMap((one) => documentsIn(one, files, read));
  const site = { system, root, files, read, config, ...publishedAt(config) };
  return {
    ...site,
    documents: found.flatMap(({ path, relative, collection, reason }) => (reason === null ? [{ path, relative, collection }] : [])),
    skipped: found.flatMap(({ path, reason }) => (reason === null ? [] : [{ path, reason }])),
  };
}

/** How each system is told, where it keeps its settings, and the folders below which its collections lie. */
const systems = {
  jekyll: { config: ['_config.yml', '_config.yaml'], below: [''] },
  hugo: {
    config: [
      'hugo.toml',
      'hugo.yaml',
      'hugo.yml',
      'hugo.json',
      'config.toml',
      'config.yaml',
      'config.yml',
      'config.json',
      'config/_default/hugo.toml',
      'config/_default/hugo.yaml',
      'config/_default/config.toml',
      'config/_default/config.yaml',
    ],
    below: ['content/'],
  },
  astro: {
    config: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js', 'astro.config.mts'],
    below: ['src/content/', 'content/', 'src/data/', 'src/pages/'],
  },
} as const satisfies Record<string, { config: readonly string[]; below: readonly string[] }>;

/** What folders of case studies are called. */
const collectionName =
  /^_?(?:projects?|portfolios?|works?|(?:case|success|customer)[-_]?(?:stud(?:y|ies)|stor(?:y|ies))|cases|clients?|showcases?|proje[ck]te?s?|projets?|proyectos|projetos|portafolio|realisations|references?)$/i;

const documentName = /\.(?:md|mdx|markdown|mdown|mkdn?|html?)$/i;
const notWalked = new Set([
  'node_modules',
  '.git',
  '_site',
  '.jekyll-cache',
  'vendor',
  '.cache',
  'dist',
  'resources',
  '.astro',
  '.hugo_build.lock',
]);
const mostFiles = 60_000;

function rootOf(folder: string): { root: string; system: keyof typeof systems } | null {
  for (let at = resolve(folder), depth = 0; depth < 8; at = dirname(at), depth++) {
    for (const [system, { config }] of Object.entries(systems)) {
      if (config.some((name) => existsSync(join(at, name)))) return { root: at, system: system as keyof typeof systems };
    }
    if (dirname(at) === at) break;
  }
  return null;
}

/** Without settings to go by, the folder's parent may still hold the pictures; a folder like `_projects` says that it does. */
function topFolder(folder: string): string {
  return collectionName.test(basename(folder)) ? dirname(resolve(folder)) : resolve(folder);
}

function walk(root: string, folder: string, depth: number, found: string[] = []): string[] {
  if (depth === 0 || found.length > mostFiles) return found;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !notWalked.has(entry.name)) walk(root, path, depth - 1, found);
    // What a link leads to may be anything, also outside of the site.
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

function readConfig(names: readonly string[], files: ReadonlySet<string>, read: SourceSite['read']): Record<string, unknown> {
  const name = names.find((one) => files.has(one)) ?? '';
  if (!/\.(?:ya?ml|json|toml)$/.test(name)) {
    // A configuration in JavaScript is read, never run: two of its texts are all that is wanted.
    const source = files.has(name) ? new TextDecoder().decode(read(name)) : '';
    const text = (key: string): string | undefined => new RegExp(`\\b${key}\\s*:\\s*['"\`]([^'"\`$]+)['"\`]`).exec(source)?.[1];
    return { url: text('site'), baseurl: text('base') };
  }
  const text = new TextDecoder().decode(read(name));
  return name.endsWith('.toml') ? readToml(text).data : readYaml(text).data;
}

function publishedAt(config: Record<string, unknown>): Pick<SourceSite, 'host' | 'base'> {
  const address = asText(config['url']) ?? asText(config['baseURL']) ?? asText(config['baseurl'] ?? '') ?? '';
  const parsed = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  const written = asText(config['baseurl']) ?? '';
  const path = /^https?:/i.test(written) || written === '' ? (parsed?.pathname ?? '') : written;
  const base = path.split('/').filter(Boolean).join('/');
  return { host: parsed?.host.toLowerCase() ?? null, base: base ? `/${base}` : '' };
}

interface Candidates {
  files: ReadonlySet<string>;
  config: Record<string, unknown>;
}

function collectionFolders(system: keyof typeof systems, { files, config }: Candidates): string[] {
  const within = asText(config['collections_dir'])?.replace(/^\/|\/$/g, '');
  const declared = isRecord(config['collections'])
    ? Object.keys(config['collections'])
    : Array.isArray(config['collections'])
      ? config['collections'].map(String)
      : [];
  const below = system === 'jekyll' ? [within ? `${within}/` : ''] : systems[system].below;
  const folders = new Set<string>();
  for (const file of files) {
    const start = below.find((prefix) => file.startsWith(prefix));
    if (start === undefined || !documentName.test(file)) continue;
    const parts = file.slice(start.length).split('/').slice(0, -1);
    // Hugo and Astro may keep a language or a section above the folder.
    const depth = system === 'jekyll' ? 1 : 3;
    const at = parts.slice(0, depth).findIndex((part) => collectionName.test(part) && (system !== 'jekyll' || part.startsWith('_')));
    if (at !== -1) folders.add(start + parts.slice(0, at + 1).join('/'));
  }
  if (folders.size === 0)
    for (const name of declared.filter((one) => one !== 'posts')) folders.add(`${within ? `${within}/` : ''}_${name}`);
  if (folders.size === 0 && system === 'jekyll') {
    const plain = [...files].flatMap((file) => file.split('/').slice(0, -1).slice(0, 1)).filter((name) => collectionName.test(name));
    for (const name of plain) folders.add(name);
  }
  return [...folders].toSorted();
}

interface Listed extends SourceFile {
  reason: string | null;
}

function documentsIn(folder: string, files: ReadonlySet<string>, read: SourceSite['read']): Listed[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const single = files.has(folder);
  const inside = single ? [folder] : [...files].filter((file) => file.startsWith(prefix) && documentName.test(file)).toSorted();
  const home = single ? posix.dirname(folder) : folder;
  const collection = (home.split('/').at(-1) || 'projects').replace(/^_/, '');
  return inside.map((path) => {
    const relative = posix.relative(home, path);
    return {
      path,
      collection,
      relative,
      reason: reasonToSkip(relative) ?? (isFinished(path, read) ? 'a finished page without front matter' : null),
    };
  });
}

function isFinished(path: string, read: SourceSite['read']): boolean {
  return /\.html?$/i.test(path) && !/^\s*(?:---|\+\+\+)/.test(new TextDecoder().decode(read(path).subarray(0, 64)));
}

function reasonToSkip(relative: string): string | null {
  const name = posix.basename(relative);
  if (/^_index\b/.test(name)) return 'the page of the list, no case study';
  if (relative.split('/').some((part) => /^[._]/.test(part))) return 'its name begins with `_` or `.`, which leaves it out there and here';
  if (/^(?:readme|contributing|licen[cs]e)\b/i.test(name)) return 'a note to whoever works on the site, no case study';
  if (/^index\.(?:md|mdx|html?)$/i.test(relative)) return 'the page of the list, no case study';
  return null;
}
