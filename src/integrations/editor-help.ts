import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { collectionFolder, collections, listFiles } from '../documents/files.ts';

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
      'astro:build:start': () => listDocuments(root),
      'astro:server:start': () => listDocuments(root),
      'astro:server:setup': ({ server }) => {
        server.watcher.on('add', (path) => {
          if (/\.mdx?$/.test(path)) listDocuments(root);
        });
      },
    },
  };
}

/** Add to the list that `experimental.contentIntellisense` writes: collections by the lower-case URLs of their files. */
function listDocuments(root: URL): void {
  const file = new URL('.astro/collections/collections.json', root);
  if (!existsSync(file)) return;
  const list = JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, string> };
  for (const collection of collections) {
    const folder = new URL(`${collectionFolder(collection)}/`, root);
    for (const path of listFiles(fileURLToPath(folder))) list.entries[new URL(path, folder).href.toLowerCase()] = collection;
  }
  writeFileSync(file, JSON.stringify(list, null, 2));
}
