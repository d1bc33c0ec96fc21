import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { collectionFolder, collections } from '../documents/collections.ts';
import { listFiles } from '../documents/files.ts';

/**
 * List every document for Astro's language server, which completes and checks front matter. Astro lists what is in its store:
 * no new document that has errors and, after a build, no draft.
 */
export default function editorHelp(): AstroIntegration {
  let root: URL;
  return {
    name: 'editor-help',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:start': () => list(root),
      'astro:server:start': () => list(root),
    },
  };
}

/** Add documents to the list that `experimental.contentIntellisense` writes: collections by the lower-case URLs of their files. */
function list(root: URL): void {
  const file = new URL('.astro/collections/collections.json', root);
  if (!existsSync(file)) return;
  const documents = collections.flatMap((collection) => {
    const folder = new URL(`${collectionFolder(collection)}/`, root);
    return listFiles(fileURLToPath(folder)).map((path) => [new URL(path, folder).href.toLowerCase(), collection]);
  });
  const { entries, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, string> };
  writeFileSync(file, JSON.stringify({ ...rest, entries: { ...entries, ...Object.fromEntries(documents) } }, null, 2));
}
