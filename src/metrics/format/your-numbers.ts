/** What to do with a number that a reader types; the page holds it as JSON beside the input. */
export interface Question {
  /** Factor from the reader's number to the answer, or both ends of a range. Absent for an availability, which leaves a downtime. */
  by?: number[];
  /** The largest number that a reader may type. */
  max?: number;
  /** Whether the factor applies to what the number lacks to `max`, as of a share that grows towards 100 %. */
  gap?: boolean;
  /** Significant digits of the claim; its decimals if the factor applies to a gap. The answer has at least as many. */
  digits?: number;
  /** Whether the answer is a whole number, as of things that are counted. */
  whole?: boolean;
  /** ISO 4217 code of an amount of money. */
  currency?: string;
  /** The units of the answer from the largest to the smallest; the first applies whose `from` it reaches. Seconds for a downtime. */
  units: ReaderUnit[];
  /** The answer, with `{value}` for its figure; a downtime has `{m}` (a month) and `{y}` (a year). */
  text: string;
}

/** `from` and `size` in the unit of the claim, the name with the space before it, and the name after “1” if it is another. */
export type ReaderUnit = [from: number, size: number, name: string, one?: string];

/** Answer a number that a reader typed; null if it is none, or one to which the change can't apply. */
export function answer(question: Question, typed: string, locale: string): string | null {
  const { by, max = Infinity, gap, units, text } = question;
  const number = parseReaderNumber(typed, locale);
  if (!(number <= max)) return null;
  if (!by) {
    const seconds = (100 - number) * secondsInPercentOfYear;
    return text.replace('{m}', formatSeconds(seconds / 12, units, locale)).replace('{y}', formatSeconds(seconds, units, locale));
  }
  const values = by.map((factor) => (gap ? max - (max - number) * factor : number * factor)).sort((a, b) => a - b);
  const unit = unitOf(values.at(-1) ?? 0, units);
  const figures = new Set(values.map((value) => formatValue(value / unit[1], question, locale)));
  return text.replace('{value}', [...figures].join('–') + unitName((values.at(-1) ?? 0) / unit[1], unit, locale));
}

/** Seconds in one percent of a year of 365.25 days. */
const secondsInPercentOfYear = 315_576;

/**
 * Parse a number that a reader typed, in European or Arabic digits: not negative, 15 digits at most, else NaN. A comma or a point groups digits
 * if it does so in the locale or if the other one follows; otherwise it is the decimal separator.
 */
function parseReaderNumber(text: string, locale: string): number {
  const compact = text
    .replace(/[\s'’٬%\p{Sc}]/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace('٫', '.');
  const [, group, decimals] = /^\d{1,3}(?:([.,])\d{3})+([.,]\d*)?$/.exec(compact) ?? [];
  const ungrouped = group && (decimals || group === (1e4).toLocaleString(locale)[2]) ? compact.replaceAll(group, '') : compact;
  const plain = ungrouped.replace(',', '.');
  return /^[\d.]{1,16}$/.test(plain) ? +plain : NaN;
}

/** Format the figure of an answer: three significant digits, all digits of its whole part, and at least the precision of the claim. */
function formatValue(value: number, { max = 0, gap, digits = 0, whole, currency }: Question, locale: string): string {
  const size = value.toFixed().length;
  // The nearer to its bound, the more decimals, so that an answer never rounds up to the bound.
  const decimals = gap ? Math.max(digits, -Math.floor(Math.log10(max - value))) : 0;
  const cents = currency && value >= 1 && value < 100 ? 2 : 0;
  const rounded = gap || whole ? +value.toFixed(Math.min(20, decimals)) : +value.toPrecision(Math.max(3, digits, size + cents));
  return rounded.toLocaleString(locale, {
    maximumFractionDigits: 20,
    ...(currency && {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      minimumFractionDigits: Number.isInteger(rounded) ? 0 : 2,
    }),
  });
}

/** Format seconds in at most two units, given those of days, hours, minutes and seconds: 2630 is `43 min 50 s`. */
function formatSeconds(seconds: number, units: ReaderUnit[], locale: string): string {
  // Round to the smaller of the two units, so that 59.7 of it carry over and nothing smaller remains.
  const smallest = seconds > 86_399 ? 3600 : seconds > 3599 ? 60 : 1;
  let rest = Math.round(seconds / smallest) * smallest;
  return units
    .flatMap((unit) => {
      const count = Math.floor(rest / unit[1]);
      rest -= count * unit[1];
      return count || (seconds < 0.5 && unit[1] === 1) ? count + unitName(count, unit, locale) : [];
    })
    .join(' ');
}

function unitOf(value: number, units: ReaderUnit[]): ReaderUnit {
  return units.find(([from]) => value >= from) ?? (units.at(-1) as ReaderUnit);
}

function unitName(count: number, [, , name, one]: ReaderUnit, locale: string): string {
  return one !== undefined && new Intl.PluralRules(locale).select(count) === 'one' ? one : name;
}
