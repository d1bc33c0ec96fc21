import { formerPath } from '../../src/schemas/address.ts';

/** Turn a written path into a valid former path: one leading slash, spaces encoded, no query or fragment; null if it cannot be one. */
export function toFormerPath(written: string): string | null {
  const path = written.trim().replace(/[?#].*$/, '');
  if (path === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return null;
  const encoded = `/${path}`
    .replace(/\/{2,}/g, '/')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[\s\\]/g, (character) => encodeURIComponent(character));
  return formerPath().safeParse(encoded).success && encoded !== '/' ? encoded : null;
}
