import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { AstroError } from 'astro/errors';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { formatReport, tally } from '../checks/report.ts';
import type { CheckedDocument, CheckResult } from '../checks/run.ts';
import { publishedName } from '../documents/films.ts';
import type { PublishedFile, ResolvedPicture } from '../documents/images.ts';
import { readSecret } from '../documents/secret.ts';
import { clock } from '../lib/clock.ts';
import { createLinks } from '../lib/markdown/links.ts';
import { renderMarkdown } from '../lib/markdown/markdown.ts';
import type { Film } from '../lib/pictures/pictures.ts';
import { recall } from '../lib/recall.ts';
import { sharedCode } from '../lib/shared-address.ts';
import { createUrls } from '../lib/urls.ts';
import { visibilities, type Visibility } from '../lib/visibility.ts';
import { localeOfText } from '../i18n/languages.ts';
import site from '../site.config.ts';
import { readContent } from './content-source.ts';

type Collection = CheckedDocument['collection'];
type Reader = Collection | 'portrait';

/**
 * Load one collection. A build stops at errors, after it has reported those of all documents; the development server reports
 * them and serves what it can.
 */
export function documents(collection: Collection): Loader {
  return { name: `documents-${collection}`, load: async (context) => load(collection, await readForSync(collection, context), context) };
}

/** Load the picture of the owner, which the check of the documents has found. */
export function portrait(): Loader {
  return {
    name: 'portrait',
    load: async (context) => {
      const content = await readForSync('portrait', context);
      if (!content.portrait) return replaceEntries(context.store, 'portrait', []);
      const data = await context.parseData({ id: 'portrait', data: { picture: toStored(content.portrait) } });
      if (context.watcher) data['picture'] = toServed(content.portrait, fileURLToPath(context.config.root));
      replaceEntries(context.store, 'portrait', [{ id: 'portrait', data }]);
    },
  };
}

async function load(collection: Collection, content: CheckResult, context: LoaderContext): Promise<void> {
  const { store, watcher: developing } = context;
  report(content, developing !== undefined);
  const { errors } = tally(content.diagnostics);
  if (errors > 0 && !developing) {
    throw new AstroError(
      `${errors === 1 ? 'One error' : `${errors} errors`} in the documents, listed above.`,
      'Fix them. The last successful build is unchanged.',
    );
  }
  const visibility = visibilities(content.documents, clock);
  const members = content.documents.filter(
    (document) => document.collection === collection && (developing || visibility.get(document) !== 'hidden'),
  );
  const entries = await Promise.all(members.map((document) => toEntry(document, visibility.get(document) ?? 'hidden', context)));
  // A document has errors at times while its author writes; the development server keeps its last good state.
  const faulty = new Set(content.diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const lastGood = store.values().filter(({ filePath = '' }) => faulty.has(filePath));
  replaceEntries(store, collection, [...lastGood, ...entries]);
}

type Entry = Parameters<DataStore['set']>[0];

/** Make the store have these entries alone; it is changed only where they differ, because Astro takes half a second to save some changes. */
function replaceEntries(store: DataStore, reader: Reader, entries: readonly Entry[]): void {
  // Builds and the development server share `.astro/content-assets.mjs`. Astro writes it again only after a change in the store.
  if (!replaced.has(reader)) store.clear();
  replaced.add(reader);
  const kept = new Map(entries.map((entry) => [entry.id, entry]));
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  for (const entry of kept.values()) if (!isDeepStrictEqual(store.get(entry.id), entry)) store.set(entry);
}

/** The loaders whose entries were replaced in this process. */
const replaced = new Set<Reader>();

async function toEntry(document: CheckedDocument, visibility: Visibility, context: LoaderContext): Promise<Entry> {
  const { config, parseData, watcher: developing } = context;
  const { id, collection, path, body, lang, pictures, targets } = document;
  const root = fileURLToPath(config.root);
  // A draft that will be unlisted has its address in the development server, too.
  const isShared = visibility === 'unlisted' || collection === 'selections' || (collection === 'projects' && document.data.unlisted);
  const address = developing ? servedAt : publishedAt;
  const added = {
    pictures: await mapValues(pictures, (picture) => withFilm(toStored(picture), picture, address)),
    ...{ targets, translation: lang ?? undefined, hidden: visibility === 'hidden' },
    ...(isShared && { shared: sharedCode(`${collection}/${id}`, readSecret(root) ?? '') }),
  };
  const fields = document.collection === 'technologies' ? document.data : { ...document.data, ...added };
  const data = await parseData({ id, data: { ...fields }, filePath: join(root, path) });
  if (developing && 'pictures' in data)
    data['pictures'] = await mapValues(pictures, (picture) => withFilm(toServed(picture, root), picture, address));
  const prose = { body, targets, lang: lang ?? (document.collection === 'projects' ? document.data.lang : undefined) };
  const render = () => (developing ? renderAgain(path, prose) : renderBody(prose));
  const rendered = path.endsWith('.mdx') ? { deferredRender: true } : { rendered: { html: render() } };
  return { id, data, body, filePath: path, ...rendered };
}

/** The checked documents of a sync. Its loaders share them; a loader that asks again belongs to the next sync. */
function readForSync(reader: Reader, { config, watcher }: LoaderContext): Promise<CheckResult> {
  if (!current || current.readers.has(reader))
    current = { content: readContent(fileURLToPath(config.root), watcher !== undefined), readers: new Set() };
  current.readers.add(reader);
  return current.content;
}

let current: { content: Promise<CheckResult>; readers: Set<Reader> } | undefined;

/** Print a report once, though the loaders of all collections receive it; while an author writes, only with errors or after them. */
function report(content: CheckResult, developing: boolean): void {
  if (reported.has(content)) return;
  reported.add(content);
  const { errors } = tally(content.diagnostics);
  if (developing && errors === 0 && lastErrors === 0) return;
  lastErrors = errors;
  const seen = [...visibilities(content.documents, clock).values()];
  const count = (visibility: Visibility): number => (developing ? 0 : seen.filter((one) => one === visibility).length);
  console.log(formatReport({ ...content, hidden: count('hidden'), shared: count('unlisted') }, { errorsOnly: true }));
}

let lastErrors: number | undefined;
const reported = new WeakSet<CheckResult>();

function renderBody({ body, targets, lang }: Pick<CheckedDocument, 'body' | 'targets'> & { lang: string | undefined }): string {
  const markdown = body.trim();
  if (markdown === '') return '';
  const trusted = site.markdown.html === 'trusted';
  return renderMarkdown(markdown, {
    headingBase: 2,
    links: createLinks(targets, urls.written),
    locale: localeOfText(lang, site.locale),
    trusted,
  });
}

const renderAgain = recall(renderBody);

const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });

/** A picture as the schema of the collection takes it. */
function toStored(picture: ResolvedPicture): object {
  const { kind, width, height } = picture;
  if (kind === 'blank') return { kind, width, height };
  if (kind !== 'asset') return { kind, src: picture.href, width, height };
  return { kind, src: picture.path, width, height, format: picture.format, animated: picture.animated };
}

/**
 * A picture as the development server serves it, by its path. Astro's own list would import every picture, so that one missing
 * file would break all pages. The modification time makes browsers fetch a picture again after a change.
 */
function toServed(picture: ResolvedPicture, root: string): object {
  if (picture.kind !== 'asset') return toStored(picture);
  const { width, height, format } = picture;
  const query = { origWidth: `${width}`, origHeight: `${height}`, origFormat: format };
  const src = fileAddress(join(root, picture.path), query);
  return { ...toStored(picture), src: { src, width, height, format } };
}

/** Add its film to a poster. */
async function withFilm(stored: object, { film }: ResolvedPicture, addressOf: FileAddress): Promise<object> {
  if (!film) return stored;
  const src = async (file: PublishedFile) => (file.kind === 'public' ? file.href : addressOf(file));
  const [{ width, height, seconds } = { width: 0, height: 0, seconds: 0 }] = film.files;
  const files = film.files.map(async (file) => ({ src: await src(file), type: file.type, bytes: file.bytes }));
  const captions = film.captions.map(async (file) => ({ src: await src(file), lang: file.lang }));
  const added: Film = { files: await Promise.all(files), captions: await Promise.all(captions), width, height, seconds };
  return { ...stored, film: added };
}

type FileAddress = (file: PublishedFile) => string | Promise<string>;

const publishedAt: FileAddress = async ({ file }) => `/${await publishedName(file)}`;
const servedAt: FileAddress = ({ file }) => fileAddress(file);

/** The address of a file in the development server. */
function fileAddress(file: string, query: Record<string, string> = {}): string {
  const modified = `${statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
  return `/@fs${file.replaceAll('\\', '/').replace(/^\/?/, '/')}?${new URLSearchParams({ ...query, modified })}`;
}

async function mapValues<T, U>(record: Record<string, T>, change: (value: T) => Promise<U>): Promise<Record<string, U>> {
  return Object.fromEntries(await Promise.all(Object.entries(record).map(async ([key, value]) => [key, await change(value)] as const)));
}
