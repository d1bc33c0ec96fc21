import { describe, expect, test } from 'vitest';
import { caddyFile } from '../../../src/lib/delivery/caddy.ts';
import { cloudflareExcess, headersFile, redirectsFile } from '../../../src/lib/delivery/headers-file.ts';
import type { HeaderRule } from '../../../src/lib/delivery/headers.ts';
import { spellMoves } from '../../../src/lib/delivery/redirect-rules.ts';
import { nginxFiles } from '../../../src/lib/delivery/nginx.ts';
import { vercelFile } from '../../../src/lib/delivery/vercel.ts';

const rules: HeaderRule[] = [
  { path: '/*', headers: { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'none'; img-src 'self'" } },
  { path: '/', headers: { 'Cache-Control': 'no-cache', 'Speculation-Rules': '"/rules.json"' } },
  { path: '/projects/*', headers: { 'Cache-Control': 'no-cache', 'Speculation-Rules': '"/rules.json"' } },
  { path: '/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
  { path: '/technologies/:folder/rss.xml', headers: { 'Content-Type': 'application/rss+xml' } },
];
const moves = spellMoves([{ from: '/work/caf\u00e9/', to: '/projects/x/' }], '/');
const options = { rules, moves, root: '/', trailingSlash: 'always' as const };

test.each([
  ['/work/x', ['/work/x', '/work/x/']],
  ['/work/x/', ['/work/x', '/work/x/']],
  ['/work/x/index.html', ['/work/x', '/work/x/']],
  ['/work/x.html', ['/work/x.html']],
  ['/caf\u00e9', ['/caf%C3%A9', '/caf%C3%A9/']],
  ['/caf%C3%A9', ['/caf%C3%A9', '/caf%C3%A9/']],
])('the old address %s is spelt %j', (from, forms) => {
  expect(spellMoves([{ from, to: '/p/' }], '/').map((move) => move.from)).toEqual(forms);
  expect(spellMoves([{ from, to: '/p/' }], '/base/').map((move) => move.from)).toEqual(forms.map((form) => `/base${form}`));
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
  ])('says when it has more %s than Cloudflare reads', (what, many, moved) => {
    expect(cloudflareExcess(many, moved)).toEqual([
      expect.stringMatching(new RegExp(`^Cloudflare reads \\d+ and there are \\d+ ${what} `)),
    ]);
    expect(cloudflareExcess(rules, moves)).toEqual([]);
  });
});

test('_redirects goes before the files on Netlify when it is told to', () => {
  expect(redirectsFile(moves.slice(0, 1))).toBe('/work/caf%C3%A9 /projects/x/ 301\n');
  expect(redirectsFile(moves.slice(0, 1), { forced: true })).toBe('/work/caf%C3%A9 /projects/x/ 301!\n');
});

test('vercel.json has the same rules in its own patterns', () => {
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

  test('is told what differs by address in maps', () => {
    expect(files['maps.conf']).toContain(
      'map $uri $site_speculation_rules {\n  default "";\n  "~^/(?:index\\.html)?$" "\\"/rules.json\\"";\n  "~^/projects(?:/.*)?$" "\\"/rules.json\\"";\n}',
    );
    expect(files['maps.conf']).not.toContain('x_frame_options');
  });

  test('has no header in a location, where it would drop all others', () => {
    expect(files['site.conf']).toContain('add_header X-Frame-Options "DENY" always;\n');
    expect(files['site.conf'].split('\n').filter((line) => /^location.*add_header/.test(line))).toEqual([]);
  });

  test('compares addresses decoded', () => {
    expect(files['site.conf']).toContain('location = "/work/caf\u00e9/" { return 301 "/projects/x/"; }');
  });

  test('knows the type of a file by its address', () => {
    expect(files['site.conf']).toContain('location = "/rss.xml" { types { } default_type "application/rss+xml"; }');
    expect(files['site.conf']).toContain('location ~ "^/technologies/[^/]+/rss\\.xml$" {');
  });

  test('serves pages without their last slash where that is the policy', () => {
    expect(nginxFiles({ ...options, trailingSlash: 'never' })['site.conf']).toContain('try_files $uri $uri/index.html =404;');
    expect(files['site.conf']).not.toContain('try_files');
  });

  test('refuses what would be a variable', () => {
    expect(() => nginxFiles({ ...options, moves: [{ from: '/$host', to: '/' }] })).toThrowErrorMatchingInlineSnapshot(
      `[Error: nginx would take a variable for the $ in /$host. Take it out of the address or header.]`,
    );
  });
});

describe('Caddy', () => {
  const file = caddyFile({ ...options, host: 'example.com' });

  test('takes its address and folder from the environment, else from the site', () => {
    expect(file).toContain('{$SITE_ADDRESS:example.com} {\n\troot * {$SITE_ROOT:/var/www/example.com}\n');
  });

  test('has one matcher for all addresses with the same headers', () => {
    expect(file).toContain('@kind1 path / /projects /projects/*\n');
    expect(file).toContain('@kind2 path_regexp `^/technologies/[^/]+/rss\\.xml$|^/rss\\.xml$`\n');
  });

  test('knows the type of a file by its ending, but where a file is an exception', () => {
    expect(file).toContain('\t@md path *.md\n\theader @md Content-Type `text/markdown; charset=utf-8`\n');
    expect(file).not.toMatch(/path \*\.(?:xml|json)\n/);
  });

  test('sends compressed files, the smallest first', () => expect(file).toContain('precompressed zstd br gzip'));

  test('refuses what would be a placeholder', () => {
    expect(() => caddyFile({ ...options, host: 'x', moves: [{ from: '/{host}', to: '/' }] })).toThrowErrorMatchingInlineSnapshot(
      `[Error: Caddy would take a placeholder for the braces or quotes in /{host}. Take them out of the address or header.]`,
    );
  });
});

interface Vercel {
  trailingSlash: boolean;
  headers: { source: string; headers: { key: string; value: string }[] }[];
  redirects: unknown[];
}
