import type { Unit } from '../model/types.ts';

/** Give the unit a word or sign after a number names; short signs are told apart by their case (`MB`, `min`). */
export function unitOf(word: string): Unit | undefined {
  return signs.get(word) ?? named.get(word.toLowerCase());
}

/** Give the unit of time that a plural without a number names: `weeks`. */
export function pluralTime(word: string): Unit | undefined {
  return plurals.get(word);
}

/** Give the unit of time in the singular that `a` or `half a` may stand before. */
export function singularTime(word: string): Unit | undefined {
  return singulars.get(word);
}

/** Give the ISO 4217 code of a currency by its sign, code or name. */
export function currencyOf(word: string): string | undefined {
  return currencySigns.get(word) ?? (codes.has(word) ? word : undefined);
}

/** Give the ISO 4217 code of a currency named after its amount: `euros`. */
export function currencyName(word: string): string | undefined {
  return currencyNames.get(word.toLowerCase()) ?? currencyOf(word);
}

const table = <Name extends string>(entries: [Name, string][]) =>
  new Map(entries.flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)));

const signs = table<Unit>([
  ['percent', '% ٪ ％'],
  ['percentage_point', 'pp ppt ppts pps'],
  ['star', '★ ⭐ ☆'],
  ['millisecond', 'ms'],
  ['second', 's'],
  ['hour', 'h'],
  ['byte', 'bytes byte'],
  ['kilobyte', 'kB KB kb KiB'],
  ['megabyte', 'MB mb MiB'],
  ['gigabyte', 'GB gb GiB'],
  ['terabyte', 'TB tb TiB'],
]);

const singularWords: [Unit, string][] = [
  ['millisecond', 'millisecond millisekunde milliseconde milisegundo'],
  ['second', 'second sekunde seconde segundo'],
  ['minute', 'minute minuto'],
  ['hour', 'hour stunde heure hora'],
  ['day', 'day tag jour día dia workday'],
  ['week', 'week woche semaine semana'],
  ['month', 'month monat mois mes mês'],
  ['year', 'year jahr année an año ano'],
];

const pluralWords: [Unit, string][] = [
  ['millisecond', 'milliseconds millisekunden millisecondes milisegundos millis'],
  ['second', 'seconds sekunden secondes segundos'],
  ['minute', 'minutes minuten minutos'],
  ['hour', 'hours stunden heures horas'],
  ['day', 'days tage tagen jours días dias workdays'],
  ['week', 'weeks wochen semaines semanas'],
  ['month', 'months monate monaten meses'],
  ['year', 'years jahre jahren années ans años anos'],
];

const singulars = table(singularWords);
const plurals = table(pluralWords);

const named = new Map<string, Unit>([
  ...singulars,
  ...plurals,
  ...table<Unit>([
    ['percent', 'percent pct prozent percents'],
    ['point', 'point points pts pt punkte puntos pontos'],
    ['star', 'star stars sterne étoiles estrellas estrelas'],
    ['millisecond', 'msec msecs'],
    ['second', 'sec secs sek'],
    ['minute', 'min mins'],
    ['hour', 'hr hrs std'],
    ['week', 'wk wks'],
    ['month', 'mo mos mth mths'],
    ['year', 'yr yrs'],
    ['kilobyte', 'kilobyte kilobytes'],
    ['megabyte', 'megabyte megabytes'],
    ['gigabyte', 'gigabyte gigabytes'],
    ['terabyte', 'terabyte terabytes'],
    ['request_per_second', 'rps qps req/s'],
    ['request_per_minute', 'rpm'],
  ]),
]);

const currencySigns = table([
  ['USD', '$ US$ USD$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥ 円'],
  ['INR', '₹ Rs Rs. ₨'],
  ['KRW', '₩ 원'],
  ['BRL', 'R$'],
  ['AUD', 'A$ AU$'],
  ['CAD', 'C$ CA$'],
  ['NZD', 'NZ$'],
  ['SGD', 'S$'],
  ['HKD', 'HK$'],
  ['NGN', '₦'],
  ['PHP', '₱'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['RUB', '₽'],
  ['ILS', '₪'],
  ['VND', '₫'],
  ['CHF', 'SFr Fr.'],
]);

const codes = new Set(
  (
    'USD EUR GBP JPY INR AED CHF CNY KRW BRL AUD CAD NZD SGD HKD SEK NOK DKK PLN CZK HUF ZAR MXN SAR QAR KWD BHD OMR EGP NGN KES GHS ' +
    'THB IDR MYR PHP VND TRY ILS RUB UAH ARS CLP COP PEN RMB PKR BDT LKR'
  ).split(' '),
);

const currencyNames = table([
  ['USD', 'dollars dollar usd'],
  ['EUR', 'euros euro eur'],
  ['GBP', 'pounds quid gbp'],
  ['INR', 'rupees rupee inr'],
  ['JPY', 'yen'],
  ['CHF', 'francs franken'],
  ['BRL', 'reais'],
  ['CNY', 'yuan rmb'],
]);
