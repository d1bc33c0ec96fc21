import { findValues, isRecord, type KeyedValue } from '../front-matter/values.ts';
import { fieldReaders } from './field-readers.ts';
import { fieldSources } from './field-sources.ts';
import { join, markUsed, type Mapping } from './mapping.ts';
import { isMetricList, layoutValues, readMetrics } from './metric-fields.ts';
import { hasFigure } from './outcomes.ts';

/** Certain outcomes become metrics; the words around them stay words. */
export function mapMetrics(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  const named = findValues(data, fieldSources.metrics.from);
  const figures = findMetricLists(data).filter(({ key }) => !named.some((entry) => entry.key === key));
  for (const { key, value } of [...named, ...figures]) {
    if (used.has(key)) continue;
    const read = readMetrics(value);
    const words = read?.words.map((sentence) => `- ${sentence.trim().replace(/\n+/g, '\n  ')}`).join('\n');
    const prose =
      read === null ? fieldReaders.markdown(value, { ...context, data, key, max: Infinity, use: () => undefined })?.value : words;
    if (prose === undefined) continue;
    if (read !== null) for (const text of layoutValues(value)) context.log.add('dropped', key, `for the old layout: ${text}`);
    const metrics = read !== null && Object.keys(read.metrics).length > 0 ? read.metrics : undefined;
    if (metrics !== undefined) fields.metrics = joinMetrics(fields.metrics, metrics);
    if (prose !== '') {
      fields.results_metrics = join(fields.results_metrics, read === null ? prose : context.markdown(String(prose), key));
      if (hasFigure(String(prose)))
        context.log.add('unsure', 'metrics', `the figures of \`${key}\` stay words; write those that are outcomes under \`metrics\``);
    }
    markUsed(mapping, key, metrics === undefined ? 'results_metrics' : 'metrics');
  }
}

function joinMetrics(previous: unknown, metrics: unknown): unknown {
  if (previous === undefined) return metrics;
  const all = (value: unknown): unknown[] => (isRecord(value) ? Object.values(value) : [value]).flat();
  return [...all(previous), ...all(metrics)];
}

/** Find lists of figures under any key of the front matter or of a map in it. */
function findMetricLists(data: Record<string, unknown>): KeyedValue[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (isMetricList(value)) return readMetrics(value)?.words.length === 0 ? [{ key, value }] : [];
    return isRecord(value) ? findMetricLists(value).map((entry) => ({ ...entry, key: `${key}.${entry.key}` })) : [];
  });
}
