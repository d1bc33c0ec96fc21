import type { JsonSchema } from '../json-schema.ts';

/** What a form edits for a field: the widest shape that an author may write. */
export type Shape = TextShape | FlagShape | MapShape | ListShape | OutcomesShape;

/** One text field, for dates and numbers too. */
export interface TextShape {
  kind: 'text';
  /** Whether a number may be written without quotes, and `true`. */
  number: boolean;
  boolean: boolean;
  markdown: boolean;
}

export interface FlagShape {
  kind: 'flag';
}

/** A group of fields. */
export interface MapShape {
  kind: 'map';
  fields: Record<string, Shape>;
  /** The field that a text alone stands for; absent when the field is always a map. */
  textKey?: string;
}

export interface ListShape {
  kind: 'list';
  item: Shape;
  /** Whether one entry may be written without a list. */
  single: boolean;
}

/** A flat list of outcomes, each with its category, and a sentence or the fields of a structured metric. */
export interface OutcomesShape {
  kind: 'outcomes';
  item: MapShape;
}

/** Derive the shapes of a form from the JSON Schema of a document, in its order; what has no shape is kept as written: data of the owner's own. */
export function formShape({ properties = {} }: JsonSchema): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, schema]) => {
      const shape = shapeOf(schema);
      return shape ? [[key, shape] as const] : [];
    }),
  );
}

function shapeOf(schema: JsonSchema): Shape | null {
  const ways = alternatives(schema);
  const types = new Set(ways.flatMap(({ type }) => type ?? []));
  const map = ways.find(({ properties }) => properties);
  const list = ways.find(({ items }) => items);
  const categories = ways.some(({ properties, additionalProperties }) => !properties && isSchema(additionalProperties));
  const text = types.has('string') || types.has('number');
  if (map && list && categories) return { kind: 'outcomes', item: { kind: 'map', fields: formShape(map) } };
  if (map) return { kind: 'map', fields: formShape(map), ...(text && { textKey: map.required?.[0] ?? 'text' }) };
  if (list) {
    const item = shapeOf(list.items ?? {});
    return item && { kind: 'list', item, single: text };
  }
  if (text) {
    const markdown = ways.some(({ contentMediaType }) => contentMediaType === 'text/markdown');
    return { kind: 'text', number: types.has('number') || types.has('integer'), boolean: types.has('boolean'), markdown };
  }
  return types.has('boolean') ? { kind: 'flag' } : null;
}

/** List the ways in which a value may be written. */
export function alternatives(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];
}

/** Whether a keyword holds a schema that says something; `{}` allows anything. */
function isSchema(keyword: unknown): boolean {
  return typeof keyword === 'object' && keyword !== null && Object.keys(keyword).length > 0;
}
