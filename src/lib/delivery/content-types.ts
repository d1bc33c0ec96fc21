/** Content types by file extension, for servers whose own table is incomplete. */
export const contentTypes = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  vtt: 'text/vtt',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  woff: 'font/woff',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const satisfies Record<string, string>;

/** Get the `Content-Type` of an extension, with the encoding of a text. */
export function contentTypeOf(extension: string): string {
  const type: string = Object.hasOwn(contentTypes, extension)
    ? contentTypes[extension as keyof typeof contentTypes]
    : 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** Content types by file name, for files whose extension does not identify their type. */
export const contentTypesByName = {
  'rss.xml': { type: 'application/rss+xml; charset=utf-8', feed: true },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', feed: true },
  'feed.json': { type: 'application/feed+json', feed: true },
  'speculation-rules.json': { type: 'application/speculationrules+json', feed: false },
} as const satisfies Record<string, { type: string; feed: boolean }>;

/** Check whether a content type is text. */
export function isText(type: string): boolean {
  return /^text\/|json|xml/.test(type);
}

/** Extensions of the text files, which are worth compressing; pictures and fonts are compressed already. */
export const textExtensions = Object.keys(contentTypes).filter((extension) => isText(contentTypeOf(extension)));
