import type { MapShape } from '../../../lib/content/form-shape.ts';
import { el } from '../elements.ts';
import { labelOf, mapSchemaOf, needOf } from '../field-words.ts';
import { isFilled, type FormPath } from '../form-paths.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, foldedFields } from './frame.ts';

/** Fields that belong together. Of many, the first stands for the group, and the others fold away. */
export function groupField(spot: Spot, context: FieldContext): HTMLElement {
  const shape = spot.shape as MapShape;
  const keys = keysOf(shape);
  const spots = spotsOf(spot, shape, keys);
  if (keys.length <= 4) return fieldset(spot, context, el('div.grid', ...spots.map(context.draw)));
  const [first, ...rest] = spots;
  const filled = rest.some(({ path }) => isFilled(context.session.value(path)));
  const label = spot.label ?? labelOf(spot.key);
  return fieldset(
    { ...spot, bare: true },
    context,
    first && context.draw({ ...first, label, need: spot.need }),
    foldedFields({ path: spot.path, words: `More about the ${label.toLowerCase()}`, open: filled, spots: rest }, context),
  );
}

/** Describe the fields of a group, each in its place. In a group that may be left out, no field is marked as required. */
export function spotsOf({ path, schema }: { path: FormPath; schema: Spot['schema'] }, shape: MapShape, keys: readonly string[]): Spot[] {
  const map = mapSchemaOf(schema);
  const isEntry = typeof path.at(-1) === 'number';
  return keys.map((key) => {
    const field = map.properties?.[key] ?? { description: 'Text, where dates do not say it' };
    const inner = shape.fields[key] ?? { kind: 'text', number: true, boolean: false, markdown: false };
    return { path: [...path, key], key, shape: inner, schema: field, need: isEntry ? needOf(key, field, map) : '' };
  });
}

/** The keys of a group; a text that stands for the whole is one of them. */
function keysOf({ fields, textKey }: MapShape): string[] {
  const keys = Object.keys(fields);
  return textKey !== undefined && !keys.includes(textKey) ? [textKey, ...keys] : keys;
}
