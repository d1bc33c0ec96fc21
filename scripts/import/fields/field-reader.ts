import type { ConversionLog } from '../conversion-log.ts';
import type { PictureFinder } from '../pictures.ts';

/** Converts a value to the form of one of our fields; null if it does not fit and belongs elsewhere. */
export type FieldReader = (value: unknown, context: ReaderContext) => FieldValue | null;

/** What a reader may use besides the value. */
export interface ReaderContext {
  /** The whole front matter. */
  data: Record<string, unknown>;
  /** The key of the value. */
  key: string;
  /** The most characters of a text, or of each name in a list. */
  max: number;
  pictures: PictureFinder;
  /** Mark another key of the front matter as read. */
  use: (key: string) => void;
  /** Get the slug of another public document by its address, path or name in the old site; null if there is none. */
  slugByReference: (reference: string) => string | null;
  /** Convert a text of the old system to Markdown; `part` names it in the log. */
  markdown: (text: string, part: string) => string;
  log: ConversionLog;
}

/** A value in the form of our field. */
export interface FieldValue {
  value: unknown;
  /** The part of the old value that the field cannot hold; may be empty. */
  rest?: unknown;
}
