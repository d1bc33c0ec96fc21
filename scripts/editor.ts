import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeEditor } from '../src/integrations/editor/write-editor.ts';
import { caddyFile } from '../src/lib/delivery/caddy.ts';
import { editorHeaders, siteHeaders } from '../src/lib/delivery/headers.ts';
import { headersFile } from '../src/lib/delivery/headers-file.ts';
import { nginxFiles } from '../src/lib/delivery/nginx.ts';
import { vercelFile } from '../src/lib/delivery/vercel.ts';
import { editorPolicy } from '../src/lib/editor/policy.ts';
import { sidePackages } from '../src/lib/side-packages.ts';
import { loadSiteConfig, requireSiteConfig } from './site-config.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { install: { type: 'boolean' } } });
await requireSiteConfig();
const { site } = await loadSiteConfig();
const editor = site?.editor;
const packages = sidePackages(root, 'editor');

if (values.install && !packages.isInstalled() && !packages.install())
  fail('The packages of the editor could not be installed: npm says why above.');
if (!packages.isInstalled())
  fail(
    'The packages of the editor are not installed. `npm run editor -- --install` downloads them once into .cache/editor/ (about 85 MB).',
  );
if (!site || !editor) fail('`editor` is not set in src/site.config.ts. docs/editor.md says how to set it.', 0);
if (editor.path !== undefined) {
  console.log(`The editor is part of the site: npm run build writes it to dist${editor.path}.`);
  process.exit();
}

const [target, made, dist] = ['dist-editor', '.cache/editor/dist', 'dist'].map((name) => join(root, name)) as [string, string, string];
await rm(made, { recursive: true, force: true });
await writeEditor(root, { ...site, editor }, { folder: made, dist, address: '/' });
const headers = { ...siteHeaders(true), ...editorHeaders(editorPolicy(editor)) };
const options = { rules: [{ path: '/*', headers }], redirects: [], root: '/', trailingSlash: 'always' as const, isPrivate: false };
const nginx = nginxFiles(options);
await write(made, { _headers: headersFile(options.rules) });
await write(join(root, '.cache/delivery/editor'), {
  'vercel/vercel.json': vercelFile(options),
  'nginx/maps.conf': nginx['maps.conf'],
  'nginx/site.conf': nginx['site.conf'],
  'caddy/Caddyfile': caddyFile({ ...options, host: new URL(editor.origin ?? site.url).hostname }),
});
await rm(target, { recursive: true, force: true });
await rename(made, target);
console.log(`The editor is in dist-editor/. Publish it at ${editor.origin}; .cache/delivery/editor/ configures Vercel, nginx and Caddy.`);
if (!existsSync(dist)) console.log('Its preview has no styles, because there is no dist/. Build the site first to change that.');

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function fail(message: string, code = 1): never {
  console.error(message);
  process.exit(code);
}
