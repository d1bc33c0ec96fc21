import type { CalendarDate } from '../../../src/schemas/calendar.ts';
import { asText, normalizeKey } from '../front-matter/values.ts';
import type { ReaderContext } from './field-reader.ts';
import type { FieldName } from './field-sources.ts';
import type { LabelledValue } from './labelled-values.ts';

/** Our fields, and the front matter that none of them can hold. */
export interface MappedFields {
  fields: Partial<Record<FieldName, unknown>>;
  extra: Record<string, unknown>;
}

/** What mapping needs besides the front matter. */
export interface MappingContext extends Omit<ReaderContext, 'key' | 'max' | 'data' | 'use'> {
  /** The document's text in the notation of the old system, in which labelled values are found. */
  body: string;
  /** The date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** Keys of the front matter whose value is the same in most documents. */
  repeatedKeys: ReadonlySet<string>;
  /** The day of the import. */
  today: CalendarDate;
  /** Whether the old system is Jekyll, which parts `tags` at spaces. */
  isJekyll: boolean;
  /** The project's own technologies, in the form of `technologyKey`. */
  glossary: ReadonlySet<string>;
}

/** The front matter of one document while it is mapped. */
export interface Mapping extends MappedFields {
  data: Record<string, unknown>;
  labelled: LabelledValue[];
  context: MappingContext;
  /** Paths of the front matter that are mapped already. */
  used: Set<string>;
}

/** Mark a key as mapped, and log it if its name differs from the field's. */
export function markUsed({ used, context }: Mapping, key: string, field: string): void {
  used.add(key);
  if (normalizeKey(key) !== field) context.log.add('mapped', key, field);
}

/** Keep a value that no field holds. */
export function keep({ extra, context }: Mapping, key: string, value: unknown): void {
  // Assignment to `__proto__` would set no key.
  Object.defineProperty(extra, key, { value, enumerable: true, configurable: true, writable: true });
  context.log.add('extra', key, describe(value));
}

/** Join two Markdown texts. */
export function join(previous: unknown, text: unknown): unknown {
  return previous === undefined ? text : `${String(previous)}\n\n${String(text)}`;
}

/** Write a value on one line for the log. */
export function describe(value: unknown): string {
  return asText(value) ?? JSON.stringify(value, (_, inner: unknown) => asText(inner) ?? inner);
}
