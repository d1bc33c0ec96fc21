import { posix } from 'node:path';
import type { ConversionLog } from '../conversion-log.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { mapScalars } from '../front-matter/values.ts';
import type { PictureFinder } from '../pictures.ts';
import type { SourceFile, SourceSite } from '../source-site.ts';
import type { ConversionContext, TemplateConverter } from './conversion-context.ts';
import { convertAdmonitions } from './admonitions.ts';
import { placeBlocks } from './blocks.ts';
import { convertFences } from './code-fences.ts';
import { convertHtmlListings } from './html-listings.ts';
import { convertErb } from './erb.ts';
import { convertFilms } from './films.ts';
import { convertHtmlBlocks, htmlToMarkdown } from './html.ts';
import { convertIframes } from './iframes.ts';
import { convertKramdown } from './kramdown.ts';
import { convertLiquid, renderLiquid } from './liquid.ts';
import { convertMdx } from './mdx.ts';
import { convertMermaidElements } from './mermaid.ts';
import { placeholder, protectCode } from './protect-code.ts';
import { convertReferences } from './references.ts';
import { convertShortcodes } from './shortcodes.ts';

/** The old site, and the new addresses of its pages. */
export interface SiteContext {
  site: SourceSite;
  /** Get the new address of the page at an old address (in the form of `addressKey`); null if there is none. */
  pageByAddress: (key: string) => string | null;
  /** Get the new address of a document by its path in the old site; null if it is not imported. */
  pageByPath: (path: string) => string | null;
}

interface TextContext {
  /** The part of the document, for the log. */
  part: string;
  /** The document's front matter. */
  data: Record<string, unknown>;
  file: SourceFile;
  site: SiteContext;
  pictures: PictureFinder;
  log: ConversionLog;
}

/** Convert a text of another system to Markdown: templates, kramdown, iframes, pictures and links. */
export function convertText(text: string, { part, data, file, site, pictures, log }: TextContext): string {
  const { text: unprotected, protect, restore } = protectCode(convertFences(convertHtmlListings(text, file.path)));
  // Log entries quote the original code, not its placeholders.
  const restoringLog: ConversionLog = { ...log, add: (kind, field, entry) => log.add(kind, field, restore(entry)) };
  const context: ConversionContext = {
    ...liquidContext(part, data, site, restoringLog),
    readSibling: (path) => readSibling(path, file, site.site),
    restore,
  };
  const isHtml = isHtmlPage(file.path) && part === 'text';
  const quoteCode = (quoted: string) => quoted.replace(placeholder, (one) => protect(restore(one).replaceAll('\n', '\n> ')));
  const prepared = convertMermaidElements(convertAdmonitions(unprotected, quoteCode), protect);
  const converted = templateConverter(file, site.site, prepared)(prepared, context, protect);
  const plain = placeBlocks(convertFilms(convertIframes(convertKramdown(converted, context), context), context, pictures), isHtml);
  // Parts of the old page after the story leave their heading behind.
  const markdown = isHtml ? htmlToMarkdown(plain).replace(/(?:\n+#{1,6} [^\n]*)+$/, '') : convertHtmlBlocks(plain);
  const referenced = convertReferences(markdown, {
    part,
    pictures,
    pageByAddress: site.pageByAddress,
    pageBeside: (path) => site.pageByPath(posix.join(posix.dirname(file.path), path)),
    log: restoringLog,
  });
  return restore(
    partAtBreaks(referenced)
      .replace(/^[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n'),
  ).trim();
}

/** Authors write empty lines as several `<br>`, or as one on a line of its own. */
function partAtBreaks(markdown: string): string {
  return markdown.replace(/(?:[ \t]*<br\s*\/?>[ \t]*(?:\n|$)){2,}|^[ \t]*(?:<br\s*\/?>[ \t]*)+(?:\n|$)/gim, '\n\n');
}

/** Check whether the body of a file is HTML throughout. */
function isHtmlPage(path: string): boolean {
  return /\.html?(?:\.\w+)?$/i.test(path);
}

/** Make the context of Liquid in one part of a document. */
export function liquidContext(
  part: string,
  data: Record<string, unknown>,
  { site, pageByPath }: SiteContext,
  log: ConversionLog,
): ConversionContext {
  return {
    ...{ data, config: site.config, part, log },
    linkTo: pageByPath,
    readSibling: () => null,
    restore: (text) => text,
    readInclude: (name) => readInclude(name, site),
  };
}

/** Evaluate the Liquid of every text in front matter. */
export function renderLiquidDeep(data: Record<string, unknown>, context: ConversionContext): Record<string, unknown> {
  const render = (value: unknown): unknown => (typeof value === 'string' ? renderLiquid(value, context) : value);
  return mapScalars(data, render) as Record<string, unknown>;
}

/** The template syntax depends on the file name's ending and on the system. */
function templateConverter(file: SourceFile, { system }: SourceSite, text: string): TemplateConverter {
  // Gatsby and Next read `.md` as MDX where they are set up so.
  const hasComponents = system === 'folder' && /^[ \t]*<[A-Z]\w*(?:\s[^<>]*)?\/?>/m.test(text);
  if (file.path.endsWith('.mdx') || hasComponents) return convertMdx;
  if (file.path.endsWith('.erb')) return convertErb;
  if (system === 'hugo') return convertShortcodes;
  return system === 'astro' ? (text) => text : convertLiquid;
}

/** Read the text of an included file in or below the document's folder. */
function readSibling(path: string, file: SourceFile, site: SourceSite): string | null {
  const target = posix.join(posix.dirname(file.path), path);
  return site.files.has(target) && /\.(?:md|markdown|txt|html?)$/i.test(target) ? readFrontMatter(site.read(target)).body : null;
}

const includeFolders = ['_includes/', 'src/_includes/', 'layouts/_includes/', 'app/_includes/'];

/** The longest include that is worth its words; longer ones are parts of the old layout. */
const longestInclude = 4000;

function readInclude(name: string, site: SourceSite): string | null {
  const path = includeFolders.map((folder) => folder + name).find((candidate) => site.files.has(candidate));
  const text = path === undefined ? null : readFrontMatter(site.read(path)).body;
  return text !== null && text.length <= longestInclude ? text : null;
}
