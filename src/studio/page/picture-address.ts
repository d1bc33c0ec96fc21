/**
 * List where the development server may serve a picture, likeliest first: beside the document at `path`, below `src/assets/`, or in
 * `public/`. None for one on another site, which the studio does not ask.
 */
export function pictureAddresses(value: string, path: string, base: string): string[] {
  const picture = value.trim();
  if (picture === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(picture)) return [];
  const address = encode(picture);
  const addresses = picture.startsWith('/assets/') ? [`/src${address}`, address] : [address];
  return addresses.map((one) => base.replace(/\/$/, '') + new URL(one, `http://localhost/${encode(path)}`).pathname);
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
