import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { findCollectionFolders, isCollectionName, listDocuments, type SourceFile } from './collections.ts';
import { readToml } from './front-matter/toml.ts';
import { asText } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';

/** A site of another system, or a folder of documents. */
export interface SourceSite {
  system: System;
  /** Absolute. */
  root: string;
  /** Every file below the root, by its path from there with forward slashes. */
  files: ReadonlySet<string>;
  read: (path: string) => Uint8Array;
  config: Record<string, unknown>;
  /** The published site's host in lower case; null if the configuration does not name it. */
  host: string | null;
  /** The published site's base path without a trailing slash; empty at the top of its host. */
  base: string;
  /** The documents to import. */
  documents: SourceFile[];
  /** Files beside the documents that are no case studies, with the reason. */
  skipped: { path: string; reason: string }[];
}

export type System = keyof typeof configFiles | 'folder';

/** Open the site that a path (absolute; a site, a folder of documents, or one document) belongs to; null if the path does not exist. */
export function openSite(path: string): SourceSite | null {
  if (!existsSync(path)) return null;
  const folder = lstatSync(path).isDirectory() ? path : dirname(path);
  const { root, system } = findRoot(folder) ?? { root: pictureRoot(folder), system: 'folder' as const };
  const files = new Set(listFiles(root));
  const read = (file: string): Uint8Array => readFileSync(join(root, file));
  const config = system === 'folder' ? {} : readConfig(configFiles[system], files, read);
  const requested = relative(root, path).replaceAll('\\', '/');
  const folders = requested === '' && system !== 'folder' ? findCollectionFolders(system, { files, config }) : [requested];
  const listed = folders.flatMap((one) => listDocuments(one, files, read));
  return {
    ...{ system, root, files, read, config },
    ...publishedAt(config),
    documents: listed.flatMap(({ reason, ...file }) => (reason === null ? [file] : [])),
    skipped: listed.flatMap(({ path: file, reason }) => (reason === null ? [] : [{ path: file, reason }])),
  };
}

/** The configuration files of each system; a folder with one of them is the root of a site. */
const configFiles = {
  jekyll: ['_config.yml', '_config.yaml'],
  hugo: [
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
  astro: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js', 'astro.config.mts'],
} as const satisfies Record<string, readonly string[]>;

const ignoredFolders = new Set(['node_modules', '.git', '_site', '.jekyll-cache', 'vendor', '.cache', 'dist', 'resources', '.astro']);
const maxFiles = 60_000;
const maxDepth = 12;

function findRoot(folder: string): { root: string; system: keyof typeof configFiles } | null {
  const systems = Object.keys(configFiles) as (keyof typeof configFiles)[];
  for (let root = resolve(folder), depth = 0; depth < 8; root = dirname(root), depth++) {
    const system = systems.find((name) => configFiles[name].some((file) => existsSync(join(root, file))));
    if (system !== undefined) return { root, system };
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

function readConfig(names: readonly string[], files: ReadonlySet<string>, read: SourceSite['read']): Record<string, unknown> {
  const name = names.find((candidate) => files.has(candidate));
  if (name === undefined) return {};
  const text = new TextDecoder().decode(read(name));
  if (name.endsWith('.toml')) return readToml(text).data;
  if (/\.(?:ya?ml|json)$/.test(name)) return readYaml(text).data;
  // A configuration in JavaScript is never run; two string literals of it suffice.
  const literal = (key: string): string | undefined => new RegExp(`\\b${key}\\s*:\\s*['"\`]([^'"\`$]+)['"\`]`).exec(text)?.[1];
  return { url: literal('site'), baseurl: literal('base') };
}

function publishedAt(config: Record<string, unknown>): Pick<SourceSite, 'host' | 'base'> {
  const address = asText(config['url']) ?? asText(config['baseURL']) ?? asText(config['baseurl']) ?? '';
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  const configuredBase = asText(config['baseurl']) ?? '';
  const path = /^https?:/i.test(configuredBase) || configuredBase === '' ? (url?.pathname ?? '') : configuredBase;
  const base = path.split('/').filter(Boolean).join('/');
  return { host: url?.host.toLowerCase() ?? null, base: base ? `/${base}` : '' };
}
