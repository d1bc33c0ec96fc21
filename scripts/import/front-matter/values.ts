import { SourceScalar } from '../../../src/schemas/scalar.ts';

/** A value and the key its author wrote it under. */
export interface KeyedValue {
  key: string;
  value: unknown;
}

/** List the keys that a text names, parted by whitespace. */
export function keys(names: string): string[] {
  return names.trim().split(/\s+/);
}

/** Bring a key into the form in which keys are compared: `heroImage`, `Hero Image` and `hero-image` become `hero_image`. */
export function normalizeKey(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Find the values under any of these names, in the order of the names; `a.b` is the key `b` of the map `a`. Empty values are left out. */
export function findValues(data: Record<string, unknown>, names: readonly string[]): KeyedValue[] {
  return names.flatMap((name) => {
    const [outer = '', inner] = name.split('.');
    return entriesNamed(data, outer).flatMap(({ key, value }): KeyedValue[] => {
      if (inner === undefined) return isEmpty(value) ? [] : [{ key, value }];
      if (!isRecord(value)) return [];
      return entriesNamed(value, inner).flatMap((entry) =>
        isEmpty(entry.value) ? [] : [{ key: `${key}.${entry.key}`, value: entry.value }],
      );
    });
  });
}

/** Find the values of the top-level keys whose compared form matches a pattern. Empty values are left out. */
export function findMatching(data: Record<string, unknown>, pattern: RegExp): KeyedValue[] {
  return Object.entries(data).flatMap(([key, value]) => (pattern.test(normalizeKey(key)) && !isEmpty(value) ? [{ key, value }] : []));
}

/** Find the first text or scalar under any of these names, with its key. */
export function findTextEntry(data: Record<string, unknown>, names: readonly string[]): { key: string; text: string } | undefined {
  return findValues(data, names).flatMap(({ key, value }) => {
    const text = asText(value);
    return text === undefined ? [] : [{ key, text }];
  })[0];
}

/** Find the first text or scalar under any of these names. */
export function findText(data: Record<string, unknown>, ...names: string[]): string | undefined {
  return findTextEntry(data, names)?.text;
}

/** Check whether a value is absent, blank, or a list or map of nothing else. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** Check whether a value is a map: no list, scalar or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar);
}

/** Replace every text and scalar of a value, at any depth. */
export function mapScalars(value: unknown, replace: (scalar: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapScalars(item, replace));
  if (!isRecord(value)) return replace(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapScalars(inner, replace)]));
}

/** Get a scalar as its author typed it; undefined for lists and maps. */
export function asText(value: unknown): string | undefined {
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : undefined;
}

/** Get the number or boolean of a scalar, or its source if it would lose that (`3.10`, `0x1F`); any other value unchanged. */
export function toPlain(value: unknown): unknown {
  return value instanceof SourceScalar ? (String(value.value) === value.source ? value.value : value.source) : value;
}

/** List what a map says besides some of its texts: one map, or none. */
export function valuesBeside(map: Record<string, unknown>, used: readonly (string | undefined)[]): Record<string, unknown>[] {
  const rest = Object.entries(map).filter(([, value]) => !isEmpty(value) && !used.includes(asText(value) ?? ''));
  return rest.length > 0 ? [Object.fromEntries(rest)] : [];
}

/** Remove the quotation mark at each end of a text in code. */
export function unquote(code: string): string {
  return code.replace(/^["']|["']$/g, '');
}

function entriesNamed(data: Record<string, unknown>, name: string): KeyedValue[] {
  return Object.entries(data).flatMap(([key, value]) => (normalizeKey(key) === name ? [{ key, value }] : []));
}
