/**
 * List where the development server may serve a picture, likeliest first: beside the document at `path`, below `src/assets/`, or in
 * `public/`. None for one on another site, which the studio does not ask.
 */
export function pictureAddresses(value: string, path: string, base: string): string[] {
  const picture = value.trim();
  if (picture === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(picture)) return [];
  const root = base.endsWith('/') ? base : `${base}/`;
  const folder = path.split('/').slice(0, -1);
  const addresses = picture.startsWith('/')
    ? [...(picture.startsWith('/assets/') ? [`src${picture}`] : []), picture.slice(1)]
    : [resolve([...folder, ...picture.split('/')])];
  return addresses.map((address) => root + address.split('/').map(encodeURIComponent).join('/'));
}

function resolve(parts: readonly string[]): string {
  return parts
    .reduce<string[]>((kept, part) => (part === '..' ? kept.slice(0, -1) : part === '.' || part === '' ? kept : [...kept, part]), [])
    .join('/');
}
