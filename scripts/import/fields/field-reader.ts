import type { ConversionLog } from '../conversion-log.ts';
import type { PictureFinder } from '../pictures.ts';

/** What the reading of a value may draw on. */
export interface ReaderContext extends ConversionLog {
  /** The whole front matter. */
  data: Record<string, unknown>;
  pictures: PictureFinder;
  markdown: (text: string, part: string) => string;
  /** Key the value is written under. */
  key: string;
  max: number;
}

/** A value in our form; `rest` is what of it has no place here. */
export interface FieldValue {
  value: unknown;
  rest?: unknown;
}

/** One line without tags and doubled blanks. */
export function line(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z\d]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
