import { contentTypes } from './content-types.ts';
import type { HeaderRule } from './headers.ts';
import type { Move } from './redirect-rules.ts';
import { isPattern, patternExpression } from './path-pattern.ts';

/**
 * Write the two files nginx includes: `maps.conf` in its `http` block, which says the headers of each address, and `site.conf`
 * in the `server` block. A header in a `location` would drop all those outside of it, hence the maps.
 */
export function nginxFiles({ rules, moves, root, trailingSlash }: NginxOptions): { 'maps.conf': string; 'site.conf': string } {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) => name !== 'Content-Type');
  const everywhere = new Set(rules.filter(({ path }) => path === `${root}*`).flatMap(({ headers }) => Object.keys(headers)));
  const maps = names.filter((name) => !everywhere.has(name)).map((name) => map(name, rules));
  const site = [
    '# Generated. Include it in the server block that sets listen, server_name and root.',
    'index index.html;',
    'absolute_redirect off;',
    'server_tokens off;',
    `error_page 403 404 =404 ${root}404.html;`,
    '',
    ...types(),
    '',
    '# Files compressed at build time, where there are any.',
    'gzip_static on;',
    'gzip_proxied any;',
    'gzip_vary on;',
    '',
    ...names.map((name) => {
      const value = rules.find(({ path }) => path === `${root}*`)?.headers[name];
      return `add_header ${name} ${value === undefined ? variable(name) : quoted(value)} always;`;
    }),
    '',
    `location ~ ^${root}_(?:headers|redirects)$ { return 404; }`,
    ...(trailingSlash === 'never' ? neverSlash(root) : []),
    ...rules.flatMap(({ path, headers }) => typed(path, headers['Content-Type'])),
    ...moves.map(({ from, to }) => `location = ${quoted(decodeURI(from))} { return 301 ${quoted(to)}; }`),
    '',
  ];
  return { 'maps.conf': `# Generated. Include it in the http block.\n${maps.join('\n')}`, 'site.conf': site.join('\n') };
}

/** The line that serves `.br` files, for an nginx that has the brotli module. */
export const nginxBrotli = 'brotli_static on;\n';

interface NginxOptions {
  rules: readonly HeaderRule[];
  moves: readonly Move[];
  /** The site's base with its slashes. */
  root: string;
  trailingSlash: 'always' | 'never';
}

function map(name: string, rules: readonly HeaderRule[]): string {
  const values = rules.flatMap(({ path, headers }) => {
    const value = headers[name];
    return value === undefined ? [] : [`  ${quoted(`~${patternExpression(decodeURI(path))}`, true)} ${quoted(value)};`];
  });
  return [`map $uri ${variable(name)} {`, '  default "";', ...values, '}', ''].join('\n');
}

function types(): string[] {
  const endings = Map.groupBy(Object.entries(contentTypes), ([, type]) => type);
  const text = [...endings.keys()].filter((type) => /^text\/|json|xml/.test(type) && type !== 'text/html');
  return [
    'types {',
    ...[...endings].map(([type, entries]) => `  ${type} ${entries.map(([ending]) => ending).join(' ')};`),
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${text.join(' ')};`,
  ];
}

function typed(path: string, type: string | undefined): string[] {
  if (type === undefined) return [];
  const where = isPattern(path) ? `~ ${quoted(patternExpression(decodeURI(path)), true)}` : `= ${quoted(decodeURI(path))}`;
  return [`location ${where} { types { } default_type ${quoted(type)}; }`];
}

/** Pages lie in folders, and are asked for without the slash. */
function neverSlash(root: string): string[] {
  return [
    `rewrite ^(${root}.+)/$ $1 permanent;`,
    `location = ${root} { try_files ${root}index.html =404; }`,
    'try_files $uri $uri/index.html =404;',
  ];
}

function variable(name: string): string {
  return `$site_${name.toLowerCase().replaceAll('-', '_')}`;
}

function quoted(text: string, expression = false): string {
  if (!expression && text.includes('$'))
    throw new Error(`nginx would take a variable for the $ in ${text}. Take it out of the address or header.`);
  return `"${text.replace(expression ? /"/g : /["\\]/g, '\\$&')}"`;
}
