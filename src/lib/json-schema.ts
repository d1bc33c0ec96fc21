import { z } from 'zod';

/** A JSON Schema for editors. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  [key: string]: unknown;
}

/** Create the JSON Schema of an author's input, with every field's description; an optional field may be empty. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return refine(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' }) as JsonSchema);
}

/** Write the project's fields as a Markdown table: field, type, whether it is required or advised, description. */
export function fieldTable({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([key, field]) => {
    const need = required.includes(key) ? 'yes' : field['advised'] === true ? 'advised' : '';
    return [`\`${key}\``, shapeOf(field), need, field.description ?? ''];
  });
  return table(['field', 'type', 'required', 'description'], rows);
}

/** Write the site's options as a Markdown table, nested ones after their parent: option, type, default, description. */
export function optionTable(schema: JsonSchema): string {
  return table(['option', 'type', 'default', 'description'], optionRows(schema));
}

/** Replace the text between two marker lines; throws when the markers are missing. */
export function betweenMarkers(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The markers ${start} and ${end} are missing.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** Allow null for every optional field, since YAML reads an empty value as null. */
function refine(schema: JsonSchema): JsonSchema {
  const { items, anyOf, properties, required } = schema;
  const fields =
    properties && Object.entries(properties).map(([key, field]) => [key, required?.includes(key) ? refine(field) : orNull(refine(field))]);
  return {
    ...schema,
    ...(items && { items: refine(items) }),
    ...(anyOf && { anyOf: anyOf.map(refine) }),
    ...(fields && { properties: Object.fromEntries(fields) as Record<string, JsonSchema> }),
  };
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.enum) return { ...schema, type: [schema.type ?? 'string'].flat().concat('null'), enum: [...schema.enum, null] };
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  return schema.type === undefined ? schema : { ...schema, type: [schema.type].flat().concat('null') };
}

function optionRows({ properties = {}, required = [] }: JsonSchema, prefix = ''): string[][] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const { default: value } = field;
    const shown = required.includes(key)
      ? 'none, required'
      : value === undefined || typeof value === 'object'
        ? ''
        : `\`${String(value)}\``;
    return [[`\`${prefix}${key}\``, shapeOf(field), shown, field.description ?? ''], ...optionRows(field, `${prefix}${key}.`)];
  });
}

function table(head: string[], rows: readonly string[][]): string {
  const cells = [head, head.map(() => '---'), ...rows];
  return cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

const formats: Record<string, string> = { uri: 'address', 'uri-reference': 'address or path', email: 'email address' };

/** Name the type of a field in an author's words. */
function shapeOf(schema: JsonSchema): string {
  // Metrics have more shapes than a cell can hold.
  if (schema.anyOf && JSON.stringify(schema.anyOf).length > 2000) return 'text, {…}, or list or map of these';
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (schema.enum)
    return schema.enum
      .filter((one) => one !== null)
      .map((one) => `\`${String(one)}\``)
      .join(', ');
  if (schema['const'] !== undefined) return `\`${String(schema['const'])}\``;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(shapeOf).filter(Boolean))].join(' or ');
  if (schema.properties) return `{${Object.keys(schema.properties).join(', ')}}`;
  if (schema.items) return `list of ${shapeOf(schema.items)}`;
  // YAML reads a year alone as an integer.
  if (types.includes('integer') && types.includes('string')) return 'date';
  if (schema['contentMediaType'] === 'text/markdown') return 'Markdown';
  if (types.includes('string')) return formats[String(schema['format'])] ?? (/^\^\\?\//.test(String(schema['pattern'])) ? 'path' : 'text');
  if (types.includes('number') || types.includes('integer'))
    return schema.maximum === undefined ? 'number' : `number, ${schema.minimum ?? 0} to ${schema.maximum}`;
  if (types.includes('boolean')) return 'true or false';
  return types.includes('object') ? 'map' : '';
}
