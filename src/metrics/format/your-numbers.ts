/**
 * Answer a number that a reader typed; null if it is none. With the factor `by`: the product and its `unit`. Without: the downtime an uptime in
 * percent leaves, in `text` at `{m}` (a month) and `{y}` (a year); `unit` then lists the short names of days, hours, minutes and seconds.
 */
export function answer({ by, unit = '', text = '' }: Question, typed: string, locale: string): string | null {
  const number = parseReaderNumber(typed, locale);
  if (by && number >= 0) return formatReaderNumber(number * +by, locale) + unit;
  const year = downtime(number);
  return year >= 0 ? text.replace('{m}', formatSeconds(year / 12, unit)).replace('{y}', formatSeconds(year, unit)) : null;
}

/** The question of a row, as its data attributes hold it. */
export interface Question {
  by?: string | undefined;
  unit?: string | undefined;
  text?: string | undefined;
}

/** Return the seconds of downtime in a year (365.25 days) for an uptime in percent; negative above 100. */
function downtime(uptimePercent: number): number {
  return (100 - uptimePercent) * 315_576;
}

/**
 * Parse a number that a reader typed: not negative, 15 digits at most, else NaN. A comma or a point groups digits if it does so in the locale or
 * if the other one follows; otherwise it is the decimal separator.
 */
function parseReaderNumber(text: string, locale: string): number {
  const compact = text.replace(/[\s'’]/g, '');
  const [, group, decimals] = /^\d{1,3}(?:([.,])\d{3})+([.,]\d*)?$/.exec(compact) ?? [];
  const ungrouped = group && (decimals || group === (1e4).toLocaleString(locale)[2]) ? compact.replaceAll(group, '') : compact;
  const plain = ungrouped.replace(',', '.');
  return /^[\d.]{1,16}$/.test(plain) ? +plain : NaN;
}

/** Format a result with three significant digits, or with all digits of its whole part if there are more. */
function formatReaderNumber(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: Math.max(3, value.toFixed().length) });
}

/** Format seconds in at most two units, given the short names of days, hours, minutes and seconds: 2630 is `43 min 50 s`. */
function formatSeconds(seconds: number, units: string): string {
  // Round to the smaller of the two units, so that 59.7 of it carry over and nothing smaller remains.
  const smallest = seconds > 86_399 ? 3600 : seconds > 3599 ? 60 : 1;
  const rounded = Math.round(seconds / smallest) * smallest;
  const counts = [rounded / 86_400, (rounded / 3600) % 24, (rounded / 60) % 60, rounded % 60];
  return units
    .split(' ')
    .flatMap((name, index) => {
      const count = Math.floor(counts[index] ?? 0);
      return count || (!rounded && index > 2) ? `${count}\u00a0${name}` : [];
    })
    .join(' ');
}
