import { fromForm, toForm, type FormFields, type FormValue } from '../lib/content/form.ts';
import type { JsonSchema } from '../lib/json-schema.ts';
import { ownFields } from '../lib/editor/cms-config.ts';

/** What Sveltia holds of a document: the fields of its form, its body, and the text it was read from. */
export type Entry = Record<string, unknown>;

/** Read a document into a form; its text travels along, so that what nobody changes keeps its bytes. */
export function readEntry(text: string, schema: JsonSchema): Entry {
  const { fields, body } = toForm(text, schema);
  return { ...fields, body, [ownFields.source]: text };
}

/** Write what a form changed into the text that its document was read from. Throws `CannotWrite`. */
export function writeEntry(entry: Entry, schema: JsonSchema): string {
  const { body, [ownFields.source]: source, [ownFields.findings]: _findings, ...fields } = entry;
  const text = textOf(source);
  // A new document has a blank line between its fields and its text.
  return fromForm({ fields: formOf(fields), body: (text === '' ? '\n' : '') + textOf(body) }, text, schema);
}

/** Leave out what Sveltia adds for itself, and take numbers and nothing for text, as our form has it. */
function formOf(fields: Entry): FormFields {
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (key.startsWith('__') ? [] : [[key, formValue(value)]])));
}

function formValue(value: unknown): FormValue {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(formValue);
  return typeof value === 'object' && value !== null ? formOf(value as Entry) : textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
