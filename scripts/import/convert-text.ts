import { posix } from 'node:path';
import { convertComponents } from './components.ts';
import { isRecord, readForeign } from './front-matter.ts';
import { convertFrames, convertKramdown } from './kramdown.ts';
import { convertLiquid, fillIn, type LiquidContext } from './liquid.ts';
import { maskCode } from './masked.ts';
import type { Notebook } from './notes.ts';
import type { PictureFinder } from './picture-copies.ts';
import { convertReferences } from './references.ts';
import { convertShortcodes } from './shortcodes.ts';
import type { ForeignFile, ForeignSite } from './site.ts';

/** What the conversion of a text goes by. */
export interface TextContext {
  part: string;
  data: Record<string, unknown>;
  file: ForeignFile;
  context: SiteContext;
  notebook: Notebook;
  pictures: PictureFinder;
}

/** Convert a text of another system to Markdown: templating, kramdown, frames, pictures and links. */
export function convertText(text: string, { part, data, file, context, notebook, pictures }: TextContext): string {
  const { text: bare, hide, unmask } = maskCode(text);
  // A note may quote code that was set aside.
  const own: Notebook = { ...notebook, note: (kind, field, said) => notebook.note(kind, field, unmask(said)) };
  const liquid: LiquidContext = { ...liquidContext(part, data, context, own), readBeside: (path) => readBeside(path, file, context.site) };
  const convert = (): string => {
    const filled = templating(file, context.site)(bare, liquid, hide);
    const plain = convertFrames(convertKramdown(filled, liquid), liquid);
    return convertReferences(plain, { ...own, pictures, part, pageAt: context.pageAt });
  };
  return unmask(convert()).replace(/\n{4,}/g, '\n\n\n');
}

/** What stands in a text besides Markdown goes by the system, and by the file's ending. */
function templating(
  file: ForeignFile,
  { system }: ForeignSite,
): (text: string, context: LiquidContext, hide: (text: string) => string) => string {
  if (file.path.endsWith('.mdx')) return convertComponents;
  if (system === 'hugo') return convertShortcodes;
  return system === 'astro' ? (text) => text : convertLiquid;
}

/** The text of a file that another one includes, from the folder of the document or below. */
function readBeside(path: string, file: ForeignFile, site: ForeignSite): string | null {
  const beside = posix.join(posix.dirname(file.path), path);
  return site.files.has(beside) && /\.(?:md|markdown|txt|html?)$/i.test(beside) ? readForeign(site.read(beside)).body : null;
}

/** What Liquid refers to in one part of a document. */
export function liquidContext(
  part: string,
  data: Record<string, unknown>,
  { site, pageOf }: SiteContext,
  notebook: Notebook,
): LiquidContext {
  return { ...notebook, data, config: site.config, part, linkTo: pageOf, readBeside: () => null };
}

/** Fill in the Liquid of every text in a value. */
export function filledIn(value: unknown, liquid: LiquidContext): unknown {
  if (typeof value === 'string') return fillIn(value, liquid);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, liquid));
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner, liquid)])) : value;
}

/** The old site, and where its pages are now. */
export interface SiteContext {
  site: ForeignSite;
  /** New address of the page at an old address, by `addressKey`; null where there is none. */
  pageAt: (key: string) => string | null;
  /** New address of a document, by its path in the old site; null where it is not brought over. */
  pageOf: (path: string) => string | null;
}
