import { warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import type { MetricsInput } from '../../schemas/metric.ts';
import { formatQuantity } from '../../metrics/format/format-outcome.ts';
import { agreement, measuredChange } from '../../metrics/model/evaluate.ts';
import { readLocatedOutcomes } from '../../metrics/read-outcomes.ts';
import { comparablePeriods, sameDimension } from '../../metrics/model/dimensions.ts';
import type { Outcome } from '../../metrics/model/types.ts';

/** List what readers would doubt in the metrics of one document, with the path of each metric and a fix. */
export function metricWarnings(metrics: MetricsInput | undefined, resultsMetrics: string | undefined, lang?: string): MetricWarning[] {
  return readLocatedOutcomes(metrics, resultsMetrics, lang).flatMap(({ path, outcomes }) =>
    outcomes.flatMap((outcome) =>
      warningCodes.flatMap((code) => {
        const message = rules[code].check(outcome);
        return message === null ? [] : [{ path, code, message, fix: rules[code].fix, value: outcome.text }];
      }),
    ),
  );
}

/** Warn of figures that a metric names and leaves empty: the page shows the others without them. */
export function emptyFigures(document: Pick<Document, 'emptyKeys'>): FieldDiagnostic[] {
  const empty = document.emptyKeys.filter((path) => path[0] === 'metrics' && /^(?:before|after|value)$/.test(String(path.at(-1))));
  return empty.map((field) => warningIn(field, 'has no value', 'write the figure, or delete the key'));
}

interface MetricWarning {
  /** Front-matter path, like `['metrics', 'performance']`. */
  path: (string | number)[];
  code: WarningCode;
  message: string;
  fix: string;
  /** The author's text. */
  value: string;
}

type WarningCode = keyof typeof rules;

interface Rule {
  /** Return what is doubtful about an outcome; null when nothing is. */
  check: (outcome: Outcome) => string | null;
  fix: string;
}

const rules = {
  'no-baseline': {
    check: (outcome) =>
      outcome.kind === 'change' && outcome.unit === 'percent' && !outcome.before && !hasBaseline(outcome)
        ? `gives a change of ${formatQuantity(outcome, 'en')} without the figures behind it`
        : null,
    fix: 'add the figures before and after ("from 3.5 s to 1.05 s", or `before` and `after`), or name the baseline ("compared with 2022")',
  },
  contradiction: {
    check: (outcome) => (agreement(outcome) === 'contradicts' ? contradiction(outcome) : null),
    fix: 'correct the claim, or the figures before and after; the difference between two percentages is in percentage points',
  },
  'unlike-endpoints': {
    check: ({ before, after }) => {
      if (!before || !after) return null;
      const states = `${formatQuantity(before, 'en')} before and ${formatQuantity(after, 'en')} after`;
      if (!sameDimension(before, after)) return `compares different things: ${states}`;
      return comparablePeriods(before, after) ? null : `compares different periods: ${states}`;
    },
    fix: 'use units of the same kind, and the same period, for both',
  },
  target: {
    check: ({ kind, text, context }) =>
      kind !== 'statement' && targetWords.test(`${text} ${context ?? ''}`) ? 'states a target, not an outcome' : null,
    fix: 'write what you achieved, or move the plan into the text',
  },
} as const satisfies Record<string, Rule>;

const warningCodes = Object.keys(rules) as WarningCode[];

const targetWords =
  /\b(?:target(?:s|ed|ing)?(?! audience)|goal(?:s)?|projected|expected to|aim(?:s|ed|ing)? (?:to|for|at)|planned|forecast(?:ed)? (?:to|at|for)|will (?:save|reduce|increase|cut|grow)|ziel|angestrebt|objectif|objetivo|meta)\b/i;
const baselineWords =
  /\b(?:from|compared|versus|vs\.?|than|against|over (?:the )?(?:previous|prior|last)|year[- ](?:over|on)[- ]year|yoy|since|before|previous(?:ly)?|baseline|gegenüber|verglichen|par rapport|frente a|comparad[oa])\b/i;

/** Whether the author names the baseline of a change. */
function hasBaseline({ text, context, method }: Outcome): boolean {
  return baselineWords.test(`${text} ${context ?? ''} ${method ?? ''}`);
}

function contradiction(outcome: Outcome): string | null {
  const change = measuredChange(outcome);
  if (change === null || !outcome.before || !outcome.after) return null;
  const claim = formatQuantity(outcome, 'en');
  const percent = `${change < 0 ? '\u2212' : '+'}${Number(Math.abs(change * 100).toFixed(1))}%`;
  const ends = `${formatQuantity(outcome.before, 'en')} → ${formatQuantity(outcome.after, 'en')}`;
  return `claims ${claim}, but its own figures say otherwise: ${ends} is ${percent}`;
}
