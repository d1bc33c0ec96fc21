/** An old address and the page it redirects to; `from` is a path below the site's base, `to` one below the origin. */
export interface Redirect {
  from: string;
  to: string;
  /** Language of the page, for a translation. */
  lang?: string | null | undefined;
}

/** A document with its page and the old addresses that its author lists. */
export interface Claimant {
  path: string;
  /** Path of its page, `/projects/x/`. */
  page: string;
  claims: readonly Claim[];
}

export interface Claim {
  field: readonly PropertyKey[];
  alias: string;
}

/** An old address that already belongs to a page, a file or another document. */
export interface Collision extends Claim {
  path: string;
  /** Name of that page, file or document. */
  owner: string;
}

/** The fields in which an author lists old addresses. */
export interface Aliased {
  aliases?: readonly string[];
  redirect_from?: readonly string[];
  permalink?: string | undefined;
}

/** List the old addresses of a document, each with its field. */
export function claimsOf({ aliases = [], redirect_from: from = [], permalink }: Aliased): Claim[] {
  return [
    ...aliases.map((alias, index) => ({ field: ['aliases', index], alias })),
    ...from.map((alias, index) => ({ field: ['redirect_from', index], alias })),
    ...(permalink === undefined ? [] : [{ field: ['permalink'], alias: permalink }]),
  ];
}

/** List the redirects to documents, which the caller has gated, the first one for each address. */
export function listRedirects(documents: readonly (Aliased & Pick<Redirect, 'lang'> & { page: string })[]): Redirect[] {
  const redirects = new Map<string, Redirect>();
  for (const document of documents) {
    for (const { alias } of claimsOf(document)) {
      const key = addressKey(alias);
      if (key !== addressKey(document.page) && !redirects.has(key))
        redirects.set(key, { from: alias, to: document.page, lang: document.lang });
    }
  }
  return [...redirects.values()];
}

/** Find old addresses that are pages or files of the site (`taken`, owners by `addressKey`), or that an earlier document claims. */
export function findCollisions(claimants: readonly Claimant[], taken: ReadonlyMap<string, string>): Collision[] {
  const claimed = new Map<string, string>();
  return claimants.flatMap(({ path, page, claims }) =>
    claims.flatMap((claim): Collision[] => {
      const key = addressKey(claim.alias);
      if (key === addressKey(page)) return [];
      const owner = taken.get(key) ?? claimed.get(key) ?? path;
      claimed.set(key, owner);
      return owner === path ? [] : [{ ...claim, path, owner }];
    }),
  );
}

/** Normalize an address for comparison: without trailing slash, `index.html`, upper case and percent-encoding. */
export function addressKey(address: string): string {
  const plain = decode(address)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/index\.html?$/, '/')
    .replace(/\/+/g, '/');
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain;
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
