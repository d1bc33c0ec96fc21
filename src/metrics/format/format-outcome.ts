import { stringsFor, type Strings } from '../../i18n/strings.ts';
import { decimalsOf, formatNumber, formatFigure, type FormattedFigure } from './format-figure.ts';
import { agreement, hasMixedPeriods } from '../model/evaluate.ts';
import { betterDirection, isSpeedClaim } from '../model/polarity.ts';
import { isDuration } from '../model/dimensions.ts';
import type { Metric, Outcome, Quantity } from '../model/types.ts';

/** Make the texts an outcome is shown with, in the site's locale; `figure` and `unit` stand side by side without a space. */
export function formatOutcome(outcome: Outcome, locale: string): FormattedOutcome {
  const known = formatted.get(outcome)?.get(locale);
  if (known) return known;
  const made = makeTexts(outcome, locale);
  formatted.set(outcome, (formatted.get(outcome) ?? new Map<string, FormattedOutcome>()).set(locale, made));
  return made;
}

// Lists, pages, feeds, data and structured data show the same outcomes.
const formatted = new WeakMap<Outcome, Map<string, FormattedOutcome>>();

function makeTexts(outcome: Outcome, locale: string): FormattedOutcome {
  const words = stringsFor(locale).metric;
  const label = capitalise(outcome.label ?? outcome.subject ?? '', locale) || (categoryName(outcome.category, locale) ?? '');
  const shown = shownQuantity(outcome);
  if (!shown) {
    const { text } = outcome;
    return {
      prefix: '',
      figure: '',
      unit: '',
      label,
      sentence: text,
      ...sideTexts(text, label),
      detail: null,
      accessible: text,
      countUp: null,
    };
  }
  const claim = isClaim(outcome) && shown === outcome;
  const written = shown === outcome ? formatMetricFigure(outcome, locale) : formatFigure(shown, locale);
  const word = claim ? claimWord(outcome, words) : null;
  const prefix = [claim && !word ? arrows[outcome.direction ?? 'none'] : '', boundWord(shown, claim, words)].filter(Boolean).join('\u00a0');
  const unit = word ? `${written.unit} ${word}` : written.unit;
  const detail = detailOf(outcome, locale);
  const countable = shown.value !== null && shown.upper === null && shown.unit !== 'money' && shown.value > 0 && shown.value < 1e6;
  return {
    prefix,
    figure: written.figure,
    unit,
    label,
    sentence: outcome.text,
    ...sideTexts(outcome.text, label, `${written.figure}${unit}`, detail),
    detail,
    accessible: accessibleText(outcome, label, locale),
    countUp: countable && shown.value !== null ? { end: shown.value, decimals: decimalsOf(shown.value) } : null,
  };
}

/** Write a quantity as a phrase with its bound: "about 3.5 s". */
export function formatQuantity(quantity: Quantity, locale: string): string {
  const { figure, unit } = formatFigure(quantity, locale);
  const bound = boundWord(quantity, false, stringsFor(locale).metric);
  return bound ? `${bound}\u00a0${figure}${unit}` : `${figure}${unit}`;
}

/** Name a category: the vocabulary's own keys in the words of the locale, any other by its words: `page_speed` as "Page speed", `seo` as "SEO". */
export function categoryName(key: string | null, locale: string): string | null {
  if (key === null) return null;
  const { category } = stringsFor(locale);
  if (Object.hasOwn(category, key)) return category[key as keyof typeof category];
  const words = key.replace(/[_-]+/g, ' ').trim();
  return capitalise(
    words.replace(initialisms, (letters) => letters.toUpperCase()),
    locale,
  );
}

/** What templates print; every text may be empty but `sentence` and `accessible`. */
export interface FormattedOutcome {
  /** Arrow of a claim and the word of its bound: "↓ up to". */
  prefix: string;
  figure: string;
  /** Unit with the space that belongs before it. */
  unit: string;
  label: string;
  /** The author's own words. */
  sentence: string;
  /** The author's sentence where it says more than the label; null where the metric was written as label and figures. */
  statement: string | null;
  /** What stands beside the figure: the figures as the author wrote them below a label, else the two states; null where that is the figure itself. */
  states: string | null;
  /** The two states of a transition: "3.5 s → 0.8 s". */
  detail: string | null;
  /** The whole as one phrase that says the direction in words. */
  accessible: string;
  /** What the figure may count up to; null where it is no plain number. */
  countUp: { end: number; decimals: number } | null;
}

/** What business and the web measure by its initials. */
const initialisms = /\b(?:api|aov|arr|cac|cpu|csat|ctr|kpi|lcp|ltv|mrr|mttr|nps|roas|roi|rpo|rto|seo|sla|slo|tco|ui|ux)\b/gi;

const arrows = { up: '↑', down: '↓', none: '' } as const;

/** The quantity in large type: the own result of a transition, else the claim or the level. */
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

/** A metric's own figure, with the whole it is told of: 9/10. */
function formatMetricFigure(metric: Metric, locale: string): FormattedFigure {
  const { figure, unit } = formatFigure(metric, locale);
  return { figure, unit: metric.outOf == null ? unit : `/${formatNumber(metric.outOf, locale)}${unit}` };
}

/** A word instead of an arrow, where the arrow would mislead: a time that got "faster" did not rise, hours saved are not what fell. */
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

function sideTexts(text: string, label: string, figure = '', detail: string | null = null): Pick<FormattedOutcome, 'statement' | 'states'> {
  const bare = (words: string) => words.replace(/\s/g, '').toLowerCase();
  if (bare(text) === bare(label)) return { statement: null, states: detail };
  const opening = `${label}: `;
  if (text.slice(0, opening.length).toLowerCase() !== opening.toLowerCase()) return { statement: text, states: detail };
  const written = text.slice(opening.length);
  return { statement: null, states: bare(written) === bare(figure) ? null : written };
}

function accessibleText(outcome: Metric, label: string, locale: string): string {
  const words = stringsFor(locale).metric;
  if (outcome.kind === 'transition' && hasMixedPeriods(outcome)) return outcome.text;
  const said = accessibleFigure(outcome, words, locale);
  return label ? label + stringsFor(locale).colon + said : said;
}

function accessibleFigure(outcome: Metric, words: Strings['metric'], locale: string): string {
  if (outcome.kind === 'transition' && outcome.after) {
    const to = formatQuantity(outcome.after, locale);
    return outcome.before ? `${words.from} ${formatQuantity(outcome.before, locale)} ${words.to} ${to}` : `${words.to} ${to}`;
  }
  const { figure, unit } = formatMetricFigure(outcome, locale);
  const claim = isClaim(outcome);
  const amount = [boundWord(outcome, claim, words), `${figure}${unit}`].filter(Boolean).join(' ');
  if (!claim || outcome.direction === null) return amount;
  const word = claimWord(outcome, words);
  if (word) return `${amount} ${word}`;
  return outcome.unit === 'ratio'
    ? `${words[outcome.direction]} ${words.byFactor} ${amount.replace('×', '')}`
    : `${words[outcome.direction]} ${amount}`;
}

function capitalise(text: string, locale: string): string {
  const [first = ''] = text;
  // iPhone and eCommerce keep their own way of beginning.
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : first.toLocaleUpperCase(locale) + text.slice(first.length);
}
