/**
 * Answer a figure a reader typed: what `factor` makes of it with its unit, else the downtime an uptime leaves, in `sentence` with
 * `{month}` and `{year}` and the short names of `units` (days, hours, minutes, seconds, parted by blanks). Null for what is no such figure.
 */
export function answer({ factor, unit, sentence = '', units = '' }: Question, typed: string, locale: string): string | null {
  const own = parseOwnNumber(typed, locale);
  if (isNaN(own)) return null;
  if (factor) return writeOwnNumber(own * +factor, locale) + unit;
  const down = downtime(own);
  return down && sentence.replace(/{(month|year)}/g, (_, span: keyof Downtime) => splitSeconds(down[span], units.split(' ')));
}

/** Give the seconds of downtime that an uptime in percent leaves in an average month (30.4375 days) and a year (365.25 days); null over 100. */
export function downtime(uptimePercent: number): Downtime | null {
  // Rounded before it is scaled: 100 − 99.9 is 0.09999999999999432 in binary.
  const year = +(100 - uptimePercent).toFixed(10) * 315_576;
  return year < 0 ? null : { month: year / 12, year };
}

/**
 * Read a figure a reader typed; NaN for anything that is not one number of at least zero with at most 15 digits.
 * A comma or a point groups digits where it stands so in `locale`, or where the other sign follows; else it is the decimal sign.
 */
export function parseOwnNumber(text: string, locale: string): number {
  const compact = text.replace(/[\s'’]/g, '');
  const [, group, decimals] = /^\d{1,3}(?:([.,])\d{3})+([.,]\d*)?$/.exec(compact) ?? [];
  const whole = group && (decimals || group === (12345).toLocaleString(locale)[2]) ? compact.replaceAll(group, '') : compact;
  const plain = whole.replace(',', '.');
  return /^[\d.]{1,16}$/.test(plain) ? +plain : NaN;
}

/** Write a result of the reader's own arithmetic: three significant digits, more only for whole numbers. */
export function writeOwnNumber(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: Math.max(3, value.toFixed().length) });
}

/** Write seconds in the two largest units that say something, given the short names of days, hours, minutes and seconds: 2630 are `43 min 50 s`. */
export function splitSeconds(seconds: number, names: readonly string[]): string {
  // Rounded in the smaller of the two units, so that 59.7 of it carries over and nothing smaller is left.
  const smallest = seconds > 86_399 ? 3600 : seconds > 3599 ? 60 : 1;
  const whole = Math.round(seconds / smallest) * smallest;
  const counts = [whole / 86_400, (whole / 3600) % 24, (whole / 60) % 60, whole % 60];
  return names
    .flatMap((name, unit) => {
      const count = Math.floor(counts[unit] ?? 0);
      return count || (!whole && unit > 2) ? `${count}\u00a0${name}` : [];
    })
    .join(' ');
}

/** Seconds without service. */
export interface Downtime {
  month: number;
  year: number;
}

/** What a row asks, as the data attributes that carry it. */
export interface Question {
  factor?: string | undefined;
  unit?: string | undefined;
  sentence?: string | undefined;
  units?: string | undefined;
}
