import { isPublic, type Gated } from './visibility.ts';

/** An old address and the page it leads to; both are paths below the site's base. */
export interface Redirect {
  from: string;
  to: string;
  /** Language of the page where it is a translation. */
  lang?: string | null | undefined;
}

/** A document with its page and the old addresses its author lists. */
export interface Claimant {
  path: string;
  /** Address of its page, `/projects/x/`. */
  page: string;
  claims: readonly Claim[];
}

export interface Claim {
  field: readonly PropertyKey[];
  alias: string;
}

/** An old address that is spoken for already. */
export interface Collision extends Claim {
  path: string;
  /** Who has it: the path of a document, a file of `public/`, or the page itself. */
  owner: string;
}

/** The fields in which an author lists old addresses. */
export interface Aliased {
  aliases?: readonly string[];
  redirect_from?: readonly string[];
  permalink?: string | undefined;
}

/** List the old addresses of a document with the field each of them stands in. */
export function claimsOf({ aliases = [], redirect_from: from = [], permalink }: Aliased): Claim[] {
  return [
    ...aliases.map((alias, index) => ({ field: ['aliases', index], alias })),
    ...from.map((alias, index) => ({ field: ['redirect_from', index], alias })),
    ...(permalink === undefined ? [] : [{ field: ['permalink'], alias: permalink }]),
  ];
}

/** List the redirects of the public documents; what a hidden one claims answers nowhere. */
export function listRedirects(
  documents: readonly (Aliased & Gated & Pick<Redirect, 'lang'> & { page: string })[],
  clock: Date,
): Redirect[] {
  const redirects = new Map<string, Redirect>();
  for (const document of documents) {
    if (!isPublic(document, clock)) continue;
    for (const { alias } of claimsOf(document)) {
      const key = addressKey(alias);
      if (key !== addressKey(document.page) && !redirects.has(key))
        redirects.set(key, { from: alias, to: document.page, lang: document.lang });
    }
  }
  return [...redirects.values()];
}

/** Find old addresses that are pages or files of the site (`taken`, by `addressKey`), or that an earlier document claims. */
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

/** What two addresses are compared by: their last slash, `index.html` and case make no difference, nor does encoding. */
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
