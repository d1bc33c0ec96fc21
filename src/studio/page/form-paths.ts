import type { MapShape, Shape } from '../../lib/content/form-shape.ts';
import { normal, type FormFields, type FormValue } from '../../lib/content/form.ts';
import { categoryNames } from '../../lib/content/outcomes-form.ts';
import { synonyms } from '../../schemas/metric.ts';

/** Where a value is in a form: `['screenshots', 0, 'alt']`. */
export type FormPath = readonly (string | number)[];

/** Copy a form with another value at a path; the rest is shared. */
export function withValue(fields: FormFields, path: FormPath, value: FormValue | undefined): FormFields {
  return replaced(fields, path, value) as FormFields;
}

/** Split a field's name as diagnostics write it: `screenshots[0].alt` becomes `['screenshots', 0, 'alt']`. */
export function parseFieldName(name: string): (string | number)[] {
  return [...name.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => (index === undefined ? (key ?? '') : Number(index)));
}

/** Find where a form shows a field of its document, as deep as the form goes: the form may hold empty entries, which are not written. */
export function formPathOf(name: string, fields: FormFields, shapes: Record<string, Shape>): FormPath {
  return follow(parseFieldName(name), fields, { kind: 'map', fields: shapes });
}

/** Whether an entry of a list would be written. */
export function isFilled(value: FormValue | undefined): boolean {
  return normal(value) !== normal('');
}

/** List the rows of outcomes, by their index in the form, in the order in which they are written: those of one category together. */
export function writtenRows(rows: readonly FormFields[]): number[] {
  const filled = [...rows.keys()].filter((index) => {
    const { category: _, ...rest } = rows[index] ?? {};
    return isFilled(rest);
  });
  const names = categoryNames(filled.map((index) => rows[index] ?? {}));
  const order = [...new Set(names)];
  return filled
    .map((index, at) => ({ index, rank: order.indexOf(names[at] ?? '') }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

function replaced(value: FormValue | undefined, [key, ...rest]: FormPath, wanted: FormValue | undefined): FormValue | undefined {
  if (key === undefined) return wanted;
  if (typeof key === 'number') {
    const items = Array.isArray(value) ? value : [];
    return items.map((item, index) => (index === key ? (replaced(item, rest, wanted) ?? '') : item));
  }
  const map = (value ?? {}) as FormFields;
  return { ...map, [key]: replaced(map[key], rest, wanted) };
}

function follow(names: readonly (string | number)[], value: FormValue | undefined, shape: Shape): FormPath {
  if (shape.kind === 'outcomes') return followOutcome(names, (value ?? []) as FormFields[], shape.item);
  const [name, ...rest] = names;
  if (name === undefined) return [];
  if (shape.kind === 'map' && typeof name === 'string') {
    const inner = shape.fields[name];
    return inner ? [name, ...follow(rest, (value as FormFields | undefined)?.[name], inner)] : [];
  }
  if (shape.kind === 'list' && typeof name === 'number') {
    const items = (value ?? []) as FormValue[];
    const index = [...items.keys()].filter((at) => isFilled(items[at]))[name];
    return index === undefined ? [] : [index, ...follow(rest, items[index], shape.item)];
  }
  return [];
}

/** Outcomes are written alone, as a list, or under categories, each alone or as a list. */
function followOutcome(names: readonly (string | number)[], rows: readonly FormFields[], shape: MapShape): FormPath {
  const written = writtenRows(rows);
  const categories = categoryNames(written.map((index) => rows[index] ?? {}));
  const underCategories = categories.some((name) => name !== '');
  const [category, ...inCategory] = underCategories ? names : ['', ...names];
  const candidates = written.filter((_, at) => categories[at] === category);
  const [index, key] = typeof inCategory[0] === 'number' ? [inCategory[0], inCategory[1]] : [0, inCategory[0]];
  const row = candidates[index];
  // Without a name it is the only outcome, or all of them.
  if (row === undefined || (names.length === 0 && written.length > 1)) return [];
  const usual = synonyms.find((group) => (group as readonly unknown[]).includes(key))?.[0] ?? key;
  if (typeof usual === 'string' && shape.fields[usual]) return [row, usual];
  // What is wrong with a sentence is shown below it.
  return isFilled(rows[row]?.['sentence']) ? [row, 'sentence'] : [row];
}
