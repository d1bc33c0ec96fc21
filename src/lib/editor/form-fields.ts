import { usualFields } from '../content/outcomes-form.ts';
import { alternatives, formShape, type MapShape, type Shape } from '../content/form-shape.ts';
import type { JsonSchema } from '../json-schema.ts';

/** A field of Sveltia's form, as its configuration names it. */
export interface Field {
  name: string;
  label: string;
  widget: string;
  required?: boolean;
  hint?: string;
  fields?: Field[];
  field?: Field;
  [option: string]: unknown;
}

/** Fields of the schema that the form does not have: they stay as written. */
export const withoutField: Readonly<Record<string, string>> = {
  layout: 'accepted but ignored',
  extra: 'data of the owner’s own, in any shape',
};

/**
 * Derive the fields of the form from the JSON Schema of a document, in its order. Nothing but the title is required: the check decides,
 * and it lets a draft have gaps.
 */
export function formFields(schema: JsonSchema): Field[] {
  const shapes = Object.entries(formShape(schema)).filter(([key]) => !Object.hasOwn(withoutField, key));
  return shapes.map(([key, shape]) => ({ ...fieldOf(key, shape, schema.properties?.[key] ?? {}), required: key === 'title' }));
}

function fieldOf(name: string, shape: Shape, schema: JsonSchema): Field {
  const { description } = schema;
  const common = {
    ...{ name, label: labelOf(name), required: false },
    // The hint shows bold, italics and links only.
    ...(description && { hint: description.replace(/`([^`]+)`/g, '“$1”') }),
  };
  switch (shape.kind) {
    case 'text':
      return { ...common, ...textWidget(name, shape.markdown, schema) };
    case 'flag':
      return {
        ...common,
        widget: 'boolean',
        ...(common.hint && { hint: common.hint.replace(/^“true” (?=[a-z]+s )/, 'Switched on, it ') }),
      };
    case 'map':
      return { ...common, widget: 'object', fields: groupFields(shape, schema), collapsed: 'auto' };
    case 'list':
      return { ...common, ...listWidget(name, shape.item, variantWith(schema, 'items')?.items ?? {}) };
    case 'outcomes':
      return { ...common, widget: 'list', fields: outcomeFields(shape.item, schema), summary: '{{category}} {{sentence}} {{label}}' };
  }
}

/** Fields whose text is the path of a picture. */
const pictures = ['image', 'poster'];

function textWidget(name: string, markdown: boolean, schema: JsonSchema): { widget: string; [option: string]: unknown } {
  const choices = variantWith(schema, 'enum')?.enum?.filter((choice) => choice !== null);
  if (choices) return { widget: 'select', options: choices };
  if (pictures.includes(name)) return { widget: 'image', choose_url: true };
  // In the raw mode, a text that nobody touches stays as it is.
  return markdown ? { widget: 'richtext', modes: ['raw', 'rich_text'] } : { widget: 'string' };
}

function listWidget(name: string, item: Shape, schema: JsonSchema): { widget: string; [option: string]: unknown } {
  if (item.kind !== 'map') return { widget: 'list', field: { ...fieldOf(name, item, schema), label: labelOf(name) } };
  const fields = groupFields(item, schema);
  return { widget: 'list', fields, summary: `{{${fields.find(({ widget }) => widget === 'string')?.name ?? 'name'}}}` };
}

/** The fields of a map; a text that stands for the whole comes first. */
function groupFields({ fields, textKey }: MapShape, schema: JsonSchema): Field[] {
  const { properties = {} } = variantWith(schema, 'properties') ?? {};
  const words = textKey !== undefined && !fields[textKey] ? [{ name: textKey, label: 'In words', widget: 'string', required: false }] : [];
  return [...words, ...Object.entries(fields).map(([key, shape]) => fieldOf(key, shape, properties[key] ?? {}))];
}

function outcomeFields(item: MapShape, schema: JsonSchema): Field[] {
  return [
    { name: 'category', label: 'Category', widget: 'string', required: false, hint: 'What it is about, in one word, like “speed”' },
    {
      ...{ name: 'sentence', label: 'Sentence', widget: 'string', required: false },
      hint: 'The outcome in words, like “Page loads fell from 3.5 s to 0.8 s”; or fill in the fields below',
    },
    ...groupFields(usualFields(item), schema),
  ];
}

function variantWith(schema: JsonSchema, keyword: 'properties' | 'items' | 'enum'): JsonSchema | undefined {
  return alternatives(schema).find((one) => one[keyword] !== undefined);
}

/** `business_context` is “Business context”. */
function labelOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
