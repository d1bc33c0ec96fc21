/** Make an id that no other element of a page has, which the request of the page stands for. The same drawing may be on it twice. */
export function uniqueOnPage(id: string, page: object): string {
  const used = idsByPage.get(page) ?? new Map<string, number>();
  idsByPage.set(page, used);
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

const idsByPage = new WeakMap<object, Map<string, number>>();
