import type { AggregateKind } from '../model/aggregate.ts';

/** Format a median or an end of a range as a percentage, precise enough never to round up to a whole: 99.8 % less is not 100 % less. */
export function formatAggregate(kind: AggregateKind, value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', ...styles[kind] }).format(value).replace('-', '−');
}

const styles = {
  time: { maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  availability: { maximumFractionDigits: 3 },
} as const satisfies Record<AggregateKind, Intl.NumberFormatOptions>;
