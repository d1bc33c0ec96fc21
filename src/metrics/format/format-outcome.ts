import { capitalize } from '../../i18n/capitalize.ts';
import { interpolate, type Strings, stringsFor } from '../../i18n/strings.ts';
import { isDuration } from '../model/dimensions.ts';
import { agreement } from '../model/evaluate.ts';
import type { Metric, Outcome, Quantity } from '../model/types.ts';
import { symbolOfName } from '../model/unit-names.ts';
import { formatFigure, formatNumber, type FigureStyle } from './format-figure.ts';
import { boundWord, formatOwnFigure, formatPart, isClaim } from './own-figure.ts';
import { addsTo } from './repetition.ts';

/** Make the texts of an outcome in a locale; templates print `figure` and `unit` next to each other without a space. */
export function formatOutcome(outcome: Outcome, locale: string): FormattedOutcome {
  const byLocale = formattedOutcomes.get(outcome) ?? new Map<string, FormattedOutcome>();
  formattedOutcomes.set(outcome, byLocale);
  const formatted = byLocale.get(locale) ?? makeTexts(outcome, locale);
  byLocale.set(locale, formatted);
  return formatted;
}

/** Say in one phrase what was understood of an outcome, units as short as on a page: "Page loads: from 3.5 s to 0.8 s"; null without a figure. */
export function describeOutcome(outcome: Outcome, locale: string): string | null {
  const { label, change } = formatOutcome(outcome, locale);
  if (change === '') return null;
  return accessibleText(withoutPeriodOf(label, outcome, stringsFor(locale).metric), label, locale, 'full').replaceAll('\u00a0', ' ');
}

/** Format a quantity as a phrase with its bound: "about 3.5 s". */
export function formatQuantity(quantity: Quantity, locale: string, style?: FigureStyle): string {
  const { figure, unit } = formatFigure(quantity, locale, style);
  return phrase(boundWord(quantity, false, stringsFor(locale).metric), `${figure}${unit}`);
}

/** Return the name of a category: a known key in the words of the locale, any other key as words: "Page speed" for `page_speed`, "SEO" for `seo`. */
export function categoryName(key: string | null, locale: string): string | null {
  if (key === null) return null;
  const { category } = stringsFor(locale);
  if (Object.hasOwn(category, key)) return category[key as keyof typeof category];
  const words = key.replace(/[_-]+/g, ' ').trim();
  const name = words.replace(initialisms, (letters) => letters.toUpperCase());
  return capitalize(name, locale);
}

/** What templates print. Every text may be empty, except `sentence` and `accessible`. */
export interface FormattedOutcome {
  /** The word of a bound: "up to". */
  prefix: string;
  /** In large type: the new state of a transition, both states if that is a small count ("5 → 1"), else the claim or the level. */
  figure: string;
  /** The unit with the space before it, the word of a change and the period of a rate: "% less a year". */
  unit: string;
  /** The figure with all its digits and its unit where `figure` is rounded; else null. */
  fullAmount: string | null;
  label: string;
  /** The author's words. */
  sentence: string;
  /** The author's sentence; null if it only repeats the label and the figures. */
  statement: string | null;
  /** The text next to the figure: the two states, or what the author wrote after a label if that says more; null if it repeats the figure. */
  states: string | null;
  /** The two states of a transition: "3.5 → 0.8 s"; null for other kinds. */
  detail: string | null;
  /** The claim of a transition that its states confirm: "38% fewer"; else null. */
  claim: string | null;
  /** The change where a figure is shown alone: "€498k → €187k", "62% less"; empty without a figure. */
  change: string;
  /** One phrase that says everything in words, the direction and the period included. */
  accessible: string;
}

const formattedOutcomes = new WeakMap<Outcome, Map<string, FormattedOutcome>>();

/** Measures that are written as initials. */
const initialisms = /\b(?:api|aov|arr|cac|cpu|csat|ctr|kpi|lcp|ltv|mrr|mttr|nps|roas|roi|rpo|rto|seo|sla|slo|tco|ui|ux)\b/gi;

function makeTexts(stated: Outcome, locale: string): FormattedOutcome {
  const words = stringsFor(locale);
  const { text } = stated;
  const label = capitalize(stated.label ?? nameOf(stated), locale) || (categoryName(stated.category, locale) ?? '');
  const outcome = withoutPeriodOf(label, stated, words.metric);
  const shown = shownQuantity(outcome);
  // "From five lists to one" in a language whose number words are not read has states without a figure.
  if (shown?.value == null && shown?.unit == null) {
    const blank = { prefix: '', figure: '', unit: '', fullAmount: null, detail: null, claim: null, change: '' };
    return { ...blank, label, sentence: text, ...textsBesideFigure(outcome, { label, known: '', detail: null, locale }), accessible: text };
  }
  const isOwn = shown === outcome;
  const format = (style: FigureStyle) => (isOwn ? formatOwnFigure(outcome, locale, style) : formatPart(shown, outcome, locale, style));
  const [compact, full] = [format('compact'), format('full')];
  const prefix = boundWord(shown, isOwn && isClaim(outcome), words.metric);
  const amount = phrase(prefix, `${full.figure}${full.unit}`);
  const states = statesOf(outcome, locale);
  const claim = states && confirmedClaim(outcome, locale);
  const detail = states && states.join(' → ') + (claim ? ` (${claim})` : '');
  // "1" alone says little, and less than the author.
  const alone = states && isSmallCount(outcome) ? { prefix: '', figure: states.join(' → '), unit: '' } : { prefix, ...compact };
  return {
    ...alone,
    fullAmount: compact.figure === full.figure ? null : `${full.figure}${full.unit}`,
    label,
    sentence: text,
    ...textsBesideFigure(outcome, { label, known: `${amount} ${detail ?? ''}`, detail, locale }),
    detail,
    claim,
    change: states ? states.join(' → ') : amount,
    accessible: accessibleText(outcome, label, locale),
  };
}

function isSmallCount({ after, outOf }: Metric): boolean {
  return outOf == null && after?.unit === 'count' && after.symbol === null && after.value !== null && after.value < 10;
}

/** Write the subject of a metric as a name: without the unit, the article or the preposition that its sentence needs. */
function nameOf({ kind, subject, ...own }: Metric): string {
  const words = (subject ?? '').split(' ');
  const symbol = own.symbol ?? own.after?.symbol;
  const namesUnit = (count: number) => symbol != null && symbolOfName(words.slice(0, count).join(' ').toLowerCase()) === symbol;
  const length = [2, 1].find(namesUnit) ?? 0;
  const rest = words.slice(length).join(' ');
  const name = rest.replace(/^(?:d['’]|(?:of|de|des|del|an|viele?)\s)(?=\p{L})/u, '');
  // "156 million square metres" names nothing else; the unit of "from 180 miles to 310 miles" is no name.
  return name || kind === 'transition' ? name : (subject ?? '');
}

/** Leave out the period that the label ends with: "Night alarms a month". */
function withoutPeriodOf(label: string, outcome: Outcome, words: Strings['metric']): Outcome {
  const without = <T extends Quantity>(quantity: T): T => {
    const noun = quantity.per && words.per[quantity.per].split(' ').at(-1);
    return noun && label.toLowerCase().endsWith(` ${noun.toLowerCase()}`) ? { ...quantity, per: null } : quantity;
  };
  const { before, after } = outcome;
  return { ...without(outcome), before: before && without(before), after: after && without(after) };
}

/** Return the quantity in large type: the new state of a transition, else the claim or the level. */
function shownQuantity(outcome: Metric): Quantity | null {
  if (outcome.kind === 'statement') return null;
  if (outcome.kind !== 'transition') return outcome;
  return outcome.after?.value != null || outcome.value === null ? outcome.after : outcome;
}

function phrase(prefix: string, amount: string): string {
  return prefix ? `${prefix} ${amount}` : amount;
}

/** Return the two states of a transition, their unit and period once if both are the same; null if one is missing. */
function statesOf(outcome: Metric, locale: string): [string, string] | null {
  const { before, after } = outcome;
  if (!before || !after || isPeriodOfOneStateUnknown(outcome)) return null;
  const [from, to] = [formatQuantity(before, locale), formatQuantity(after, locale)];
  const [first, second] = [formatFigure(before, locale), formatFigure(after, locale)];
  const whole = outcome.outOf == null ? '' : `/${formatNumber(outcome.outOf, locale)}`;
  // "1 h 20 min → 2 h 20 min" shares no unit.
  const sharesUnit = before.value !== null && first.unit === second.unit && !(before.symbol !== null && isDuration(before.unit));
  return [sharesUnit ? from.slice(0, from.length - first.unit.length) : from, to + whole];
}

/** Whether only one of two states is a rate, so that nobody can compare them: "from 40 calls to 12 a week". */
function isPeriodOfOneStateUnknown({ before, after }: Metric): boolean {
  return before?.value != null && after?.value != null && (before.per === null) !== (after.per === null);
}

/** Format the claim of a transition if its states confirm it and it is more than their difference. */
function confirmedClaim(outcome: Metric, locale: string): string | null {
  if ((outcome.unit !== 'percent' && outcome.unit !== 'ratio') || agreement(outcome) !== 'agrees') return null;
  const { figure, unit } = formatOwnFigure(outcome, locale, 'full');
  return phrase(boundWord(outcome, true, stringsFor(locale).metric), `${figure}${unit}`);
}

/** Return the sentence and the states to print next to a figure, without what the label or the figure already says. */
function textsBesideFigure(
  outcome: Outcome,
  { label, known, detail, locale }: { label: string; known: string; detail: string | null; locale: string },
): Pick<FormattedOutcome, 'statement' | 'states'> {
  const { text } = outcome;
  const adds = (part: string) => addsTo(part, { text: `${label} ${known}`, outcome, locale });
  if (isPeriodOfOneStateUnknown(outcome)) return { statement: capitalize(text, locale), states: null };
  // Without a label the sentence names the figure, even if it repeats it.
  if (!adds(text)) {
    return { statement: label && (known || outcome.kind === 'statement') ? null : capitalize(text, locale), states: detail };
  }
  const opening = `${label}: `;
  if (text.toLowerCase().startsWith(opening.toLowerCase())) return { statement: null, states: text.slice(opening.length) };
  // "Waiting time down 40%: since March" adds only what follows its colon.
  const [heading = '', ...more] = text.split(': ');
  return { statement: capitalize(more.length === 0 || adds(heading) ? text : more.join(': '), locale), states: detail };
}

function accessibleText(outcome: Metric, label: string, locale: string, style: FigureStyle = 'long'): string {
  const figure = accessibleFigure(outcome, locale, style);
  return label ? label + stringsFor(locale).colon + figure : figure;
}

function accessibleFigure(outcome: Metric, locale: string, style: FigureStyle): string {
  const { metric: words } = stringsFor(locale);
  if (outcome.kind === 'transition' && outcome.after) {
    const whole = outcome.outOf == null ? '' : interpolate(words.outOf, { whole: formatNumber(outcome.outOf, locale) });
    const after = formatQuantity(outcome.after, locale, style) + whole;
    if (!outcome.before || isPeriodOfOneStateUnknown(outcome)) return `${words.to} ${after}`;
    return interpolate(words.states, { before: formatQuantity(outcome.before, locale, style), after });
  }
  const { figure, unit } = formatOwnFigure(outcome, locale, style);
  return phrase(boundWord(outcome, isClaim(outcome), words), `${figure}${unit}`);
}
