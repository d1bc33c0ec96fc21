import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
import { afterBuild } from './after-build.ts';
import { readRedirects } from './redirects.ts';

/**
 * Write the headers and redirects for every host: `_headers`, `_redirects` and the speculation rules into the output, where hosts
 * and browsers find them, and the other hosts' configurations into `.cache/delivery/`. With `compressed`, also write each text file
 * as `.br`, `.gz` and `.zst`, for servers that send such files directly.
 */
export default function headers(site: Site, { compressed = false } = {}): AstroIntegration {
  const { trailingSlash } = site;
  const root = createUrls({ origin: site.url, base: site.base, trailingSlash }).page();
  return afterBuild('headers', async ({ root: project, dist, logger }) => {
    await writeFile(join(dist, speculationRulesFile), speculationRules(root));
    const files = listOutput(dist);
    const editor = site.editor?.path ? { folder: site.editor.path.slice(1), policy: editorPolicy(site.editor) } : undefined;
    const pages = files.filter((file) => /\.html?$/.test(file) && !(editor && file.startsWith(editor.folder)));
    const documentRedirects = await readRedirects(project, site);
    const redirects = expandRedirects(documentRedirects, root);
    const rules = headerRules({
      files,
      redirectFiles: new Set(documentRedirects.map(redirectFile)),
      policy: await mergePolicies(dist, pages),
      editor,
      root,
      secure: site.url.startsWith('https:'),
    });
    for (const warning of cloudflareWarnings(rules, redirects)) logger.warn(warning);
    const secrets = privatePaths(files, root);
    const options = { rules, redirects, root, trailingSlash, host: new URL(site.url).hostname, isPrivate: secrets.length > 0 };
    const nginx = nginxFiles(options);
    await writeFiles(dist, { _headers: headersFile(rules), ...(redirects.length > 0 ? { _redirects: redirectsFile(redirects) } : {}) });
    await writeFiles(join(project, '.cache/delivery'), {
      'netlify/_redirects': redirectsFile(redirects, { forced: true }),
      'vercel/vercel.json': vercelFile(options),
      'nginx/maps.conf': nginx['maps.conf'],
      'nginx/site.conf': nginx['site.conf'],
      'nginx/brotli.conf': nginxBrotli,
      'caddy/Caddyfile': caddyFile(options),
    });
    const privateFolder = join(project, '.cache/delivery/private');
    await rm(privateFolder, { recursive: true, force: true });
    await writeFiles(privateFolder, privateFiles(secrets, { trailingSlash }));
    if (compressed) logger.info(`${await precompress(dist, files)} compressed files written`);
  });
}

async function mergePolicies(dist: string, pages: readonly string[]): Promise<string> {
  const policies = new Set<string>();
  for (const page of pages) {
    const policy = readCsp(await readFile(join(dist, page), 'utf8'));
    if (policy === null)
      throw new AstroError(`${page} has no content security policy.`, 'Add to its <head> the <meta> that the other pages have.');
    policies.add(policy);
  }
  return mergeCsp(policies);
}

async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
