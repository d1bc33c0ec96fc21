import { readEmbed } from '../../../src/lib/markdown/embeds.ts';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';

/** A picture or film of a text. */
interface Figure {
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  /** Target of a link around the picture. */
  link?: string | undefined;
  /** The picture that a film shows before it plays. */
  poster?: string | undefined;
}

/** Names of a figure's parts in the arguments of includes, shortcodes and components. */
const partNames = {
  src: ['src', 'path', 'mp4', 'video', 'image_path', 'image', 'img', 'file', 'filename', 'url', 'image_url', 'source', 'name'],
  alt: ['alt', 'alt_text', 'image_alt', 'imagealt', 'title', 'description'],
  caption: ['caption', 'imagecaption', 'description', 'figcaption', 'title'],
  link: ['link', 'href', 'target'],
} as const satisfies Record<string, readonly string[]>;

const pictureName = /\.(?:jpe?g|png|webp|avif|gif|svg|bmp|tiff?|heic|mp4|m4v|webm|mov)(?:[?#].*)?$/i;
const videoHosts = [
  { name: /youtu/i, url: (id: string) => `https://www.youtube.com/watch?v=${id}` },
  { name: /vimeo/i, url: (id: string) => `https://vimeo.com/${id}` },
  { name: /loom/i, url: (id: string) => `https://www.loom.com/share/${id}` },
] as const;

/** Read a figure from the arguments of a tag or component called `name`; null if they name no picture. */
export function parseFigure(args: Readonly<Record<string, string>>, name = ''): Figure | null {
  const find = (keys: readonly string[]): string | undefined => keys.map((key) => args[key]?.trim()).find(Boolean);
  const positional = Object.keys(args).filter((key) => /^\d+$/.test(key));
  const sources = [...partNames.src, ...positional].flatMap((key) => args[key]?.trim() || []);
  const src =
    sources.find((source) => pictureName.test(source)) ?? (/^(?:figure|image|img|picture)\b/i.test(name) ? sources[0] : undefined);
  if (src === undefined || /^https?:\/\/(?:www\.)?(?:youtube|youtu\.be|vimeo)/i.test(src)) return null;
  // Further positional arguments with words are the text alternative and the caption, in this order.
  const [alt, caption] = positional.flatMap((key) => (args[key] !== src && /\p{L}{2}/u.test(args[key] ?? '') ? [args[key]] : []));
  return {
    src,
    alt: find(partNames.alt) ?? alt,
    caption: find(partNames.caption) ?? caption,
    link: find(partNames.link),
    poster: find(['poster']),
  };
}

/** Read the address of a video from the arguments of an include or shortcode called `name`; null if they name none. */
export function parseVideoUrl(name: string, args: Readonly<Record<string, string>>): string | null {
  const source = ['url', 'src', 'path', 'link', 'id', 'video_id', 'videoid', 'youtubeid', 'video', '0']
    .map((key) => args[key]?.trim())
    .find(Boolean);
  const host = videoHosts.find((candidate) => candidate.name.test(`${name} ${args['provider'] ?? ''}`));
  const [id, author] = [args['id'] ?? args['0'], args['user'] ?? args['author']];
  if (/codepen/i.test(name) && id && author) return `https://codepen.io/${author}/pen/${id}`;
  if (source === undefined) return null;
  const embed = readEmbed(source);
  if (embed) return embed.url;
  if (/^https?:\/\//i.test(source)) return host || /video|embed|film|player/i.test(name) || /youtu|vimeo/i.test(source) ? source : null;
  return host && /^[\w-]{4,40}$/.test(source) ? host.url(source) : null;
}

/** Name what an address of another site opens, where the old site has no words for it. */
export function embedLabel(url: string): string {
  const service = readEmbed(url)?.service;
  return service === undefined || /^(?:YouTube|Vimeo|Loom)$/.test(service) ? 'Video' : service;
}

/** Write a figure as Markdown; the caption is the title of its picture, or a paragraph where it has links or marks, or the picture a link. */
export function writeFigure({ src, alt, caption, link, poster }: Figure): string {
  if (poster !== undefined) return writePlayer({ src, alt, caption, poster });
  const words = (alt ?? caption ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // A caption that equals the alt text would be read out twice.
  const shownCaption = alt === undefined || caption?.trim() !== words ? caption?.trim() : undefined;
  const isPlain = shownCaption !== undefined && link === undefined && !/[[\]<>*_`\\\n]/.test(shownCaption);
  const title = isPlain ? ` "${shownCaption.replaceAll('"', '\\"')}"` : '';
  const image = `![${words.replace(/([[\]])/g, '\\$1')}](${linkDestination(src)}${title})`;
  const linked = link !== undefined && link !== src ? `[${image}](${linkDestination(link)})` : image;
  return shownCaption === undefined || isPlain ? linked : `${linked}\n\n*${shownCaption.replace(/\*/g, '\\*')}*`;
}

/** A film with a poster is written as HTML, of which `convertFilms` takes both. */
function writePlayer({ src, alt, caption, poster = '' }: Figure): string {
  const player = `<video src="${escapeHtml(src)}" poster="${escapeHtml(poster)}" title="${escapeHtml(alt ?? caption ?? '')}"></video>`;
  return `<figure>${player}<figcaption>${escapeHtml(caption ?? '')}</figcaption></figure>`;
}

/** Write an address as a link destination of Markdown: in angle brackets if it contains spaces or parentheses. */
export function linkDestination(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;
}

/** Parse `key="value"`, `key: value` and bare values (under their position) out of the arguments of a tag. */
export function parseArguments(text: string, resolve: (name: string) => string | undefined = () => undefined): Record<string, string> {
  const args: Record<string, string> = {};
  let position = 0;
  const pattern =
    /(?:([\w-]+)\s*(?:=|:(?!\/\/))\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{["'`]([^"'`]*)["'`]\}|(https?:\/\/[^\s"'`|]+|[^\s"'`=|,]+))/g;
  for (const [, key, double, single, tick, braced, bare] of text.matchAll(pattern)) {
    const quoted = double ?? single ?? tick ?? braced;
    const value = quoted === undefined ? (resolve(bare ?? '') ?? bare ?? '') : quoted.replace(/\\(["'])/g, '$1');
    args[key === undefined ? String(position++) : key.toLowerCase().replaceAll('-', '_')] = value;
  }
  return args;
}
