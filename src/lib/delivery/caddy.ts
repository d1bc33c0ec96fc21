import { contentTypes, namedFiles } from './content-types.ts';
import { groupRules, type HeaderRule } from './headers.ts';
import type { Move } from './redirect-rules.ts';
import { isPattern, patternExpression } from './path-pattern.ts';

/** Write a Caddyfile for the site at its address; `SITE_ADDRESS` and `SITE_ROOT` of the environment override address and folder. */
export function caddyFile({ rules, moves, root, host, trailingSlash }: CaddyOptions): string {
  const [everywhere, ...others] = groupRules(rules);
  const never = trailingSlash === 'never';
  const files = ['file_server {', '\tprecompressed zstd br gzip', ...(never ? ['\tdisable_canonical_uris'] : []), '}'];
  const all = ['header {', ...lines(everywhere?.headers ?? {}), '\t-Server', '}'];
  const block = [
    `root * {$SITE_ROOT:/var/www/${host}}`,
    ...all,
    ...types(),
    ...others.flatMap(({ paths, headers }, index) => [
      ...matcher(`@kind${index + 1}`, paths),
      `header @kind${index + 1} {`,
      ...lines(headers),
      '}',
    ]),
    ...moves.map(({ from, to }) => `redir ${quoted(decodeURI(from))} ${quoted(to)} 301`),
    `@control path ${root}_headers ${root}_redirects`,
    'error @control 404',
    ...(never ? slashes(root) : []),
    ...files,
    'handle_errors {',
    // An error leaves what was to be sent so far behind.
    ...all.map((line) => `\t${line}`),
    '\theader Cache-Control no-cache',
    '\theader Content-Type "text/html; charset=utf-8"',
    `\trewrite * ${root}404.html`,
    ...files.map((line) => `\t${line}`),
    '}',
  ];
  return ['# Generated.', `{$SITE_ADDRESS:${host}} {`, ...block.map((line) => `\t${line}`), '}', ''].join('\n');
}

interface CaddyOptions {
  rules: readonly HeaderRule[];
  moves: readonly Move[];
  /** The site's base with its slashes. */
  root: string;
  /** Host the site is published at. */
  host: string;
  trailingSlash: 'always' | 'never';
}

function lines(headers: HeaderRule['headers']): string[] {
  return Object.entries(headers).map(([name, value]) => `\t${name} ${quoted(value)}`);
}

/** Of an ending that some files are exceptions to, Caddy's own notion is right, and a rule here would override theirs. */
function types(): string[] {
  const exceptions = Object.keys(namedFiles).map((name) => name.split('.').at(-1));
  return Object.entries(contentTypes)
    .filter(([ending]) => !exceptions.includes(ending))
    .flatMap(([ending, type]) => [
      `@${ending} path *.${ending}`,
      `header @${ending} Content-Type ${quoted(type.startsWith('text/') ? `${type}; charset=utf-8` : type)}`,
    ]);
}

function matcher(name: string, paths: readonly string[]): string[] {
  const expressions = paths.filter((path) => /:[a-z]/.test(path)).map((path) => patternExpression(decodeURI(path)));
  const plain = paths.filter((path) => !/:[a-z]/.test(path));
  if (expressions.length > 0) {
    const all = [...expressions, ...plain.map((path) => patternExpression(decodeURI(path)))];
    return [`${name} path_regexp ${quoted(all.join('|'))}`];
  }
  return [`${name} path ${plain.flatMap(spell).map(quoted).join(' ')}`];
}

/** Caddy takes a folder itself for something else than what is in it. */
function spell(path: string): string[] {
  const plain = decodeURI(path);
  return isPattern(path) ? [plain.slice(0, -2), plain] : [plain];
}

/** Pages lie in folders, and are asked for without the slash. */
function slashes(root: string): string[] {
  return [`@slash path_regexp slash ^(${root}.+)/$`, 'redir @slash {re.slash.1} 301', 'try_files {path} {path}/index.html'];
}

function quoted(text: string): string {
  if (/[`{}]/.test(text))
    throw new Error(`Caddy would take a placeholder for the braces or quotes in ${text}. Take them out of the address or header.`);
  return /^[\w./@:*-]+$/.test(text) ? text : `\`${text}\``;
}
