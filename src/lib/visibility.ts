/**
 * Decide whether a document is public at the moment of the build: not a draft, and not before its `publish_at`
 * (a date begins at midnight UTC). Every page, list, count, feed and file goes by this alone.
 */
export function isPublic({ draft, publish_at: publishAt }: Gated, clock: Date): boolean {
  if (draft === true) return false;
  if (publishAt === undefined) return true;
  const from = /\d[Tt ]/.test(publishAt) ? publishAt.replace(/^(\S+)[Tt\s]+/, '$1T') : `${publishAt}-01-01`.slice(0, 10);
  // What cannot be read as a moment stays hidden: a leak cannot be taken back.
  return Date.parse(from) <= clock.getTime();
}

/** What the gate goes by. An alias, so that stored data is assignable to it and from it. */
export type Gated = {
  draft?: boolean | undefined;
  /** A calendar date, or a date-time with offset. */
  publish_at?: string | undefined;
};
