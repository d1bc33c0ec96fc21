import type { MapShape } from '../../../lib/content/form-shape.ts';
import { el } from '../elements.ts';
import { isFilled, type FormPath } from '../form-paths.ts';
import { mapSchemaOf, needOf } from '../field-words.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, fold } from './frame.ts';

/** Fields that belong together; of many, those after the first fold away. */
export function groupField(spot: Spot, context: FieldContext): HTMLElement {
  const shape = spot.shape as MapShape;
  const keys = keysOf(shape);
  const spots = spotsOf(spot, shape, keys);
  const [first = [], rest = []] = keys.length > 4 ? [spots.slice(0, 1), spots.slice(1)] : [spots];
  const filled = rest.some(({ path }) => isFilled(context.session.value(path)));
  return fieldset(
    spot,
    context,
    el('div', { class: 'grid' }, ...first.map(context.draw)),
    rest.length > 0 &&
      fold(`${spot.path.join('.')}.rest`, ['More'], filled, context, el('div', { class: 'grid' }, ...rest.map(context.draw))),
  );
}

/** Describe the fields of a group, each in its place. */
export function spotsOf({ path, schema }: { path: FormPath; schema: Spot['schema'] }, shape: MapShape, keys: readonly string[]): Spot[] {
  const map = mapSchemaOf(schema);
  return keys.map((key) => {
    const field = map.properties?.[key] ?? { description: 'Instead of the fields below' };
    const inner = shape.fields[key] ?? { kind: 'text', number: true, boolean: false, markdown: false };
    return { path: [...path, key], key, shape: inner, schema: field, need: needOf(key, field, map) };
  });
}

/** The keys of a group; a text that stands for the whole is one of them. */
function keysOf({ fields, textKey }: MapShape): string[] {
  const keys = Object.keys(fields);
  return textKey !== undefined && !keys.includes(textKey) ? [textKey, ...keys] : keys;
}
