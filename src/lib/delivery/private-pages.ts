import { sharedFolder } from '../shared-address.ts';

/** List the private folders, from the files of the output: those of the pages that only their addresses lead to, and of their pictures. */
export function privatePaths(files: readonly string[], root: string): string[] {
  const folders = files.flatMap((file) => new RegExp(`^${sharedFolder}/[^/]+/`).exec(file)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => root + folder);
}

/** Write for each host that reads one the file that asks for a password at private pages; docs/sharing.md says where to put it. */
export function privateFiles(paths: readonly string[], { trailingSlash }: { trailingSlash: 'always' | 'never' }): Record<string, string> {
  if (paths.length === 0) return {};
  return {
    'paths.txt': lines(paths),
    'nginx/private.conf': lines([
      '# Generated. Include it in the server block, before site.conf.',
      ...paths.map((path) => nginxLocation(path, trailingSlash)),
    ]),
    'caddy/private.caddy': lines([
      '# Generated. Put it into the folder private/ beside the Caddyfile. PRIVATE_HASH is what `caddy hash-password` prints.',
      `@private path ${paths.flatMap((path) => [path.slice(0, -1), `${path}*`]).join(' ')}`,
      // The name before Caddy 2.8, the one that Debian has; later versions know both names.
      'basicauth @private {',
      '\t{$PRIVATE_USER:reader} {$PRIVATE_HASH}',
      '}',
    ]),
    'netlify/_headers': lines([
      '# Generated. Append it to dist/_headers and replace the user and the password.',
      ...paths.flatMap((path) => [`${path}*`, '  Basic-Auth: reader:password']),
    ]),
  };
}

function nginxLocation(path: string, trailingSlash: 'always' | 'never'): string {
  const file = trailingSlash === 'never' ? ` try_files $uri $uri/index.html =404;` : '';
  // `^~` keeps the other locations from answering without a password.
  return `location ^~ ${path.slice(0, -1)} { auth_basic "private"; auth_basic_user_file private.htpasswd;${file} }`;
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
