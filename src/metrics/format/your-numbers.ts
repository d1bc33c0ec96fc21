/** What to do with a number that a reader types; the page holds it as JSON beside the input. */
export interface Question {
  /** Factor from the reader's number to the answer, or both ends of a range. Absent for an availability, which leaves a downtime. */
  by?: number[];
  /** The largest number that a reader may type. */
  max?: number;
  /** Whether the factor applies to what the number lacks to `max`, as of a share that grows towards 100 %. */
  gap?: boolean;
  /** The least number of significant digits: of the answer, or of what it lacks to `max`. */
  digits: number;
  /** How to write the figure, as of a currency. */
  format?: Intl.NumberFormatOptions;
  /** The units of the answer from the largest to the smallest; the first applies whose `from` it reaches. In seconds for a downtime. */
  units: ReaderUnit[];
  /** The answer, with `{v}` for its figure; a downtime has `{m}` (a month) and `{y}` (a year). */
  text: string;
  /** What a reader sees who types anything else. */
  error: string;
}

/** `from` and `size` in the unit that the factor leads to, the name with the space before it, and the name after “1” if it is another. */
export type ReaderUnit = [from: number, size: number, name: string, one?: string];

/**
 * Answer a number that a reader typed; null if it is none, or one to which the change can't apply. An answer has all digits of its whole part;
 * what it lacks to a bound is rounded rather than the answer, which so never reaches the bound. Part of the script of a page, so it is short.
 */
export function answer({ by, max, gap, digits, format, units, text }: Question, typed: string, locale: string): string | null {
  const number = parseReaderNumber(typed, locale);
  if (!(number >= 0) || number > (max as number)) return null;
  if (!by) {
    // One percent of a twelfth of 365.25 days.
    const month = (100 - number) * 26_298;
    return text.replace('{m}', formatSeconds(month, units)).replace('{y}', formatSeconds(month * 12, units));
  }
  const round = (value: number): number => +value.toPrecision(Math.max(digits, `${Math.floor(value)}`.length));
  const values = by.map((factor) => (gap ? (max as number) - round(((max as number) - number) * factor) : number * factor));
  const [[, size, name, one = name]] = units.filter(([from]) => (values.at(-1) as number) >= from) as [ReaderUnit];
  const figures = values.map((value) => {
    const figure = gap ? value : round(value / size);
    return figure.toLocaleString(locale, { maximumFractionDigits: 10, ...format });
  });
  return text.replace('{v}', [...new Set(figures)].join('–') + (figures.at(-1) === '1' ? one : name));
}

/** Format seconds in at most two units that follow each other: 2630 is `43 min 50 s`. */
function formatSeconds(seconds: number, units: ReaderUnit[]): string {
  const [large, small = large] = units.filter(([from]) => seconds >= from) as [ReaderUnit, ReaderUnit?];
  const count = Math.round(seconds / small[1]);
  const rest = count % (large[1] / small[1]);
  return ((count - rest) * small[1]) / large[1] + large[2] + (rest ? ` ${rest}${small[2]}` : '');
}

/**
 * Parse a number that a reader typed, in European or Arabic digits: not negative, 15 digits at most, else NaN. A comma or a point groups digits
 * if it does so in the locale or if the other one follows; otherwise it is the decimal separator.
 */
function parseReaderNumber(text: string, locale: string): number {
  const compact = text.replace(/[\s'’\p{Sc}]/gu, '').replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
  const [, group, decimals] = /^\d{1,3}(?:([.,])\d{3})+([.,]\d*)?$/.exec(compact) ?? [];
  const ungrouped = group && (decimals || group === (1e4).toLocaleString(locale)[2]) ? compact.replaceAll(group, '') : compact;
  const plain = ungrouped.replace(/[,٫]/, '.');
  return /^[\d.]{1,16}$/.test(plain) ? +plain : NaN;
}
