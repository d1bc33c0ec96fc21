/** Split a list into pages of a size, each with the last part of its static path and its place among them. An empty list has one page. */
export function pagesOf<T>(items: readonly T[], size: number) {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    page: pageSegments(index + 1).join('/') || undefined,
    members: items.slice(index * size, (index + 1) * size),
    place: { total: items.length, current: index + 1, last },
  }));
}

/** Path segments from the first page of a list to page n, counted from 1: none, or `page`, `2`. */
export function pageSegments(number: number): string[] {
  return number === 1 ? [] : ['page', String(number)];
}

/** Static path of the index of a folder, at the folder's own address; none where its page would list nothing. */
export function indexPath(isNeeded: boolean) {
  return isNeeded ? [{ params: { index: undefined } }] : [];
}
