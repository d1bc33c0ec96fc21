import { isRecord } from './front-matter.ts';
import { SourceScalar } from '../../src/schemas/scalar.ts';

/** Write a key the one way that keys are compared: `heroImage`, `Hero Image` and `hero-image` are `hero_image`. */
export function fieldKey(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** A value with the key it was written under. */
export interface Written {
  key: string;
  value: unknown;
}

/** List what is written under any of these names, in the order of the names; nothing and empty text count as absent. */
export function writtenUnder(data: Record<string, unknown>, names: readonly string[]): Written[] {
  return names.flatMap((name) => {
    const [outer = '', inner] = name.split('.');
    return entriesNamed(data, outer).flatMap(({ key, value }): Written[] => {
      if (inner === undefined) return isEmpty(value) ? [] : [{ key, value }];
      return isRecord(value)
        ? entriesNamed(value, inner).flatMap((one) => (isEmpty(one.value) ? [] : [{ key: `${key}.${one.key}`, value: one.value }]))
        : [];
    });
  });
}

/** Tell whether a value says nothing: absent, blank, or an empty list or map. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** A scalar as its author typed it; undefined for lists and maps. */
export function asText(value: unknown): string | undefined {
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : undefined;
}

function entriesNamed(data: Record<string, unknown>, name: string): Written[] {
  return Object.entries(data).flatMap(([key, value]) => (fieldKey(key) === name ? [{ key, value }] : []));
}
