import { metricsSchema, structuredMetric } from '../../../src/schemas/metric.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { parseMetrics } from '../../../src/metrics/parse/parse-metrics.ts';
import { asText, isEmpty, isRecord, normalizeKey } from '../front-matter/values.ts';
import type { FieldValue } from './field-reader.ts';

/** Other systems' names for the keys of a metric. */
const metricKeys: Readonly<Record<string, string>> = {
  title: 'label',
  name: 'label',
  stat: 'value',
  figure: 'value',
  amount: 'value',
  percentage: 'value',
  result: 'value',
  detail: 'context',
  details: 'context',
  note: 'context',
  suffix: 'unit',
};

/** Read outcomes that contain figures; null for long texts and lists without figures, which become Markdown. */
export function readMetrics(value: unknown): FieldValue | null {
  const rest: unknown[] = [];
  const metrics = readAll(value, rest);
  const sentences = typeof metrics === 'string' ? [metrics] : Array.isArray(metrics) ? metrics : [];
  const isLong = sentences.some((sentence) => typeof sentence === 'string' && (sentence.includes('\n') || sentence.length > 240));
  const hasFigures =
    sentences.length === 0 ||
    sentences.some((sentence) => typeof sentence !== 'string' || parseMetrics(sentence).some(({ kind }) => kind !== 'statement'));
  if (isLong || !hasFigures || !metricsSchema.safeParse(metrics).success) return null;
  return { value: metrics, ...(rest.length > 0 && { rest }) };
}

/** Read a list of metrics, a map of lists or metrics by name, or a single metric. */
function readAll(value: unknown, rest: unknown[]): unknown {
  const read = (item: unknown): unknown => readMetric(item, rest);
  if (Array.isArray(value)) return value.map(read);
  const isSingle = !isRecord(value) || Object.keys(value).some((key) => isMetricKey(normalizeKey(key)));
  if (isSingle) return read(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [normalizeKey(key), Array.isArray(inner) ? inner.map(read) : read(inner)]),
  );
}

/** Read one metric; entries that a metric cannot hold are appended to `rest`. */
function readMetric(item: unknown, rest: unknown[]): unknown {
  if (!isRecord(item)) return asText(item)?.trim();
  const entries = Object.entries(item)
    .map(([key, value]) => [isMetricKey(normalizeKey(key)) ? normalizeKey(key) : (metricKeys[normalizeKey(key)] ?? key), value] as const)
    .filter(([, value]) => !isEmpty(value));
  const unknown = entries.filter(([key]) => !isMetricKey(key));
  if (unknown.length > 0) rest.push(Object.fromEntries(unknown));
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (isMetricKey(key) ? [[key, value instanceof SourceScalar ? value.source : value]] : [])),
  );
}

function isMetricKey(key: string): boolean {
  return Object.hasOwn(structuredMetric.shape, key);
}
