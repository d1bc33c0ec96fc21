import { asText, isRecord, normalizeKey } from '../front-matter/values.ts';
import type { ConversionContext, TemplateConverter } from './conversion-context.ts';
import { isInsideHtml, parseArguments, parseFigure, parseVideoUrl, writeFigure } from './figures.ts';
import { replaceCode } from './protect-code.ts';

/** Convert the Liquid whose meaning is known to Markdown; the rest stays and is logged. Expects protected code. */
export const convertLiquid: TemplateConverter = (text, context, protect) => {
  const raw = text.replace(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_, content: string) => protect(content));
  const highlighted = raw.replace(
    /\{%-?\s*highlight\s+([\w+#-]+)[^%]*%\}\n?([^]*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}/g,
    (_, language: string, code: string) => protect(`\`\`\`${language}\n${code}\n\`\`\``),
  );
  const uncommented = highlighted.replace(/\{%-?\s*comment\s*-?%\}([^]*?)\{%-?\s*endcomment\s*-?%\}/g, (_, content: string) => {
    context.log.add('dropped', context.part, `a comment: ${content.trim()}`);
    return '';
  });
  const logUnknown = (tag: string): void => context.log.add('unsure', context.part, `Liquid that the import cannot evaluate: ${tag}`);
  const evaluated = uncommented.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (output, expression: string) => {
    const value = evaluate(expression, context);
    if (value === undefined) logUnknown(output);
    return value ?? output;
  });
  return evaluated.replace(/\{%-?\s*(\w+)\s*([^]*?)\s*-?%\}/g, (tag, name: string, rest: string, offset: number) => {
    const convert = Object.hasOwn(tags, name) ? tags[name] : undefined;
    const converted = convert?.(rest, { ...context, protect }, isInsideHtml(evaluated, offset));
    if (converted === undefined) logUnknown(toOneLine(tag));
    return converted ?? tag;
  });
};

/** Evaluate the Liquid of a single value, such as a path in front matter. */
export function renderLiquid(value: string, context: ConversionContext): string {
  return value.includes('{{') ? convertLiquid(value, context, (text) => text) : value;
}

interface TagContext extends ConversionContext {
  protect: (code: string) => string;
}

/** Converts the text after a tag's name; undefined if it makes no sense here. `html` is true inside raw HTML. */
type Tag = (rest: string, context: TagContext, html: boolean) => string | undefined;

const tags: Readonly<Record<string, Tag>> = {
  include: convertInclude,
  include_cached: convertInclude,
  include_relative: convertRelativeInclude,
  figure: convertFigure,
  picture: convertFigure,
  image: convertFigure,
  img: convertFigure,
  responsive_image: convertFigure,
  youtube: (rest) => video('youtube', parseArguments(rest)),
  vimeo: (rest) => video('vimeo', parseArguments(rest)),
  video: (rest) => video('video', parseArguments(rest)),
  link: convertLink,
  raw: () => '',
  endraw: () => '',
};

function convertInclude(rest: string, context: TagContext, html: boolean): string | undefined {
  const [, file = '', argumentText = ''] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
  const name = file
    .replace(/\.\w+$/, '')
    .split('/')
    .at(-1) as string;
  const args = parseArguments(argumentText, (variable) => evaluate(variable, context));
  const drop = (what: string, reason: string): string => {
    context.log.add('dropped', context.part, `${what} ({% include ${toOneLine(rest)} %}); ${reason}`);
    return '';
  };
  if (/^gallery/i.test(name) && !parseFigure(args, '')) return drop('a gallery', 'its pictures are the screenshots');
  if (/^(?:toc|table-of-contents)\b/i.test(name)) return drop('the table of contents', 'the page makes its own');
  return video(name, args) ?? figure(name, args, html);
}

function convertRelativeInclude(rest: string, context: TagContext): string | undefined {
  const text = context.readSibling(rest.trim());
  // A file that is included may include no other, so that no two files include each other forever.
  const inner = { ...context, readSibling: () => null };
  return text === null ? undefined : convertLiquid(replaceCode(text, context.protect), inner, context.protect);
}

function convertFigure(rest: string, context: TagContext, html: boolean): string | undefined {
  const args = parseArguments(rest, (variable) => evaluate(variable, context));
  const positional = Object.entries(args).find(([key, value]) => /^\d+$/.test(key) && /\.\w{3,4}$/.test(value))?.[1];
  return figure('figure', { ...(positional !== undefined && { src: positional }), ...args }, html);
}

function convertLink(rest: string, { linkTo }: TagContext): string | undefined {
  const path = rest.trim().replace(/^["']|["']$/g, '');
  return linkTo(path.replace(/^\//, '')) ?? undefined;
}

function figure(name: string, args: Record<string, string>, html: boolean): string | undefined {
  const parts = parseFigure(args, name);
  if (parts === null) return undefined;
  return html ? writeFigure(parts, true) : `\n\n${writeFigure(parts, false)}\n\n`;
}

function video(name: string, args: Record<string, string>): string | undefined {
  const url = parseVideoUrl(name, args);
  return url === null ? undefined : `[${args['title'] ?? args['caption'] ?? 'Video'}](${url})`;
}

/** Filters that may be ignored: paths are looked up without the site's base path, and texts are Markdown. */
const ignoredFilters = new Set([
  'relative_url',
  'absolute_url',
  'escape',
  'uri_escape',
  'strip',
  'prepend: site.baseurl',
  'prepend: site.url',
  'prepend:site.baseurl',
  'markdownify',
  'xml_escape',
]);

function evaluate(expression: string, { data, config }: ConversionContext): string | undefined {
  const [source = '', ...filters] = expression.split('|').map((part) => part.trim());
  let value = lookUp(source, data, config);
  for (const filter of filters) {
    if (ignoredFilters.has(filter)) continue;
    const affix = /^(prepend|append)\s*:\s*(.+)$/.exec(filter);
    const addition = affix && lookUp(affix[2] ?? '', data, config);
    if (!affix || addition === undefined || addition === null || value === undefined) return undefined;
    value = affix[1] === 'prepend' ? addition + value : value + addition;
  }
  return value;
}

/** Evaluate a string literal, or a variable of `page` or `site`. */
function lookUp(source: string, data: Record<string, unknown>, config: Record<string, unknown>): string | undefined {
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(source);
  if (literal) return literal[1] ?? literal[2] ?? '';
  if (/^site\.(?:baseurl|url|github\.url)$/.test(source)) return '';
  const [, scope, path = ''] = /^(page|site)\.([\w.-]+)$/.exec(source) ?? [];
  if (scope === undefined) return undefined;
  const get = (map: unknown, key: string): unknown =>
    isRecord(map) ? Object.entries(map).find(([name]) => normalizeKey(name) === normalizeKey(key))?.[1] : undefined;
  return asText(path.split('.').reduce<unknown>(get, scope === 'page' ? data : config));
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
