import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { AstroError } from 'astro/errors';
import type { CheckedDocument } from '../lib/content/check.ts';
import { formatReport, tally } from '../lib/content/report.ts';
import type { ResolvedPicture } from '../lib/content/pictures.ts';
import { clock } from '../lib/clock.ts';
import { handOver } from '../lib/handed-over.ts';
import { lazily } from '../lib/lazily.ts';
import { renderMarkdown } from '../lib/markdown.ts';
import type { StoredPicture } from '../lib/pictures.ts';
import { readOutcomes } from '../lib/metrics/outcomes.ts';
import { sectionFields } from '../lib/project.ts';
import type { Outcome } from '../lib/metrics/types.ts';
import { createUrls } from '../lib/urls.ts';
import { publicDocuments } from '../lib/visibility.ts';
import site from '../site.config.ts';
import { codeDigest } from './code.ts';
import { readContent, watchContent, type Reading } from './reading.ts';

const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });

type Collection = CheckedDocument['collection'];

const told = new WeakSet<Reading>();

/** Print the report of a reading once, though the loaders of all collections share it; no error is to be sought among thousands of warnings. */
function tell(reading: Reading): void {
  if (told.has(reading) || reading.problems.length === 0) return;
  told.add(reading);
  console.log(formatReport(reading, { mostWarnings: 100 }));
}

/** Load one collection: check all documents, report every problem at once and stop the build, or store what was read. */
export function documents(collection: Collection): Loader {
  return loader(collection, (context, reading) => store(collection, context, reading));
}

/** Load the pictures that the documents of all collections show, each once, however many show it. */
export function pictures(): Loader {
  return loader('pictures', ({ store, watcher }, { documents }) => {
    // While developing, pictures come and go faster than Astro's store tells of them: the queries name them to the server themselves.
    const shown = watcher ? [] : publicDocuments(documents, clock);
    const paths = new Set(
      shown.flatMap((one) => Object.values(one.pictures).flatMap((picture) => (picture.kind === 'asset' ? picture.path : []))),
    );
    for (const id of store.keys()) if (!paths.has(id)) store.delete(id);
    // Marked the way Astro's own `image()` does it, so that the store turns it into an image module.
    for (const id of paths) store.set({ id, data: { image: `__ASTRO_IMAGE_${id}` }, digest: id });
  });
}

function loader(name: string, fill: (context: LoaderContext, reading: Reading) => void): Loader {
  return {
    name: `casefolio-${name}`,
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const { watcher } = context;
      const reading = await readContent(root);
      tell(reading);
      const { errors } = tally(reading.problems);
      if (errors > 0 && !watcher) {
        throw new AstroError(`${errors} errors in the documents, listed above.`, 'Mend them; the site that was built last is untouched.');
      }
      const give = (read: Reading): void => {
        fill(context, read);
        handOver(name, '', context.store.values());
      };
      give(reading);
      if (!watcher) return;
      watchContent({
        root,
        watcher,
        changed: (changed) => {
          tell(changed);
          give(changed);
        },
      });
    },
  };
}

function store(collection: Collection, context: LoaderContext, { documents, problems, memory }: Reading): void {
  const { store } = context;
  const code = codeDigest(fileURLToPath(context.config.root));
  const members = documents.filter((document) => document.collection === collection);
  const shown = new Set(publicDocuments(documents, clock));
  const ids = new Set(members.map(({ id }) => id));
  // While a document is being written it has errors at times; its last good state stays.
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  for (const [id, { filePath }] of store.entries()) if (!ids.has(id) && !faulty.has(filePath ?? '')) store.delete(id);
  for (const document of members) {
    const hidden = !shown.has(document);
    if (hidden && !context.watcher) {
      store.delete(document.id);
      continue;
    }
    const mdx = document.path.endsWith('.mdx');
    const made = memory.made(document.path, () => ({ html: html(document, mdx), outcomes: outcomes(document) }));
    if (!context.watcher) memory.letGo(document.path);
    const pictures = storedPictures(document);
    // In front of the document's own data, whose texts may not have been read yet.
    const read = lazily({ __proto__: document.data, pictures }, { html: () => made.html, outcomes: () => made.outcomes });
    handOver(collection, document.id, read);
    const data = document.collection === 'technologies' ? document.data : { translation: document.lang ?? undefined, hidden };
    store.set({
      id: document.id,
      data,
      filePath: document.path,
      // Of what is shown, not of the file alone: the same file reads otherwise when the schema or the renderer has changed.
      digest: context.generateDigest({ code, data, pictures, file: document.digest }),
      ...(mdx ? { deferredRender: true } : {}),
    });
  }
}

function html({ data, body, lang }: CheckedDocument, mdx: boolean): Record<string, string> {
  const rendering = { address: urls.written, locale: lang ?? site.locale, trusted: site.markdown.html === 'trusted' };
  const fields = sectionFields.flatMap((field) => {
    const source = (data as Record<string, unknown>)[field];
    return typeof source === 'string'
      ? [[field, renderMarkdown(source, { ...rendering, headingBase: 3, idPrefix: `${field.replaceAll('_', '-')}-` })]]
      : [];
  });
  const text = mdx ? '' : body.trim();
  return Object.fromEntries([...fields, ...(text ? [['body', renderMarkdown(text, { ...rendering, headingBase: 2 })]] : [])]) as Record<
    string,
    string
  >;
}

function outcomes({ collection, data, lang }: CheckedDocument): Outcome[] {
  return collection === 'projects' ? readOutcomes(data.metrics, data.results_metrics, lang ?? data.lang) : [];
}

/** Name optimised pictures by their paths; the queries put in what Astro makes of them. */
function storedPictures(document: CheckedDocument): Record<string, StoredPicture<string>> {
  return Object.fromEntries(Object.entries(document.pictures).map(([written, picture]) => [written, stored(picture)]));
}

function stored(picture: ResolvedPicture): StoredPicture<string> {
  if (picture.kind === 'asset') {
    const { path, width, height, format } = picture;
    return { kind: 'asset', src: path, width, height, format };
  }
  const { kind, href, width, height } = picture;
  return { kind, src: href, width, height } as StoredPicture<string>;
}
