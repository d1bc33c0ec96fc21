import { TypedScalar } from '../schemas/scalar.ts';

/** The value at a path of the raw data; undefined where there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || value instanceof TypedScalar) return undefined;
    return Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, data);
}

/** The text at a path, of another scalar as typed; undefined where there is none. */
export function textAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  const value = valueAt(data, path);
  if (value instanceof TypedScalar) return value.source;
  return typeof value === 'string' ? value : undefined;
}
