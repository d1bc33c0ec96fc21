import type { SourceFile, SourceSite } from '../source-site.ts';

/** What determines a document's old address. */
export interface AddressInput {
  file: SourceFile;
  data: Record<string, unknown>;
  /** The document's calendar date, if it has one. */
  date: string | undefined;
}

/** Computes addresses by the rules of one system; `pattern` is the document's own, such as `/:year/:title/`. */
export type AddressRule = (site: SourceSite, input: AddressInput, pattern: string | undefined) => string[];

/** Slugify as Jekyll, Hugo and Astro do: letters of every script stay. */
export function slugifyAddress(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Remove the date at the beginning of a file's name. */
export function withoutDate(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
}
