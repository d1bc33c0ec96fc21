import type { ConversionContext, TemplateConverter } from './conversion-context.ts';
import { isInsideHtml, parseArguments, parseFigure, parseVideoUrl, writeFigure } from './figures.ts';

/** Convert the Hugo shortcodes whose meaning is known to Markdown; the rest stays and is logged. Expects protected code. */
export const convertShortcodes: TemplateConverter = (text, context, protect) => {
  const highlighted = text.replace(
    /\{\{[<%]\s*highlight\s+([\w+#-]+)[^]*?[>%]\}\}\n?([^]*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    (_, language: string, code: string) => protect(`\`\`\`${language}\n${code}\n\`\`\``),
  );
  return highlighted.replace(
    /\{\{[<%]\s*(\/?)\s*([\w./-]+)\s*([^]*?)\s*\/?\s*[>%]\}\}/g,
    (tag, slash: string, name: string, rest: string, offset: number) => {
      const convert = Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined;
      const converted = convert?.(rest, { context, html: isInsideHtml(highlighted, offset), closing: slash !== '' });
      if (converted === undefined)
        context.log.add('unsure', context.part, `a shortcode that the import does not know: ${tag.replace(/\s+/g, ' ')}`);
      return converted ?? tag;
    },
  );
};

interface TagContext {
  context: ConversionContext;
  /** Whether the tag is inside raw HTML. */
  html: boolean;
  /** Whether it is a closing tag. */
  closing: boolean;
}

/** Converts the arguments of a shortcode; undefined if they make no sense here. */
type Shortcode = (rest: string, tag: TagContext) => string | undefined;

/** Hugo's own shortcodes (https://gohugo.io/content-management/shortcodes/) and those that many themes add. */
const shortcodes: Readonly<Record<string, Shortcode>> = {
  figure,
  img: figure,
  image: figure,
  imgproc: figure,
  picture: figure,
  youtube: video('youtube'),
  vimeo: video('vimeo'),
  video: video('video'),
  ref: reference,
  relref: reference,
  gist: (rest) => {
    const { 0: user, 1: id } = parseArguments(rest);
    return user && id ? `[Gist](https://gist.github.com/${user}/${id})` : undefined;
  },
};

function figure(rest: string, { html, closing }: TagContext): string | undefined {
  if (closing) return '';
  const args = parseArguments(rest);
  const parts = parseFigure({ ...(args['0'] !== undefined && { src: args['0'] }), ...args }, 'figure');
  if (parts === null) return undefined;
  return html ? writeFigure(parts, true) : `\n\n${writeFigure(parts, false)}\n\n`;
}

function video(name: string): Shortcode {
  return (rest) => {
    const args = parseArguments(rest);
    const url = parseVideoUrl(name, args);
    return url === null ? undefined : `[${args['title'] ?? 'Video'}](${url})`;
  };
}

function reference(rest: string, { context }: TagContext): string | undefined {
  const { 0: path } = parseArguments(rest);
  return path === undefined ? undefined : (context.linkTo(path.replace(/^\//, '')) ?? undefined);
}
