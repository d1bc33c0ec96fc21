import { kept, remembered } from '../../i18n/memoize.ts';
import { stringsFor, type Strings } from '../../i18n/strings.ts';
import type { Quantity, Unit } from '../model/types.ts';

/** Write a quantity in the locale as a figure and its unit (with the space that belongs before it); bounds are the caller's, but for `+`. */
export function formatFigure(quantity: Quantity, locale: string): FormattedFigure {
  const { value, upper, unit, currency, bound } = quantity;
  // Zero and minus zero are one key, and written in two ways.
  if (value === 0) return write(quantity, locale);
  return remembered(written, [locale, value, upper, unit, currency, bound].join(' '), () => write(quantity, locale));
}

const written = new Map<string, FormattedFigure>();

function write({ value, upper, unit, currency, bound }: Quantity, locale: string): FormattedFigure {
  const plus = bound === 'at_least' ? '+' : '';
  if (value === null) return { figure: unit ? unitName(unit, locale) : '', unit: '' };
  if (unit === 'money' && currency) return { figure: formatMoney(value, upper, currency, locale) + plus, unit: '' };
  const figure = [value, ...(upper === null ? [] : [upper])].map((number) => formatNumber(number, locale)).join('–');
  return { figure, unit: unitSuffix(unit, upper ?? value, locale) + plus };
}

/** Write a number in the locale exactly as far as it goes; millions and more in the locale's short form where that loses nothing. */
export function formatNumber(value: number, locale: string): string {
  return nonBreaking(numberFormat(value, locale).format(value));
}

/** Count the decimals a number is written with. */
export function decimalsOf(value: number): number {
  return /e/i.test(String(value)) ? 0 : (String(value).split('.')[1]?.length ?? 0);
}

/** Keep a figure and what follows it on one line. */
export function nonBreaking(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0').replace(/-(?=\d)/g, '\u2212');
}

/** The number and its unit as written; joined they are the whole. */
export interface FormattedFigure {
  figure: string;
  unit: string;
}

const compactFrom = 1e6;
const largestPlain = 1e15;

function numberFormat(value: number, locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const size = Math.abs(value);
  const from = options.style === 'currency' ? 10_000 : compactFrom;
  if (size >= largestPlain || (size > 0 && size < 1e-9)) {
    return cachedFormat(locale, { ...options, notation: 'scientific', maximumSignificantDigits: 4 });
  }
  if (size >= from && isExactWhenCompact(value)) {
    return cachedFormat(locale, { ...options, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 });
  }
  const decimals = Math.min(20, decimalsOf(value));
  // 2.5 of a currency with cents is 2.50; a whole amount needs none.
  const least = options.style === 'currency' && decimals === 1 ? 2 : decimals;
  return cachedFormat(locale, { ...options, minimumFractionDigits: least, maximumFractionDigits: Math.max(least, decimals) });
}

const cachedFormat = kept((locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

function isExactWhenCompact(value: number): boolean {
  const scale = 10 ** (Math.floor(Math.log10(Math.abs(value)) / 3) * 3);
  const hundredths = (value / scale) * 100;
  return Math.abs(hundredths - Math.round(hundredths)) < 1e-6;
}

function formatMoney(value: number, upper: number | null, currency: string, locale: string): string {
  const format = (amount: number) => {
    try {
      return numberFormat(amount, locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
    } catch {
      return `${formatNumber(amount, locale)} ${currency}`;
    }
  };
  return nonBreaking([value, ...(upper === null ? [] : [upper])].map(format).join('–'));
}

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

/** What follows the figure: the unit with the space the locale puts before it. */
function unitSuffix(unit: Unit | null, value: number, locale: string): string {
  const suffix = unit === null ? undefined : unitSuffixes[unit];
  if (!suffix) return '';
  if (typeof suffix === 'function') return nonBreaking(suffix(stringsFor(locale).metric));
  const parts = cachedFormat(locale, { style: 'unit', unit: suffix.intl, unitDisplay: suffix.display }).formatToParts(value);
  const lastOfNumber = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction' || type === 'group');
  const text = parts
    .slice(lastOfNumber + 1)
    .map((part) => part.value)
    .join('');
  // A narrow second is set solid in some languages; a figure in large type wants the space.
  return nonBreaking(suffix.intl === 'percent' || /^\s/.test(text) || text === '' ? text : ` ${text}`);
}

function unitName(unit: Unit, locale: string): string {
  const suffix = unitSuffixes[unit];
  if (!suffix || typeof suffix === 'function') return '';
  return cachedFormat(locale, { style: 'unit', unit: suffix.intl, unitDisplay: 'long' })
    .formatToParts(2)
    .filter(({ type }) => type === 'unit')
    .map(({ value }) => value)
    .join('');
}
