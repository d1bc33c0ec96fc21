import type { Reading } from '../checks/fields/readings.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { JsonSchema } from '../lib/json-schema.ts';
import type { Visibility } from '../lib/visibility.ts';

export const tokenHeader = 'x-studio-token';

/**
 * What the studio's page and its server say to each other: JSON below `/_studio/api/`. Every request carries the token of the page in the
 * header `tokenHeader`. A refusal is `{ message, fix? }` with a status of 400 or above; `409` adds the version on disk (`Conflict`).
 * Documents travel as text: the page turns text into a form and back with `lib/content/form.ts`.
 */
export interface StudioApi {
  /** Everything that a page needs to start. */
  'GET site': () => Site;
  'GET documents': () => DocumentEntry[];
  'GET document': (query: { path: string }) => OpenDocument;
  /** Diagnose a text that is not saved. */
  'POST check': (body: { path: string; text: string }) => Findings;
  /** Save a text; `409` when the file changed since `version`. */
  'PUT document': (body: { path: string; text: string; version: string }) => OpenDocument;
  'POST new': (body: { collection: EditedCollection; title: string }) => { path: string };
  /** Copy a document as a draft under another slug, without what must be unique: permalink, aliases. */
  'POST duplicate': (body: { path: string; title: string }) => { path: string };
  'POST translate': (body: { path: string; lang: string }) => { path: string };
  /** Move a document, its folder or its translations to `.bin/`, which Git ignores; returns what brings it back. */
  'POST delete': (body: { path: string; version: string }) => { restore: string };
  'POST restore': (body: { restore: string }) => { path: string };
  /** Write `order` into case studies, so that lists show them in the order of `paths`. */
  'POST reorder': (body: { paths: string[] }) => { changed: string[] };
  /** Store a picture (the body is its bytes) beside the document, or where the document keeps its pictures; returns the value to write. */
  'POST picture': (query: { path: string; name: string }) => { value: string; width: number; height: number };
  /** Markdown as the page shows it, sanitised. */
  'POST preview': (body: { markdown: string }) => { html: string };
}

/** What one sends with a request. */
export type Input<K extends keyof StudioApi> = Parameters<StudioApi[K]>[0];

export type Answer<K extends keyof StudioApi> = ReturnType<StudioApi[K]>;

/** The collections that the studio edits, in the order of its list. */
export const editedCollections = ['projects', 'pages', 'selections'] as const;

export type EditedCollection = (typeof editedCollections)[number];

export interface Site {
  name: string;
  locale: string;
  /** Languages that a translation may have. */
  languages: string[];
  /** JSON Schema of each collection's front matter, in the order of its form. */
  schemas: Record<EditedCollection, JsonSchema>;
}

export interface DocumentEntry {
  path: string;
  collection: EditedCollection;
  id: string;
  slug: string;
  /** Language of a translation, null for an original. */
  lang: string | null;
  title: string;
  state: State;
  errors: number;
  warnings: number;
  /** Address of its page on this server; null when it has none. */
  address: string | null;
}

/** Who can see the document: as the build would decide now, with why it is hidden. */
export interface State {
  visibility: Visibility;
  because: 'draft' | 'scheduled' | 'expired' | 'original' | null;
}

export interface OpenDocument extends Findings {
  path: string;
  text: string;
  /** Digest of the bytes on disk. */
  version: string;
  state: State;
  address: string | null;
}

/** `whole` marks what only the check of the whole site finds. */
export type FoundDiagnostic = Diagnostic & { whole?: true };

export interface Findings {
  diagnostics: FoundDiagnostic[];
  /** What each outcome was understood as, in the words of the site, and the HTML of what its page draws of it. */
  outcomes: (Reading & { drawn: string })[];
}

export interface Conflict {
  message: string;
  text: string;
  version: string;
}
