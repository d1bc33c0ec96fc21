import type { Redirect } from '../redirects.ts';

/** An address that is answered with another, for good; both are paths below the origin, encoded. */
export type Move = Redirect;

/**
 * Spell out the addresses of each redirect, whose paths are below the site's base: as a folder with its last slash and without,
 * since servers compare byte for byte; a file as it is. `root` is the base with its slashes.
 */
export function spellMoves(redirects: readonly Redirect[], root: string): Move[] {
  return redirects.flatMap(({ from, to }) => {
    const path = root + encode(from).replace(/^\/+|\/+$|\/index\.html?$/g, '');
    return (/\.html?$/.test(path) ? [path] : [path, `${path}/`]).map((form) => ({ from: form, to }));
  });
}

function encode(path: string): string {
  return encodeURI(decodeURI(path)).replace(/[#?]/g, encodeURIComponent);
}
