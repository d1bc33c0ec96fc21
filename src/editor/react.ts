/** The parts of React that Sveltia brings along and leaves on `window`. */
export interface React {
  createClass: (spec: object) => unknown;
  h: (type: unknown, props?: object | null, ...children: unknown[]) => unknown;
}

/** Sveltia's React; call it once Sveltia has been loaded. */
export function react(): React {
  return window as unknown as React;
}

/** A map of Immutable.js, as Sveltia hands data to fields and previews. */
export interface ImmutableMap {
  get: (key: string) => unknown;
  getIn: (path: readonly string[]) => unknown;
}

/** Turn data of Immutable.js into plain data. */
export function plain(value: unknown): Record<string, unknown> {
  const map = value as { toJS?: () => Record<string, unknown> } | null | undefined;
  return map?.toJS?.() ?? (map as unknown as Record<string, unknown> | undefined) ?? {};
}
