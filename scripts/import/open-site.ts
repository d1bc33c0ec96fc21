import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readAstroData } from './astro-data.ts';
import { findDocuments, isCollectionName, isNote, listDocuments } from './collections.ts';
import { asText } from './front-matter/values.ts';
import { findLanguages } from './languages.ts';
import type { SourceFile, SourceSite } from './source-site.ts';
import { configFiles, contentFoldersOf, outputFolder, readConfig } from './systems.ts';

/**
 * Open the site that a path (absolute; a site, a folder of documents, or one document) belongs to, and find its case studies, or the
 * documents of `collection`, a path from there. Null if either path does not exist.
 */
export function openSite(path: string, collection = ''): SourceSite | null {
  const written = resolve(path, collection);
  if (!existsSync(written)) return null;
  const target = findRootBelow(written) ?? written;
  const folder = lstatSync(target).isDirectory() ? target : dirname(target);
  const { root, system } = findRoot(folder) ?? { root: findProject(folder) ?? pictureRoot(folder), system: 'folder' as const };
  const read = (file: string): Uint8Array => readFileSync(join(root, file));
  const listed = listFiles(root);
  const config = system === 'folder' ? {} : readConfig(system, new Set(listed), read);
  const output = outputFolder(system, config);
  const files = new Set(listed.filter((file) => output === undefined || !file.startsWith(`${output}/`)));
  const contentFolders = system === 'folder' ? [''] : contentFoldersOf[system](config);
  const site = {
    system,
    root,
    files,
    read,
    config,
    contentFolders,
    languages: findLanguages({ config, files, read }),
    ...publishedAt(config, files.has('CNAME') ? new TextDecoder().decode(read('CNAME')).trim() : null),
  };
  const requested = relative(root, target).replaceAll('\\', '/');
  const isWholeSite = requested === '' && (system !== 'folder' || findProject(folder) !== null || !hasDocuments(files));
  // A folder with the name of a collection, one document, and the folder that the author names are taken as they are.
  const isChosen = collection !== '' || files.has(requested) || (requested !== '' && isCollectionName(basename(target)));
  const found = isChosen ? [] : findDocuments(site, requested);
  const documents = found.length > 0 || isWholeSite ? found : listDocuments(requested, site);
  const { fields: dataFields, hiddenLists } = readAstroData(site);
  const main = mainLanguage(documents, site.languages.main);
  return {
    ...site,
    dataFields,
    hiddenLists,
    languages: { ...site.languages, main },
    documents: documents.flatMap(({ reason, ...file }) =>
      reason === null ? [{ ...file, lang: file.lang === main ? null : file.lang }] : [],
    ),
    skipped: documents.flatMap(({ path: file, reason }) => (reason === null ? [] : [{ path: file, reason }])),
  };
}

/** Check whether a folder contains documents itself, as files or as bundles, and not only in folders of folders. */
function hasDocuments(files: ReadonlySet<string>): boolean {
  return [...files].some((file) => {
    const name = /^(?:([^/]+)\/index|([^/]+))\.(?:md|mdx|markdown|html\.erb)$/i.exec(file);
    return name !== null && !isNote(name[1] ?? name[2] ?? '') && !/^(?:index|about)$/i.test(name[2] ?? '');
  });
}

/** Choose the language whose documents get no suffix: the configured one, English, or the first; null if documents without a language exist. */
function mainLanguage(documents: readonly SourceFile[], configured: string | null): string | null {
  const used = documents.map(({ lang }) => lang);
  const languages = used.filter((lang) => lang !== null);
  if (languages.length < used.length || used.length === 0) return configured;
  const base = configured?.split('-')[0];
  const candidates = [configured, base, 'en', ...languages].filter((lang) => lang !== undefined && lang !== null);
  return candidates.find((lang) => languages.includes(lang)) ?? null;
}

const ignoredFolders = new Set(['node_modules', '.git', '_site', '.jekyll-cache', 'vendor', '.cache', 'dist', 'resources', '.astro']);
const maxFiles = 60_000;
const maxDepth = 12;

function findRoot(folder: string): { root: string; system: keyof typeof configFiles } | null {
  for (let root = resolve(folder), depth = 0; depth < 8; root = dirname(root), depth++) {
    const system = systemOf(root);
    if (system !== undefined) return { root, system };
  }
  return null;
}

/** Find the site of a repository that keeps it in a folder, such as `website/`. */
function findRootBelow(folder: string): string | undefined {
  if (findRoot(folder) !== null || !lstatSync(folder).isDirectory() || findProject(folder) !== folder) return undefined;
  const entries = readdirSync(folder, { withFileTypes: true });
  const roots = (entries.some(({ name }) => otherSystem.test(name)) ? [] : entries)
    .filter((entry) => entry.isDirectory() && !ignoredFolders.has(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((root) => systemOf(root) !== undefined);
  return roots.length === 1 ? roots[0] : undefined;
}

/** Configuration files of systems whose sites are read as folders: their `docs/` may be a site of Jekyll. */
const otherSystem = /^(?:gatsby|next|nuxt|gridsome|svelte|remix|docusaurus)(?:-|\.)config\.\w+$/;

function systemOf(root: string): keyof typeof configFiles | undefined {
  const systems = Object.keys(configFiles) as (keyof typeof configFiles)[];
  const isPresent = (file: string): boolean => existsSync(join(root, file));
  // Compass and Rails have a `config.rb` as well.
  return systems.find((name) => configFiles[name].some(isPresent) && (name !== 'middleman' || isPresent('source')));
}

/** Find the root of a project of an unknown system. */
function findProject(folder: string): string | null {
  for (let root = resolve(folder), depth = 0; depth < 6; root = dirname(root), depth++) {
    if ([homedir(), tmpdir(), dirname(root)].includes(root)) return null;
    if (['package.json', '.git', 'Gemfile'].some((name) => existsSync(join(root, name)))) return root;
  }
  return null;
}

/** The pictures of a folder such as `_projects` are often beside it. */
function pictureRoot(folder: string): string {
  return isCollectionName(basename(folder)) ? dirname(resolve(folder)) : resolve(folder);
}

/** Symbolic links are ignored, because they may lead out of the site. */
function listFiles(root: string, folder = '', depth = maxDepth, files: string[] = []): string[] {
  if (depth === 0 || files.length > maxFiles) return files;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !ignoredFolders.has(entry.name)) listFiles(root, path, depth - 1, files);
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

/** Get the host and the base path from the configuration; `domain` is that of GitHub Pages' file `CNAME`. */
function publishedAt(config: Record<string, unknown>, domain: string | null): Pick<SourceSite, 'host' | 'base'> {
  const address = asText(config['url']) ?? asText(config['baseURL']) ?? asText(config['baseurl']) ?? '';
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  const configuredBase = asText(config['baseurl']) ?? '';
  const path = /^https?:/i.test(configuredBase) || configuredBase === '' ? (url?.pathname ?? '') : configuredBase;
  const base = path.split('/').filter(Boolean).join('/');
  return { host: (url?.host ?? domain)?.toLowerCase() ?? null, base: base ? `/${base}` : '' };
}
