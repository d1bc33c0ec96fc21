import { synonyms } from '../../schemas/metric.ts';
import { SourceScalar } from '../../schemas/scalar.ts';
import { itemsFrom, mapFrom, mapOf, normal, type FormFields, type FormValue } from './form.ts';
import type { MapShape } from './form-shape.ts';
import { entriesOf, isCategories } from './outcome-entries.ts';
import { inOrder, isFields, type Fields, type Value } from './values.ts';

/** List the outcomes of `metrics`, whatever their shape, each with its category and either a sentence or its fields; undefined for what is no outcome. */
export function outcomesOf(written: Value | undefined, shape: MapShape): FormValue[] | undefined {
  const rows = entriesOf(written).map(({ category, value }) => rowOf(category, value, shape));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** Write outcomes back as text, a map, a list or categories of these, as their author did; undefined when there is none. */
export function outcomesFrom(rows: readonly FormFields[], written: Value | undefined, shape: MapShape): Value | undefined {
  const filled = rows.filter((row) => Object.entries(row).some(([key, value]) => key !== 'category' && normal(value) !== normal('')));
  const before = entriesOf(written);
  const categories = categoryNames(filled);
  const outcomes = itemsFrom(
    filled,
    before.map(({ category, value }) => ({ category, value }) as Fields),
    (row, old) => outcomeFrom(row, old?.['value'], shape) ?? null,
    (old) => rowOf(String(old['category'] ?? ''), old['value'] ?? null, shape),
  );
  if (outcomes.length === 0) return undefined;
  if (categories.every((category) => category === '')) return several(outcomes, isCategories(written) ? undefined : written);
  const result: Record<string, Value[]> = {};
  for (const [index, outcome] of outcomes.entries()) (result[categories[index] ?? ''] ??= []).push(outcome);
  const old = isCategories(written) ? written : {};
  // Readers see outcomes in the order of their categories.
  return inOrder(
    Object.fromEntries(Object.entries(result).map(([category, values]) => [category, several(values, old[category] ?? undefined)])),
  );
}

/** One outcome alone stays without a list unless its author wrote one. */
function several(outcomes: Value[], written: Value | undefined): Value {
  return outcomes.length === 1 && !Array.isArray(written) ? (outcomes[0] ?? null) : outcomes;
}

function rowOf(category: string, value: Value, shape: MapShape): FormFields | undefined {
  const usual = usualFields(shape);
  if (isFields(value)) {
    const renamed = Object.fromEntries(Object.entries(value).map(([key, one]) => [usualKey(key), one]));
    return { category, sentence: '', ...mapOf(renamed, usual) };
  }
  const sentence = value instanceof SourceScalar ? value.source : value;
  return typeof sentence === 'string' ? { category, sentence, ...mapOf({}, usual) } : undefined;
}

/** A sentence stays text while no other field is filled; beside others it becomes the explanation. */
function outcomeFrom(row: FormFields, written: Value | undefined, shape: MapShape): Value | undefined {
  const { category: _, sentence, ...fields } = row;
  const structured = Object.values(fields).some((value) => normal(value) !== normal(''));
  if (!structured)
    return normal(sentence) === normal(written instanceof SourceScalar ? written.source : (written as string)) ? written : textOf(sentence);
  const old = isFields(written) ? written : {};
  const names = new Map(Object.keys(old).map((key) => [usualKey(key), key]));
  const renamed = Object.fromEntries(Object.entries(old).map(([key, one]) => [usualKey(key), one]));
  const context = textOf(fields['context']) || textOf(sentence);
  const result = mapFrom({ ...fields, context }, renamed, usualFields(shape));
  return Object.fromEntries(Object.entries(result).map(([key, one]) => [names.get(key) ?? key, one]));
}

/** The fields of a structured metric without those that are only other names. */
export function usualFields({ fields }: MapShape): MapShape {
  return { kind: 'map', fields: Object.fromEntries(Object.entries(fields).filter(([key]) => usualKey(key) === key)) };
}

function usualKey(key: string): string {
  return synonyms.find((names) => (names as readonly string[]).includes(key))?.[0] ?? key;
}

/** Name the category under which each outcome is written; those without one get a name where others have one. */
export function categoryNames(rows: readonly FormFields[]): string[] {
  const names = rows.map(({ category }) => textOf(category));
  if (names.every((name) => name === '')) return names;
  let number = 0;
  const free = (): string => {
    do number++;
    while (names.includes(`outcome_${number}`));
    return `outcome_${number}`;
  };
  return names.map((name) => name || free());
}

function textOf(value: FormValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
