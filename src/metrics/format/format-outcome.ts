import { type Strings, stringsFor } from '../../i18n/strings.ts';
import { isDuration } from '../model/dimensions.ts';
import { agreement, hasMixedPeriods } from '../model/evaluate.ts';
import { betterDirection, isSpeedClaim } from '../model/polarity.ts';
import type { Metric, Outcome, Quantity } from '../model/types.ts';
import { decimalsOf, formatFigure, formatNumber, type FormattedFigure } from './format-figure.ts';

/** Make the texts of an outcome in a locale; templates print `figure` and `unit` next to each other without a space. */
export function formatOutcome(outcome: Outcome, locale: string): FormattedOutcome {
  const words = stringsFor(locale).metric;
  const { text } = outcome;
  const label = capitalize(outcome.label ?? outcome.subject ?? '', locale) || (categoryName(outcome.category, locale) ?? '');
  const shown = shownQuantity(outcome);
  if (!shown) {
    return {
      prefix: '',
      figure: '',
      unit: '',
      label,
      sentence: text,
      ...textsBesideFigure({ text, label, figure: '', detail: null }),
      detail: null,
      change: '',
      accessible: text,
      countUp: null,
    };
  }
  const claim = isClaim(outcome) && shown === outcome;
  const formatted = shown === outcome ? formatOwnFigure(outcome, locale) : formatFigure(shown, locale);
  const word = claim ? claimWord(outcome, words) : null;
  const arrow = claim && !word ? arrows[outcome.direction ?? 'none'] : '';
  const unit = word ? `${formatted.unit} ${word}` : formatted.unit;
  const detail = detailOf(outcome, locale);
  return {
    prefix: [arrow, boundWord(shown, claim, words)].filter(Boolean).join('\u00a0'),
    figure: formatted.figure,
    unit,
    label,
    sentence: text,
    ...textsBesideFigure({ text, label, figure: `${formatted.figure}${unit}`, detail }),
    detail,
    change: detail ?? `${formatted.figure}${unit}`,
    accessible: accessibleText(outcome, label, locale),
    countUp: countUpOf(shown),
  };
}

/** Format a quantity as a phrase with its bound: "about 3.5 s". */
export function formatQuantity(quantity: Quantity, locale: string): string {
  const { figure, unit } = formatFigure(quantity, locale);
  const bound = boundWord(quantity, false, stringsFor(locale).metric);
  return bound ? `${bound}\u00a0${figure}${unit}` : `${figure}${unit}`;
}

/** Return the name of a category: a known key in the words of the locale, any other key as words: "Page speed" for `page_speed`, "SEO" for `seo`. */
export function categoryName(key: string | null, locale: string): string | null {
  if (key === null) return null;
  const { category } = stringsFor(locale);
  if (Object.hasOwn(category, key)) return category[key as keyof typeof category];
  const words = key.replace(/[_-]+/g, ' ').trim();
  return capitalize(
    words.replace(initialisms, (letters) => letters.toUpperCase()),
    locale,
  );
}

/** What templates print. Every text may be empty, except `sentence` and `accessible`. */
export interface FormattedOutcome {
  /** The arrow of a claim and the word of its bound: "↓ up to". */
  prefix: string;
  figure: string;
  /** The unit with the space before it. */
  unit: string;
  label: string;
  /** The author's words. */
  sentence: string;
  /** The author's sentence; null if it only repeats the label and the figures. */
  statement: string | null;
  /** The text next to the figure: the figures after a label as the author wrote them, else the two states; null if it repeats the figure. */
  states: string | null;
  /** The two states of a transition: "3.5 s → 0.8 s"; null for other kinds. */
  detail: string | null;
  /** The change where a figure stands alone: "€498k → €187k", "62% less"; empty without a figure. */
  change: string;
  /** One phrase that says everything in words, the direction included. */
  accessible: string;
  /** The number that the figure may count up to; null if it is no plain number. */
  countUp: { end: number; decimals: number } | null;
}

/** Measures that are written as initials. */
const initialisms = /\b(?:api|aov|arr|cac|cpu|csat|ctr|kpi|lcp|ltv|mrr|mttr|nps|roas|roi|rpo|rto|seo|sla|slo|tco|ui|ux)\b/gi;

const arrows = { up: '↑', down: '↓', none: '' } as const;

/** Return the quantity in large type: the new state of a transition, else the claim or the level. */
function shownQuantity(outcome: Metric): Quantity | null {
  if (outcome.kind === 'statement') return null;
  if (outcome.kind !== 'transition') return outcome;
  if (outcome.after?.value != null) return outcome.after;
  if (outcome.value !== null) return outcome;
  return outcome.after ?? null;
}

function isClaim({ kind }: Metric): boolean {
  return kind === 'change' || kind === 'multiple' || kind === 'transition';
}

/** Format the figure of a metric with the whole of a share: 9/10. */
function formatOwnFigure(metric: Metric, locale: string): FormattedFigure {
  const { figure, unit } = formatFigure(metric, locale);
  return { figure, unit: metric.outOf == null ? unit : `/${formatNumber(metric.outOf, locale)}${unit}` };
}

/** Return the word that replaces an arrow which would mislead: a "faster" time did not rise, "saved" hours did not fall. */
function claimWord(outcome: Metric, words: Strings['metric']): string | null {
  if (outcome.kind === 'transition') return null;
  if (outcome.direction === 'down') return isDuration(outcome.unit) && savedWords.test(outcome.text) ? words.saved : null;
  if (outcome.direction !== 'up' || !isSpeedClaim(outcome.text)) return null;
  if (betterDirection(outcome.subject) === 'higher' && outcome.kind === 'change') return null;
  return /fast|quick|speed|schnell|rapid|rápid/i.test(outcome.text) ? words.faster : words.better;
}

const savedWords = /\b(?:sav|free[ds]?\b|gespart|eingespart|économis|ahorr|econom)/i;

function boundWord({ bound, unit }: Quantity, claim: boolean, words: Strings['metric']): string {
  if (bound === 'approx') return words.about;
  if (bound === 'at_most') return isDuration(unit) && !claim ? words.under : words.upTo;
  return '';
}

function detailOf(outcome: Metric, locale: string): string | null {
  const { before, after } = outcome;
  if (!before || !after || hasMixedPeriods(outcome)) return null;
  const ends = `${formatQuantity(before, locale)} → ${formatQuantity(after, locale)}`;
  if (outcome.value === null || agreement(outcome) !== 'agrees') return ends;
  const { figure, unit } = formatFigure(outcome, locale);
  return `${ends} (${arrows[outcome.direction ?? 'none']}\u00a0${figure}${unit})`;
}

/** Return the sentence and the states to print next to a figure, without what the label or the figure already says. */
function textsBesideFigure({ text, label, figure, detail }: FigureTexts): Pick<FormattedOutcome, 'statement' | 'states'> {
  const normalize = (words: string) => words.replace(/\s/g, '').toLowerCase();
  if (normalize(text) === normalize(label)) return { statement: null, states: detail };
  const opening = `${label}: `;
  if (!text.toLowerCase().startsWith(opening.toLowerCase())) return { statement: text, states: detail };
  const figures = text.slice(opening.length);
  return { statement: null, states: normalize(figures) === normalize(figure) ? null : figures };
}

interface FigureTexts {
  text: string;
  label: string;
  figure: string;
  detail: string | null;
}

function countUpOf({ value, upper, unit }: Quantity): FormattedOutcome['countUp'] {
  const isPlainNumber = value !== null && upper === null && unit !== 'money' && value > 0 && value < 1e6;
  return isPlainNumber ? { end: value, decimals: decimalsOf(value) } : null;
}

function accessibleText(outcome: Metric, label: string, locale: string): string {
  const words = stringsFor(locale).metric;
  if (outcome.kind === 'transition' && hasMixedPeriods(outcome)) return outcome.text;
  const figure = accessibleFigure(outcome, words, locale);
  return label ? label + stringsFor(locale).colon + figure : figure;
}

function accessibleFigure(outcome: Metric, words: Strings['metric'], locale: string): string {
  if (outcome.kind === 'transition' && outcome.after) {
    const to = formatQuantity(outcome.after, locale);
    return outcome.before ? `${words.from} ${formatQuantity(outcome.before, locale)} ${words.to} ${to}` : `${words.to} ${to}`;
  }
  const { figure, unit } = formatOwnFigure(outcome, locale);
  const claim = isClaim(outcome);
  const amount = [boundWord(outcome, claim, words), `${figure}${unit}`].filter(Boolean).join(' ');
  if (!claim || outcome.direction === null) return amount;
  const word = claimWord(outcome, words);
  if (word) return `${amount} ${word}`;
  return outcome.unit === 'ratio'
    ? `${words[outcome.direction]} ${words.byFactor} ${amount.replace('×', '')}`
    : `${words[outcome.direction]} ${amount}`;
}

function capitalize(text: string, locale: string): string {
  const [first = ''] = text;
  // iPhone and eCommerce keep their lower-case initial.
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : first.toLocaleUpperCase(locale) + text.slice(first.length);
}
