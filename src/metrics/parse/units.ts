import type { Unit } from '../model/types.ts';
import { wordTable } from './word-table.ts';

/** Return the unit that a word or symbol after a number names; symbols are case-sensitive (`MB`, `ms`), names are not. */
export const unitOf = (word: string): Unit | undefined => unitSymbols.get(word) ?? unitNames.get(word.toLowerCase());

/** Return the unit of time that a plural without a number names: `weeks`. */
export const pluralTimeUnit = (word: string): Unit | undefined => pluralTimeUnits.get(word);

/** Return the unit of time that a singular names, which may follow `a` or `half a`. */
export const singularTimeUnit = (word: string): Unit | undefined => singularTimeUnits.get(word);

/** Return the ISO 4217 code of a currency symbol or code before or after an amount. */
export const currencyOf = (word: string): string | undefined => currencySymbols.get(word) ?? (currencyCodes.has(word) ? word : undefined);

/** Return the ISO 4217 code of a currency symbol, code or name after an amount: `euros`. */
export const currencyName = (word: string): string | undefined => currencyNames.get(word.toLowerCase()) ?? currencyOf(word);

const unitSymbols = wordTable<Unit>([
  ['percent', '% ٪ ％'],
  ['percentage_point', 'pp ppt ppts pps'],
  ['star', '★ ⭐ ☆'],
  ['millisecond', 'ms'],
  ['second', 's'],
  ['hour', 'h'],
  ['day', 'd j'],
  ['byte', 'bytes byte'],
  ['kilobyte', 'kB KB kb KiB'],
  ['megabyte', 'MB mb MiB'],
  ['gigabyte', 'GB gb GiB'],
  ['terabyte', 'TB tb TiB'],
]);

const singularTimeUnits = wordTable<Unit>([
  ['millisecond', 'millisecond millisekunde milliseconde milisegundo'],
  ['second', 'second sekunde seconde segundo'],
  ['minute', 'minute minuto'],
  ['hour', 'hour stunde heure hora'],
  ['day', 'day tag jour día dia workday'],
  ['week', 'week woche semaine semana'],
  ['month', 'month monat mois mes mês'],
  ['year', 'year jahr année an año ano'],
]);

const pluralTimeUnits = wordTable<Unit>([
  ['millisecond', 'milliseconds millisekunden millisecondes milisegundos millis'],
  ['second', 'seconds sekunden secondes segundos'],
  ['minute', 'minutes minuten minutos'],
  ['hour', 'hours stunden heures horas'],
  ['day', 'days tage tagen jours días dias workdays'],
  ['week', 'weeks wochen semaines semanas'],
  ['month', 'months monate monaten meses'],
  ['year', 'years jahre jahren années ans años anos'],
]);

const unitNames = new Map<string, Unit>([
  ...singularTimeUnits,
  ...pluralTimeUnits,
  ...wordTable<Unit>([
    ['percent', 'percent pct prozent percents'],
    ['point', 'point points pts pt punkte puntos pontos'],
    ['star', 'star stars stern sterne sternen étoile étoiles estrella estrellas estrelas'],
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

const currencySymbols = wordTable([
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

const currencyCodes = new Set(
  (
    'USD EUR GBP JPY INR AED CHF CNY KRW BRL AUD CAD NZD SGD HKD SEK NOK DKK PLN CZK HUF ZAR MXN SAR QAR KWD BHD OMR EGP NGN KES GHS ' +
    'THB IDR MYR PHP VND TRY ILS RUB UAH ARS CLP COP PEN RMB PKR BDT LKR'
  ).split(' '),
);

const currencyNames = wordTable([
  ['USD', 'dollars dollar usd'],
  ['EUR', 'euros euro eur'],
  ['GBP', 'pounds quid gbp'],
  ['INR', 'rupees rupee inr'],
  ['JPY', 'yen'],
  ['CHF', 'francs franken'],
  ['BRL', 'reais'],
  ['CNY', 'yuan rmb'],
]);
