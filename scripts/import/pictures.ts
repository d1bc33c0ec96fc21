import { posix } from 'node:path';
import { wrongKind } from '../../src/documents/film-info.ts';
import { isFilm } from '../../src/documents/films.ts';
import { identifyPicture } from '../../src/documents/image-format.ts';
import type { ConversionLog } from './conversion-log.ts';
import { asText } from './front-matter/values.ts';
import type { SourceSite } from './source-site.ts';

/** A picture or film to copy from the old site to the document's folder. */
export interface PictureCopy {
  /** From the old site's root. */
  from: string;
  /** Its new name. */
  name: string;
}

/** Finds the pictures and films of one document and plans their copies. */
export interface PictureFinder {
  copies: PictureCopy[];
  /** Find a picture by the path in the document; returns its new path, `./x.jpg`, or null, with a log entry, if it cannot be copied. */
  find: (written: string, field: string) => string | null;
  /** Plan the copy of a film, of its poster, its captions and its second format, which get its name. */
  addFilm: (written: string, field: string, files: FilmFiles) => void;
}

/** The files of a film, as the document names them. */
interface FilmFiles {
  formats: readonly string[];
  poster: string | undefined;
  captions: readonly { file: string; lang: string | undefined }[];
}

interface FinderOptions {
  site: SourceSite;
  /** The document's path from the site's root. */
  path: string;
  /** The folder of pictures that the front matter names. */
  folder: string | undefined;
  log: ConversionLog;
}

/** Make a finder that looks where a browser, Jekyll, Hugo or Astro would, and copies only pictures that our pages can show. */
export function createPictureFinder({ site, path, folder, log }: FinderOptions): PictureFinder {
  const copies: PictureCopy[] = [];
  const find = (written: string, field: string): string | null => {
    const noun = isFilm(written.replace(/[?#].*$/, '').replace(/^https?:/i, '')) ? 'film' : 'picture';
    const from = locate(written, field, noun);
    if (from === null) return null;
    const head = Buffer.from(site.read(from).subarray(0, 1_048_576));
    const existing = copies.find((copy) => copy.from === from);
    if (existing) return `./${existing.name}`;
    const extension = noun === 'film' ? filmExtension(head) : pictureExtension(from, head);
    if ('message' in extension) {
      log.add('missing', field, `the ${noun} ${written} ${extension.message}`);
      return null;
    }
    const name = uniqueName(cleanName(from), extension.name, copies);
    copies.push({ from, name });
    return `./${name}`;
  };
  const locate = (written: string, field: string, noun: string): string | null => {
    const sitePath = toSitePath(written, site);
    const [expected] = sitePath === null ? [] : findCandidates(sitePath, { site, path, folder });
    const from = expected ?? (sitePath !== null && folder === undefined ? findOnlyNamesake(sitePath, site) : null);
    if (sitePath === null)
      log.add('missing', field, `the ${noun} ${written} is on another site; save it beside the document and name it here`);
    else if (from === null) log.add('missing', field, `the ${noun} ${written} is not in the old site`);
    else if (expected === undefined) log.add('unsure', field, `the ${noun} ${written} was taken from ${from}, the only file of its name`);
    return from;
  };
  const addFilm = (written: string, field: string, { formats, poster, captions }: FilmFiles): void => {
    const film = find(written, field);
    if (film === null) return;
    const stem = film.slice('./'.length).replace(/\.\w+$/, '');
    const addBeside = (file: string, noun: string, ending: (from: string) => string | undefined): void => {
      const from = locate(file, field, noun);
      const extension = from === null ? undefined : ending(from);
      if (from !== null && extension === undefined) log.add('missing', field, `the ${noun} ${file} has a format that no film here takes`);
      if (from === null || extension === undefined || copies.some(({ name }) => name === stem + extension)) return;
      copies.push({ from, name: stem + extension });
    };
    for (const format of formats) addBeside(format, 'film', (from) => /\.(?:mp4|webm)$/i.exec(from)?.[0].toLowerCase());
    if (poster) addBeside(poster, 'poster', (from) => /\.(?:jpe?g|png|webp|avif)$/i.exec(from)?.[0].toLowerCase());
    for (const { file, lang } of captions)
      addBeside(file, 'captions file', (from) => {
        const tag = lang && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(lang) ? `.${lang}` : '';
        return /\.vtt$/i.test(from) ? `${tag}.vtt` : undefined;
      });
  };
  return { copies, find, addFilm };
}

type Extension = { name: string } | { message: string };

/** Name the format of a film; `.mov` and `.m4v` may contain an MP4. */
function filmExtension(head: Buffer): Extension {
  const wrong = wrongKind(head.subarray(0, 64));
  if (wrong) return { message: [wrong.message, wrong.fix].filter(Boolean).join('; ') };
  return { name: head.toString('latin1', 4, 8) === 'ftyp' ? '.mp4' : '.webm' };
}

function pictureExtension(from: string, head: Buffer): Extension {
  const picture = identifyPicture(head);
  if ('message' in picture) return picture;
  if ('width' in picture && picture.width === undefined)
    return { message: 'is an SVG without a size; give its root a viewBox and name it here' };
  return { name: /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.exec(from)?.[0].toLowerCase() ?? `.${picture.format}` };
}

/** Get the folder that front matter names for a document's pictures; undefined if it names none. */
export function pictureFolder(data: Record<string, unknown>): string | undefined {
  for (const key of ['image-folder', 'image_folder', 'imageFolder', 'images_folder', 'img_path', 'image_path', 'assets']) {
    const folder = asText(data[key]);
    if (folder && !/\.\w{3,4}$/.test(folder)) return folder.replace(/^\/|\/$/g, '');
  }
  return undefined;
}

/** Turn a written path or an address of the old site into a path of it; null for an address of another host. */
function toSitePath(written: string, site: SourceSite): string | null {
  let path = written.trim().replace(/[?#].*$/, '');
  if (/^(?:https?:)?\/\//i.test(path)) {
    const url = path.startsWith('//') ? `https:${path}` : path;
    if (!URL.canParse(url) || site.host === null || withoutWww(new URL(url).host) !== withoutWww(site.host)) return null;
    path = new URL(url).pathname;
  } else if (/^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  if (site.base !== '' && path.startsWith(`${site.base}/`)) path = path.slice(site.base.length);
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** Folders in which sites keep their pictures. */
const pictureFolders = [
  '',
  ...['static/', 'public/', 'assets/', 'source/', 'src/', 'src/assets/', 'images/', 'img/'],
  ...[
    'assets/images/',
    'assets/img/',
    'static/images/',
    'static/img/',
    'public/images/',
    'source/images/',
    'src/images/',
    'src/assets/images/',
  ],
];

/** List the files of the site that a path may mean, the likeliest first: beside the document, in folders of pictures, anywhere. */
function findCandidates(sitePath: string, { site, path, folder }: Omit<FinderOptions, 'log'>): string[] {
  // An alias of the bundler, such as `@/`, `@src/` and `~/`, is the folder of sources.
  const fromRoot = sitePath.replace(/^(?:@(?:src)?|~)\//, 'src/').replace(/^\/+/, '');
  const withoutDots = fromRoot.replace(/^(?:\.{1,2}\/)+/, '');
  const bundle = path.replace(/\.[^.]+$/, '');
  const relative = sitePath.startsWith('/') ? [] : [`${posix.dirname(path)}/${sitePath}`, `${bundle}/${sitePath}`];
  const inNamedFolder = folder === undefined ? [] : pictureFolders.map((prefix) => `${prefix}${folder}/${withoutDots}`);
  const inPictureFolders = [fromRoot, withoutDots].flatMap((name) => pictureFolders.map((prefix) => prefix + name));
  const { byPath, byName } = indexFiles(site.files);
  const ending = comparable(`/${withoutDots}`);
  // A theme or a build step may move a whole folder, as in `themes/x/static/img/a.png`.
  const anywhere = withoutDots.includes('/')
    ? (byName.get(posix.basename(ending)) ?? []).filter((file) => comparable(`/${file}`).endsWith(ending))
    : [];
  // A path that leaves the site keeps its `..` and matches no file.
  return [...relative, ...inNamedFolder, ...inPictureFolders, ...anywhere.toSorted((one, other) => one.length - other.length)]
    .map((candidate) => posix.normalize(candidate))
    .flatMap((candidate) => (site.files.has(candidate) ? candidate : (byPath.get(comparable(candidate)) ?? [])))
    .filter((candidate) => /\.\w+$/.test(candidate));
}

/** Find the picture of the site with the same name, unless several differ or that name could belong to any picture. */
function findOnlyNamesake(sitePath: string, site: SourceSite): string | null {
  const name = comparable(posix.basename(sitePath));
  if (!/\.(?:jpe?g|png|webp|avif|gif|svg|mp4|webm|m4v|mov)$/.test(name) || genericName.test(name)) return null;
  const [first, ...others] = indexFiles(site.files).byName.get(name) ?? [];
  if (first === undefined) return null;
  const bytes = others.length === 0 ? null : Buffer.from(site.read(first));
  return bytes === null || others.every((other) => bytes.equals(site.read(other))) ? first : null;
}

interface FileIndex {
  /** Paths in the form of `comparable`. */
  byPath: ReadonlyMap<string, string>;
  /** Paths by their file's name in the form of `comparable`. */
  byName: ReadonlyMap<string, string[]>;
}

const indexes = new WeakMap<ReadonlySet<string>, FileIndex>();

/** Bring a path into the form in which paths are compared: some systems ignore case, some decompose `ü`. */
function comparable(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Index the files of a site once for all its documents. */
function indexFiles(files: ReadonlySet<string>): FileIndex {
  const known = indexes.get(files);
  if (known !== undefined) return known;
  const byName = Map.groupBy(files, (file) => comparable(posix.basename(file)));
  const index = { byPath: new Map([...files].map((file) => [comparable(file), file])), byName };
  indexes.set(files, index);
  return index;
}

/** Names that say nothing of the picture, such as `cover.jpg` and `image-2.png`. */
const genericName =
  /^(?:thumb(?:nail)?|cover|hero|image|img|banner|index|main|featured?|header|preview|screen(?:shot)?|photo|pic(?:ture)?|logo|icon|teaser|card|og|title|figure|fig)?[-_ ]?\d*\.\w+$/;

/** Reduce a file's name to ASCII letters, digits, hyphens and underscores. */
function cleanName(path: string): string {
  const name = posix
    .basename(path)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '');
  return name || 'picture';
}

/** Number equal names; case is ignored, because some file systems ignore it. A picture of a film's name would be its poster. */
function uniqueName(name: string, extension: string, copies: readonly PictureCopy[]): string {
  const taken = copies.map((copy) => copy.name.toLowerCase());
  const stems = new Set(taken.flatMap((other) => (isFilm(other) || isFilm(extension) ? other.replace(/\.[^.]*$/, '') : [])));
  for (let count = 1; ; count++) {
    const candidate = `${name}${count === 1 ? '' : `-${count}`}`.toLowerCase();
    if (!taken.includes(candidate + extension) && !stems.has(candidate)) return `${name}${count === 1 ? '' : `-${count}`}${extension}`;
  }
}
