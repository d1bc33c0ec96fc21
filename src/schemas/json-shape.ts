import { z } from 'zod';

/** Describe what an author may write for a field in the JSON Schema, when it has other shapes than the parsed value. */
export function inputShapes(...shapes: object[]): Record<string, never> {
  return { ...withoutParsedShape, anyOf: shapes } as unknown as Record<string, never>;
}

/** Text for which YAML may also read a number or a boolean. */
export const scalarShape = { type: ['string', 'number', 'boolean'] } as unknown as { type: 'string' };

/** Return the JSON Schema of a schema's input, without `$schema`. */
export function inputShape(schema: z.ZodType): object {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return shape;
}

/** Keywords that Zod derives from the parsed shape; an undefined one is left out of the JSON. */
const withoutParsedShape = {
  type: undefined,
  properties: undefined,
  required: undefined,
  additionalProperties: undefined,
  items: undefined,
};
