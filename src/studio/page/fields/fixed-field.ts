import { el } from '../elements.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset } from './frame.ts';

/** A field that only a text editor can change, with its text in the file. */
export function fixedField(spot: Spot, written: string, context: FieldContext): HTMLElement {
  return fieldset(
    { ...spot, schema: { description: 'Written in a way that this form cannot show. It stays as it is; change it in a text editor.' } },
    context,
    el('pre.written', { tabindex: 0 }, written),
  );
}
