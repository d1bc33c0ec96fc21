import { contentTypesByName } from './content-types.ts';
import type { RedirectRule } from './redirect-rules.ts';
import { sharedFolder } from '../shared-address.ts';
import { speculationRulesFile } from './speculation-rules.ts';

/** Headers of every response whose path matches a pattern; see `patternExpression`. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
  /** A folder that the rule leaves out, `/admin/*`: it has a rule of its own for the same headers. */
  except?: string;
}

/**
 * List the headers of the site, the one source of every host's configuration. No path gets the same header from two rules, because
 * hosts join such values with a comma. The first rule matches every path, including those that do not exist.
 */
export function headerRules({ files, redirectFiles, policy, root, secure, editor }: HeaderOptions): HeaderRule[] {
  const address = (path: string) => root + path.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  const published = files.filter((file) => !redirectFiles.has(file) && !hostFile.test(file));
  const byPath = topLevel(published.filter((file) => !(editor && file.startsWith(editor.folder)))).map(({ path, kind }) => ({
    path: path === 'index.html' ? root : path.endsWith('/') ? `${address(path)}*` : address(path),
    headers: { ...kinds[kind], ...(kind === 'pages' ? { 'Speculation-Rules': `"${root}${speculationRulesFile}"` } : {}) },
  }));
  const byName = namedFiles(files).map(({ path, type, feed }) => ({
    path: address(path),
    headers: { 'Content-Type': type, ...(feed ? { 'Access-Control-Allow-Origin': '*' } : {}) },
  }));
  const path = `${root}*`;
  if (!editor) return [{ path, headers: siteHeaders(secure, ofDocuments(policy)) }, ...byPath, ...byName];
  const except = `${address(editor.folder)}*`;
  return [
    { path, headers: siteHeaders(secure) },
    { path, except, headers: ofDocuments(policy) },
    { path: except, headers: editorHeaders(editor.policy) },
    ...byPath,
    ...byName,
  ];
}

/** The headers of the editor: a policy of its own, and windows in which a host of Git asks for the password. */
export function editorHeaders(policy: string): HeaderRule['headers'] {
  return { ...kinds.editor, ...ofDocuments(`${policy}; frame-ancestors 'none'`, 'same-origin-allow-popups') };
}

/** Group rules with the same headers, for formats in which one rule takes several paths. */
export function groupRules(rules: readonly HeaderRule[]): { paths: string[]; headers: HeaderRule['headers'] }[] {
  const groups = Map.groupBy(rules, ({ headers }) => JSON.stringify(headers));
  return [...groups.values()].map((group) => ({ paths: group.map(({ path }) => path), headers: group[0]?.headers ?? {} }));
}

/** What the configuration of a server is written from. */
export interface Delivery {
  rules: readonly HeaderRule[];
  redirects: readonly RedirectRule[];
  /** The site's base with its slashes. */
  root: string;
  /** Host name of the published site. */
  host: string;
  trailingSlash: 'always' | 'never';
  /** Whether some pages can have a password; `privateFiles` writes the file that asks for it. */
  isPrivate: boolean;
}

export interface HeaderOptions {
  /** Every file of the output, by its path below the output folder. */
  files: readonly string[];
  /** The files at old addresses, which only redirect. */
  redirectFiles: ReadonlySet<string>;
  /** The merged content security policy of all pages. */
  policy: string;
  /** The site's base with its slashes, `/` or `/base/`. */
  root: string;
  /** Whether the site is published over TLS. */
  secure: boolean;
  /** The editor, when it is part of the site: its folder in the output, `admin/`, and its policy. */
  editor?: { folder: string; policy: string } | undefined;
}

const day = 86_400;

/** Headers by kind of file. Pages stay on this site; other files may be embedded elsewhere, because feeds carry our pictures. */
const kinds = {
  pages: { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'same-origin' },
  // Only their addresses lead to these pages.
  shared: { 'Cache-Control': 'private, no-cache', 'Cross-Origin-Resource-Policy': 'same-origin', 'X-Robots-Tag': 'noindex, nofollow' },
  editor: { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'same-origin', 'X-Robots-Tag': 'noindex, nofollow' },
  files: { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  // The name of such a file contains a hash of its content.
  hashed: { 'Cache-Control': `public, max-age=${365 * day}, immutable`, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  // Requested with every page; rules that are a day old do no harm.
  rules: { 'Cache-Control': `public, max-age=${day}`, 'Cross-Origin-Resource-Policy': 'same-origin' },
} as const satisfies Record<string, HeaderRule['headers']>;

const kindsByPath: Record<string, keyof typeof kinds> = {
  '_astro/': 'hashed',
  [`${sharedFolder}/`]: 'shared',
  [speculationRulesFile]: 'rules',
};

/** Browser features that no page of a portfolio needs. */
const features =
  'accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment screen-wake-lock usb xr-spatial-tracking';

/** Files that hosts read but do not serve. */
const hostFile = /^_(?:headers|redirects)$/;

/** The headers of every response, among them those of `ofDocuments` where all documents have the same. */
export function siteHeaders(secure: boolean, shared: Partial<ReturnType<typeof ofDocuments>> = {}): HeaderRule['headers'] {
  const { 'Content-Security-Policy': policy, ...others } = shared;
  return {
    ...(secure ? { 'Strict-Transport-Security': `max-age=${2 * 365 * day}` } : {}),
    ...(policy ? { 'Content-Security-Policy': policy } : {}),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': features.replace(/\S+/g, '$&=(),').slice(0, -1),
    ...others,
  };
}

/** What the editor has otherwise than all other documents. */
function ofDocuments(policy: string, openers = 'same-origin') {
  return { 'Content-Security-Policy': policy, 'Cross-Origin-Opener-Policy': openers };
}

/** List the files and folders at the top of the output, folders with a trailing slash. Rules need no finer distinction. */
function topLevel(files: readonly string[]): { path: string; kind: keyof typeof kinds }[] {
  const tops = Map.groupBy(files.toSorted(), (file) => /^[^/]+\/?/.exec(file)?.[0] ?? file);
  return [...tops].map(([path, members]) => ({
    path,
    kind: kindsByPath[path] ?? (members.some((file) => file.endsWith('.html')) ? 'pages' : 'files'),
  }));
}

/** List the files of `contentTypesByName`. Sibling folders share one `:folder` pattern: the feeds of all technologies need one rule. */
function namedFiles(files: readonly string[]): { path: string; type: string; feed: boolean }[] {
  return Object.entries(contentTypesByName).flatMap(([name, { type, feed }]) => {
    const paths = files.filter((file) => file === name || file.endsWith(`/${name}`)).toSorted();
    const groups = Map.groupBy(paths, (file) => file.replace(/[^/]+(?=\/[^/]+$)/, ':folder'));
    return [...groups].map(([pattern, members]) => ({ path: members.length > 1 ? pattern : (members[0] ?? pattern), type, feed }));
  });
}
