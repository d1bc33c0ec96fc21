import { synonyms } from '../../../schemas/metric.ts';
import type { FormFields } from '../../../lib/content/form.ts';
import type { MapShape, OutcomesShape } from '../../../lib/content/form-shape.ts';
import type { JsonSchema } from '../../../lib/json-schema.ts';
import { el } from '../elements.ts';
import { isFilled } from '../form-paths.ts';
import type { FieldContext, Spot } from './context.ts';
import { fieldset, fold } from './frame.ts';
import { spotsOf } from './group-field.ts';
import { listOf } from './list-field.ts';

/** The outcomes: each a sentence, or the figures before and after; below each what the site understands. */
export function outcomesField(spot: Spot, context: FieldContext): HTMLElement {
  const { item } = spot.shape as OutcomesShape;
  const schema = metricSchema(spot.schema);
  return listOf(spot, context, {
    name: 'an outcome',
    fresh: () => ({ category: '', sentence: '' }),
    entry: (index) => outcome({ ...spot, schema }, item, index, context),
  });
}

function outcome(spot: Spot, shape: MapShape, index: number, context: FieldContext): HTMLElement {
  const path = [...spot.path, index];
  const row = (context.session.value(path) ?? {}) as FormFields;
  const filled = (keys: readonly string[]): boolean => keys.some((key) => isFilled(row[key]));
  const others = Object.keys(shape.fields).filter((key) => !figures.includes(key) && !isSynonym(key));
  const place = { path, schema: spot.schema };
  const label = `Outcome ${index + 1}`;
  const isSentence = isFilled(row['sentence']) || !filled([...figures, ...others]);
  const reading = el('div', { class: 'reading', 'data-reading': index });
  const sentence = isSentence && context.draw({ path: [...path, 'sentence'], key: 'sentence', shape: text, schema: {}, label });
  if (sentence) sentence.querySelector('.notes')?.before(reading);
  return fieldset(
    { path, key: 'outcome', shape: text, schema: {}, label, bare: isSentence },
    context,
    sentence || reading,
    fold(
      `${path.join('.')}.figures`,
      ['Figures, period, method'],
      filled([...figures, ...others]),
      context,
      el(
        'div',
        { class: 'grid' },
        ...spotsOf(place, shape, [...figures, ...others]).map(context.draw),
        context.draw({ path: [...path, 'category'], key: 'category', shape: text, schema: {} }),
      ),
    ),
  );
}

/** The schema of one structured metric. */
function metricSchema(schema: JsonSchema): JsonSchema {
  if (schema.properties) return schema;
  return schema.anyOf?.map(metricSchema).find(({ properties }) => properties) ?? {};
}

function isSynonym(key: string): boolean {
  return synonyms.some((names) => (names as readonly string[]).slice(1).includes(key));
}

const figures = ['label', 'before', 'after', 'value', 'unit', 'currency'];
const text = { kind: 'text', number: false, boolean: false, markdown: false } as const;
