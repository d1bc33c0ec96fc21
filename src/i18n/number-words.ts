import { languageOf, type Language } from './languages.ts';

/** Write a whole number below a hundred in words, in the form that precedes a masculine or neuter plural: "twenty-four"; any other in figures. */
export function numberWords(count: number, locale: string): string {
  const language = languageOf(locale);
  if (!language || !Number.isInteger(count) || count < 0 || count > 99) return new Intl.NumberFormat(locale).format(count);
  const { small, tens, join } = numerals[language];
  const known = small[count];
  if (known !== undefined) return known;
  // French counts from sixty and from eighty to nineteen; the others to nine.
  const base = Math.max(
    ...Object.keys(tens)
      .map(Number)
      .filter((ten) => ten <= count),
  );
  const [ten = '', unit = ''] = [tens[base], small[count - base]];
  return count === base ? ten : join(ten, unit, count);
}

/** Write a count as prose does: in words up to twelve, else in figures. */
export function spellCount(count: number, locale: string): string {
  return count > 12 ? new Intl.NumberFormat(locale).format(count) : numberWords(count, locale);
}

interface Numerals {
  /** The words from zero as far as they follow no rule. */
  small: readonly string[];
  tens: Readonly<Record<number, string>>;
  join: (ten: string, unit: string, count: number) => string;
}

const numerals: Record<Language, Numerals> = {
  en: {
    small: words(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    tens: byTens('twenty thirty forty fifty sixty seventy eighty ninety'),
    join: (ten, unit) => `${ten}-${unit}`,
  },
  de: {
    small: words(
      'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    ),
    tens: byTens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
    join: (ten, unit) => `${unit}und${ten}`,
  },
  fr: {
    small: words(
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    ),
    tens: { 20: 'vingt', 30: 'trente', 40: 'quarante', 50: 'cinquante', 60: 'soixante', 80: 'quatre-vingts' },
    join: (ten, unit, count) => (count > 80 ? `quatre-vingt-${unit}` : /^(?:un|onze)$/.test(unit) ? `${ten} et ${unit}` : `${ten}-${unit}`),
  },
  es: {
    small: words(
      'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    ),
    tens: byTens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
    join: (ten, unit) => `${ten} y ${unit}`,
  },
};

function words(list: string): string[] {
  return list.split(' ');
}

function byTens(list: string): Record<number, string> {
  return Object.fromEntries(words(list).map((word, index) => [10 * (index + 2), word]));
}
