import { posix } from 'node:path';
import { convertMdx } from './mdx.ts';
import { isRecord, readFrontMatter } from '../front-matter/front-matter.ts';
import { convertFrames, convertKramdown } from './kramdown.ts';
import { convertLiquid, renderLiquid, type ConversionContext } from './liquid.ts';
import { protectCode } from './protect-code.ts';
import type { ConversionLog } from '../conversion-log.ts';
import type { PictureFinder } from '../pictures.ts';
import { convertReferences } from './references.ts';
import { convertShortcodes } from './shortcodes.ts';
import type { SourceFile, SourceSite } from '../source-site.ts';

/** What the conversion of a text goes by. */
export interface TextContext {
  part: string;
  data: Record<string, unknown>;
  file: SourceFile;
  context: SiteContext;
  conversionLog: ConversionLog;
  pictures: PictureFinder;
}

/** Convert a text of another system to Markdown: templating, kramdown, frames, pictures and links. */
export function convertText(text: string, { part, data, file, context, conversionLog, pictures }: TextContext): string {
  const { text: bare, protect, restore } = protectCode(text);
  // A note may quote code that was set aside.
  const own: ConversionLog = { ...conversionLog, note: (kind, field, said) => conversionLog.note(kind, field, restore(said)) };
  const liquid: ConversionContext = { ...liquidContext(part, data, context, own), readSibling: (path) => readSibling(path, file, context.site) };
  const convert = (): string => {
    const filled = templating(file, context.site)(bare, liquid, protect);
    const plain = convertFrames(convertKramdown(filled, liquid), liquid);
    return convertReferences(plain, { ...own, pictures, part, pageByAddress: context.pageByAddress });
  };
  return restore(convert()).replace(/\n{4,}/g, '\n\n\n');
}

/** What stands in a text besides Markdown goes by the system, and by the file's ending. */
function templating(
  file: SourceFile,
  { system }: SourceSite,
): (text: string, context: ConversionContext, protect: (text: string) => string) => string {
  if (file.path.endsWith('.mdx')) return convertMdx;
  if (system === 'hugo') return convertShortcodes;
  return system === 'astro' ? (text) => text : convertLiquid;
}

/** The text of a file that another one includes, from the folder of the document or below. */
function readSibling(path: string, file: SourceFile, site: SourceSite): string | null {
  const beside = posix.join(posix.dirname(file.path), path);
  return site.files.has(beside) && /\.(?:md|markdown|txt|html?)$/i.test(beside) ? readFrontMatter(site.read(beside)).body : null;
}

/** What Liquid refers to in one part of a document. */
export function liquidContext(
  part: string,
  data: Record<string, unknown>,
  { site, pageOf }: SiteContext,
  conversionLog: ConversionLog,
): ConversionContext {
  return { ...conversionLog, data, config: site.config, part, linkTo: pageOf, readSibling: () => null };
}

/** Fill in the Liquid of every text in a value. */
export function renderLiquidDeep(value: unknown, liquid: ConversionContext): unknown {
  if (typeof value === 'string') return renderLiquid(value, liquid);
  if (Array.isArray(value)) return value.map((one) => renderLiquidDeep(one, liquid));
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renderLiquidDeep(inner, liquid)])) : value;
}

/** The old site, and where its pages are now. */
export interface SiteContext {
  site: SourceSite;
  /** New address of the page at an old address, by `addressKey`; null where there is none. */
  pageByAddress: (key: string) => string | null;
  /** New address of a document, by its path in the old site; null where it is not brought over. */
  pageOf: (path: string) => string | null;
}
