/** A picture in a text, on its way into Markdown. */
export interface Figure {
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  /** Where the picture leads when it is clicked. */
  link?: string | undefined;
}

/** What the arguments of includes, shortcodes and components call the parts of a figure. */
const partNames = {
  src: ['src', 'path', 'image_path', 'image', 'img', 'file', 'filename', 'url', 'image_url', 'source', 'name'],
  alt: ['alt', 'alt_text', 'image_alt', 'imagealt', 'title', 'description'],
  caption: ['caption', 'imagecaption', 'description', 'figcaption', 'title'],
  link: ['link', 'href', 'target'],
} as const satisfies Record<string, readonly string[]>;

const pictureName = /\.(?:jpe?g|png|webp|avif|gif|svg|bmp|tiff?|heic)(?:[?#].*)?$/i;
const films = [
  { name: /youtu/i, address: (id: string) => `https://www.youtube.com/watch?v=${id}` },
  { name: /vimeo/i, address: (id: string) => `https://vimeo.com/${id}` },
  { name: /loom/i, address: (id: string) => `https://www.loom.com/share/${id}` },
] as const;

/** FieldValue a figure out of named arguments, of an include called `name`; null where they hold no picture. */
export function parseFigure(args: Readonly<Record<string, string>>, name = ''): Figure | null {
  const find = (names: readonly string[]): string | undefined => names.map((one) => args[one]?.trim()).find(Boolean);
  const sources = partNames.src.flatMap((one) => args[one]?.trim() || []);
  const src = sources.find((one) => pictureName.test(one)) ?? (/^(?:figure|image|img|picture)\b/i.test(name) ? sources[0] : undefined);
  if (src === undefined || /^https?:\/\/(?:www\.)?(?:youtube|youtu\.be|vimeo)/i.test(src)) return null;
  return { src, alt: find(partNames.alt), caption: find(partNames.caption), link: find(partNames.link) };
}

/** FieldValue a film's address out of the arguments of an include or shortcode; null where there is none. */
export function parseVideoUrl(name: string, args: Readonly<Record<string, string>>): string | null {
  const written = ['url', 'src', 'path', 'link', 'id', 'video_id', 'videoid', 'youtubeid', 'video', '0']
    .map((one) => args[one]?.trim())
    .find(Boolean);
  const film = films.find((one) => one.name.test(`${name} ${args['provider'] ?? ''}`));
  if (written === undefined) return null;
  if (/^https?:\/\//i.test(written)) return film || /video|embed|film|player/i.test(name) || /youtu|vimeo/i.test(written) ? written : null;
  return film && /^[\w-]{4,40}$/.test(written) ? film.address(written) : null;
}

/** Write a figure as Markdown, or as HTML where it stands inside of HTML; the caption is a line of its own. */
export function writeFigure({ src, alt, caption, link }: Figure, html: boolean): string {
  const words = (alt ?? caption ?? '').replace(/\s+/g, ' ').trim();
  const below =
    caption !== undefined && caption.trim() !== words
      ? caption.trim()
      : caption !== undefined && alt === undefined
        ? caption.trim()
        : undefined;
  if (html) {
    const image = `<img src="${attribute(src)}" alt="${attribute(words)}">`;
    return below === undefined ? image : `<figure>${image}<figcaption>${below}</figcaption></figure>`;
  }
  const image = `![${words.replace(/([[\]])/g, '\\$1')}](${address(src)})`;
  const linked = link !== undefined && link !== src ? `[${image}](${address(link)})` : image;
  return below === undefined ? linked : `${linked}\n\n*${below.replace(/\*/g, '\\*')}*`;
}

/** Write an address as Markdown takes it: with pointed brackets where it has blanks or parentheses. */
export function address(written: string): string {
  return /[\s()<>]/.test(written) ? `<${written.replace(/[<>]/g, encodeURIComponent)}>` : written;
}

/** FieldValue `key="value"`, `key: value` and bare values (under their position) out of the arguments of a tag. */
export function parseArguments(text: string, resolve: (name: string) => string | undefined = () => undefined): Record<string, string> {
  const args: Record<string, string> = {};
  let position = 0;
  const pattern = /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{["'`]([^"'`]*)["'`]\}|([^\s"'`=|,]+))/g;
  for (const [, key, double, single, tick, braced, bare] of text.matchAll(pattern)) {
    const quoted = double ?? single ?? tick ?? braced;
    const value = quoted === undefined ? (resolve(bare ?? '') ?? bare ?? '') : quoted.replace(/\\(["'])/g, '$1');
    args[key === undefined ? String(position++) : key.toLowerCase().replaceAll('-', '_')] = value;
  }
  return args;
}

/** Tell whether an offset stands in a block of raw HTML, where Markdown is not read. */
export function isInsideHtml(text: string, offset: number): boolean {
  const block = text.slice(text.lastIndexOf('\n\n', offset) + 1, offset).trimStart();
  return /^<\/?(?:div|figure|table|tr|td|th|section|p|center|ul|ol|li|details|article|aside|span|img|a|picture|tbody|thead|video)\b/i.test(
    block,
  );
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
