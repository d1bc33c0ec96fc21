import { parseFigure, parseVideoUrl, isInsideHtml, parseArguments, writeFigure } from './figures.ts';
import type { ConversionContext } from './liquid.ts';

/** Turn the Hugo shortcodes whose meaning is known into Markdown, and note the rest where they stand. Code is to be set aside before. */
export function convertShortcodes(text: string, context: ConversionContext, protect: (text: string) => string): string {
  const highlighted = text.replace(
    /\{\{[<%]\s*highlight\s+([\w+#-]+)[^]*?[>%]\}\}\n?([^]*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    (_, language: string, code: string) => protect(`\`\`\`${language}\n${code}\n\`\`\``),
  );
  return highlighted.replace(
    /\{\{[<%]\s*(\/?)\s*([\w./-]+)\s*([^]*?)\s*\/?\s*[>%]\}\}/g,
    (whole, closing: string, name: string, rest: string, offset: number) => {
      const known = Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined;
      const converted = known?.(rest, { context, html: isInsideHtml(highlighted, offset), closing: closing !== '' });
      if (converted === undefined)
        context.note('unsure', context.part, `a shortcode that nothing fills in here: ${whole.replace(/\s+/g, ' ')}`);
      return converted ?? whole;
    },
  );
}

interface Place {
  context: ConversionContext;
  html: boolean;
  closing: boolean;
}

const film = (name: string) => (rest: string) => {
  const args = parseArguments(rest);
  const found = parseVideoUrl(name, args);
  return found === null ? undefined : `[${args['title'] ?? 'Video'}](${found})`;
};

/** https://gohugo.io/content-management/shortcodes/ and what themes add to them. */
const shortcodes: Readonly<Record<string, (rest: string, place: Place) => string | undefined>> = {
  figure,
  img: figure,
  image: figure,
  imgproc: figure,
  picture: figure,
  youtube: film('youtube'),
  vimeo: film('vimeo'),
  video: film('video'),
  ref: reference,
  relref: reference,
  gist: (rest) => {
    const { 0: user, 1: id } = parseArguments(rest);
    return user && id ? `[Gist](https://gist.github.com/${user}/${id})` : undefined;
  },
};

function figure(rest: string, { html, closing }: Place): string | undefined {
  if (closing) return '';
  const args = parseArguments(rest);
  const parts = parseFigure({ ...(args['0'] !== undefined && { src: args['0'] }), ...args }, 'figure');
  return parts === null ? undefined : html ? writeFigure(parts, true) : `\n\n${writeFigure(parts, false)}\n\n`;
}

function reference(rest: string, { context }: Place): string | undefined {
  const { 0: path } = parseArguments(rest);
  return path === undefined ? undefined : (context.linkTo(path.replace(/^\//, '')) ?? undefined);
}
