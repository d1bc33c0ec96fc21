import { type PhysicalUnit, physicalUnit } from '../../schemas/units.ts';
import { type Plural, selectPlural, stringsFor } from '../../i18n/strings.ts';
import { memoize } from '../../i18n/memoize.ts';

/** Write a physical unit in words after a number: "kilometres" for km; null if the locale has no words for it. */
export function symbolWords(symbol: string, value: number, locale: string): string | null {
  const name = physicalUnit(symbol);
  if (name === null) return null;
  const own: Partial<Record<PhysicalUnit, Plural>> = stringsFor(locale).unitWords;
  const [forms, intl] = [own[name], intlUnits[name]];
  if (forms) return selectPlural(value, forms, locale);
  return intl === undefined ? null : unitWords(value, locale, intl);
}

/** Write a unit of `Intl.NumberFormat` in words, without its number. */
export const unitWords = memoize((value: number, locale: string, unit: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
    .formatToParts(value)
    .filter(({ type }) => type === 'unit')
    .map((part) => part.value)
    .join(' '),
);

/** The units that `Intl.NumberFormat` can name in every language. */
const intlUnits: Partial<Record<PhysicalUnit, string>> = {
  mm: 'millimeter',
  cm: 'centimeter',
  m: 'meter',
  km: 'kilometer',
  ft: 'foot',
  mi: 'mile',
  ha: 'hectare',
  ml: 'milliliter',
  l: 'liter',
  g: 'gram',
  kg: 'kilogram',
  lb: 'pound',
  bit: 'bit',
  kbit: 'kilobit',
  Mbit: 'megabit',
  Gbit: 'gigabit',
  '°C': 'celsius',
  '°F': 'fahrenheit',
  'km/h': 'kilometer-per-hour',
  'm/s': 'meter-per-second',
  mph: 'mile-per-hour',
};
