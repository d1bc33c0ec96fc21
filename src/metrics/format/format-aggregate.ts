import { capitalize } from '../../i18n/capitalize.ts';
import { spellCount } from '../../i18n/number-words.ts';
import { interpolate, stringsFor } from '../../i18n/strings.ts';
import type { Aggregate } from '../model/aggregate.ts';

/** Write an aggregate in words in a locale. */
export function formatAggregate({ kind, count, median, low, high }: Aggregate, locale: string): FormattedAggregate {
  const { aggregate, summary, proof } = stringsFor(locale);
  const isTime = kind === 'time';
  const spelled = spellCount(count, locale);
  const percent = (fraction: number) => formatPercent(fraction, isTime ? 0 : 3, locale);
  const change = (fraction: number) => interpolate(fraction > 0 ? summary.longer : summary.shorter, { percent: percent(fraction) });
  // A range begins with the smaller change. Its word is written once if all times changed in one direction.
  const [least, most] = isTime && Math.abs(low) > Math.abs(high) ? [high, low] : [low, high];
  const write = isTime ? change : percent;
  const allCut = isTime && high < 0;
  const note = interpolate(proof[kind], { count: spelled });
  return {
    title: capitalize(interpolate(aggregate[kind], { count: spelled }), locale),
    median: interpolate(summary[kind], { change: write(median), percent: write(median) }),
    range: interpolate(summary.range, { low: least * most < 0 ? write(least) : percent(least), high: write(most) }),
    figure: percent(median),
    says: isTime ? (median > 0 ? proof.moreTime : proof.lessTime) : proof.available,
    note: allCut ? `${note}; ${interpolate(proof.least, { percent: percent(least) })}` : note,
  };
}

interface FormattedAggregate {
  /** What was measured: "Seven durations, measured before and after". */
  title: string;
  /** "78% shorter at the median". */
  median: string;
  /** "between 39% and 99.8% shorter". */
  range: string;
  /** The median alone, without its direction: "78%". */
  figure: string;
  /** What the median says: "less time". */
  says: string;
  /** What it is the median of, and the smallest cut if all are cuts. */
  note: string;
}

/** Format a fraction as a percentage without its sign. Decimals beyond `decimals` only keep 99.8 % from becoming a whole, and 0.2 % nothing. */
function formatPercent(fraction: number, decimals: number, locale: string): string {
  const percent = Math.abs(100 * fraction);
  const isTrue = (digits: number) => percent === 0 || percent === 100 || ![0, 100].includes(Number(percent.toFixed(digits)));
  const maximumFractionDigits = [0, 1, 2, 3, 4].find((digits) => digits >= decimals && isTrue(digits));
  // A change within a millionth of the whole is none of the whole.
  const nearly = { maximumFractionDigits: 4, roundingMode: percent > 50 ? 'trunc' : 'expand' } as const;
  const digits = maximumFractionDigits === undefined ? nearly : { maximumFractionDigits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...digits }).format(percent / 100);
}
