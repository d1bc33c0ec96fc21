import { interpolate, stringsFor, type Strings } from '../../i18n/strings.ts';
import { hasZero, toCommonUnit } from '../model/dimensions.ts';
import { agreement, changeFactor, isAvailability } from '../model/evaluate.ts';
import { betterDirection, isSpeedClaim, saysFaster } from '../model/polarity.ts';
import { oppositeBound } from '../model/quantity.ts';
import type { Bound, Outcome, Quantity } from '../model/types.ts';
import { decimalsOf, intlNumberFormat } from './format-figure.ts';
import { formatOutcome } from './format-outcome.ts';
import { baseOf, quantityOf, readerUnit, readerUnits, sizeIn, unitsBeside } from './reader-units.ts';
import type { Question } from './your-numbers.ts';

/**
 * Return the outcomes that a reader can apply to a number of their own, each with an example: its old state, 100 for a bare percentage, or
 * the stated percentage for an availability. An outcome is left out where no honest arithmetic exists:
 * - a level, a statement, an absolute amount ("€46,000 less") and a score without a known whole,
 * - states that are unknown, of different periods, or contradicted by the claim beside them,
 * - fewer than ten things that are counted once ("5 → 1 copies"): that was a decision, not a proportion,
 * - a claim of speed that may mean a time or its inverse ("builds 3x faster"),
 * - a figure that stayed the same, and a change to zero or to the whole, which gives every reader the same answer.
 */
export function readerExamples(outcomes: readonly Outcome[], locale: string): ReaderExample[] {
  return outcomes.flatMap((outcome) => {
    const example = isAvailability(outcome) ? downtimeOf(outcome, locale) : (fromStates(outcome, locale) ?? fromClaim(outcome, locale));
    if (!example) return [];
    const label = formatOutcome(outcome, locale).label || outcome.text;
    return [{ label, ...example, question: { ...example.question, error: errorText(example.question, locale) } }];
  });
}

export interface ReaderExample {
  label: string;
  /** The number the input begins with, formatted in the locale. */
  example: string;
  /** What stands before and after the input: a currency or a unit; empty if unknown. */
  prefix: string;
  unit: string;
  question: Question;
}

type Example = Pick<ReaderExample, 'example' | 'prefix' | 'unit'> & { question: OpenQuestion };

type OpenQuestion = Omit<Question, 'error'>;

function downtimeOf({ value }: Outcome, locale: string): Example {
  const units = (['day', 'hour', 'minute', 'second'] as const).map((unit) => {
    const size = sizeIn(unit, 'second');
    // Half a second less than a whole unit still rounds to it.
    return readerUnit(quantityOf(unit), unit === 'second' ? 0 : size - 0.5, size, locale);
  });
  const question: OpenQuestion = { max: 100, digits: 0, units, text: stringsFor(locale).downtime };
  return { example: plainNumber(value ?? 0, locale), ...unitsBeside(quantityOf('percent'), locale), question };
}

/** Apply the move between two states of a transition. */
function fromStates(outcome: Outcome, locale: string): Example | null {
  const { before, after } = outcome;
  const states = before && after && toCommonUnit(before, after);
  if (!states || before.value === null || after.value === null || outcome.kind !== 'transition' || outcome.direction === null) return null;
  if (before.per !== after.per || !hasZero(before) || Math.min(...states) <= 0 || agreement(outcome) === 'contradicts') return null;
  const counted = before.unit === 'count' && before.symbol === null && !before.per;
  if (counted && Math.min(...states) < 10) return null;
  const bound = boundOf(outcome);
  if (bound === null && isScore(outcome)) return null;
  const gap = bound !== null && after.value > before.value;
  const base = baseOf(after.unit);
  // "From 10–15 min to 2–3 min": the low ends belong together, and so do the high ones.
  const pairs = [
    [before.value, after.value],
    [before.upper ?? before.value, after.upper ?? after.value],
  ] as const;
  const factors = new Set(pairs.map(([from, to]) => (gap ? (bound - to) / (bound - from) : (to * base) / from)));
  const by = [...factors].toSorted((a, b) => (gap ? b - a : a - b));
  if (by.some((factor) => !(factor > 0 && Number.isFinite(factor)))) return null;
  const question: OpenQuestion = {
    by,
    ...(bound !== null && { max: bound }),
    ...(gap && { gap }),
    digits: gap ? Math.max(bound > 10 ? 1 : 2, precisionOf(bound - after.value, after.value)) : Math.max(3, precisionOf(after.value)),
    ...(after.unit === 'money' && after.currency && moneyFormat(after.value, after.currency)),
    ...(counted && [before.value, after.value].every(Number.isInteger) && { format: { maximumFractionDigits: 0 } }),
    units: readerUnits(after, locale),
    text: boundText(stateBound(before, after), locale),
  };
  return { example: plainNumber(before.value, locale), ...unitsBeside(before, locale), question };
}

/** Apply a relative change that is claimed without its states. */
function fromClaim(outcome: Outcome, locale: string): Example | null {
  const { value, upper, kind, direction, subject, bound } = outcome;
  if (kind === 'transition' || value === null || isAmbiguous(outcome)) return null;
  const factors = (upper === null ? [value] : [value, upper]).map((claimed) => changeFactor({ ...outcome, value: claimed, upper: null }));
  const by = [...new Set(factors)]
    .flatMap((factor) => (factor !== null && factor > 0 && Number.isFinite(factor) ? [factor] : []))
    .toSorted((a, b) => a - b);
  const largest = Math.max(...by);
  if (by.length !== new Set(factors).size || (largest > 1 && scores.test(subject ?? ''))) return null;
  const text = boundText(direction === 'down' || largest < 1 ? oppositeBound[bound] : bound, locale);
  if (largest > 1 && shares.test(subject ?? '')) {
    const max = Math.floor(1000 / largest) / 10;
    const example = [10, 1].find((percent) => percent <= max);
    const unit = quantityOf('percent');
    const question = { by, max, digits: 3, units: readerUnits(unit, locale), text };
    return example === undefined ? null : { example: plainNumber(example, locale), ...unitsBeside(unit, locale), question };
  }
  return { example: plainNumber(100, locale), prefix: '', unit: '', question: { by, digits: 3, units: [[0, 1, '']], text } };
}

/**
 * Whether a claim of an improvement leaves open what happens to a number: builds that are "3x faster" take a third of the time or are three
 * times as many, and a load time "improved by 50 %" may have been halved or divided by 1.5.
 */
function isAmbiguous({ text, subject, direction }: Outcome): boolean {
  if (direction !== 'up' || !isSpeedClaim(text)) return false;
  const better = betterDirection(subject);
  if (!saysFaster(text)) return better !== 'higher';
  return better !== 'lower' && !speeds.test(subject ?? '');
}

/** What is itself larger when something is faster. */
const speeds =
  /speed|throughput|velocity|performance|frequency|capacity|geschwindigkeit|durchsatz|leistung|vitesse|débit|velocidad|rendimiento/i;

/** Shares of 100 % whose growth is stated in percent of themselves. */
const shares =
  /\b(?:conversion|completion|retention|adoption|acceptance|approval|success|open|click-through|response|fill|occupancy|utili[sz]ation|uptime|availability|coverage|accuracy|ctr|share|konversion|abschluss|auslastung|verfügbarkeit|abdeckung|anteil|taux de (?:conversion|réussite)|tasa de (?:conversión|éxito))/i;

/** Measures on a scale whose end is unknown, so that a growth might pass it. */
const scores = /\b(?:scores?|ratings?|nps|csat|stars?|satisfaction|zufriedenheit|bewertung|satisfacción|lighthouse)\b/i;

/** Whether the states of a transition are scores, whose scale may end anywhere. */
function isScore({ after, unit, subject }: Outcome): boolean {
  if ([after?.unit, unit].some((own) => /^(?:point|star|percentage_point)$/.test(own ?? ''))) return true;
  return (after?.unit ?? 'count') === 'count' && scores.test(subject ?? '');
}

/** Return the largest possible state of a transition: 100 of a share, n of a score "of n"; null if there is none or it is unknown. */
function boundOf({ before, after, outOf, text, subject }: Outcome): number | null {
  const [from, to] = [before, after].map((state) => state?.upper ?? state?.value ?? 0) as [number, number];
  const whole = outOf ?? wholeIn(text) ?? (/\b(?:lighthouse|page ?speed)\b/i.test(subject ?? text) ? 100 : null);
  const bound = { percent: 100, star: 5, point: whole }[after?.unit as string] ?? null;
  return bound !== null && from <= bound && to <= bound ? bound : null;
}

/** Return the whole that every score of a text names: 10 in "from 6/10 to 9/10". */
function wholeIn(text: string): number | null {
  const wholes = new Set([...text.matchAll(/\d\s?(?:\/|(?:out )?of|von|sur|sobre|de)\s?(\d+)\b/gi)].map(([, whole]) => Number(whole)));
  return wholes.size === 1 ? ([...wholes][0] ?? null) : null;
}

/** Return the bound of an answer; a larger old state makes the change larger and the answer smaller. */
function stateBound(before: Quantity, after: Quantity): Bound {
  const bounds = new Set([oppositeBound[before.bound], after.bound].filter((bound) => bound !== 'exact'));
  return bounds.size > 1 ? 'approx' : ([...bounds][0] ?? 'exact');
}

function errorText({ max }: OpenQuestion, locale: string): string {
  const { enterNumber, enterNumberTo } = stringsFor(locale);
  return max === undefined ? enterNumber : interpolate(enterNumberTo, { max: plainNumber(max, locale) });
}

function boundText(bound: Bound, locale: string): string {
  return bound === 'exact' ? '{v}' : stringsFor(locale).yourNumbersBounds[bound as keyof Strings['yourNumbersBounds']];
}

/** Count the significant digits of a number with decimals, those of another number or its own; 0 for a whole number. */
function precisionOf(value: number, other = value): number {
  const decimals = decimalsOf(other);
  return decimals && value.toFixed(decimals).replace(/^0\.0*|\D/g, '').length;
}

/** An amount has cents where it is not whole, or as many decimals as the claim. */
function moneyFormat(amount: number, currency: string): Pick<Question, 'digits' | 'format'> {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' } as const;
  const format = { ...style, maximumFractionDigits: Math.max(2, decimalsOf(amount)) };
  return { digits: Math.max(4, precisionOf(amount)), format };
}

/** Format a number with all its digits, as a reader would type it. */
function plainNumber(value: number, locale: string): string {
  return intlNumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}
