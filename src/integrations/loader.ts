import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { AstroError } from 'astro/errors';
import type { CheckedDocument } from '../lib/content/check.ts';
import { formatReport } from '../lib/content/report.ts';
import type { ResolvedPicture } from '../lib/content/pictures.ts';
import { clock } from '../lib/clock.ts';
import { renderMarkdown } from '../lib/markdown.ts';
import type { StoredPicture } from '../lib/pictures.ts';
import { sectionFields } from '../lib/project.ts';
import { isPublic } from '../lib/visibility.ts';
import { forgetContent, readContent } from './reading.ts';

type Collection = CheckedDocument['collection'];

/** Load one collection: check all documents, report every problem at once and stop the build, or store what was read. */
export function documents(collection: Collection): Loader {
  return {
    name: `casefolio-${collection}`,
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      await store(collection, context, await read(root, !context.watcher));
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(`${root}src/content/`) && !path.startsWith(`${root}src/assets/`)) return;
        forgetContent(root);
        void read(root, false).then((documents) => store(collection, context, documents));
      });
    },
  };
}

async function read(root: string, strict: boolean): Promise<CheckedDocument[]> {
  const { documents, problems } = await readContent(root);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    console.error(formatReport({ documents, problems }));
    if (strict)
      throw new AstroError(`${errors} errors in the documents, listed above.`, 'Mend them; the site that was built last is untouched.');
  }
  return documents;
}

async function store(collection: Collection, context: LoaderContext, documents: readonly CheckedDocument[]): Promise<void> {
  const { store } = context;
  const members = documents.filter((document) => document.collection === collection);
  const ids = new Set(members.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const document of members) {
    const hidden = document.collection !== 'technologies' && !isPublic(document.data, clock);
    if (hidden && !context.watcher) {
      store.delete(document.id);
      continue;
    }
    const mdx = document.path.endsWith('.mdx');
    const data =
      document.collection === 'technologies'
        ? document.data
        : { ...document.data, html: html(document, mdx), pictures: pictures(document), hidden };
    store.set({
      id: document.id,
      data,
      filePath: document.path,
      // Of what is stored, not of the file alone: the same file reads otherwise when the schema or the renderer has changed.
      digest: context.generateDigest({ data, file: document.digest }),
      ...(mdx ? { deferredRender: true } : {}),
    });
  }
}

function html({ data, body }: CheckedDocument, mdx: boolean): Record<string, string> {
  const fields = sectionFields.flatMap((field) => {
    const source = (data as Record<string, unknown>)[field];
    return typeof source === 'string'
      ? [[field, renderMarkdown(source, { headingBase: 3, idPrefix: `${field.replaceAll('_', '-')}-` })]]
      : [];
  });
  const text = mdx ? '' : body.trim();
  return Object.fromEntries([...fields, ...(text ? [['body', renderMarkdown(text, { headingBase: 2 })]] : [])]) as Record<string, string>;
}

/** Mark optimised pictures the way Astro's own `image()` does, so that the store turns them into image modules. */
function pictures(document: CheckedDocument): Record<string, StoredPicture<string>> {
  return Object.fromEntries(Object.entries(document.pictures).map(([written, picture]) => [written, stored(picture)]));
}

function stored(picture: ResolvedPicture): StoredPicture<string> {
  if (picture.kind === 'asset') {
    const { path, width, height, format } = picture;
    return { kind: 'asset', src: `__ASTRO_IMAGE_${path}`, width, height, format };
  }
  const { kind, href, width, height } = picture;
  return { kind, src: href, width, height } as StoredPicture<string>;
}
