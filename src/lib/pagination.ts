/** Cut a list into pages of a size; an empty list has none. */
export function paginate<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) => items.slice(page * size, (page + 1) * size));
}

/** The parts of an address that lead from the first page of a list to one of its pages, counted from 1: none, or `page/2`. */
export function pageSegments(number: number): string[] {
  return number === 1 ? [] : ['page', String(number)];
}
