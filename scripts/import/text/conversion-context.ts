import type { ConversionLog } from '../conversion-log.ts';

/** What the conversion of templates needs to know of the document and its site. */
export interface ConversionContext {
  /** The document's own fields, `page.x` in Liquid. */
  data: Record<string, unknown>;
  /** The site's configuration, `site.x` in Liquid. */
  config: Record<string, unknown>;
  /** The part of the document, for the log. */
  part: string;
  /** Get the new address of another document by its path in the old site; null if it is not imported. */
  linkTo: (path: string) => string | null;
  /** Read the text of one of the site's own includes; null if there is none. */
  readInclude: (name: string) => string | null;
  /** Read the text of a file beside the document; null if there is none. */
  readSibling: (path: string) => string | null;
  /** Put protected code back into a text. */
  restore: (text: string) => string;
  log: ConversionLog;
}

/** Converts the template syntax of one system to Markdown; `protect` hides finished code from later steps. */
export type TemplateConverter = (text: string, context: ConversionContext, protect: (code: string) => string) => string;
