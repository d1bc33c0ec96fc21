import { interpolate, selectPlural, stringsFor, type Strings } from '../../i18n/strings.ts';
import { isDuration } from '../model/dimensions.ts';
import { betterDirection, isSpeedClaim, saysFaster } from '../model/polarity.ts';
import type { Metric, Outcome, Quantity } from '../model/types.ts';
import { formatFigure, formatNumber, formatPeriod, nonBreaking, type FigureStyle, type FormattedFigure } from './format-figure.ts';

/** Whether a metric states a change, not a level. */
export function isClaim({ kind }: Metric): boolean {
  return kind === 'change' || kind === 'multiple' || kind === 'transition';
}

/** Format the figure of a metric itself: a level with the whole of a share (9/10), a claim with the word of its change (70% less). */
export function formatOwnFigure(metric: Metric, locale: string, style: FigureStyle): FormattedFigure {
  if (isClaim(metric) && metric.direction !== null) return formatClaim(metric, locale, style);
  const { figure, unit } = formatPart(metric, metric, locale, style);
  return { figure, unit: isSavedOnLabel(metric) ? ` ${stringsFor(locale).metric.saved}${unit}` : unit };
}

/** Format a quantity of a metric with the whole of its share or score: 9/10. */
export function formatPart(quantity: Quantity, { outOf, unit: measured }: Metric, locale: string, style: FigureStyle): FormattedFigure {
  const { figure, unit } = formatFigure(quantity, locale, style);
  if (outOf == null) return { figure, unit };
  const whole = formatNumber(outOf, locale);
  const words = stringsFor(locale).metric;
  if (measured === 'star') return { figure, unit: nonBreaking(interpolate(words.starsOutOf, { whole })) };
  return { figure, unit: style === 'long' ? interpolate(words.outOf, { whole }) + unit : `/${whole}${unit}` };
}

/** Whether a sum was saved on what its label names, so that the figure has to say "saved": "€300k in savings on hosting". */
function isSavedOnLabel({ kind, unit, outOf, subject, text, label = null }: Metric & Partial<Pick<Outcome, 'label'>>): boolean {
  const name = (label ?? subject)?.toLowerCase();
  const [, object] = /\b(?:saved|savings?) (?:on|in|from) (.*)/is.exec(text) ?? [];
  return kind === 'level' && unit === 'money' && outOf == null && Boolean(name && object?.toLowerCase().startsWith(name));
}

function formatClaim(metric: Metric, locale: string, style: FigureStyle): FormattedFigure {
  const words = stringsFor(locale).metric;
  const { value, upper, unit, bound, direction, per } = metric;
  const period = formatPeriod(per, locale);
  const word = claimWord(metric, words);
  const write = (quantity: Quantity, after: string) => {
    const { figure, unit: suffix } = formatFigure({ ...quantity, per: null }, locale, style);
    return { figure, unit: `${quantity.unit === 'ratio' ? words.times : suffix} ${after}${period}` };
  };
  if (unit !== 'ratio' || value === null) {
    const noun = unit === 'point' ? ` ${selectPlural(upper ?? value ?? 0, words.points, locale)}` : '';
    const { figure, unit: suffix } = write(metric, word ?? changeWord(metric, words));
    return { figure, unit: noun.replace(' ', '\u00a0') + suffix };
  }
  const isDown = direction === 'down';
  if (word) return write(metric, word);
  if (upper === null && value === 2 && bound === 'exact') return { figure: isDown ? words.half : words.double, unit: period };
  const inPercent = (percent: number, than: string) => write({ ...metric, value: percent, unit: 'percent' }, than);
  // A bound of "half" would say the opposite: "at least half" of it remains.
  if (upper === null && isDown && value === 2) return inPercent(50, words.less);
  if (upper === null && !isDown && value > 1 && value < 2) return inPercent(Number((100 * (value - 1)).toPrecision(12)), words.more);
  return write(metric, statedWord(metric, words) ?? (isDown ? words.timesLess : words.asMuch));
}

/** Return the word of a claim that `more` and `less` would garble: a "faster" time did not rise, "saved" hours did not fall. */
function claimWord(metric: Metric, words: Strings['metric']): string | null {
  const { kind, unit, direction, text } = metric;
  if (direction === 'down') return (isDuration(unit) || unit === 'money') && savedWords.test(text) ? words.saved : null;
  if (kind === 'transition' || !isSpeedClaim(text)) return null;
  if (betterDirection(metric.subject) === 'higher' && kind === 'change') return null;
  return saysFaster(text) ? words.faster : words.better;
}

function changeWord(metric: Metric, words: Strings['metric']): string {
  const down = metric.unit === 'count' && metric.symbol === null ? words.fewer : words.less;
  return statedWord(metric, words) ?? (metric.direction === 'up' ? words.more : down);
}

/** Return the author's comparative after the figure if the locale has it: "38% fewer". */
function statedWord({ text }: Metric, words: Strings['metric']): string | null {
  const comparatives = words.comparatives.replaceAll(', ', '|');
  const [, written] = new RegExp(`\\d\\s*(?:%|\\p{L}+)?\\s+(${comparatives})(?!\\p{L})`, 'iu').exec(text) ?? [];
  return written?.toLowerCase() ?? null;
}

const savedWords = /\b(?:sav|free[ds]?\b|gespart|einspar|économis|ahorr|econom)/i;

/** Return the author's words for a bound if the locale has them, else its own. */
export function boundWord({ bound, boundText, unit, symbol }: Quantity, claim: boolean, words: Strings['metric']): string {
  const written = boundText?.toLowerCase().replace("'", '’');
  if (written === '<') return words.under;
  if (written === '>') return words.over;
  if (written && words.bounds.split(', ').includes(written)) return written;
  // "1 h 20 min" is exact; its value, one hour, is not.
  if (bound === 'at_least' && symbol !== null && isDuration(unit)) return '';
  if (bound === 'approx') return words.about;
  if (bound === 'at_least') return words.atLeast;
  if (bound === 'at_most') return isDuration(unit) && !claim ? words.atMost : words.upTo;
  return '';
}
