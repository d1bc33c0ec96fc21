import { z } from 'zod';

/** Return the schema inside a wrapper, on the input side; undefined for a schema that is no wrapper. */
export function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return schema.def.innerType as z.ZodType;
  if (schema instanceof z.ZodPipe) return (schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in) as z.ZodType;
  return undefined;
}

/** Return the innermost schema, without its wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const inner = innerOf(schema);
  return inner ? unwrap(inner) : schema;
}
