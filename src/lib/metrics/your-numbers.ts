/** Give what a reader's own figure becomes under a factor (0.3 after a 70 % reduction); null where that is no finite number. */
export function applyFactor(factor: number, own: number): number | null {
  const result = own * factor;
  return Number.isFinite(own) && own >= 0 && Number.isFinite(result) ? result : null;
}

/** Give the seconds of downtime that an uptime in percent leaves in an average month (30.4375 days) and a year (365.25 days). */
export function downtime(uptimePercent: number): Downtime | null {
  if (!(uptimePercent >= 0 && uptimePercent <= 100)) return null;
  // Rounded before it is scaled: 100 − 99.9 is 0.09999999999999432 in binary.
  const missing = Number((100 - uptimePercent).toFixed(10)) / 100;
  return { month: (missing * secondsPerYear) / 12, year: missing * secondsPerYear };
}

/** Read a figure a reader typed, in the number format of `locale`; null for anything that is not one finite number of at least zero. */
export function parseOwnNumber(text: string, locale: string): number | null {
  const { group, decimal } = separators(locale);
  const plain = [...text.trim()].map((character) => (character === '\u2019' ? "'" : character)).join('');
  if (plain.length > 40 || !/^\d[\d.,'\s]*$|^[.,]\d+$/.test(plain)) return null;
  const compact = plain.replace(/[\s']/g, '');
  const read = isGrouped(compact, group, decimal)
    ? compact.replaceAll(group, '').replace(decimal, '.')
    : compact.replace(',', '.').replace(/[.,](?=.*[.,])/g, '\0');
  if (!/^\d*\.?\d+$|^\d+\.$/.test(read)) return null;
  const value = Number(read);
  return Number.isFinite(value) ? value : null;
}

/** Write a result of the reader's own arithmetic: three significant digits, more only for whole numbers. */
export function writeOwnNumber(value: number, locale: string): string {
  const digits = Math.max(3, Math.min(15, Math.floor(Math.log10(Math.max(1, value))) + 1));
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits, notation: value < 1e15 ? 'standard' : 'scientific' }).format(
    value,
  );
}

/** Cut seconds into the two largest units that say something: 2630 s are 43 min 50 s. */
export function splitSeconds(seconds: number): { value: number; unit: DurationUnit }[] {
  const whole = Math.round(seconds);
  if (whole < 60) return [{ value: seconds < 10 ? Number(seconds.toFixed(1)) : whole, unit: 'second' }];
  const first = durationUnits.findIndex(({ size }) => whole >= size);
  const [large, small] = durationUnits.slice(first, first + 2);
  if (!large || !small) return [{ value: whole, unit: 'second' }];
  // Rounded in the smaller unit so that 59.7 of it carries over.
  const units = Math.round(whole / small.size);
  const perLarge = large.size / small.size;
  const parts = [
    { value: Math.floor(units / perLarge), unit: large.unit },
    { value: units % perLarge, unit: small.unit },
  ];
  return parts.filter(({ value }) => value > 0);
}

const secondsPerYear = 365.25 * 86_400;

const durationUnits = [
  { unit: 'day', size: 86_400 },
  { unit: 'hour', size: 3600 },
  { unit: 'minute', size: 60 },
  { unit: 'second', size: 1 },
] as const;

function separators(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const of = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: of('group', ',').replace('\u2019', "'"), decimal: of('decimal', '.') };
}

/** Whether the locale's grouping is what the separators are there for: `1,234.5` and `1.234.567`, not `0,3`. */
function isGrouped(text: string, group: string, decimal: string): boolean {
  if (group !== '.' && group !== ',') return false;
  const [whole = '', ...rest] = text.split(decimal);
  const groups = whole.split(group);
  return (
    rest.length <= 1 &&
    !rest.join('').includes(group) &&
    groups.length > 1 &&
    groups.every((part, i) => (i ? part.length === 3 : /^[1-9]\d{0,2}$/.test(part)))
  );
}

/** Seconds without service. */
export interface Downtime {
  month: number;
  year: number;
}

type DurationUnit = 'day' | 'hour' | 'minute' | 'second';
