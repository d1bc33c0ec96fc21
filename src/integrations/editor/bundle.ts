import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';
import { listFiles } from '../../documents/files.ts';
import { sidePackages } from '../../lib/side-packages.ts';

/** The scripts and styles of the editor. They are the same for every site: what a site has of its own is in its page. */
export interface Bundle {
  /** Where they are, absolute. */
  folder: string;
  /** Paths below the folder. */
  script: string;
  styles: string[];
}

/** Bundle the editor, unless one of the same sources is kept in `.cache/editor/`. The packages must be installed. */
export async function bundleEditor(root: string): Promise<Bundle> {
  const kept = join(root, '.cache/editor/bundles', await digestOf(root));
  const folder = join(kept, 'files');
  const list = join(kept, 'entry.json');
  if (!existsSync(list)) {
    // Two builds may run at the same time.
    const made = `${kept}.${process.pid}`;
    await rm(made, { recursive: true, force: true });
    const entry = await run(root, join(made, 'files'));
    await writeFile(join(made, 'entry.json'), JSON.stringify(entry));
    await rename(made, kept).catch((error: unknown) => {
      if (!existsSync(list)) throw error;
    });
    await rm(made, { recursive: true, force: true });
  }
  return { folder, ...(JSON.parse(await readFile(list, 'utf8')) as Omit<Bundle, 'folder'>) };
}

/** What the editor is bundled from, below `src/`. */
const sources = ['editor', 'schemas', 'i18n', 'metrics', 'documents', 'lib', 'checks'];

async function digestOf(root: string): Promise<string> {
  const digest = createHash('sha256').update(await readFile(sidePackages(root, 'editor').lock));
  for (const name of sources)
    for (const path of listFiles(join(root, 'src', name)))
      digest.update(`\0${name}/${path}\0`).update(await readFile(join(root, 'src', name, path)));
  digest.update(await readFile(import.meta.filename));
  return digest.digest('hex').slice(0, 16);
}

async function run(root: string, outDir: string): Promise<Omit<Bundle, 'folder'>> {
  const { folder } = sidePackages(root, 'editor');
  await mkdir(outDir, { recursive: true });
  const { output } = (await build({
    root,
    // Paths are relative to the page: the editor may be at any address.
    ...{ base: './', configFile: false, envFile: false, publicDir: false, logLevel: 'error' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutUnused()],
    resolve: { alias: { '@sveltia/cms': join(folder, 'node_modules/@sveltia/cms/npm/index.js') } },
    build: {
      ...{ outDir, assetsDir: 'files', target: 'es2024', emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 10_000 },
      rollupOptions: { input: join(root, 'src/editor/main.ts') },
    },
  })) as Rollup.RollupOutput;
  const entry = output.find((one): one is Rollup.OutputChunk => one.type === 'chunk' && one.isEntry);
  if (!entry) throw new Error('The editor was bundled without a script.');
  const styles = output.flatMap(({ fileName }) => (fileName.endsWith('.css') ? [fileName] : []));
  return { script: entry.fileName, styles };
}

/** Leave out what none of our fields needs, colours of code in 240 languages and maps, and fonts of a CDN: Sveltia brings its own as well. */
function withoutUnused(): Plugin {
  const foreignFonts = /@font-face \{[^{}]*url\(https:[^{}]*\}/g;
  const unused = /^(?:@shikijs\/(?:langs|themes)(?:\/|$)|leaflet(?:\/|$)|terra-draw)/;
  return {
    name: 'without-unused',
    enforce: 'pre',
    resolveId: (id) => (unused.test(id) ? '\0unused' : undefined),
    load: (id) => (id === '\0unused' ? 'export default [];' : undefined),
    transform: (code, id) => (id.endsWith('/@sveltia/cms/npm/index.js') ? { code: code.replace(foreignFonts, ''), map: null } : undefined),
  };
}
