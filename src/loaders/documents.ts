import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { clock } from '../lib/clock.ts';
import type { CheckedDocument } from '../checks/run.ts';
import type { ResolvedPicture } from '../documents/images.ts';
import { formatReport, tally } from '../checks/report.ts';
import { renderMarkdown } from '../lib/markdown.ts';
import { createUrls } from '../lib/urls.ts';
import { publicDocuments } from '../lib/visibility.ts';
import site from '../site.config.ts';
import { readContent, watchContent, type Reading } from './content-source.ts';

const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });
const reported = new WeakSet<Reading>();

/** Load one collection: check all documents, report every problem at once, and store what the collection's schema makes of each. */
export function documents(collection: CheckedDocument['collection']): Loader {
  return {
    name: `casefolio-${collection}`,
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      await load(collection, await readContent(root), context);
      const { watcher } = context;
      if (watcher) watchContent({ root, watcher, changed: (reading) => void load(collection, reading, context) });
    },
  };
}

async function load(
  collection: CheckedDocument['collection'],
  reading: Reading,
  { config, store, parseData, generateDigest, watcher }: LoaderContext,
): Promise<void> {
  const root = fileURLToPath(config.root);
  report(reading);
  const { errors } = tally(reading.diagnostics);
  if (errors > 0 && !watcher) {
    throw new AstroError(`${errors} errors in the documents, listed above.`, 'Mend them; the site that was built last is untouched.');
  }
  const shown = new Set(publicDocuments(reading.documents, clock));
  const members = reading.documents.filter((document) => document.collection === collection && (watcher || shown.has(document)));
  // While a document is being written it has errors at times; its last good state stays.
  const faulty = new Set(reading.diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const ids = new Set(members.map(({ id }) => id));
  for (const [id, { filePath }] of store.entries()) if (!ids.has(id) && !faulty.has(filePath ?? '')) store.delete(id);
  for (const document of members) {
    const { id, path, body } = document;
    const hidden = !shown.has(document);
    const raw =
      document.collection === 'technologies'
        ? document.data
        : { ...document.data, pictures: picturesOf(document), translation: document.lang ?? undefined, hidden };
    const data = await parseData({ id, data: raw as unknown as Record<string, unknown>, filePath: join(root, path) });
    const mdx = path.endsWith('.mdx');
    const html = mdx ? '' : renderBody(document);
    store.set({
      id,
      data,
      ...(body ? { body } : {}),
      filePath: path,
      digest: generateDigest({ data, file: document.digest, html }),
      ...(mdx ? { deferredRender: true } : html ? { rendered: { html } } : {}),
    });
  }
}

/** Print the report once, though the loaders of all collections share it. */
function report(reading: Reading): void {
  if (reported.has(reading) || reading.diagnostics.length === 0) return;
  reported.add(reading);
  console.log(formatReport(reading, { maxWarnings: 100 }));
}

function renderBody({ body, lang }: CheckedDocument): string {
  const text = body.trim();
  return text
    ? renderMarkdown(text, {
        headingBase: 2,
        address: urls.written,
        locale: lang ?? site.locale,
        trusted: site.markdown.html === 'trusted',
      })
    : '';
}

function picturesOf({ pictures }: CheckedDocument): Record<string, object> {
  return Object.fromEntries(Object.entries(pictures).map(([written, picture]) => [written, pictureOf(picture)]));
}

function pictureOf(picture: ResolvedPicture): object {
  const { kind, width, height } = picture;
  return picture.kind === 'asset'
    ? { kind, path: picture.path, src: picture.path, width, height, format: picture.format }
    : { kind, src: picture.href, width, height };
}
