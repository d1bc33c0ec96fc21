import type { FormFields } from '../../../lib/content/form.ts';
import type { MapShape, OutcomesShape } from '../../../lib/content/form-shape.ts';
import { usualFields } from '../../../lib/content/outcomes-form.ts';
import { el } from '../elements.ts';
import { mapSchemaOf } from '../field-words.ts';
import { isFilled } from '../form-paths.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, foldedFields } from './frame.ts';
import { spotsOf } from './group-field.ts';
import { listOf } from './list-field.ts';

/** The outcomes: each a sentence, or the figures before and after; below each what the site understands. */
export function outcomesField(spot: Spot, context: FieldContext): HTMLElement {
  const { item } = spot.shape as OutcomesShape;
  const place = { ...spot, schema: mapSchemaOf(spot.schema) };
  const { list } = listOf(spot, context, {
    name: 'an outcome',
    fresh: () => ({ category: '', sentence: '' }),
    entry: (index) => outcome(place, item, index, context),
  });
  return list;
}

function outcome(spot: Spot, shape: MapShape, index: number, context: FieldContext): HTMLElement {
  const path = [...spot.path, index];
  const row = (context.session.value(path) ?? {}) as FormFields;
  const keys = [...figures, ...Object.keys(usualFields(shape).fields).filter((key) => !figures.includes(key))];
  const hasFigures = keys.some((key) => isFilled(row[key]));
  const label = `Outcome ${index + 1}`;
  const isSentence = isFilled(row['sentence']) || !hasFigures;
  const category: Spot = { path: [...path, 'category'], key: 'category', shape: text, schema: {} };
  const spots = [...spotsOf({ path, schema: spot.schema }, shape, keys), category];
  const reading = el('div.reading', { 'data-reading': index });
  const sentence = isSentence && context.draw({ path: [...path, 'sentence'], key: 'sentence', shape: text, schema: {}, label });
  if (sentence) sentence.querySelector('.notes')?.before(reading);
  return fieldset(
    { path, key: 'outcome', shape: text, schema: {}, label, bare: isSentence },
    context,
    sentence || reading,
    foldedFields({ path, words: 'Figures, period, method', open: hasFigures, spots }, context),
  );
}

const figures = ['label', 'before', 'after', 'value', 'unit', 'currency'];
const text = { kind: 'text', number: false, boolean: false, markdown: false } as const;
