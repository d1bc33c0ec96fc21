import type { MapShape, Shape } from '../../../lib/content/form-shape.ts';
import { el } from '../elements.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset } from './frame.ts';
import { groupField } from './group-field.ts';
import { listField } from './list-field.ts';
import { markdownField } from './markdown-field.ts';
import { outcomesField } from './outcomes-field.ts';
import { pictureField, picturesField } from './picture-field.ts';
import { flagField, textField } from './text-field.ts';

/** Draw the field that its shape asks for; one that the form cannot hold shows its text. */
export function drawField(spot: Spot, context: FieldContext): HTMLElement {
  const written = spot.path.length === 1 ? context.session.fixed.get(spot.key) : undefined;
  if (written !== undefined) return fixedField(spot, written, context);
  return drawings[kindOf(spot.shape)](spot, context);
}

/** A field that only a text editor can change, with its text in the file. */
function fixedField(spot: Spot, written: string, context: FieldContext): HTMLElement {
  const schema = { description: 'Written in a way that this form cannot show. It stays as it is; change it in a text editor.' };
  return fieldset({ ...spot, schema }, context, el('pre.written', { tabindex: 0 }, written));
}

type Kind = Shape['kind'] | 'markdown' | 'picture' | 'pictures';

function kindOf(shape: Shape): Kind {
  if (shape.kind === 'text' && shape.markdown) return 'markdown';
  if (isPicture(shape)) return 'picture';
  return shape.kind === 'list' && isPicture(shape.item) ? 'pictures' : shape.kind;
}

function isPicture(shape: Shape): shape is MapShape {
  return shape.kind === 'map' && 'image' in shape.fields;
}

const drawings: Record<Kind, (spot: Spot, context: FieldContext) => HTMLElement> = {
  text: textField,
  flag: flagField,
  map: groupField,
  list: listField,
  outcomes: outcomesField,
  markdown: markdownField,
  picture: pictureField,
  pictures: picturesField,
};
