import { posix } from 'node:path';
import { identifyPicture } from '../../src/documents/image-format.ts';
import { asText } from './fields.ts';
import type { Notebook } from './notes.ts';
import type { ForeignSite } from './site.ts';

/** A picture of the old site and the name it gets beside the document. */
export interface PictureCopy {
  /** From the old site's root. */
  from: string;
  name: string;
}

/** Finds the pictures of one document and plans their copies. */
export interface PictureFinder {
  copies: PictureCopy[];
  /** The path to write instead, `./x.jpg`; null, with a note, where there is no such picture to copy. */
  find: (written: string, field: string) => string | null;
}

/** Look for the pictures of a document at `path` in the old site, as a browser, Jekyll, Hugo and Astro would. */
export function createPictureFinder({ site, path, folder, note }: FinderOptions): PictureFinder {
  const copies: PictureCopy[] = [];
  const find = (written: string, field: string): string | null => {
    const fail = (why: string): null => {
      note('missing', field, `the picture ${written} ${why}`);
      return null;
    };
    const own = localPath(written, site);
    if (own === null) return fail('is on another site; save it beside the document and name it here');
    const from =
      candidates(own, { site, path, folder }).find((one) => site.files.has(one)) ?? (folder === undefined ? onlyNamesake(own, site) : null);
    if (from === null) return fail('is not in the old site');
    const sniffed = identifyPicture(site.read(from).subarray(0, 1_048_576));
    if ('message' in sniffed) return fail(sniffed.message);
    if ('width' in sniffed && sniffed.width === undefined) return fail('is an SVG without a size; give its root a viewBox and name it here');
    if (!candidates(own, { site, path, folder }).includes(from))
      note('unsure', field, `the picture ${written} was taken from ${from}, the only file of its name`);
    const known = copies.find((copy) => copy.from === from);
    if (known) return `./${known.name}`;
    const extension = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.exec(from)?.[0].toLowerCase() ?? `.${sniffed.format}`;
    const name = freeName(pictureName(from), extension, copies);
    copies.push({ from, name });
    return `./${name}`;
  };
  return { copies, find };
}

export interface FinderOptions extends Pick<Notebook, 'note'> {
  site: ForeignSite;
  /** Path of the document from the site's root. */
  path: string;
  /** A folder of pictures that the front matter names. */
  folder: string | undefined;
}

/** The folder that front matter names for a document's pictures; undefined where it names none. */
export function pictureFolder(data: Record<string, unknown>): string | undefined {
  for (const key of ['image-folder', 'image_folder', 'imageFolder', 'images_folder', 'img_path', 'image_path', 'assets']) {
    const folder = asText(data[key]);
    if (folder && !/\.\w{3,4}$/.test(folder)) return folder.replace(/^\/|\/$/g, '');
  }
  return undefined;
}

/** Copy only what is a name and no address of another host; queries and the site's own host and base are left out. */
function localPath(written: string, site: ForeignSite): string | null {
  let path = written.trim().replace(/[?#].*$/, '');
  if (/^(?:https?:)?\/\//i.test(path)) {
    const absolute = path.startsWith('//') ? `https:${path}` : path;
    if (!URL.canParse(absolute) || site.host === null || new URL(absolute).host.toLowerCase() !== site.host) return null;
    path = new URL(absolute).pathname;
  } else if (/^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  if (site.base !== '' && path.startsWith(`${site.base}/`)) path = path.slice(site.base.length);
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}

function candidates(own: string, { site, path, folder }: Pick<FinderOptions, 'site' | 'path' | 'folder'>): string[] {
  const home = posix.dirname(path);
  const bundle = path.replace(/\.[^.]+$/, '');
  const top = own.replace(/^[@~]\//, 'src/').replace(/^\/+/, '');
  const bare = top.replace(/^(?:\.{1,2}\/)+/, '');
  const below = [
    '',
    'static/',
    'public/',
    'assets/',
    'src/',
    'src/assets/',
    'images/',
    'img/',
    'assets/images/',
    'assets/img/',
    'static/images/',
    'public/images/',
    'src/assets/images/',
  ];
  const beside = own.startsWith('/') ? [] : [`${home}/${own}`, `${bundle}/${own}`];
  const named =
    folder === undefined
      ? []
      : ['', 'assets/', 'assets/images/', 'assets/img/', 'images/', 'static/', 'static/images/', 'public/', 'public/images/'].map(
          (prefix) => `${prefix}${folder}/${bare}`,
        );
  // A path that leaves the site keeps its `..` and is no file of it.
  return [...beside, ...named, ...below.map((prefix) => prefix + top), ...below.map((prefix) => prefix + bare)]
    .map((one) => posix.normalize(one))
    .filter((one) => site.files.has(one) && /\.\w+$/.test(one));
}

function onlyNamesake(own: string, site: ForeignSite): string | null {
  const name = `/${posix.basename(own)}`.toLowerCase();
  if (!/\.(?:jpe?g|png|webp|avif|gif|svg)$/.test(name)) return null;
  if (generic.test(name)) return null;
  const found = [...site.files].filter((file) => `/${file}`.toLowerCase().endsWith(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Names that say nothing of what is in the picture; the one that is there need not be the one that was meant. */
const generic =
  /^\/(?:thumb(?:nail)?|cover|hero|image|img|banner|index|main|featured?|header|preview|screen(?:shot)?|photo|pic(?:ture)?|logo|icon|teaser|card|og|title|figure|fig)?[-_ ]?\d*\.\w+$/;

function pictureName(from: string): string {
  const name = posix
    .basename(from)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '');
  return name || 'picture';
}

/** Two pictures of one name, whatever the case, would be one file on some systems. */
function freeName(name: string, extension: string, copies: readonly PictureCopy[]): string {
  const taken = new Set(copies.map((copy) => copy.name.toLowerCase()));
  for (let count = 1; ; count++) {
    const candidate = `${name}${count === 1 ? '' : `-${count}`}${extension}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
