import type { AstroData } from './astro-data.ts';
import type { SiteLanguages } from './languages.ts';
import type { System } from './systems.ts';

/** A site of another system, or a folder of documents. */
export interface SourceSite {
  system: System;
  /** Absolute. */
  root: string;
  /** Every file below the root, by its path from there with forward slashes. */
  files: ReadonlySet<string>;
  read: (path: string) => Uint8Array;
  config: Record<string, unknown>;
  /** The folders in which the system keeps documents; empty text for the root. */
  contentFolders: readonly string[];
  languages: SiteLanguages;
  /** The published site's host in lower case; null if the configuration does not name it. */
  host: string | null;
  /** The published site's base path without a trailing slash; empty at the top of its host. */
  base: string;
  /** Fields of documents in an Astro site's data files, by the document's name. */
  dataFields: AstroData['fields'];
  /** Constants of an Astro site's scripts that list hidden documents. */
  hiddenLists: AstroData['hiddenLists'];
  /** The documents to import; the language of those in the main language is null. */
  documents: SourceFile[];
  /** Files beside the documents that are no case studies, with the reason. */
  skipped: { path: string; reason: string }[];
}

/** A document of the old site. */
export interface SourceFile {
  /** From the site's root. */
  path: string;
  /** The name of its collection or section, without underscore: `projects`. */
  collection: string;
  /** From the collection's folder, without the folder of its language. */
  relative: string;
  /** The language of its folder, as in `de/` or `src/es/`; null if the folders name none. */
  lang: string | null;
}
