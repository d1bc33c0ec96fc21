import { z } from 'zod';

/** A JSON Schema as editors read it. */
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

/** Make the JSON Schema of what an author may write, with every field's description; an optional field may be left empty. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return refine(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' }) as JsonSchema);
}

/** Write the project's fields as a Markdown table: key, what may be written, whether it is required, what the reader sees. */
export function fieldTable({ properties = {}, required = [], anyOf = [] }: JsonSchema): string {
  const alternatives = new Set(anyOf.flatMap((one) => one.required ?? []));
  const rows = Object.entries(properties).map(([key, field]) => {
    const need = required.includes(key) ? 'yes' : alternatives.has(key) ? 'one of these' : field['advised'] === true ? 'advised' : '';
    return [`\`${key}\``, shapeOf(field), need, field.description ?? ''];
  });
  return table(['field', 'what to write', 'required', 'what it is for'], rows);
}

/** Write the site's options as a Markdown table, those within another one after it: key, what may be written, its default, what it is for. */
export function optionTable(schema: JsonSchema): string {
  return table(['option', 'what to write', 'default', 'what it is for'], optionRows(schema));
}

/** Put a text between two marker lines of another; throws where the markers are missing. */
export function betweenMarkers(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The markers ${start} and ${end} are missing.`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** Add what Zod cannot say: text in place of a map, nothing in place of an optional value; drop what is not for authors. */
function refine(schema: JsonSchema): JsonSchema {
  const { orText, internal: _, ...rest } = schema;
  const properties = rest.properties && Object.entries(rest.properties).filter(([, field]) => field['internal'] !== true);
  const inner: JsonSchema = {
    ...rest,
    ...(rest.items && { items: refine(rest.items) }),
    ...(rest.anyOf && { anyOf: rest.anyOf.map(refine) }),
    ...(properties && {
      properties: Object.fromEntries(
        properties.map(([key, field]) => [key, rest.required?.includes(key) ? refine(field) : orNothing(refine(field))]),
      ),
    }),
  };
  if (orText !== true) return inner;
  const { description, ...map } = inner;
  return { ...(description !== undefined && { description }), anyOf: [{ type: ['string', 'number', 'boolean'] }, map] };
}

function orNothing(schema: JsonSchema): JsonSchema {
  if (schema.enum) return { ...schema, type: [schema.type ?? 'string'].flat().concat('null'), enum: [...schema.enum, null] };
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  return schema.type === undefined ? schema : { ...schema, type: [schema.type].flat().concat('null') };
}

function optionRows({ properties = {}, required = [] }: JsonSchema, within = ''): string[][] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const { default: standard } = field;
    const shown = required.includes(key)
      ? 'none, required'
      : standard === undefined || typeof standard === 'object'
        ? ''
        : `\`${String(standard)}\``;
    return [[`\`${within}${key}\``, shapeOf(field), shown, field.description ?? ''], ...optionRows(field, `${within}${key}.`)];
  });
}

function table(head: string[], rows: readonly string[][]): string {
  const cells = [head, head.map(() => '---'), ...rows];
  return cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

const formats: Record<string, string> = { uri: 'address', email: 'mail address' };

/** What may be written, in an author's words. */
function shapeOf(schema: JsonSchema): string {
  // Metrics have more shapes than a cell can hold.
  if (schema.anyOf && JSON.stringify(schema.anyOf).length > 2000) return 'text, {…}, or list or map of these';
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (schema.enum)
    return schema.enum
      .filter((one) => one !== null)
      .map((one) => `\`${String(one)}\``)
      .join(', ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(shapeOf).filter(Boolean))].join(' or ');
  if (schema.properties) return `{${Object.keys(schema.properties).join(', ')}}`;
  if (schema.items) return `list of ${shapeOf(schema.items)}`;
  // A date may be a year alone.
  if (types.includes('integer') && types.includes('string')) return 'date';
  if (schema['contentMediaType'] === 'text/markdown') return 'Markdown';
  if (types.includes('string')) return formats[String(schema['format'])] ?? (/^\^\\?\//.test(String(schema['pattern'])) ? 'path' : 'text');
  if (types.includes('number') || types.includes('integer'))
    return schema.maximum === undefined ? 'number' : `number, ${schema.minimum ?? 0} to ${schema.maximum}`;
  if (types.includes('boolean')) return 'true or false';
  return types.includes('object') ? 'map' : '';
}
