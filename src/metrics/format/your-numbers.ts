/**
 * Answer a figure a reader typed: what the factor `by` makes of it with its unit, else the downtime an uptime leaves, in `text` with
 * `{m}` (a month) and `{y}` (a year), where `unit` has the short names of days, hours, minutes and seconds, parted by blanks. Null for what is no such figure.
 */
export function answer({ by, unit = '', text = '' }: Question, typed: string, locale: string): string | null {
  const own = parseReaderNumber(typed, locale);
  if (by && own >= 0) return formatReaderNumber(own * +by, locale) + unit;
  const year = downtime(own);
  return year >= 0 ? text.replace('{m}', formatSeconds(year / 12, unit)).replace('{y}', formatSeconds(year, unit)) : null;
}

/** Give the seconds of downtime in a year (365.25 days) that an uptime in percent leaves; negative over 100. */
export function downtime(uptimePercent: number): number {
  return (100 - uptimePercent) * 315_576;
}

/**
 * Read a figure a reader typed; NaN for anything that is not one number of at least zero with at most 15 digits.
 * A comma or a point groups digits where it stands so in `locale`, or where the other sign follows; else it is the decimal sign.
 */
export function parseReaderNumber(text: string, locale: string): number {
  const compact = text.replace(/[\s'’]/g, '');
  const [, group, decimals] = /^\d{1,3}(?:([.,])\d{3})+([.,]\d*)?$/.exec(compact) ?? [];
  const whole = group && (decimals || group === (1e4).toLocaleString(locale)[2]) ? compact.replaceAll(group, '') : compact;
  const plain = whole.replace(',', '.');
  return /^[\d.]{1,16}$/.test(plain) ? +plain : NaN;
}

/** Write a result of the reader's own arithmetic: three significant digits, more only for whole numbers. */
export function formatReaderNumber(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: Math.max(3, value.toFixed().length) });
}

/** Write seconds in the two largest units that say something, given the short names of days, hours, minutes and seconds: 2630 are `43 min 50 s`. */
export function formatSeconds(seconds: number, units: string): string {
  // Rounded in the smaller of the two units, so that 59.7 of it carries over and nothing smaller is left.
  const smallest = seconds > 86_399 ? 3600 : seconds > 3599 ? 60 : 1;
  const whole = Math.round(seconds / smallest) * smallest;
  const counts = [whole / 86_400, (whole / 3600) % 24, (whole / 60) % 60, whole % 60];
  return units
    .split(' ')
    .flatMap((name, unit) => {
      const count = Math.floor(counts[unit] ?? 0);
      return count || (!whole && unit > 2) ? `${count}\u00a0${name}` : [];
    })
    .join(' ');
}

/** What a row asks, as the data attributes that carry it. */
export interface Question {
  by?: string | undefined;
  unit?: string | undefined;
  text?: string | undefined;
}
