import { describe, expect, test } from 'vitest';
import { caddyFile } from '../../../src/lib/delivery/caddy.ts';
import { cloudflareWarnings, headersFile, redirectsFile } from '../../../src/lib/delivery/headers-file.ts';
import type { HeaderRule } from '../../../src/lib/delivery/headers.ts';
import { expandRedirects } from '../../../src/lib/delivery/redirect-rules.ts';
import { nginxFiles } from '../../../src/lib/delivery/nginx.ts';
import { vercelFile } from '../../../src/lib/delivery/vercel.ts';

const rules: HeaderRule[] = [
  { path: '/*', headers: { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'none'; img-src 'self'" } },
  { path: '/', headers: { 'Cache-Control': 'no-cache', 'Speculation-Rules': '"/rules.json"' } },
  { path: '/projects/*', headers: { 'Cache-Control': 'no-cache', 'Speculation-Rules': '"/rules.json"' } },
  { path: '/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
  { path: '/technologies/:folder/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
];
const redirects = expandRedirects([{ from: '/work/caf\u00e9/', to: '/projects/x/' }], '/');
const options = { rules, redirects, root: '/', trailingSlash: 'always' as const };

test.each([
  ['/work/x', ['/work/x', '/work/x/']],
  ['/work/x/', ['/work/x', '/work/x/']],
  ['/work/x/index.html', ['/work/x', '/work/x/']],
  ['/work/x.html', ['/work/x.html']],
  ['/caf\u00e9', ['/caf%C3%A9', '/caf%C3%A9/']],
  ['/caf%C3%A9', ['/caf%C3%A9', '/caf%C3%A9/']],
])('the old address %s expands to %j', (from, spellings) => {
  expect(expandRedirects([{ from, to: '/p/' }], '/').map((rule) => rule.from)).toEqual(spellings);
  expect(expandRedirects([{ from, to: '/p/' }], '/base/').map((rule) => rule.from)).toEqual(
    spellings.map((spelling) => `/base${spelling}`),
  );
});

describe('_headers', () => {
  test('has a block for each rule', () => {
    expect(headersFile(rules.slice(0, 2))).toBe(
      `/*\n  X-Frame-Options: DENY\n  Content-Security-Policy: default-src 'none'; img-src 'self'\n\n/\n  Cache-Control: no-cache\n  Speculation-Rules: "/rules.json"\n`,
    );
  });

  test.each([
    ['rules', Array.from({ length: 101 }, (_, index) => ({ path: `/${index}`, headers: {} })), []],
    ['characters', [{ path: '/*', headers: { 'Content-Security-Policy': 'x'.repeat(2000) } }], []],
    ['lines', [], Array.from({ length: 2001 }, (_, index) => ({ from: `/${index}`, to: '/' }))],
  ])('warns about more %s than Cloudflare reads', (what, manyRules, manyRedirects) => {
    expect(cloudflareWarnings(manyRules, manyRedirects)).toEqual([
      expect.stringMatching(new RegExp(`^Cloudflare reads \\d+ of \\d+ ${what} `)),
    ]);
    expect(cloudflareWarnings(rules, redirects)).toEqual([]);
  });
});

test('_redirects can override files on Netlify', () => {
  expect(redirectsFile(redirects.slice(0, 1))).toBe('/work/caf%C3%A9 /projects/x/ 301\n');
  expect(redirectsFile(redirects.slice(0, 1), { forced: true })).toBe('/work/caf%C3%A9 /projects/x/ 301!\n');
});

test('vercel.json has the same rules in the patterns of Vercel', () => {
  const config = JSON.parse(vercelFile({ ...options, rules: [...rules, { path: '/a(b).pdf', headers: {} }] })) as Vercel;
  expect(config.headers.map(({ source }) => source)).toEqual([
    '(/.*|)',
    '/',
    '/projects(/.*|)',
    '/rss.xml',
    '/technologies/:folder/rss.xml',
    '/a\\(b\\).pdf',
  ]);
  expect(config.headers[0]?.headers[0]).toEqual({ key: 'X-Frame-Options', value: 'DENY' });
  expect(config.redirects[1]).toEqual({ source: '/work/caf%C3%A9/', destination: '/projects/x/', statusCode: 301 });
  expect(config.trailingSlash).toBe(true);
});

describe('nginx', () => {
  const files = nginxFiles(options);

  test('gets headers that differ by path from maps', () => {
    expect(files['maps.conf']).toContain(
      'map $uri $site_speculation_rules {\n  default "";\n  "~^/(?:index\\.html)?$" "\\"/rules.json\\"";\n  "~^/projects(?:/.*)?$" "\\"/rules.json\\"";\n}',
    );
    expect(files['maps.conf']).not.toContain('x_frame_options');
  });

  test('has no header in a location, where it would drop all other headers', () => {
    expect(files['site.conf']).toContain('add_header X-Frame-Options "DENY" always;\n');
    expect(files['site.conf'].split('\n').filter((line) => /^location.*add_header/.test(line))).toEqual([]);
  });

  test('compares decoded paths', () => {
    expect(files['site.conf']).toContain('location = "/work/caf\u00e9/" { return 301 "/projects/x/"; }');
  });

  test('sets the type of named files by path', () => {
    expect(files['site.conf']).toContain('location = "/rss.xml" { types { } default_type "application/rss+xml"; }');
    expect(files['site.conf']).toContain('location ~ "^/technologies/[^/]+/rss\\.xml$" {');
  });

  test('serves pages without a trailing slash when the site does', () => {
    expect(nginxFiles({ ...options, trailingSlash: 'never' })['site.conf']).toContain('try_files $uri $uri/index.html =404;');
    expect(files['site.conf']).not.toContain('try_files');
  });

  test('writes a $ where nginx replaces no variables, and rejects it elsewhere', () => {
    const lines = nginxFiles({ ...options, redirects: [{ from: '/a-$9m-plan/', to: '/' }] })['site.conf'];
    expect(lines).toContain('location = "/a-$9m-plan/" { return 301 "/"; }');
    expect(() => nginxFiles({ ...options, redirects: [{ from: '/', to: '/$host' }] })).toThrowErrorMatchingInlineSnapshot(
      `[Error: nginx reads the $ in /$host as a variable. Remove it from the address or the header.]`,
    );
  });
});

describe('Caddy', () => {
  const file = caddyFile({ ...options, host: 'example.com', isPrivate: true });

  test('takes address and folder from the environment, or else from the site', () => {
    expect(file).toContain('{$SITE_ADDRESS:example.com} {\n\troot * {$SITE_ROOT:/var/www/example.com}\n');
  });

  test('has one matcher for all paths with the same headers', () => {
    expect(file).toContain('@kind1 path / /projects /projects/*\n');
    expect(file).toContain('@kind2 path_regexp `^/rss\\.xml$|^/technologies/[^/]+/rss\\.xml$`\n');
  });

  test('sets the type by extension, except where a named file has another type', () => {
    expect(file).toContain('\t@md path *.md\n\theader @md Content-Type `text/markdown; charset=utf-8`\n');
    expect(file).not.toMatch(/path \*\.(?:xml|json)\n/);
  });

  test('sends compressed files and prefers the smallest', () => expect(file).toContain('precompressed zstd br gzip'));

  test('imports the file that asks for a password, where pages can have one', () => {
    expect(file).toContain('\timport private/*.caddy\n');
    expect(caddyFile({ ...options, host: 'x', isPrivate: false })).not.toContain('import');
  });

  test('rejects a path that Caddy would read as a placeholder', () => {
    expect(() =>
      caddyFile({ ...options, host: 'x', isPrivate: false, redirects: [{ from: '/{host}', to: '/' }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: Caddy reads the braces or backquotes in /{host} as syntax. Remove them from the address or the header.]`,
    );
  });
});

interface Vercel {
  trailingSlash: boolean;
  headers: { source: string; headers: { key: string; value: string }[] }[];
  redirects: unknown[];
}

describe('a folder with a policy of its own', () => {
  const own: HeaderRule[] = [
    { path: '/*', headers: { 'X-Frame-Options': 'DENY' } },
    { path: '/*', except: '/admin/*', headers: { 'Content-Security-Policy': 'general' } },
    { path: '/admin/*', headers: { 'Content-Security-Policy': 'own', 'Cache-Control': 'no-cache' } },
    { path: '/', headers: { 'Cache-Control': 'no-cache' } },
    { path: '/projects/*', headers: { 'Cache-Control': 'no-cache' } },
    { path: '/rss.xml', headers: { 'Cache-Control': 'no-cache' } },
    { path: '/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
  ];

  test('is never sent two of them by hosts that read _headers', () => {
    const blocks = headersFile(own)
      .split('\n\n')
      .map((block) => block.trim().split('\n'));
    const policies = blocks.map(([path, ...lines]) => [
      path,
      lines.flatMap((line) => /Content-Security-Policy: (\w+)/.exec(line)?.[1] ?? []),
    ]);
    expect(policies).toEqual([
      ['/*', []],
      ['/admin/*', ['own']],
      ['/', ['general']],
      ['/projects/*', ['general']],
      ['/rss.xml', ['general']],
      ['/rss.xml', []],
    ]);
  });

  test('is left out by a look-ahead on Vercel', () => {
    for (const root of ['/', '/base/']) {
      const rules = own.map((rule) => ({
        ...rule,
        path: root + rule.path.slice(1),
        ...(rule.except && { except: root + rule.except.slice(1) }),
      }));
      const { headers } = JSON.parse(vercelFile({ ...options, rules })) as Vercel;
      const general = headers.filter(({ headers: all }) => all.some(({ value }) => value === 'general'));
      const matches = (path: string) => general.map(({ source }) => new RegExp(`^${source}$`).test(root + path));
      for (const path of ['', 'projects/x/', 'administration/', 'rss.xml']) expect(matches(path), path).toEqual([true]);
      for (const path of ['admin/', 'admin/files/a.js', 'admin']) expect(matches(path), path).toEqual([false]);
    }
  });
});
