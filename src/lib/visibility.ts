/**
 * Decide whether a document is public at the moment of the build: not a draft, and not before its `publish_at`
 * (a date begins at midnight UTC). Every page, list, count, feed and file goes by this alone.
 */
export function isPublic({ draft, publish_at: publishAt }: Gated, clock: Date): boolean {
  if (draft === true) return false;
  return publishAt === undefined || momentOf(publishAt) <= clock.getTime();
}

/** List the documents that are public at the moment of the build; a translation is so only while its original is. */
export function publicDocuments<T extends Document>(documents: readonly T[], clock: Date): T[] {
  const shown = documents.filter(({ data }) => isPublic(data, clock));
  const key = ({ collection, slug }: Document): string => `${collection}/${slug}`;
  const originals = new Set(shown.flatMap((document) => (document.lang === null ? [key(document)] : [])));
  return shown.filter((document) => document.lang === null || originals.has(key(document)));
}

/** What the gate goes by. An alias, so that stored data is assignable to it and from it. */
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

/** Milliseconds of a date or date-time; NaN, which no clock has reached, for anything else: a leak cannot be taken back. */
function momentOf(written: string): number {
  const [, day, time, zone] =
    /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[Tt\s]+(\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d:?\d\d))?$/.exec(written) ?? [];
  if (day === undefined) return NaN;
  const date = `${day}-01-01`.slice(0, 10);
  if (time === undefined || zone === undefined) return Date.parse(date);
  const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return Date.parse(`${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset}`);
}
