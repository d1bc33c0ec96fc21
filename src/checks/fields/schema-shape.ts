import { z } from 'zod';
import { structuredMetric } from '../../schemas/metric.ts';
import { innerOf, unwrap } from '../../schemas/schema-tree.ts';

/** List the keys of the map at a path of a schema; none when it is not a map. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path);
  const bare = target && unwrap(target);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

/** Return the `.describe()` text of the field at a path. */
export function describedAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let inner = schemaAt(schema, path);
  while (inner && !inner.description) inner = innerOf(inner);
  return inner?.description;
}

/** List the fields of a schema that have `key` as a key of their own. */
export function suggestParents(key: string, schema: z.ZodType, parent: readonly PropertyKey[]): string[] {
  if (parent.length > 0) return keysAt(schema, []).includes(key) ? ['the top of the document'] : [];
  return keysAt(schema, []).filter(
    (name) => name !== 'metrics' && (keysAt(schema, [name]).includes(key) || keysAt(schema, [name, 0]).includes(key)),
  );
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  // The schema of `metrics` is a function of the input; any map in it with a known key is one structured metric.
  if (path[0] === 'metrics' && path.length > 1)
    return schemaAt(structuredMetric, path.slice(path.findIndex((key) => Object.hasOwn(structuredMetric.shape, key)) >>> 0));
  return path.reduce<z.ZodType | undefined>((inner, key) => {
    const bare = inner && unwrap(inner);
    if (bare instanceof z.ZodArray) return bare.element as z.ZodType;
    return bare instanceof z.ZodObject && Object.hasOwn(bare.shape, key) ? (bare.shape[String(key)] as z.ZodType) : undefined;
  }, schema);
}
