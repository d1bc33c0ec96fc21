import { metricsSchema, structuredMetric } from '../../src/schemas/metric.ts';
import { SourceScalar } from '../../src/schemas/scalar.ts';
import { parseMetrics } from '../../src/metrics/parse/parse-metrics.ts';
import { asText, fieldKey, isEmpty } from './fields.ts';
import { isRecord } from './front-matter.ts';
import type { Read } from './reading.ts';

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

/** Outcomes with figures; a text or list without any is left to the caller as Markdown. */
export function readMetrics(value: unknown): Read | null {
  const kept: unknown[] = [];
  const one = (item: unknown): unknown => {
    if (!isRecord(item)) return asText(item)?.trim();
    const entries = Object.entries(item).map(
      ([key, inner]) =>
        [Object.hasOwn(structuredMetric.shape, fieldKey(key)) ? fieldKey(key) : (metricKeys[fieldKey(key)] ?? key), inner] as const,
    );
    const known = entries.filter(([key, inner]) => Object.hasOwn(structuredMetric.shape, key) && !isEmpty(inner));
    const rest = entries.filter(([key, inner]) => !Object.hasOwn(structuredMetric.shape, key) && !isEmpty(inner));
    if (rest.length > 0) kept.push(Object.fromEntries(rest));
    return Object.fromEntries(known.map(([key, inner]) => [key, inner instanceof SourceScalar ? inner.source : inner]));
  };
  const structured = isRecord(value) && Object.keys(value).some((key) => Object.hasOwn(structuredMetric.shape, fieldKey(key)));
  const read = Array.isArray(value)
    ? value.map(one)
    : isRecord(value) && !structured
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [fieldKey(key), Array.isArray(inner) ? inner.map(one) : one(inner)]))
      : one(value);
  const sentences = typeof read === 'string' ? [read] : Array.isArray(read) ? read : [];
  const long = sentences.some((sentence) => typeof sentence === 'string' && (sentence.includes('\n') || sentence.length > 240));
  const says =
    sentences.length === 0 ||
    sentences.some((sentence) => typeof sentence !== 'string' || parseMetrics(sentence).some(({ kind }) => kind !== 'statement'));
  return !long && says && metricsSchema.safeParse(read).success ? { value: read, ...(kept.length > 0 && { rest: kept }) } : null;
}
