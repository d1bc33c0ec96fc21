import { createHash } from 'node:crypto';

/**
 * Digest data by everything in it, maps and sets included. What `known` has a digest of counts by that: large values that stand in
 * many others are gone through once.
 */
export function digestOf(value: unknown, known: ReadonlyDigests = new WeakMap()): string {
  const text = JSON.stringify(value, (_, part: unknown) => {
    if ((typeof part !== 'object' && typeof part !== 'function') || part === null) return part;
    const digest = known.get(part);
    if (digest !== undefined) return digest;
    return part instanceof Map || part instanceof Set ? [part.constructor.name, ...part] : part;
  });
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

interface ReadonlyDigests {
  get: (key: object) => string | undefined;
}
