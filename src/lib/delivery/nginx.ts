import { contentTypes, isText } from './content-types.ts';
import type { Delivery, HeaderRule } from './headers.ts';
import { isPattern, patternExpression } from './path-pattern.ts';

/**
 * Write the two files that nginx includes: `maps.conf` in its `http` block, which maps paths to header values, and `site.conf` in the
 * `server` block. The maps are needed because a header in a `location` would drop all headers outside it.
 */
export function nginxFiles({ rules, redirects, root, trailingSlash }: NginxOptions): { 'maps.conf': string; 'site.conf': string } {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) => name !== 'Content-Type');
  const general = rules.filter(({ path }) => path === `${root}*`);
  const siteHeaders = merged(general.filter(({ except }) => except === undefined));
  const defaults = merged(general.filter(({ except }) => except !== undefined));
  const others = rules.filter((rule) => !general.includes(rule));
  const maps = names.filter((name) => !(name in siteHeaders)).map((name) => map(name, others, defaults[name]));
  const site = [
    '# Generated. Include it in the server block that sets listen, server_name and root.',
    'index index.html;',
    'absolute_redirect off;',
    'server_tokens off;',
    `error_page 403 404 =404 ${root}404.html;`,
    '',
    ...types(),
    '',
    '# Files compressed by the build, if any.',
    'gzip_static on;',
    'gzip_proxied any;',
    'gzip_vary on;',
    '',
    ...names.map((name) => {
      const value = siteHeaders[name];
      return `add_header ${name} ${value === undefined ? variable(name) : quote(value)} always;`;
    }),
    '',
    `location ~ ^${root}_(?:headers|redirects)$ { return 404; }`,
    ...(trailingSlash === 'never' ? withoutTrailingSlash(root) : []),
    ...rules.flatMap(({ path, headers }) => typeOf(path, headers['Content-Type'])),
    ...redirects.map(({ from, to }) => `location = ${literal(decodeURI(from))} { return 301 ${quote(to)}; }`),
    '',
  ];
  return { 'maps.conf': `# Generated. Include it in the http block.\n${maps.join('\n')}`, 'site.conf': site.join('\n') };
}

/** The directive that serves `.br` files, for an nginx with the brotli module. */
export const nginxBrotli = 'brotli_static on;\n';

type Headers = HeaderRule['headers'];

type NginxOptions = Pick<Delivery, 'rules' | 'redirects' | 'root' | 'trailingSlash'>;

function merged(rules: readonly HeaderRule[]): Headers {
  return Object.assign({}, ...rules.map(({ headers }) => headers)) as Headers;
}

function map(name: string, rules: readonly HeaderRule[], otherwise = ''): string {
  const values = rules.flatMap(({ path, headers }) => {
    const value = headers[name];
    return value === undefined ? [] : [`  ${quoteExpression(`~${patternExpression(decodeURI(path))}`)} ${quote(value)};`];
  });
  return [`map $uri ${variable(name)} {`, `  default ${quote(otherwise)};`, ...values, '}', ''].join('\n');
}

function types(): string[] {
  const extensions = Map.groupBy(Object.entries(contentTypes), ([, type]) => type);
  const text = [...extensions.keys()].filter((type) => isText(type) && type !== 'text/html');
  return [
    'types {',
    ...[...extensions].map(([type, entries]) => `  ${type} ${entries.map(([extension]) => extension).join(' ')};`),
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${text.join(' ')};`,
  ];
}

function typeOf(path: string, type: string | undefined): string[] {
  if (type === undefined) return [];
  const match = isPattern(path) ? `~ ${quoteExpression(patternExpression(decodeURI(path)))}` : `= ${literal(decodeURI(path))}`;
  return [`location ${match} { types { } default_type ${quote(type)}; }`];
}

/** Serve a page, whose file is the `index.html` of a folder, at the path without the trailing slash. */
function withoutTrailingSlash(root: string): string[] {
  return [
    `rewrite ^(${root}.+)/$ $1 permanent;`,
    `location = ${root} { try_files ${root}index.html =404; }`,
    'try_files $uri $uri/index.html =404;',
  ];
}

function variable(name: string): string {
  return `$site_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** Quote a value, in which nginx replaces variables. */
function quote(text: string): string {
  if (text.includes('$')) throw new Error(`nginx reads the $ in ${text} as a variable. Remove it from the address or the header.`);
  return literal(text);
}

/** Quote what nginx compares as it is written: the path of a `location =` has no variables. */
function literal(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function quoteExpression(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
