import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectionFolder } from '../../documents/collections.ts';
import { listFiles } from '../../documents/files.ts';
import { languageOf } from '../../i18n/languages.ts';
import { cmsConfig } from '../../lib/editor/cms-config.ts';
import { editorPolicy } from '../../lib/editor/policy.ts';
import { jsonSchemaOf } from '../../lib/json-schema.ts';
import { createUrls } from '../../lib/urls.ts';
import { pageSchema } from '../../schemas/page.ts';
import { projectSchema } from '../../schemas/project.ts';
import type { EditorOptions } from '../../schemas/editor.ts';
import type { Site } from '../../schemas/site.ts';
import { bundleEditor } from './bundle.ts';
import { editorPage } from './page.ts';

/** Write the editor into a folder: its page, scripts and styles, and those of the site for its preview. `dist` is the built site. */
export async function writeEditor(
  root: string,
  site: Site & { editor: EditorOptions },
  { folder, dist, address }: WriteOptions,
): Promise<void> {
  const { editor, name, url, locale } = site;
  const bundle = await bundleEditor(root);
  const schemas = { projects: jsonSchemaOf(projectSchema), pages: jsonSchemaOf(pageSchema) };
  const documents = (['projects', 'pages'] as const).flatMap((collection) =>
    listFiles(join(root, collectionFolder(collection))).map((path) => `${collection}/${path}`),
  );
  const language = languageOf(locale) ?? 'en';
  const config = cmsConfig({
    ...{ editor, name, language, schemas, documents },
    address: url + createUrls({ origin: url, base: site.base, trailingSlash: site.trailingSlash }).page(),
  });
  const data = { config, schemas, locale, previewStyles: `${address}preview.css` };
  await mkdir(folder, { recursive: true });
  await cp(bundle.folder, folder, { recursive: true });
  const previewStyles = [await siteStyles(dist), await readFile(join(root, 'src/editor/preview.css'), 'utf8')];
  await writeFile(join(folder, 'preview.css'), previewStyles.join('\n'));
  await writeFile(join(folder, 'index.html'), editorPage({ name, language, policy: editorPolicy(editor), data, bundle, address }));
}

interface WriteOptions {
  /** Where to write it, absolute. */
  folder: string;
  /** The built site, absolute. */
  dist: string;
  /** Path of the folder below its origin, with its slashes. */
  address: string;
}

/** Collect the styles of a page of a case study on screens, in their order; none when there is no such page. */
async function siteStyles(dist: string): Promise<string> {
  const page = listFiles(join(dist, 'projects'), { depth: 2 }).find((path) => /^[^/]+\/index\.html$/.test(path));
  const html = page === undefined ? '' : await readFile(join(dist, 'projects', page), 'utf8');
  const styles = html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>|<link\b(?![^>]*\bmedia="print")[^>]*\bhref="([^"]+\.css)"[^>]*>/g);
  const parts = Array.from(styles, async ([, inline, href = '']) => {
    if (inline !== undefined) return inline;
    const file = join(dist, '_astro', href.split('/').at(-1) ?? '');
    return existsSync(file) ? readFile(file, 'utf8') : '';
  });
  return (await Promise.all(parts)).join('\n');
}
