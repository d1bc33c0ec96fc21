import { z } from 'zod';
import { inputShape } from './json-shape.ts';
import { flag, SourceScalar, text } from './scalar.ts';
import { type PhysicalUnit, physicalUnits, units } from './units.ts';

/** One metric in the structured form; it also accepts key names of other templates (`metric`, `improvement`, `from`, `to`, `number`, `text`). */
export const structuredMetric = z
  .strictObject({
    label: text().optional().describe('What was measured, as the page names it'),
    value: amount().optional().describe('The result: a number with a unit, or text such as "70% less"'),
    unit: z
      .enum([...units, ...(Object.keys(physicalUnits) as PhysicalUnit[])])
      .optional()
      .describe('Unit of a value that is a bare number: percent, hour, km, kWh …'),
    currency: text()
      .pipe(z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code of three capitals, like EUR' }))
      .optional()
      .describe('Currency of amounts of money, as a code like EUR'),
    before: amount().optional().describe('The figure before your work'),
    after: amount().optional().describe('The figure after your work'),
    period: text().optional().describe('The period the figures cover, like "Q3 2022 to Q3 2023"'),
    method: text().optional().describe('How the figures were measured'),
    source: text().optional().describe('Where readers can check the figures: an address, or the name of a report'),
    better: z
      .enum(['lower', 'higher'])
      .optional()
      .describe('Whether a lower or a higher figure is better, when the text does not make it clear'),
    headline: flag().optional().describe('`true` shows this figure on cards and lists'),
    context: text().optional().describe('A sentence of explanation'),
    description: text().optional().describe('Same as `context`'),
    metric: text().optional().describe('Same as `label`'),
    improvement: amount().optional().describe('Same as `value`'),
    number: amount().optional().describe('Same as `value`'),
    from: amount().optional().describe('Same as `before`'),
    to: amount().optional().describe('Same as `after`'),
    text: text().optional().describe('Same as `label`'),
  })
  .superRefine((metric, ctx) => {
    for (const [key, ...others] of synonyms) {
      const [first, second] = [key, ...others].filter((name) => metric[name] !== undefined);
      if (second !== undefined) report(ctx, [second], `means the same as \`${first}\`; keep one of them`);
    }
    const says = metric.label ?? metric.metric ?? metric.text ?? metric.context ?? metric.description;
    const figures = [metric.value, metric.improvement, metric.number, metric.before, metric.from, metric.after, metric.to];
    if (says === undefined && figures.every((figure) => figure === undefined))
      report(ctx, [], 'has neither a figure nor a label; write `value`, or `before` and `after`, and a `label`');
    const { unit, currency, source = '' } = metric;
    if (unit !== undefined && unit !== 'money' && currency !== undefined)
      report(ctx, ['currency'], `conflicts with the unit \`${unit}\`; delete one of them`);
    if (unit === 'money' && currency === undefined && figures.every((figure) => typeof figure !== 'string'))
      report(ctx, ['currency'], 'is missing: write the currency of the money, like EUR');
    if (/^[a-z][a-z0-9+.-]*:/i.test(source) && !/^(?:https?:\/\/|mailto:)/i.test(source))
      report(ctx, ['source'], 'must be an http(s) or mailto address, or plain text');
  });

const oneMetric = z.union([words(), structuredMetric]);
const severalMetrics = z.union([oneMetric, z.array(oneMetric).min(1)]);
const anyMetrics = z.union([severalMetrics, z.record(z.string(), severalMetrics)]);

/** The value of `metrics:`: text, one structured metric, a list of these, or any of them under categories of the author's choice. */
export const metricsSchema = z
  .unknown()
  .transform((input, ctx): MetricsInput => {
    if (isStructured(input)) return readStructured(input, [], ctx);
    if (!isMap(input)) return readSeveral(input, [], ctx);
    const entries: [string, SeveralMetrics][] = [];
    const present = Object.entries(input).filter(([, written]) => written !== null && written !== undefined);
    if (present.length === 0) report(ctx, [], 'is empty; add a metric or delete the key', input);
    for (const [category, written] of present) {
      if (categoryPattern.test(category)) entries.push([category, readSeveral(written, [category], ctx)]);
      else {
        const suggestion = (category.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('_');
        const message = 'is not a valid category name: use letters, digits, hyphens and underscores';
        report(ctx, [category], suggestion ? `${message}; write \`${suggestion}\`` : message, written);
      }
    }
    return Object.fromEntries(entries);
  })
  .meta({
    ...inputShape(anyMetrics),
    description: 'Outcomes: sentences with figures, structured metrics with before and after, or categories of these',
  });

export type StructuredMetric = z.output<typeof structuredMetric>;
export type OneMetric = string | StructuredMetric;
export type SeveralMetrics = OneMetric | OneMetric[];
export type MetricsInput = SeveralMetrics | Record<string, SeveralMetrics>;

/** Whether a map is one structured metric, recognised by any of its keys; otherwise its keys are categories. */
export function isStructured(value: unknown): value is StructuredMetric {
  return isMap(value) && Object.keys(value).some((key) => Object.hasOwn(structuredMetric.shape, key));
}

/** Keys of a metric that mean the same; the first is the usual one. */
export const synonyms = [
  ['value', 'improvement', 'number'],
  ['label', 'metric', 'text'],
  ['before', 'from'],
  ['after', 'to'],
  ['context', 'description'],
] as const;

const categoryPattern = /^[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*$/u;
const bareNumber = 'has no label; write a sentence such as "70% less waiting time", or `value`, `unit` and `label`';

/** A metric as a sentence. */
function words() {
  return z.string().trim().min(1);
}

/** A figure: a finite number, or text that contains one. */
function amount() {
  return z
    .preprocess(
      (value) => (value instanceof SourceScalar ? (typeof value.value === 'number' ? value.value : value.source) : value),
      z.union([z.number(), words()], { error: 'must be a number, or text with a number in it' }),
    )
    .meta({ anyOf: [{ type: 'number' }, { type: 'string', minLength: 1 }] });
}

function readSeveral(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): SeveralMetrics {
  if (!Array.isArray(written)) return readOne(written, path, ctx);
  if (written.length === 0) report(ctx, path, 'is an empty list; add a metric or delete the key', written);
  return written.map((entry, index) => readOne(entry, [...path, index], ctx));
}

function readOne(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): OneMetric {
  if (typeof written === 'string') {
    const sentence = written.trim();
    if (sentence === '') report(ctx, path, 'is empty', written);
    else if (/^[+-]?[\d.,\s]+$/.test(sentence)) report(ctx, path, bareNumber, written);
    return sentence;
  }
  if (written instanceof SourceScalar) {
    report(ctx, path, `\`${written.source}\` ${bareNumber}`, written.source);
    return '';
  }
  if (isMap(written)) return readStructured(written, path, ctx);
  const isBare = typeof written === 'number' || typeof written === 'boolean';
  report(ctx, path, isBare ? `\`${written}\` ${bareNumber}` : 'must be a sentence, a structured metric or a list of these', written);
  return '';
}

function readStructured(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): StructuredMetric {
  const present = isMap(written) ? Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null)) : written;
  const parsed = structuredMetric.safeParse(present);
  if (parsed.success) return parsed.data;
  const misspelt = parsed.error.issues.some(({ code }) => code === 'unrecognized_keys');
  for (const issue of parsed.error.issues) {
    // A misspelt `value` is one issue, not also a metric without a figure.
    if (misspelt && issue.code === 'custom' && issue.path.length === 0) continue;
    ctx.issues.push({ ...issue, path: [...path, ...issue.path], input: present } as (typeof ctx.issues)[number]);
  }
  return {};
}

function report(ctx: z.RefinementCtx, path: PropertyKey[], message: string, input?: unknown): void {
  ctx.addIssue({ code: 'custom', path, message, input });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar);
}
