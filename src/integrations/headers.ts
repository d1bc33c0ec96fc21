import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { caddyFile } from '../lib/delivery/caddy.ts';
import { precompress } from '../lib/delivery/compress.ts';
import { mergeCsp, readCsp } from '../lib/delivery/csp.ts';
import { cloudflareWarnings, headersFile, redirectsFile } from '../lib/delivery/headers-file.ts';
import { headerRules } from '../lib/delivery/headers.ts';
import { nginxBrotli, nginxFiles } from '../lib/delivery/nginx.ts';
import { listOutput } from '../lib/delivery/output.ts';
import { privateFiles, privatePaths } from '../lib/delivery/private-pages.ts';
import { expandRedirects } from '../lib/delivery/redirect-rules.ts';
import { speculationRules, speculationRulesFile } from '../lib/delivery/speculation-rules.ts';
import { vercelFile } from '../lib/delivery/vercel.ts';
import { editorPolicy } from '../lib/editor/policy.ts';
import { redirectFile } from '../lib/redirect-page.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';
import { readRedirects } from './redirects.ts';

/**
 * Write the headers and redirects for every host: `_headers`, `_redirects` and the speculation rules into the output, where hosts
 * and browsers find them, and the other hosts' configurations into `.cache/delivery/`. With `compressed`, also write each text file
 * as `.br`, `.gz` and `.zst`, for servers that send such files directly.
 */
export default function headers(site: Site, { compressed = false } = {}): AstroIntegration {
  const { trailingSlash } = site;
  const root = createUrls({ origin: site.url, base: site.base, trailingSlash }).page();
  let project: URL;
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeFile(new URL(speculationRulesFile, dir), speculationRules(root));
        const files = listOutput(dir);
        const editor = site.editor?.path && { folder: site.editor.path.slice(1), policy: editorPolicy(site.editor) };
        const documentRedirects = await readRedirects(fileURLToPath(project), site);
        const redirects = expandRedirects(documentRedirects, root);
        const rules = headerRules({
          files,
          redirectFiles: new Set(documentRedirects.map(redirectFile)),
          policy: await mergePolicies(
            dir,
            files.filter((file) => !(editor && file.startsWith(editor.folder))),
          ),
          editor: editor || undefined,
          root,
          secure: site.url.startsWith('https:'),
        });
        for (const warning of cloudflareWarnings(rules, redirects)) logger.warn(warning);
        const secrets = privatePaths(files, root);
        const options = { rules, redirects, root, trailingSlash, host: new URL(site.url).hostname, isPrivate: secrets.length > 0 };
        const nginx = nginxFiles(options);
        await writeFiles(dir, { _headers: headersFile(rules), ...(redirects.length > 0 ? { _redirects: redirectsFile(redirects) } : {}) });
        await writeFiles(new URL('.cache/delivery/', project), {
          'netlify/_redirects': redirectsFile(redirects, { forced: true }),
          'vercel/vercel.json': vercelFile(options),
          'nginx/maps.conf': nginx['maps.conf'],
          'nginx/site.conf': nginx['site.conf'],
          'nginx/brotli.conf': nginxBrotli,
          'caddy/Caddyfile': caddyFile(options),
        });
        await rm(new URL('.cache/delivery/private/', project), { recursive: true, force: true });
        await writeFiles(new URL('.cache/delivery/private/', project), privateFiles(secrets, { trailingSlash }));
        if (compressed) logger.info(`${await precompress(dir, files)} compressed files written`);
      },
    },
  };
}

async function mergePolicies(dir: URL, files: readonly string[]): Promise<string> {
  const policies = new Set<string>();
  for (const file of files.filter((name) => /\.html?$/.test(name))) {
    const policy = readCsp(await readFile(join(fileURLToPath(dir), file), 'utf8'));
    if (policy === null)
      throw new AstroError(`${file} has no content security policy.`, 'Add to its <head> the <meta> that the other pages have.');
    policies.add(policy);
  }
  return mergeCsp(policies);
}

async function writeFiles(folder: URL, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = new URL(path, folder);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, content);
  }
}
