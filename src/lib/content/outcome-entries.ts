import { isStructured } from '../../schemas/metric.ts';
import { isFields, type Fields, type Value } from './values.ts';

/** One outcome of `metrics` as written. */
export interface OutcomeEntry {
  /** Empty outside categories. */
  category: string;
  value: Value;
  path: (string | number)[];
}

/** List the outcomes of `metrics`, whatever their shape, in their order. */
export function entriesOf(written: Value | undefined): OutcomeEntry[] {
  if (written === undefined || written === null) return [];
  if (!isCategories(written)) return listOf(written, '', ['metrics']);
  return Object.entries(written).flatMap(([category, value]) => listOf(value ?? null, category, ['metrics', category]));
}

/** Whether `metrics` is a map of categories. */
export function isCategories(written: Value | undefined): written is Fields {
  return isFields(written) && !isStructured(written);
}

function listOf(written: Value, category: string, path: (string | number)[]): OutcomeEntry[] {
  if (!Array.isArray(written)) return [{ category, value: written, path }];
  return written.map((value, index) => ({ category, value, path: [...path, index] }));
}
