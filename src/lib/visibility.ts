/**
 * Decide whether a document is public at the time of the build: it is not a draft, and its `publish_at` has passed (a date begins at
 * midnight UTC). Every page, list, count, feed and file depends on this function alone.
 */
export function isPublic({ draft, publish_at: publishAt }: Gated, clock: Date): boolean {
  if (draft === true) return false;
  return publishAt === undefined || timeOf(publishAt) <= clock.getTime();
}

/** List the documents that are public at the time of the build. A translation is public only while its original is. */
export function publicDocuments<T extends Document>(documents: readonly T[], clock: Date): T[] {
  const visible = documents.filter(({ data }) => isPublic(data, clock));
  const key = ({ collection, slug }: Document): string => `${collection}/${slug}`;
  const originals = new Set(visible.flatMap((document) => (document.lang === null ? [key(document)] : [])));
  return visible.filter((document) => document.lang === null || originals.has(key(document)));
}

/** The fields that decide visibility. A type alias, so that stored data is assignable to it and from it. */
export type Gated = {
  draft?: boolean | undefined;
  /** A calendar date, or a date-time with offset. */
  publish_at?: string | undefined;
};

interface Document {
  collection: string;
  slug: string;
  /** Language of a translation, null for an original. */
  lang: string | null;
  data: Gated;
}

/** Parse a date or date-time to milliseconds. Anything else is NaN, which no clock reaches: a published secret cannot be recalled. */
function timeOf(written: string): number {
  const [, day, time, zone] =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[Tt\s]+(\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d:?\d\d))?$/.exec(written) ?? [];
  if (day === undefined) return NaN;
  const date = `${day}-01-01`.slice(0, 10);
  if (time === undefined || zone === undefined) return Date.parse(date);
  const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return Date.parse(`${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset}`);
}
