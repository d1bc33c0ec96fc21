import { metricsSchema, type OneMetric, type StructuredMetric } from '../../../src/schemas/metric.ts';
import { parseMetrics, parseState } from '../../../src/metrics/parse/parse-metrics.ts';
import { readOutcomes } from '../../../src/metrics/read-outcomes.ts';
import type { Metric, Quantity } from '../../../src/metrics/model/types.ts';

/** Check whether a sentence states an outcome and nothing else, and the site would read every figure of it. */
export function isOutcomeSentence(text: string, category?: string): boolean {
  if (text.length > 160 || /[.!?]\s+\S|\n/.test(text) || isHypothetical(text) || describesWork.test(text)) return false;
  const metrics = parseMetrics(text);
  const isShare = ({ kind, unit, subject }: Metric): boolean =>
    kind === 'level' && unit === 'percent' && subject !== null && measuredShares.test(text);
  const isChange = ({ kind, subject }: Metric): boolean =>
    kind === 'transition' || ((kind === 'change' || kind === 'multiple') && (subject !== null || category !== undefined));
  return metrics.every((metric) => isChange(metric) || isShare(metric)) && readsEveryFigure(text, metrics);
}

/** Nouns whose share is a result: 40 % of a team are none. */
const measuredShares =
  /\b(?:uptime|availability|accuracy|precision|satisfaction|compliance|coverage|feedback|adoption|retention|completion|success|conversions?|accessibility|rates?|scores?|positive)\b/i;

/** Verbs of what the work is or was for, not of what it changed; as in "Support tickets", the same word may name what is measured. */
const describesWork =
  /^(?:handl|serv(?!ers?\b|ices?\b)|support|manag(?!ers?\b)|process|built|build|design|develop(?!ers?\b)|sold|sell|led\b|host|ran\b|run|deliver(?:ed|s)? \d)(?!\w*(?:\s\p{L}+)?\s(?:times?|costs?|tickets?|requests?|calls?|errors?|effort|expenses|fees|hours|bugs|failures|turnaround)\b)/iu;

/** Check whether the site would read the figures of a structured metric as its author means them. */
export function isReliableMetric(metric: StructuredMetric): boolean {
  const figures = [metric.value ?? metric.improvement ?? metric.number, metric.before ?? metric.from, metric.after ?? metric.to]
    .filter((figure) => figure !== undefined)
    .map(String);
  const label = metric.label ?? metric.metric ?? metric.text;
  if (label === undefined || label.length > 120 || figures.length === 0) return false;
  if (figures.some((figure) => figure.length > 60 || !isFigure(figure)) || isHypothetical([label, ...figures].join(' '))) return false;
  if (isScene(label, figures) || !metricsSchema.safeParse([metric]).success) return false;
  const outcomes = readOutcomes([metric as OneMetric], undefined);
  const expected = figures.flatMap((figure) => parseState(figure)?.value ?? []);
  const numbers = outcomes.flatMap(numbersOf);
  return (
    outcomes.every(({ kind }) => kind !== 'statement') &&
    expected.every((value) => numbers.includes(value)) &&
    readsEveryFigure(figures.join(' ; '), outcomes)
  );
}

/** Check whether a text contains a number that may measure something. */
export function hasFigure(text: string): boolean {
  return /(?<![\p{L}\d])\d/u.test(text);
}

/** A rank, a year, a zero, a fraction or a name (`#1`, `2019`, `24/7`, `Top 5`, `ISO 27001`) is no figure that the site can show alone. */
function isFigure(text: string): boolean {
  return (
    hasFigure(text) &&
    !/[#№]\s*\d|\d\s*(?:\/|in|(?:out )?of)\s*\d|^\D*0\D*$|^\D*(?:19|20)\d\d\D*$|\b(?:top|version|v|iso|rank\w*)\s*\d|\d(?:st|nd|rd|th)\b/i.test(
      text,
    )
  );
}

/** The size of the team or the length of the work is no outcome: `3` years, `120+` engineers led. */
function isScene(label: string, figures: readonly string[]): boolean {
  return (
    figures.every((figure) => !/[%€$£×x]/i.test(figure)) &&
    scene.test(label) &&
    !/\b(?:saved|less|fewer|faster|more|reduced|reduction|per)\b/i.test(label)
  );
}

const scene =
  /\b(?:years?|months?|weeks?|teams?|engineers?|developers?|designers?|people|members?|staff|employees|stakeholders?|partners?|workshops?|interviews?|countries|markets?|languages?|offices?|locations?|jahre|monate|wochen|mitarbeitende)\b/i;

/** Plans, conditions, thresholds, possibilities, denials and comparisons with what did not happen. */
function isHypothetical(text: string): boolean {
  return hypothetical.test(text);
}

const hypothetical =
  /\b(?:if|when(?:ever)?|unless|until|once|moment|plan(?:s|ned|ning)?|will|would|could|should|may|might|can(?:not)?|target(?:s|ed|ing)?|goals?|aim(?:s|ed|ing)?|expect(?:s|ed)?|projected|projections?|estimate[sd]?|forecast(?:s|ed)?|potential(?:ly)?|rather than|instead of|below|above|under|over|not?|never|none|without|fail(?:s|ed|ing)?|exceed(?:s|ed|ing)?|thresholds?|up to|zero|no longer|next|budget(?:ed)?|possible|geplant|soll(?:en|te)?|wenn|falls|könnte|nicht|keine?|ohne|prévue?|pourrait|sans|previst[oa]|potrebbe|non|senza|podría|sin)\b/i;

/** A number that no metric contains is one that the site misreads. */
function readsEveryFigure(text: string, metrics: readonly Metric[]): boolean {
  const written = text.match(/(?<![\p{L}\d.,])\d[\d.,\u{202F}\u{A0}']*/gu) ?? [];
  return written.length > 0 && written.length <= metrics.flatMap(numbersOf).length && isFigure(text);
}

function numbersOf({ value, upper, outOf, before, after }: Metric): number[] {
  const ends = (quantity: Quantity | null): (number | null)[] => [quantity?.value ?? null, quantity?.upper ?? null];
  return [value, upper, outOf ?? null, ...ends(before), ...ends(after)].filter((number) => number !== null);
}
