import { memoize } from '../../i18n/memoize.ts';
import { type Plural, selectPlural, type Strings, stringsFor } from '../../i18n/strings.ts';
import type { Period, Quantity, Unit } from '../model/types.ts';
import { symbolWords, unitWords } from './symbol-words.ts';

/**
 * Format a quantity in a locale as a figure and its unit, the period of a rate included; its bound is left out. `full` keeps all digits;
 * `compact` rounds from seven digits on; `short` also abbreviates weeks, months and years; `long` writes units of time as words.
 */
export function formatFigure(quantity: Quantity, locale: string, style: FigureStyle = 'full'): FormattedFigure {
  const { value, upper, unit, symbol, currency, per } = quantity;
  const period = (style !== 'long' && shortPeriod(quantity)) || formatPeriod(per, locale);
  // "Weeks", without a number.
  if (value === null) return { figure: unit && !ownSuffixes[unit] ? unitWords(2, locale, unit) : '', unit: period };
  const round = style === 'compact' || style === 'short';
  const values = upper === null ? [value] : [value, upper];
  if (unit === 'money' && currency) {
    return {
      figure: values.map((amount) => formatMoney(amount, { currency, locale, round })).join('–'),
      unit: (symbol ? `/${symbol}` : '') + period,
    };
  }
  const figure = values.map((number) => formatNumber(number, locale, round)).join('–');
  const written = symbol && ((style === 'long' && symbolWords(symbol, upper ?? value, locale)) || symbol);
  const suffix = written ? `\u00a0${nonBreaking(written)}` : unitSuffix(unit, upper ?? value, { locale, style });
  return { figure, unit: suffix + period };
}

/** Return the words for the period of a rate, with the space before them: " a week". */
export function formatPeriod(per: Period | null, locale: string): string {
  return per ? ` ${nonBreaking(stringsFor(locale).metric.per[per])}` : '';
}

/** Write the period of a rate behind the symbol of its unit: MB/s, m³/h; null for longer periods and for other units. */
function shortPeriod({ per, unit, symbol }: Quantity): string | null {
  const letters = per && shortPeriods[per];
  return letters && (symbol !== null || unit?.endsWith('byte')) ? `/${letters}` : null;
}

const shortPeriods: Partial<Record<Period, string>> = { second: 's', minute: 'min', hour: 'h' };

/** Format a number in a locale with all its digits; a million or more in the compact notation if that loses nothing, or if it may `round`. */
export function formatNumber(value: number, locale: string, round = false): string {
  return nonBreaking(numberFormat(value, locale, { round }).format(value));
}

/** Count the decimals of a number. */
export function decimalsOf(value: number): number {
  return /e/i.test(String(value)) ? 0 : (String(value).split('.')[1]?.length ?? 0);
}

export type FigureStyle = 'full' | 'compact' | 'short' | 'long';

/** A figure and its unit; the unit includes the space before it. */
export interface FormattedFigure {
  figure: string;
  unit: string;
}

/** Make spaces non-breaking and minus signs typographic. */
export function nonBreaking(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0').replace(/-(?=[\d\p{Sc}])/gu, '\u2212');
}

const smallestCompact = 1e6;
const smallestCompactMoney = 10_000;
const smallestScientific = 1e15;

function numberFormat(value: number, locale: string, { round, ...options }: NumberOptions): Intl.NumberFormat {
  const size = Math.abs(value);
  const isMoney = options.style === 'currency';
  if (size >= smallestScientific || (size > 0 && size < 1e-9)) {
    return intlNumberFormat(locale, { ...options, notation: 'scientific', maximumSignificantDigits: 4 });
  }
  if (size >= (isMoney ? smallestCompactMoney : smallestCompact) && ((round && size >= smallestCompact) || isExactWhenCompact(value))) {
    return intlNumberFormat(locale, { ...options, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 });
  }
  const decimals = Math.min(20, decimalsOf(value));
  // €2.5 is written €2.50, but €2 needs no cents.
  const minimum = isMoney && decimals === 1 ? 2 : decimals;
  return intlNumberFormat(locale, { ...options, minimumFractionDigits: minimum, maximumFractionDigits: Math.max(minimum, decimals) });
}

type NumberOptions = Intl.NumberFormatOptions & { round: boolean };

export const intlNumberFormat = memoize((locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** Whether two decimals of the compact notation are enough. */
function isExactWhenCompact(value: number): boolean {
  const scale = 10 ** (Math.floor(Math.log10(Math.abs(value)) / 3) * 3);
  const hundredths = (value / scale) * 100;
  return Math.abs(hundredths - Math.round(hundredths)) < 1e-6;
}

function formatMoney(amount: number, { currency, locale, round }: { currency: string; locale: string; round: boolean }): string {
  try {
    const format = numberFormat(amount, locale, { round, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    return nonBreaking(format.format(amount));
  } catch {
    // Intl rejects a currency that is no three-letter code.
    return nonBreaking(`${formatNumber(amount, locale, round)} ${currency}`);
  }
}

/** Symbols that are the same in all languages. */
const timeSymbols: Partial<Record<Unit, string>> = { millisecond: 'ms', second: 's', minute: 'min', hour: 'h', day: 'd' };

/** The suffixes that `Intl.NumberFormat` does not know. */
const ownSuffixes: Partial<Record<Unit, (words: Strings['metric'], choose: (forms: Plural) => string) => string>> = {
  percentage_point: (words, choose) => ` ${choose(words.percentagePoints)}`,
  point: () => '',
  star: (words, choose) => ` ${choose(words.stars)}`,
  ratio: () => '×',
  count: () => '',
  money: () => '',
  request_per_second: (words) => ` ${words.requestsPerSecond}`,
  request_per_minute: (words) => ` ${words.requestsPerMinute}`,
};

/** Return the text after a figure: its unit with the space that the locale puts before it, which does not break. */
function unitSuffix(unit: Unit | null, value: number, { locale, style }: { locale: string; style: FigureStyle }): string {
  if (unit === null) return '';
  const own = ownSuffixes[unit];
  if (own) return own(stringsFor(locale).metric, (forms) => selectPlural(value, forms, locale)).replace(/^ /, '\u00a0');
  const symbol = timeSymbols[unit];
  if (symbol && style !== 'long') return `\u00a0${symbol}`;
  const isShort = unit === 'percent' || style === 'short' || (style !== 'long' && unit.endsWith('byte') && unit !== 'byte');
  return textAfterNumber(value, locale, { style: 'unit', unit, unitDisplay: isShort ? 'short' : 'long' });
}

/** Return what a format of `Intl` writes after a number. */
const textAfterNumber = memoize((value: number, locale: string, options: Intl.NumberFormatOptions): string => {
  const parts = intlNumberFormat(locale, options).formatToParts(value);
  const lastOfNumber = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction' || type === 'group');
  const text = parts
    .slice(lastOfNumber + 1)
    .map((part) => part.value)
    .join('');
  return nonBreaking(text);
});
