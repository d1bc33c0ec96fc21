import { memoize } from '../../i18n/memoize.ts';
import { type Strings, stringsFor } from '../../i18n/strings.ts';
import type { Quantity, Unit } from '../model/types.ts';

/** Format a quantity in a locale as a figure and its unit. Of the bounds only `at_least` shows, as a plus. */
export function formatFigure({ value, upper, unit, currency, bound }: Quantity, locale: string): FormattedFigure {
  const plus = bound === 'at_least' ? '+' : '';
  if (value === null) return { figure: unit ? unitName(unit, locale) : '', unit: '' };
  const values = upper === null ? [value] : [value, upper];
  if (unit === 'money' && currency) {
    return { figure: values.map((amount) => formatMoney(amount, currency, locale)).join('–') + plus, unit: '' };
  }
  const figure = values.map((number) => formatNumber(number, locale)).join('–');
  return { figure, unit: unitSuffix(unit, upper ?? value, locale) + plus };
}

/** Format a number in a locale with all its digits; a million or more in the compact notation if that loses nothing. */
export function formatNumber(value: number, locale: string): string {
  return nonBreaking(numberFormat(value, locale).format(value));
}

/** Count the decimals of a number. */
export function decimalsOf(value: number): number {
  return /e/i.test(String(value)) ? 0 : (String(value).split('.')[1]?.length ?? 0);
}

/** A figure and its unit; the unit includes the space before it. */
export interface FormattedFigure {
  figure: string;
  unit: string;
}

/** Make spaces non-breaking and minus signs typographic. */
function nonBreaking(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0').replace(/-(?=\d)/g, '\u2212');
}

const smallestCompact = 1e6;
const smallestCompactMoney = 10_000;
const smallestScientific = 1e15;

function numberFormat(value: number, locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const size = Math.abs(value);
  const isMoney = options.style === 'currency';
  if (size >= smallestScientific || (size > 0 && size < 1e-9)) {
    return intlNumberFormat(locale, { ...options, notation: 'scientific', maximumSignificantDigits: 4 });
  }
  if (size >= (isMoney ? smallestCompactMoney : smallestCompact) && isExactWhenCompact(value)) {
    return intlNumberFormat(locale, { ...options, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 });
  }
  const decimals = Math.min(20, decimalsOf(value));
  // €2.5 is written €2.50, but €2 needs no cents.
  const minimum = isMoney && decimals === 1 ? 2 : decimals;
  return intlNumberFormat(locale, { ...options, minimumFractionDigits: minimum, maximumFractionDigits: Math.max(minimum, decimals) });
}

const intlNumberFormat = memoize((locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** Whether two decimals of the compact notation are enough. */
function isExactWhenCompact(value: number): boolean {
  const scale = 10 ** (Math.floor(Math.log10(Math.abs(value)) / 3) * 3);
  const hundredths = (value / scale) * 100;
  return Math.abs(hundredths - Math.round(hundredths)) < 1e-6;
}

function formatMoney(amount: number, currency: string, locale: string): string {
  try {
    const format = numberFormat(amount, locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    return nonBreaking(format.format(amount));
  } catch {
    // Intl rejects a currency that is no three-letter code.
    return nonBreaking(`${formatNumber(amount, locale)} ${currency}`);
  }
}

/** The arguments of `Intl.NumberFormat`, or the text after the figure. */
type UnitSuffix = { intl: string; display: 'long' | 'short' | 'narrow' } | ((words: Strings['metric']) => string);

const unitSuffixes: Partial<Record<Unit, UnitSuffix>> = {
  percent: { intl: 'percent', display: 'short' },
  percentage_point: (words) => ` ${words.percentagePoints}`,
  point: () => '',
  star: () => '\u00a0★',
  ratio: () => '×',
  millisecond: { intl: 'millisecond', display: 'short' },
  second: { intl: 'second', display: 'narrow' },
  minute: { intl: 'minute', display: 'short' },
  hour: { intl: 'hour', display: 'long' },
  day: { intl: 'day', display: 'long' },
  week: { intl: 'week', display: 'long' },
  month: { intl: 'month', display: 'long' },
  year: { intl: 'year', display: 'long' },
  byte: { intl: 'byte', display: 'long' },
  kilobyte: { intl: 'kilobyte', display: 'short' },
  megabyte: { intl: 'megabyte', display: 'short' },
  gigabyte: { intl: 'gigabyte', display: 'short' },
  terabyte: { intl: 'terabyte', display: 'short' },
  request_per_second: (words) => ` ${words.requestsPerSecond}`,
  request_per_minute: (words) => ` ${words.requestsPerMinute}`,
};

/** Return the text after a figure: its unit with the space that the locale puts before it. */
function unitSuffix(unit: Unit | null, value: number, locale: string): string {
  const suffix = unit === null ? undefined : unitSuffixes[unit];
  if (!suffix) return '';
  if (typeof suffix === 'function') return nonBreaking(suffix(stringsFor(locale).metric));
  const parts = intlNumberFormat(locale, { style: 'unit', unit: suffix.intl, unitDisplay: suffix.display }).formatToParts(value);
  const lastOfNumber = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction' || type === 'group');
  const text = parts
    .slice(lastOfNumber + 1)
    .map((part) => part.value)
    .join('');
  // Some locales write a narrow second without a space, which is too tight in large type.
  return nonBreaking(suffix.intl === 'percent' || /^\s/.test(text) || text === '' ? text : ` ${text}`);
}

/** Return the name of a unit in the plural: "weeks". */
function unitName(unit: Unit, locale: string): string {
  const suffix = unitSuffixes[unit];
  if (!suffix || typeof suffix === 'function') return '';
  return intlNumberFormat(locale, { style: 'unit', unit: suffix.intl, unitDisplay: 'long' })
    .formatToParts(2)
    .filter(({ type }) => type === 'unit')
    .map(({ value }) => value)
    .join('');
}
