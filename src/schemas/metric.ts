import { z } from 'zod';
import { units } from './units.ts';
import { flag, text, TypedScalar } from './scalar.ts';

/** One metric in the structured form, under the names other templates use too (`metric`, `improvement`, `from`, `to`, `number`, `text`). */
export const structuredMetric = z
  .strictObject({
    label: text().optional().describe('What is measured, as the page names it'),
    value: amount().optional().describe('The result or the claim: 99.9 with a unit, or words such as "70% less"'),
    unit: z.enum(units).optional().describe('Unit of a value given as a bare number'),
    currency: text()
      .pipe(z.string().regex(/^[A-Z]{3}$/, { error: 'a currency as three capitals, like EUR' }))
      .optional()
      .describe('Currency of amounts of money, as three capitals'),
    before: amount().optional().describe('The state before your work'),
    after: amount().optional().describe('The state after it, the result'),
    period: text().optional().describe('The time the figures cover, like "Q3 2022 to Q3 2023"'),
    method: text().optional().describe('How it was measured'),
    source: text().optional().describe('Where a reader can check it: an address or the name of a report'),
    better: z
      .enum(['lower', 'higher'])
      .optional()
      .describe('Whether a lower or a higher figure is the better one, where the words do not say it'),
    headline: flag().optional().describe('true makes this the figure on cards and lists'),
    context: text().optional().describe('A sentence that says more'),
    description: text().optional().describe('The same as context'),
    metric: text().optional().describe('The same as label'),
    improvement: amount().optional().describe('The same as value'),
    number: amount().optional().describe('The same as value'),
    from: amount().optional().describe('The same as before'),
    to: amount().optional().describe('The same as after'),
    text: text().optional().describe('The same as label'),
  })
  .superRefine((metric, ctx) => {
    for (const [key, ...others] of synonyms) {
      const given = [key, ...others].filter((name) => metric[name] !== undefined);
      if (given.length > 1) {
        ctx.addIssue({ code: 'custom', path: [given[1] ?? key], message: `says the same as \`${given[0]}\`; keep one of them` });
      }
    }
    const says = metric.label ?? metric.metric ?? metric.text ?? metric.context ?? metric.description;
    const figures = [metric.value, metric.improvement, metric.number, metric.before, metric.from, metric.after, metric.to];
    if (says === undefined && figures.every((figure) => figure === undefined)) {
      ctx.addIssue({
        code: 'custom',
        path: [],
        message: 'has neither a figure nor a label; give `value`, or `before` and `after`, and a `label`',
      });
    }
    if (metric.unit !== undefined && metric.unit !== 'money' && metric.currency !== undefined) {
      ctx.addIssue({ code: 'custom', path: ['currency'], message: `does not go with unit \`${metric.unit}\`; leave one of them out` });
    }
    if (metric.unit === 'money' && metric.currency === undefined && figures.every((figure) => typeof figure !== 'string')) {
      ctx.addIssue({ code: 'custom', path: ['currency'], message: 'is missing: which currency is the money in? like EUR' });
    }
    if (metric.source !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(metric.source) && !/^(?:https?:\/\/|mailto:)/i.test(metric.source)) {
      ctx.addIssue({ code: 'custom', path: ['source'], message: 'must be an http(s) or mailto address, or plain words' });
    }
  });

const oneMetric = z.union([words(), structuredMetric]);
const severalMetrics = z.union([oneMetric, z.array(oneMetric).min(1)]);
const anyMetrics = z.union([severalMetrics, z.record(z.string(), severalMetrics)]);

/** What stands under `metrics:`: a string, a list, one structured metric, or any of these under categories of the author's choice. */
export const metricsSchema = z
  .unknown()
  .transform((input, ctx): MetricsInput => {
    if (isStructured(input)) return readStructured(input, [], ctx);
    if (!isMap(input)) return readSeveral(input, [], ctx);
    const entries: [string, SeveralMetrics][] = [];
    for (const [category, written] of Object.entries(input)) {
      if (written === null || written === undefined) continue;
      if (!categoryPattern.test(category)) {
        const legal = category
          .trim()
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '_')
          .replace(/^_+|_+$/g, '');
        report(
          ctx,
          [category],
          `is no category name: letters, digits, hyphens and underscores only${legal && `; write \`${legal}\``}`,
          written,
        );
        continue;
      }
      entries.push([category, readSeveral(written, [category], ctx)]);
    }
    if (entries.length === 0 && Object.keys(input).length === 0) report(ctx, [], 'is empty; give a metric or leave the key out', input);
    return Object.fromEntries(entries);
  })
  .meta({
    ...jsonSchemaOf(anyMetrics),
    description: 'Outcomes: a sentence with its figures, a list, before and after in the structured form, or categories of these',
  });

export type StructuredMetric = z.output<typeof structuredMetric>;
export type OneMetric = string | StructuredMetric;
export type SeveralMetrics = OneMetric | OneMetric[];
export type MetricsInput = SeveralMetrics | Record<string, SeveralMetrics>;

/** Say whether a map is one metric, having one of the structured form's keys at its top; otherwise its keys are categories. */
export function isStructured(value: unknown): value is StructuredMetric {
  return isMap(value) && Object.keys(value).some((key) => Object.hasOwn(structuredMetric.shape, key));
}

const synonyms = [
  ['value', 'improvement', 'number'],
  ['label', 'metric', 'text'],
  ['before', 'from'],
  ['after', 'to'],
  ['context', 'description'],
] as const;

const categoryPattern = /^[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*$/u;
const nothingOf = 'says nothing of what; write a sentence such as "70% less waiting time", or `value`, `unit` and `label`';

/** A metric in words. */
function words() {
  return z.string().trim().min(1);
}

/** A figure: a finite number, or words that hold one. */
function amount() {
  return z
    .preprocess(
      (value) => (value instanceof TypedScalar ? (typeof value.value === 'number' ? value.value : value.source) : value),
      z.union([z.number(), words()], { error: 'a number, or words with a number in them' }),
    )
    .meta({ anyOf: [{ type: 'number' }, { type: 'string', minLength: 1 }] });
}

function readSeveral(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): SeveralMetrics {
  if (!Array.isArray(written)) return readOne(written, path, ctx);
  if (written.length === 0) report(ctx, path, 'is an empty list; give a metric or leave the key out', written);
  return written.map((entry, index) => readOne(entry, [...path, index], ctx));
}

function readOne(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): OneMetric {
  if (typeof written === 'string') {
    const said = written.trim();
    if (said === '') report(ctx, path, 'is empty', written);
    else if (isBareNumber(said)) report(ctx, path, nothingOf, written);
    return said;
  }
  if (written instanceof TypedScalar) {
    report(ctx, path, `\`${written.source}\` ${nothingOf}`, written.source);
    return '';
  }
  if (isMap(written)) return readStructured(written, path, ctx);
  report(
    ctx,
    path,
    typeof written === 'number' || typeof written === 'boolean'
      ? `\`${written}\` ${nothingOf}`
      : 'must be a sentence, a structured metric or a list of these',
    written,
  );
  return '';
}

function readStructured(written: unknown, path: PropertyKey[], ctx: z.RefinementCtx): StructuredMetric {
  const present = isMap(written) ? Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null)) : written;
  const parsed = structuredMetric.safeParse(present);
  if (parsed.success) return parsed.data;
  const misspelt = parsed.error.issues.some(({ code }) => code === 'unrecognized_keys');
  for (const issue of parsed.error.issues) {
    // A misspelt `value` is one problem, not also a metric without a figure.
    if (misspelt && issue.code === 'custom' && issue.path.length === 0) continue;
    ctx.issues.push({ ...issue, path: [...path, ...issue.path], input: present } as (typeof ctx.issues)[number]);
  }
  return {};
}

function report(ctx: z.RefinementCtx, path: PropertyKey[], message: string, input: unknown): void {
  ctx.addIssue({ code: 'custom', path, message, input });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TypedScalar);
}

function isBareNumber(value: string): boolean {
  return /^[+-]?[\d.,\s]+$/.test(value);
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
