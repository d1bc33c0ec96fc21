import { SourceScalar } from '../../schemas/scalar.ts';

/** A value of the front matter as the reader returns it, or as plain data. */
export type Value = string | number | boolean | null | SourceScalar | Value[] | Fields;

/** A map of the front matter; undefined stands for an absent field. */
export interface Fields {
  [key: string]: Value | undefined;
}

/** Whether a value is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar);
}

/** Leave out of every map what the reader takes for absent: nothing and blank text. In a list it becomes null. */
export function withoutAbsent(value: Value): Value {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (!isFields(value)) return value;
  const present = Object.entries(value).map(([key, inner]) => [key, withoutAbsent(inner ?? null)] as const);
  return Object.fromEntries(present.filter(([, inner]) => inner !== null));
}

/** Whether two values read the same; the order of keys does not count. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || fingerprint(a) === fingerprint(b);
}

/** Return a text that only equal values share. */
export function fingerprint(value: Value | undefined): string {
  if (value instanceof SourceScalar) return `${typeof value.value} ${value.source}`;
  if (Array.isArray(value)) return `[${value.map(fingerprint).join()}]`;
  if (isFields(value)) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries
      .map(([key, inner]) => `${JSON.stringify(key)}:${fingerprint(inner)}`)
      .toSorted()
      .join()}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
}

/** Whether the reader takes a text for absent. */
export function isBlank(text: string): boolean {
  return /^[\s\u200B\u2060]*$/.test(text);
}
