import { contentTypeOf, contentTypes, contentTypesByName } from './content-types.ts';
import { groupRules, type Delivery, type HeaderRule } from './headers.ts';
import { isPattern, patternExpression } from './path-pattern.ts';

/** Write a Caddyfile. The environment variables `SITE_ADDRESS` and `SITE_ROOT` override the host and the folder at run time. */
export function caddyFile({ rules, redirects, root, host, trailingSlash, isPrivate }: Delivery): string {
  const general = rules.filter(({ path }) => path === `${root}*`);
  const [site, ...others] = groupRules(rules.filter(({ except }) => except === undefined));
  const partial = rules.flatMap(({ except, headers }) => (except === undefined ? [] : [{ except, headers }]));
  const never = trailingSlash === 'never';
  const fileServer = ['file_server {', '\tprecompressed zstd br gzip', ...(never ? ['\tdisable_canonical_uris'] : []), '}'];
  // An error is answered with the 404 page, which is one of the site.
  const errorHeaders = Object.assign({}, ...general.map(({ headers }) => headers)) as HeaderRule['headers'];
  const block = [
    `root * {$SITE_ROOT:/var/www/${host}}`,
    ...headerBlock('', site?.headers ?? {}, '\t-Server'),
    // A pattern, because a path without one must exist: the password is the owner's choice.
    ...(isPrivate ? ['import private/*.caddy'] : []),
    ...types(),
    ...partial.flatMap(({ except, headers }) => [
      `@others not path ${pathMatchers(except).map(quote).join(' ')}`,
      ...headerBlock('@others ', headers),
    ]),
    ...others.flatMap(({ paths, headers }, index) => [matcher(`@kind${index + 1}`, paths), ...headerBlock(`@kind${index + 1} `, headers)]),
    ...redirects.map(({ from, to }) => `redir ${quote(decodeURI(from))} ${quote(to)} 301`),
    `@control path ${root}_headers ${root}_redirects`,
    'error @control 404',
    ...(never ? withoutTrailingSlash(root) : []),
    ...fileServer,
    'handle_errors {',
    // Caddy drops the headers set so far when it handles an error.
    ...headerBlock('', errorHeaders, '\t-Server').map((line) => `\t${line}`),
    '\theader Cache-Control no-cache',
    '\theader Content-Type "text/html; charset=utf-8"',
    `\trewrite * ${root}404.html`,
    ...fileServer.map((line) => `\t${line}`),
    '}',
  ];
  return ['# Generated.', `{$SITE_ADDRESS:${host}} {`, ...block.map((line) => `\t${line}`), '}', ''].join('\n');
}

function headerBlock(matcher: string, headers: HeaderRule['headers'], ...more: string[]): string[] {
  return [`header ${matcher}{`, ...Object.entries(headers).map(([name, value]) => `\t${name} ${quote(value)}`), ...more, '}'];
}

/** Set the content type by extension, except where a named file has a type of its own, which a rule here would override. */
function types(): string[] {
  const exceptions = Object.keys(contentTypesByName).map((name) => name.split('.').at(-1));
  return Object.keys(contentTypes)
    .filter((extension) => !exceptions.includes(extension))
    .flatMap((extension) => [`@${extension} path *.${extension}`, `header @${extension} Content-Type ${quote(contentTypeOf(extension))}`]);
}

function matcher(name: string, paths: readonly string[]): string {
  // The `path` matcher has no wildcard for one segment.
  if (paths.some((path) => /:[a-z]/.test(path)))
    return `${name} path_regexp ${quote(paths.map((path) => patternExpression(decodeURI(path))).join('|'))}`;
  return `${name} path ${paths.flatMap(pathMatchers).map(quote).join(' ')}`;
}

/** List what Caddy's `path` matcher needs for a path: `/x/*` does not match `/x`. */
function pathMatchers(path: string): string[] {
  const decoded = decodeURI(path);
  return isPattern(path) ? [decoded.slice(0, -2), decoded] : [decoded];
}

/** Serve a page, whose file is the `index.html` of a folder, at the path without the trailing slash. */
function withoutTrailingSlash(root: string): string[] {
  return [`@slash path_regexp slash ^(${root}.+)/$`, 'redir @slash {re.slash.1} 301', 'try_files {path} {path}/index.html'];
}

function quote(text: string): string {
  if (/[`{}]/.test(text))
    throw new Error(`Caddy reads the braces or backquotes in ${text} as syntax. Remove them from the address or the header.`);
  return /^[\w./@:*-]+$/.test(text) ? text : `\`${text}\``;
}
