import { Liquid, type Context, type TagToken } from 'liquidjs';
import { asText, isRecord, mapScalars, toPlain, unquote } from '../front-matter/values.ts';
import { writeAlert } from './admonitions.ts';
import { markBlock } from './blocks.ts';
import { fenceCode } from './code-fences.ts';
import type { ConversionContext, TemplateConverter } from './conversion-context.ts';
import { parseArguments, parseFigure, parseVideoUrl, writeFigure } from './figures.ts';
import { writeForeignTag } from './foreign-tag.ts';
import { replaceCode } from './protect-code.ts';

/**
 * Evaluate Liquid and Nunjucks with the document's and the site's variables; a capture of a known name becomes a section. Unknown tags give
 * way to their words and pictures. Expects protected code.
 */
export const convertLiquid: TemplateConverter = (text, context, protect) => {
  const raw = text.replace(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_, content: string) => protect(content));
  const highlighted = raw.replace(
    /\{%-?\s*highlight\s+([\w+#-]+)([^%]*)%\}\n?([^]*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}/g,
    (_, language: string, options: string, code: string) => protect(fenceCode(language, options, code)),
  );
  return render(convertCaptures(fromNunjucks(highlighted)), { ...context, protect, depth: 0 });
};

/** Evaluate the Liquid of a single value, such as a path in front matter. */
export function renderLiquid(value: string, context: ConversionContext): string {
  if (!/\{\{|\{%/.test(value)) return value;
  return convertLiquid(value, context, (text) => text);
}

/** Translate the tags of Nunjucks that Liquid names otherwise. */
function fromNunjucks(text: string): string {
  return text
    .replace(/\{#(?=\s)[^]*?#\}/g, '')
    .replace(/\{%(-?)\s*set\s+(\w+)\s*=/g, '{%$1 assign $2 =')
    .replace(/\{%(-?)\s*set\s+(\w+)\s*(-?)%\}/g, '{%$1 capture $2 $3%}')
    .replace(/\{%(-?)\s*endset\s*(-?)%\}/g, '{%$1 endcapture $2%}')
    .replace(/\{%(-?)\s*elif\b/g, '{%$1 elsif');
}

/** Text that is captured only for a layout stays where it is, under its name if that names a section. */
function convertCaptures(text: string): string {
  return text.replace(
    /\{%-?\s*capture\s+["']?([\w-]+)["']?\s*-?%\}([^]*?)\{%-?\s*endcapture\s*-?%\}/g,
    (capture, name: string, content: string) => {
      if (new RegExp(`\\{\\{[^}]*\\b${name}\\b`).test(text)) return capture;
      return writeForeignTag({ name, args: {}, content }) + content;
    },
  );
}

interface RenderContext extends ConversionContext {
  protect: (code: string) => string;
  /** How many includes enclose the text. */
  depth: number;
  /** Arguments of the include that encloses the text. */
  include?: Record<string, string>;
}

const maxIncludes = 3;

function render(text: string, context: RenderContext): string {
  const { data, config, log, part } = context;
  // Without `templates` the engine would read files by any name in a document.
  const engine = new Liquid({ templates: {}, strictFilters: false, strictVariables: false, ownPropertyOnly: true, renderLimit: 2000 });
  for (const name of tagNames(text).filter((tag) => !evaluatedTags.has(tag))) {
    engine.registerTag(name, {
      parse(token: TagToken) {
        this['args'] = token.args;
      },
      render(scope: Context) {
        return convertTag({ name, rest: String(this['args']), scope, engine, text }, context);
      },
    });
  }
  const page = mapScalars(data, toPlain) as object;
  const site = { ...(mapScalars(config, toPlain) as object), baseurl: '', url: '', github: { url: '' } };
  const scope = { ...page, page, site, include: context.include ?? {} };
  logUnknownVariables(text, engine, scope, context);
  try {
    return String(engine.parseAndRenderSync(text, scope));
  } catch {
    log.add('unsure', part, 'template code that the import cannot evaluate was removed; its words stay');
    return text.replace(/\{%[^]*?%\}|\{\{[^]*?\}\}/g, '');
  }
}

/** The tags whose meaning is the same everywhere; all others are converted. */
const evaluatedTags = new Set(
  'if elsif else endif unless endunless case when endcase for endfor break continue assign capture endcapture comment endcomment'.split(
    ' ',
  ),
);

function tagNames(text: string): string[] {
  return [...new Set([...text.matchAll(/\{%-?\s*([\w-]+)/g)].map(([, name = '']) => name))];
}

function logUnknownVariables(text: string, engine: Liquid, scope: object, { log, part, depth }: RenderContext): void {
  if (depth > 0) return;
  const local = new Set([...text.matchAll(/\{%-?\s*(?:assign|capture|for)\s+(\w+)/g)].map(([, name]) => name));
  for (const [, path = ''] of text.matchAll(/\{\{-?\s*([A-Za-z_][\w.-]*)/g)) {
    if (local.has(path.split('.')[0]) || /^(?:forloop|include)\b/.test(path)) continue;
    const value: unknown = engine.evalValueSync(path.replace(/-$/, ''), scope);
    if (value === undefined || value === null) log.add('dropped', part, `{{ ${path} }}, which has no value in the old site's files`);
  }
}

interface Tag {
  name: string;
  /** The text after the name. */
  rest: string;
  scope: Context;
  engine: Liquid;
  /** The text that contains the tag. */
  text: string;
}

function convertTag(tag: Tag, context: RenderContext): string {
  const { name, rest, scope, engine } = tag;
  if (/^end/.test(name)) return '';
  if (/^include/.test(name) || name === 'render') return convertInclude(tag, context);
  if (name === 'link' || name === 'post_url') return context.linkTo(unquote(rest.trim()).replace(/^\//, '')) ?? '';
  const args = parseArguments(rest, (variable) => evaluate(variable, engine, scope));
  const content = new RegExp(`\\{%-?\\s*end${name}\\b`).test(tag.text) ? '' : undefined;
  const written = writeForeignTag({ name, args, content });
  if (written === '' || content !== undefined) logTag(name, context);
  return written !== '' && content !== undefined ? `${written}\n\n` : written;
}

function convertInclude({ name, rest, scope, engine, text }: Tag, context: RenderContext): string {
  const [, file = '', argumentText = ''] = /^["']?([^\s"']+)["']?\s*([^]*)$/.exec(rest) ?? [];
  const given = parseArguments(argumentText, (variable) => evaluate(variable, engine, scope));
  // An include of Nunjucks reads the variables that are set before it.
  const assigned = [...text.matchAll(/\{%-?\s*assign\s+(\w+)/g)].map(([, variable = '']) => variable);
  const isJekyll = !/^["']/.test(rest);
  const args = isJekyll
    ? given
    : { ...Object.fromEntries(assigned.map((variable) => [variable, evaluate(variable, engine, scope) ?? ''])), ...given };
  const base = (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  if (/^gallery/i.test(base) && parseFigure(args) === null) return writeGallery(given, context);
  if (writeAlert(base, args) !== null || parseVideoUrl(base, args) !== null || parseFigure(args, base) !== null)
    return writeForeignTag({ name: base, args });
  const source = name === 'include_relative' ? context.readSibling(file) : Object.keys(args).length > 0 ? context.readInclude(file) : null;
  if (source !== null && context.depth < maxIncludes) {
    const inner = { ...context, depth: context.depth + 1, include: args, data: { ...context.data, ...(isJekyll ? {} : args) } };
    return render(convertCaptures(fromNunjucks(replaceCode(source, context.protect))), inner);
  }
  const captured = capturedWords(args);
  if (!/^(?:toc|table-of-contents)\b/i.test(base)) logTag(`include ${base}`, context);
  return captured ? '' : writeForeignTag({ name: base, args });
}

/** An include that only passes on captured texts, which stay in the text. */
function capturedWords(args: Readonly<Record<string, string>>): boolean {
  const entries = Object.entries(args);
  return entries.length > 0 && entries.every(([key, value]) => key === value);
}

/** Write the gallery of front matter that an include shows. The gallery under our own name is the screenshots. */
function writeGallery(args: Readonly<Record<string, string>>, { data, log, part }: RenderContext): string {
  const id = args['id'] ?? 'gallery';
  const items = id === 'gallery' ? [] : [data[id] ?? []].flat();
  const pictures = items.flatMap((item) => {
    const map = isRecord(item) ? item : { src: item };
    const figure = parseFigure(
      Object.fromEntries(Object.entries(map).flatMap(([key, value]) => (asText(value) ? [[key, asText(value) ?? '']] : []))),
    );
    return figure === null ? [] : [writeFigure({ ...figure, link: undefined })];
  });
  if (pictures.length === 0) {
    const caption = args['caption'] ? `, without their caption: ${args['caption']}` : '';
    log.add('dropped', part, `the tag of a gallery; its pictures are the screenshots${caption}`);
    return '';
  }
  return markBlock([...pictures, args['caption'] ? `*${args['caption']}*` : ''].filter(Boolean).join('\n\n'));
}

function logTag(name: string, { log, part }: ConversionContext): void {
  log.add('dropped', part, `the template tag \`${name}\`, which does not exist here; its words and pictures stay`);
}

function evaluate(expression: string, engine: Liquid, scope: Context): string | undefined {
  if (!/^[A-Za-z_][\w.-]*$/.test(expression)) return undefined;
  const value: unknown = engine.evalValueSync(expression, scope);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
