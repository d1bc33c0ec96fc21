/** Split a list into pages of a size; an empty list has no page. */
export function paginate<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) => items.slice(page * size, (page + 1) * size));
}

/** Path segments from the first page of a list to page n, counted from 1: none, or `page`, `2`. */
export function pageSegments(number: number): string[] {
  return number === 1 ? [] : ['page', String(number)];
}

/** Static path of the index of a folder, at the folder's own address. Its page exists only where it would list something. */
export const indexPath = { params: { index: undefined } } as const;

export type IndexPath = typeof indexPath;
