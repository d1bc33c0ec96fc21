import { structuredMetric, type StructuredMetric } from '../../../src/schemas/metric.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { asText, isEmpty, isRecord, normalizeKey } from '../front-matter/values.ts';
import { isOutcomeSentence, isReliableMetric } from './outcomes.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** The outcomes of a value. */
export interface MetricFields {
  /** In the form of our `metrics`; empty if nothing is certain. */
  metrics: unknown[] | Record<string, unknown>;
  /** The entries that are no certain outcome, as sentences. */
  words: string[];
}

/** Read a list of outcomes, or a map of them by category; null for a value of any other form, such as a longer text. */
export function readMetrics(value: unknown): MetricFields | null {
  if (Array.isArray(value)) return value.every(isEntry) ? readEntries(value) : null;
  if (!isRecord(value)) return readEntries([value]).words.length > 0 ? null : readEntries([value]);
  if (isMetricMap(value)) return readEntries([value]);
  const lists = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  if (!lists.every(([, inner]) => [inner].flat().every(isEntry))) return null;
  const read = lists.map(([key, inner]) => [normalizeKey(key), readEntries([inner].flat(), key)] as const);
  const certain = read.filter(([, { metrics }]) => metrics.length > 0);
  return {
    metrics: Object.fromEntries(certain.map(([key, { metrics }]) => [key, metrics.length === 1 ? metrics[0] : metrics])),
    words: read.flatMap(([, { words }]) => words),
  };
}

/** Check whether a value is a list of figures with their labels, whatever its key. */
export function isMetricList(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isRecord(item) && isMetricMap(item));
}

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

/** List the values of a metric that only control the old layout. */
export function layoutValues(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(layoutValues);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (layoutKeys.has(normalizeKey(key)) ? (asText(inner) ?? []) : layoutValues(inner)));
}

function isEntry(value: unknown): boolean {
  return (
    isEmpty(value) ||
    asText(value) !== undefined ||
    (isRecord(value) && Object.values(value).every((inner) => isEmpty(inner) || asText(inner) !== undefined))
  );
}

/** A figure and the label of what it measures. */
function isMetricMap(map: Record<string, unknown>): boolean {
  const names = Object.keys(toMetric(map).metric);
  return names.some((name) => labelKeys.has(name)) && names.some((name) => figureKeys.has(name));
}

const labelKeys = new Set(['label', 'metric', 'text', 'context', 'description']);
const figureKeys = new Set(['value', 'improvement', 'number', 'before', 'after', 'from', 'to']);

function readEntries(items: readonly unknown[], category?: string): { metrics: unknown[]; words: string[] } {
  const metrics: unknown[] = [];
  const words: string[] = [];
  for (const item of items.filter((entry) => !isEmpty(entry))) {
    const text = asText(item);
    if (text !== undefined) {
      const sentence = toPlainLine(text);
      if (isOutcomeSentence(sentence, category)) metrics.push(sentence);
      else words.push(category === undefined ? text : `${category}: ${text}`);
    } else if (isRecord(item)) {
      const { metric, rest } = toMetric(item);
      if (isEmpty(rest) && isReliableMetric(metric)) metrics.push(metric);
      else words.push(toSentence(item));
    }
  }
  return { metrics, words };
}

function toMetric(item: Record<string, unknown>): { metric: StructuredMetric; rest: Record<string, unknown> } {
  const metric: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    const name = isMetricKey(normalizeKey(key)) ? normalizeKey(key) : metricKeys[normalizeKey(key)];
    if (isEmpty(value) || layoutKeys.has(normalizeKey(key))) continue;
    if (name === undefined || metric[name] !== undefined) rest[key] = value;
    else metric[name] = value instanceof SourceScalar ? (typeof value.value === 'number' ? Number(value.source) : value.value) : value;
  }
  // A label of two lines is a label and its explanation.
  const labelKey = [...labelKeys].find((key) => typeof metric[key] === 'string');
  const lines = String(metric[labelKey ?? ''] ?? '')
    .split(/<br\s*\/?>|\n/i)
    .map(toPlainLine)
    .filter(Boolean);
  if (labelKey !== undefined && lines.length > 0) metric[labelKey] = lines[0];
  if (lines.length > 1) metric['context'] = [...lines.slice(1), metric['context']].filter(Boolean).join(' ');
  for (const key of figureKeys) if (typeof metric[key] === 'string') metric[key] = toPlainLine(metric[key]);
  return { metric, rest };
}

const layoutKeys = new Set(['icon', 'color', 'colour', 'id', 'image', 'class', 'delay', 'order']);

/** Write an entry that is no certain outcome as a sentence: `In production: Live`. */
function toSentence(item: Record<string, unknown>): string {
  const texts = Object.entries(item).filter(([key, value]) => !layoutKeys.has(normalizeKey(key)) && !isEmpty(value));
  const isFigureKey = ([key]: [string, unknown]): boolean => figureKeys.has(metricKeys[normalizeKey(key)] ?? normalizeKey(key));
  const ordered = [...texts.filter((entry) => !isFigureKey(entry)), ...texts.filter(isFigureKey)];
  return ordered
    .map(([, value]) => toPlainLine(asText(value) ?? ''))
    .filter(Boolean)
    .join(': ');
}

function isMetricKey(key: string): boolean {
  return Object.hasOwn(structuredMetric.shape, key);
}
