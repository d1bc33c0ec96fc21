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
  const kept = Object.fromEntries(present.filter(([, inner]) => inner !== null));
  return isInOrder(value) ? inOrder(kept) : kept;
}

/** Mark a map whose keys are to have this order in the file; the order in other maps is their author's. */
export function inOrder<F extends Fields>(fields: F): F {
  ordered.add(fields);
  return fields;
}

/** Whether the keys of a map are to have their order in the file. */
export function isInOrder(fields: Fields): boolean {
  return ordered.has(fields);
}

/** Whether two values read the same; the order of keys counts only in maps marked by `inOrder`. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (fingerprint(a) === fingerprint(b) && isSameOrder(a, b));
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

function isSameOrder(a: Value | undefined, b: Value | undefined): boolean {
  if (!isFields(a) || !isFields(b)) return true;
  const keys = (fields: Fields): string[] => Object.keys(fields).filter((key) => fields[key] !== undefined);
  if ((isInOrder(a) || isInOrder(b)) && keys(a).join('\n') !== keys(b).join('\n')) return false;
  return keys(a).every((key) => isSameOrder(a[key], b[key]));
}

const ordered = new WeakSet<Fields>();
