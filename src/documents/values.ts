import { isLanguageTag } from '../i18n/languages.ts';
import { SourceScalar } from '../schemas/scalar.ts';

/** Return the value at a path of the raw data; undefined when there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || value instanceof SourceScalar) return undefined;
    return Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, data);
}

/** Return the language that a document declares; undefined for a text that is no language tag. */
export function declaredLanguage(data: unknown): string | undefined {
  const lang = textAt(data, ['lang'])?.trim();
  return lang !== undefined && isLanguageTag(lang) ? lang : undefined;
}

/** Return the list at a path; an empty one when there is none. */
export function listAt(data: unknown, path: readonly PropertyKey[]): readonly unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

/** Whether the value at a path is `true`. */
export function isTrueAt(data: unknown, path: readonly PropertyKey[]): boolean {
  const value = valueAt(data, path);
  return value instanceof SourceScalar && value.value === true;
}

/** Return the text at a path, or the source of a number or boolean; undefined for anything else. */
export function textAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  const value = valueAt(data, path);
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : undefined;
}
