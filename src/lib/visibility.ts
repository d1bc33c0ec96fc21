/**
 * Decide who can see a document at the time of the build. A draft, one whose `publish_at` is to come and one whose `expires` is past are
 * hidden. An unlisted one has a page that only its address leads to. Every page, list, count, feed and file depends on this function alone.
 * Calendar dates are days in UTC: a document appears when the day of `publish_at` begins, and is gone when the day of `expires` ends.
 */
export function visibilityOf({ draft, publish_at: publishAt, expires, unlisted }: Gated, clock: Date): Visibility {
  if (draft === true) return 'hidden';
  // A time that cannot be read hides: a published secret cannot be recalled.
  if (publishAt !== undefined && !(startOf(publishAt) <= clock.getTime())) return 'hidden';
  if (expires !== undefined && !(clock.getTime() < endOf(expires))) return 'hidden';
  return unlisted === true ? 'unlisted' : 'public';
}

/** Report whether a document is public at the time of the build. */
export function isPublic(gated: Gated, clock: Date): boolean {
  return visibilityOf(gated, clock) === 'public';
}

/** List the documents that are public at the time of the build. A translation is public only while its original is. */
export function publicDocuments<T extends Document>(documents: readonly T[], clock: Date): T[] {
  const visibility = visibilities(documents, clock);
  return documents.filter((document) => visibility.get(document) === 'public');
}

/** Map each document to who can see it. A translation is no more visible than its original, a selection is never public. */
export function visibilities<T extends Document>(documents: readonly T[], clock: Date): Map<T, Visibility> {
  const own = new Map(documents.map((document) => [document, visibilityOf(gateOf(document), clock)]));
  const key = ({ collection, slug }: Document): string => `${collection}/${slug}`;
  const originals = new Map(documents.flatMap((document) => (document.lang === null ? [[key(document), document] as const] : [])));
  return new Map(
    [...own].map(([document, visibility]) => {
      const original = originals.get(key(document));
      return [document, leastVisible(visibility, (original && own.get(original)) ?? 'hidden')];
    }),
  );
}

/** Who can see a document: everybody, those who have its address, or nobody but its author. */
export type Visibility = (typeof levels)[number];

/** The fields that decide visibility. A type alias, so that stored data is assignable to it and from it. */
export type Gated = {
  draft?: boolean | undefined;
  /** A calendar date, or a date-time with offset. */
  publish_at?: string | undefined;
  /** A calendar date, or a date-time with offset. */
  expires?: string | undefined;
  unlisted?: boolean | undefined;
};

interface Document {
  collection: string;
  slug: string;
  /** Language of a translation, null for an original. */
  lang: string | null;
  data: Gated;
}

const levels = ['hidden', 'unlisted', 'public'] as const;

function leastVisible(one: Visibility, other: Visibility): Visibility {
  return levels.indexOf(one) < levels.indexOf(other) ? one : other;
}

function gateOf({ collection, data }: Document): Gated {
  return collection === 'selections' ? { ...data, unlisted: true } : data;
}

/** The moment at which a date or date-time begins; NaN for anything else. */
function startOf(written: string): number {
  const [, date, time, zone = ''] = readMoment(written);
  if (date === undefined) return NaN;
  if (time === undefined) return Date.parse(`${date}-01-01`.slice(0, 10));
  const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return Date.parse(`${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset}`);
}

/** The moment at which a date ends, with its day, month or year; that of a date-time itself; NaN for anything else. */
function endOf(written: string): number {
  const [, date, time] = readMoment(written);
  if (date === undefined) return NaN;
  if (time !== undefined) return startOf(written);
  const [year = NaN, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0);
  return day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1);
}

/** Split into date, time and offset; empty for what is neither a date nor a date-time with an offset. */
function readMoment(written: string): readonly (string | undefined)[] {
  return /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[Tt\s]+(\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d:?\d\d))?$/.exec(written) ?? [];
}
