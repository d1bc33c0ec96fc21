import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { caddyFile } from '../lib/delivery/caddy.ts';
import { cloudfrontFiles } from '../lib/delivery/cloudfront.ts';
import { precompress } from '../lib/delivery/compress.ts';
import { cloudflareExcess, headersFile, redirectsFile } from '../lib/delivery/headers-file.ts';
import { headerRules } from '../lib/delivery/headers.ts';
import { spellMoves } from '../lib/delivery/redirect-rules.ts';
import { nginxBrotli, nginxFiles } from '../lib/delivery/nginx.ts';
import { policyOf, unitePolicies } from '../lib/delivery/policy.ts';
import { speculationRules, speculationRulesFile } from '../lib/delivery/speculation-rules.ts';
import { vercelFile } from '../lib/delivery/vercel.ts';
import { redirectFile } from '../lib/redirect-page.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';
import { outputFiles } from './output.ts';
import { readRedirects } from './redirects.ts';

/**
 * Write how the site is to be served: `_headers`, `_redirects` and the rules of prefetching into the output, where hosts look for
 * them, and the configurations of other hosts into `.cache/delivery/`. With `compressed`, each text file is written as `.br`,
 * `.gz` and `.zst` too, for a server that sends such files as they are.
 */
export default function delivery(site: Site, { compressed = false } = {}): AstroIntegration {
  const { trailingSlash } = site;
  const root = createUrls({ origin: site.url, base: site.base, trailingSlash }).page();
  let project: URL;
  return {
    name: 'delivery',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeFile(new URL(speculationRulesFile, dir), speculationRules(root));
        const files = outputFiles(fileURLToPath(dir));
        const redirects = await readRedirects(fileURLToPath(project), site);
        const moves = spellMoves(redirects, root);
        const rules = headerRules({
          files,
          moved: new Set(redirects.map(redirectFile)),
          policy: policyOfAll(dir, files),
          root,
          secure: site.url.startsWith('https:'),
        });
        for (const excess of cloudflareExcess(rules, moves)) logger.warn(excess);
        const host = new URL(site.url).hostname;
        const cloudfront = cloudfrontFiles({ rules, moves, root, host, trailingSlash });
        const nginx = nginxFiles({ rules, moves, root, trailingSlash });
        await writeAll(dir, { _headers: headersFile(rules), ...(moves.length > 0 ? { _redirects: redirectsFile(moves) } : {}) });
        await writeAll(new URL('.cache/delivery/', project), {
          'netlify/_redirects': redirectsFile(moves, { forced: true }),
          'vercel/vercel.json': vercelFile({ rules, moves, trailingSlash }),
          'nginx/maps.conf': nginx['maps.conf'],
          'nginx/site.conf': nginx['site.conf'],
          'nginx/brotli.conf': nginxBrotli,
          'caddy/Caddyfile': caddyFile({ rules, moves, root, host, trailingSlash }),
          'cloudfront/headers-policy.json': cloudfront['headers-policy.json'],
          'cloudfront/function.js': cloudfront['function.js'],
        });
        if (compressed) logger.info(`${await precompress(dir, files)} files are compressed`);
      },
    },
  };
}

function policyOfAll(dir: URL, files: readonly string[]): string {
  const policies = new Set<string>();
  for (const file of files.filter((name) => /\.html?$/.test(name))) {
    const policy = policyOf(readFileSync(join(fileURLToPath(dir), file), 'utf8'));
    if (policy === null)
      throw new AstroError(`${file} states no content security policy.`, 'Give its <head> the <meta> the other pages have.');
    policies.add(policy);
  }
  return unitePolicies(policies);
}

async function writeAll(folder: URL, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = new URL(path, folder);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, content);
  }
}
