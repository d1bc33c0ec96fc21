import { namedFiles } from './content-types.ts';
import { speculationRulesFile } from './speculation-rules.ts';

/** Headers of all answers to a pattern of addresses; see `patternExpression`. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * List the headers of the site: the one source of every host's configuration. No header is given twice to one address, because
 * hosts join such values with a comma. The first rule is for all addresses, those that don't exist included.
 */
export function headerRules({ files, moved, policy, root, secure }: Delivered): HeaderRule[] {
  const address = (path: string) => root + path.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  const rules = outline(files.filter((file) => !moved.has(file) && !control.test(file))).map(({ path, kind }) => ({
    path: path === 'index.html' ? root : path.endsWith('/') ? `${address(path)}*` : address(path),
    headers: { ...kinds[kind], ...(kind === 'pages' ? { 'Speculation-Rules': `"${root}${speculationRulesFile}"` } : {}) },
  }));
  return [
    { path: `${root}*`, headers: everywhere({ policy, secure }) },
    ...rules,
    ...named(files).map(({ path, type, feed }) => ({
      path: address(path),
      headers: { 'Content-Type': type, ...(feed ? { 'Access-Control-Allow-Origin': '*' } : {}) },
    })),
  ];
}

/** Put together the rules that give the same headers, for formats in which one rule takes several paths. */
export function groupRules(rules: readonly HeaderRule[]): { paths: string[]; headers: HeaderRule['headers'] }[] {
  const groups = Map.groupBy(rules, ({ headers }) => JSON.stringify(headers));
  return [...groups.values()].map((group) => ({ paths: group.map(({ path }) => path), headers: group[0]?.headers ?? {} }));
}

export interface Delivered {
  /** Every file of the output, by its path below it. */
  files: readonly string[];
  /** Those of them that only lead on to another address. */
  moved: ReadonlySet<string>;
  /** The content security policy of all pages. */
  policy: string;
  /** The site's base with its slashes, `/` or `/base/`. */
  root: string;
  /** Whether the site is published over TLS. */
  secure: boolean;
}

const day = 86_400;

/** What kinds of files there are, by what may be kept and who may embed it: feeds carry our pictures into other sites. */
const kinds = {
  pages: { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'same-origin' },
  files: { 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  // The name of such a file has a digest of its content.
  hashed: { 'Cache-Control': `public, max-age=${365 * day}, immutable`, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  // Asked for with every page; a browser that has the rules of yesterday does no harm.
  rules: { 'Cache-Control': `public, max-age=${day}`, 'Cross-Origin-Resource-Policy': 'same-origin' },
} as const satisfies Record<string, HeaderRule['headers']>;

const kindsByName: Record<string, keyof typeof kinds> = { '_astro/': 'hashed', [speculationRulesFile]: 'rules' };

/** What of a reader's device no page of a portfolio asks for. */
const features =
  'accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment screen-wake-lock usb xr-spatial-tracking';

/** Files that hosts read and do not serve. */
const control = /^_(?:headers|redirects)$/;

function everywhere({ policy, secure }: Pick<Delivered, 'policy' | 'secure'>): HeaderRule['headers'] {
  return {
    ...(secure ? { 'Strict-Transport-Security': `max-age=${2 * 365 * day}` } : {}),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': features.replace(/\S+/g, '$&=(),').slice(0, -1),
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** The files and folders at the top of the output, which is as fine as the rules need to be; folders end in a slash. */
function outline(files: readonly string[]): { path: string; kind: keyof typeof kinds }[] {
  const tops = Map.groupBy(files.toSorted(), (file) => /^[^/]+\/?/.exec(file)?.[0] ?? file);
  return [...tops].map(([path, members]) => ({
    path,
    kind: kindsByName[path] ?? (members.some((file) => file.endsWith('.html')) ? 'pages' : 'files'),
  }));
}

/** The files of `namedFiles`, with `:folder` where a folder has several: feeds of technologies are one rule, however many. */
function named(files: readonly string[]): { path: string; type: string; feed: boolean }[] {
  return Object.entries(namedFiles).flatMap(([name, { type, feed }]) => {
    const found = files.filter((file) => file === name || file.endsWith(`/${name}`)).toSorted();
    const groups = Map.groupBy(found, (file) => file.replace(/[^/]+(?=\/[^/]+$)/, ':folder'));
    return [...groups].map(([pattern, members]) => ({ path: members.length > 1 ? pattern : (members[0] ?? pattern), type, feed }));
  });
}
