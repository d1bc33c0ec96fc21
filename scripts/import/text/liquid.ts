import { asText, normalizeKey } from '../front-matter/values.ts';
import { parseFigure, parseVideoUrl, isInsideHtml, parseArguments, writeFigure } from './figures.ts';
import { isRecord } from '../front-matter/front-matter.ts';
import { replaceCode } from './protect-code.ts';
import type { ConversionLog } from '../conversion-log.ts';

/** What Liquid in a document can refer to. */
export interface ConversionContext extends ConversionLog {
  /** The document's own fields, `page.x`. */
  data: Record<string, unknown>;
  /** The configuration, `site.x`. */
  config: Record<string, unknown>;
  /** Name of the part of the document, for the notes. */
  part: string;
  /** New address of another document, by its path in the old site; null where it is not brought over. */
  linkTo: (path: string) => string | null;
  /** Text of a file beside the document; null where there is none. */
  readSibling: (path: string) => string | null;
}

/** Turn the Liquid whose meaning is known into Markdown, and note the rest where it stands. Code is to be set aside before. */
export function convertLiquid(text: string, context: ConversionContext, protect: (text: string) => string): string {
  const raw = text.replace(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_, inside: string) => protect(inside));
  const highlighted = raw.replace(
    /\{%-?\s*highlight\s+([\w+#-]+)[^%]*%\}\n?([^]*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}/g,
    (_, language: string, code: string) => protect(`\`\`\`${language}\n${code}\n\`\`\``),
  );
  const commented = highlighted.replace(/\{%-?\s*comment\s*-?%\}([^]*?)\{%-?\s*endcomment\s*-?%\}/g, (_, inside: string) => {
    context.note('dropped', context.part, `a comment: ${inside.trim()}`);
    return '';
  });
  const filled = commented.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (whole, expression: string) => {
    const value = evaluate(expression, context);
    if (value === undefined) context.note('unsure', context.part, `Liquid that nothing fills in here: ${whole}`);
    return value ?? whole;
  });
  return filled.replace(/\{%-?\s*(\w+)\s*([^]*?)\s*-?%\}/g, (whole, name: string, rest: string, offset: number) => {
    const known = Object.hasOwn(tags, name) ? tags[name] : undefined;
    const converted = known?.(rest, { ...context, protect }, isInsideHtml(filled, offset));
    if (converted === undefined) context.note('unsure', context.part, `Liquid that nothing fills in here: ${oneLine(whole)}`);
    return converted ?? whole;
  });
}

/** Fill in the Liquid of a single value, such as a path in front matter. */
export function renderLiquid(value: string, context: ConversionContext): string {
  return value.includes('{{') ? convertLiquid(value, context, (text) => text) : value;
}

type Tag = (rest: string, context: ConversionContext & { protect: (text: string) => string }, html: boolean) => string | undefined;

const tags: Readonly<Record<string, Tag>> = {
  include: convertInclude,
  include_cached: convertInclude,
  include_relative: (rest, context) => {
    const text = context.readSibling(rest.trim());
    return text === null ? undefined : convertLiquid(replaceCode(text, context.protect), { ...context, readSibling: () => null }, context.protect);
  },
  figure: convertFigureTag,
  picture: convertFigureTag,
  image: convertFigureTag,
  img: convertFigureTag,
  responsive_image: convertFigureTag,
  youtube: (rest) => film('youtube', parseArguments(rest)),
  vimeo: (rest) => film('vimeo', parseArguments(rest)),
  video: (rest) => film('video', parseArguments(rest)),
  link: (rest, context) =>
    context.linkTo(
      rest
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/^\//, ''),
    ) ?? undefined,
  raw: () => '',
  endraw: () => '',
};

function convertInclude(rest: string, context: ConversionContext, html: boolean): string | undefined {
  const [, file = '', written = ''] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
  const name =
    file
      .replace(/\.\w+$/, '')
      .split('/')
      .at(-1) ?? '';
  const args = parseArguments(written, (variable) => evaluate(variable, context));
  if (/^gallery/i.test(name) && !parseFigure(args, '')) {
    context.note('dropped', context.part, `the gallery at this place ({% include ${oneLine(rest)} %}); its pictures are the screenshots`);
    return '';
  }
  if (/^(?:toc|table-of-contents)\b/i.test(name)) {
    context.note('dropped', context.part, `the table of contents ({% include ${oneLine(rest)} %}); the page makes its own`);
    return '';
  }
  return film(name, args) ?? figure(name, args, html);
}

function convertFigureTag(rest: string, context: ConversionContext, html: boolean): string | undefined {
  const args = parseArguments(rest, (variable) => evaluate(variable, context));
  const bare = Object.entries(args).find(([key, value]) => /^\d+$/.test(key) && /\.\w{3,4}$/.test(value))?.[1];
  return figure('figure', { ...(bare !== undefined && { src: bare }), ...args }, html);
}

function figure(name: string, args: Record<string, string>, html: boolean): string | undefined {
  const parts = parseFigure(args, name);
  return parts === null ? undefined : html ? writeFigure(parts, true) : `\n\n${writeFigure(parts, false)}\n\n`;
}

function film(name: string, args: Record<string, string>): string | undefined {
  const found = parseVideoUrl(name, args);
  return found === null ? undefined : `[${args['title'] ?? args['caption'] ?? 'Video'}](${found})`;
}

/** Filters that leave a path of the site as it is, since it is looked up without its base path. */
const pathFilters = new Set([
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
  let value = valueOf(source, data, config);
  for (const filter of filters) {
    const affix = /^(prepend|append)\s*:\s*(.+)$/.exec(filter);
    if (pathFilters.has(filter)) continue;
    const added = affix && valueOf(affix[2] ?? '', data, config);
    if (!affix || added === undefined || added === null || value === undefined) return undefined;
    value = affix[1] === 'prepend' ? added + value : value + added;
  }
  return value;
}

function valueOf(source: string, data: Record<string, unknown>, config: Record<string, unknown>): string | undefined {
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(source);
  if (literal) return literal[1] ?? literal[2] ?? '';
  if (/^site\.(?:baseurl|url|github\.url)$/.test(source)) return '';
  const [, scope, path = ''] = /^(page|site)\.([\w.-]+)$/.exec(source) ?? [];
  if (scope === undefined) return undefined;
  const found = path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (isRecord(inner) ? Object.entries(inner).find(([name]) => normalizeKey(name) === normalizeKey(key))?.[1] : undefined),
      scope === 'page' ? data : config,
    );
  return asText(found);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
