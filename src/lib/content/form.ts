import { SourceScalar } from '../../schemas/scalar.ts';
import type { JsonSchema } from '../json-schema.ts';
import { align } from './align.ts';
import { formShape, type ListShape, type MapShape, type Shape, type TextShape } from './form-shape.ts';
import { outcomesFrom, outcomesOf } from './outcomes-form.ts';
import { fingerprint, isFields, type Fields, type Value } from './values.ts';
import { readParts, withFrontMatter, writeDocument } from './write-document.ts';

/** What a form holds for a field: text, a tick, a group or a list. */
export type FormValue = string | boolean | FormValue[] | FormFields;

/** A group of a form's fields; an absent one is not edited. */
export interface FormFields {
  [key: string]: FormValue | undefined;
}

/** A document as a form edits it. */
export interface Form {
  fields: FormFields;
  body: string;
}

/** Read a document into the widest shape of each field of its schema. Throws `CannotWrite` when it cannot be read. */
export function toForm(text: string, schema: JsonSchema): Form {
  const { data, body } = readParts(withFrontMatter(text));
  return { fields: formOf(data, schema), body };
}

/** Write what a form changed into its document, each field in the shape its author chose; what the form holds unchanged keeps its bytes. */
export function fromForm({ fields, body }: Form, text: string, schema: JsonSchema): string {
  const { data, body: written } = readParts(withFrontMatter(text));
  const wanted = { fields: mapFrom(fields, data, documentShape(schema)), body: body.trim() === written.trim() ? undefined : body };
  return writeDocument(text, wanted, Object.keys(schema.properties ?? {}));
}

/** Give a body the blank lines around it that another had; a body that is new stands apart from the front matter, and ends its line. */
export function framedBody(body: string, written: string): string {
  const text = body.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  if (text === '' || written.trim() === '') return text && `\n${text}\n`;
  const [before = ''] = /^(?:[ \t]*\n)*/.exec(written) ?? [];
  const [after = ''] = /\s*$/.exec(written) ?? [];
  return before + text + after;
}

/** Turn fields into those of a form: an entry of a glossary, or the front matter of a document. */
export function formOf(data: Fields, schema: JsonSchema): FormFields {
  return mapOf(data, documentShape(schema));
}

function documentShape(schema: JsonSchema): MapShape {
  return { kind: 'map', fields: formShape(schema) };
}

/** Turn a value into that of a form; undefined when it does not have the shape. */
export function valueOf(written: Value | undefined, shape: Shape): FormValue | undefined {
  const text = written instanceof SourceScalar ? written.source : typeof written === 'string' ? written : null;
  const absent = written === undefined || written === null;
  switch (shape.kind) {
    case 'text':
      return absent ? '' : (text ?? undefined);
    case 'flag':
      return absent ? false : written instanceof SourceScalar && typeof written.value === 'boolean' ? written.value : undefined;
    case 'map':
      if (absent) return mapOf({}, shape);
      if (text !== null) return shape.textKey === undefined ? undefined : { ...mapOf({}, shape), [shape.textKey]: text };
      return isFields(written) ? mapOf(written, shape) : undefined;
    case 'list': {
      const items = absent ? [] : Array.isArray(written) ? written : shape.single ? [written] : null;
      const values = items?.map((item) => valueOf(item, shape.item));
      return values?.every((value) => value !== undefined) ? values : undefined;
    }
    case 'outcomes':
      return outcomesOf(written, shape.item);
  }
}

/** Turn a form's value back into one for the document, in the shape of what is written there; undefined when it is empty. */
export function valueFrom(form: FormValue | undefined, written: Value | undefined, shape: Shape): Value | undefined {
  const before = valueOf(written, shape);
  if (form === undefined || (written !== undefined && before === undefined) || normal(form) === normal(before)) return written;
  switch (shape.kind) {
    case 'text':
      return textFrom(String(form as string), written, shape);
    case 'flag':
      return form === true ? true : undefined;
    case 'map':
      return groupFrom(form as FormFields, written, shape);
    case 'list':
      return listFrom(form as FormValue[], written, shape);
    case 'outcomes':
      return outcomesFrom(form as FormFields[], written, shape.item);
  }
}

/** Return a text that only values share that say the same: blanks at the ends, and fields that are empty or not ticked, do not count. */
export function normal(form: FormValue | undefined): string {
  return fingerprint(essence(form) ?? null);
}

/** Turn a map into the fields of a group. */
export function mapOf(written: Fields, shape: MapShape): FormFields {
  return Object.fromEntries(fieldsOf(shape).map(([key, field]) => [key, valueOf(written[key], field)]));
}

/** Turn the fields of a group back into a map, in the order of the schema; unknown keys stay. */
export function mapFrom(form: FormFields, written: Fields, shape: MapShape): Fields {
  const own = fieldsOf(shape).map(([key, field]) => [key, valueFrom(form[key], written[key], field)] as const);
  const others = Object.entries(written).filter(([key]) => !own.some(([name]) => name === key));
  return Object.fromEntries([...own.filter(([, value]) => value !== undefined), ...others]);
}

/** The fields of a group, first that of the words alone where it is none of them. */
function fieldsOf({ fields, textKey }: MapShape): [string, Shape][] {
  return Object.entries(textKey === undefined || fields[textKey] ? fields : { [textKey]: plainText, ...fields });
}

const plainText: TextShape = { kind: 'text', number: true, boolean: true, markdown: false };

function essence(form: FormValue | undefined): Value | undefined {
  if (typeof form === 'string') return form.replaceAll('\r\n', '\n').trim() || undefined;
  if (typeof form === 'boolean') return form || undefined;
  if (form === undefined) return undefined;
  if (Array.isArray(form)) {
    const items = form.map(essence).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const entries = Object.entries(form).flatMap(([key, value]) => {
    const inner = essence(value);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Keep the blanks around a text; numbers go without quotes where the author wrote none and the field allows it. */
function textFrom(form: string, written: Value | undefined, { number, boolean, markdown }: TextShape): Value | undefined {
  const text = form.replaceAll('\r\n', '\n');
  if (text.trim() === '') return undefined;
  const trimmed = text.trim();
  if (typeof written !== 'string' || !isNumber(written)) {
    if (number && isNumber(trimmed)) return new SourceScalar(Number(trimmed), trimmed);
    if (boolean && /^(?:true|false)$/.test(trimmed)) return new SourceScalar(trimmed === 'true', trimmed);
  }
  if (!markdown) return trimmed;
  const end = typeof written === 'string' ? (/\s*$/.exec(written)?.[0] ?? '') : '';
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd() + (end || (trimmed.includes('\n') ? '\n' : ''));
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i.test(text);
}

function groupFrom(form: FormFields, written: Value | undefined, shape: MapShape): Value | undefined {
  const { textKey, fields } = shape;
  if (essence(form) === undefined) return undefined;
  const filled = Object.keys(form).filter((key) => essence(form[key]) !== undefined);
  const wasText = written !== undefined && !isFields(written);
  // A path alone says that the picture is decorative, which only its author can.
  const startsAsText = written === undefined && !fields['decorative'];
  const textShape = textKey === undefined ? undefined : fields[textKey];
  const isWords = textKey !== undefined && !textShape;
  if (textKey !== undefined && filled.every((key) => key === textKey) && (wasText || startsAsText || isWords))
    return textFrom(String(form[textKey] as string), wasText ? written : undefined, textShape?.kind === 'text' ? textShape : plainText);
  const before = isFields(written) ? written : wasText && textKey !== undefined ? { [textKey]: written } : {};
  return mapFrom(form, before, shape);
}

/** Give each item the shape of the one it was; an item alone stays without a list where its author wrote none. */
function listFrom(form: FormValue[], written: Value | undefined, { item: shape, single }: ListShape): Value | undefined {
  const items = form.filter((item) => essence(item) !== undefined);
  const before = written === undefined ? [] : Array.isArray(written) ? written : [written];
  const values = itemsFrom(
    items,
    before,
    (item, old) => valueFrom(item, old, shape),
    (old) => valueOf(old, shape),
  );
  if (values.length === 0) return undefined;
  return single && values.length === 1 && written !== undefined && !Array.isArray(written) ? values[0] : values;
}

/** Turn items of a form back, each with the written item that it was, if any. */
export function itemsFrom<F extends FormValue, V extends Value>(
  items: readonly F[],
  before: readonly V[],
  from: (item: F, old: V | undefined) => Value | undefined,
  of: (old: V) => FormValue | undefined,
): Value[] {
  const steps = align(
    before.map((old) => normal(of(old))),
    items.map(normal),
  );
  const values = items.map((item, index) => {
    const step = steps.find(({ after }) => after === index);
    return from(item, before[step?.before ?? step?.movedFrom ?? -1]);
  });
  return values.filter((value) => value !== undefined);
}
