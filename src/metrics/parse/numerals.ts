import { wordTable } from './word-table.ts';

/**
 * Parse digits with separators as a number, or return null if they are none (`1.2.3`). `lang` decides whether a single comma or dot is a decimal
 * separator (a comma is one in German, French, Spanish …); the default is English. A reading that only the other convention allows wins (`12,5`).
 */
export function readNumeral(raw: string, lang?: string): number | null {
  const text = raw.replace(/['’\u00a0\u202f\u2009 ]/g, '');
  const [dots, commas] = [countOf(text, '.'), countOf(text, ',')];
  if (dots + commas === 0) return toFinite(text);
  if (dots > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    if (countOf(text, decimal) > 1) return null;
    const [whole = '', fraction = ''] = text.split(decimal);
    return isGrouped(whole, group) && !fraction.includes(group) ? toFinite(`${whole.replaceAll(group, '')}.${fraction}`) : null;
  }
  const separator = dots > 0 ? '.' : ',';
  const grouped = isGrouped(text, separator);
  if (dots + commas > 1) return grouped ? toFinite(text.replaceAll(separator, '')) : null;
  const groupsHere = separator === (hasDecimalComma(lang) ? '.' : ',');
  return grouped && groupsHere ? toFinite(text.replace(separator, '')) : toFinite(text.replace(separator, '.'));
}

/** Return the number a word names (`seven`, `zwölf`), or undefined. Articles are no numbers, except those that also mean one (`ein`, `une`). */
export const numberWord = (word: string): number | undefined => numberWords.get(word);

/** Return the multiplier a word stands for, in full (`million`) or abbreviated (`k`, `Cr`); abbreviations are case-sensitive. */
export function magnitudeOf(word: string): number | undefined {
  return magnitudes.get(word.length > 3 ? word.toLowerCase() : word) ?? longMagnitudes.get(word.toLowerCase());
}

const decimalCommaLanguages = 'de fr es pt it nl sv da nb no fi pl cs ru uk tr id vi el hu ro'.split(' ');

function hasDecimalComma(lang: string | undefined): boolean {
  return lang !== undefined && decimalCommaLanguages.includes(lang.toLowerCase().split('-')[0] ?? '');
}

/** Whether digits are grouped in threes, or as in India: three at the end, twos before them. */
function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.split(separator);
  if (rest.length === 0) return true;
  if (first.length === 0 || first.length > 3 || rest.at(-1)?.length !== 3) return false;
  if (first.startsWith('0')) return false;
  const upper = rest.slice(0, -1);
  return upper.every((group) => group.length === 3) || (first.length < 3 && upper.every((group) => group.length === 2));
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function toFinite(text: string): number | null {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : null;
}

const numberWords = wordTable([
  [0, 'zero null cero'],
  [1, 'one single ein eine einem einen einer une uno una um uma'],
  [2, 'two zwei deux dos dois duas'],
  [3, 'three drei trois tres três'],
  [4, 'four vier quatre cuatro quatro'],
  [5, 'five fünf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete sete'],
  [8, 'eight acht huit ocho oito'],
  [9, 'nine neun neuf nueve nove'],
  [10, 'ten zehn dix diez dez'],
  [11, 'eleven elf onze'],
  [12, 'twelve zwölf douze doce doze dozen'],
  [13, 'thirteen'],
  [14, 'fourteen'],
  [15, 'fifteen quinze quince'],
  [16, 'sixteen'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
  [20, 'twenty zwanzig vingt veinte vinte'],
  [30, 'thirty dreißig trente treinta trinta'],
  [40, 'forty vierzig quarante cuarenta quarenta'],
  [50, 'fifty fünfzig cinquante cincuenta cinquenta'],
  [60, 'sixty'],
  [70, 'seventy'],
  [80, 'eighty'],
  [90, 'ninety'],
  [100, 'hundred hundert cent cien cem'],
]);

const magnitudes = wordTable([
  [1e3, 'k K'],
  [1e5, 'L'],
  [1e6, 'M m MM mm'],
  [1e7, 'Cr cr CR'],
  [1e9, 'B b'],
  [1e12, 'T'],
]);

const longMagnitudes = wordTable([
  [100, 'hundred hundert'],
  [1e3, 'thousand thousands tausend tsd mil mille thou'],
  [1e5, 'lakh lakhs lac lacs'],
  [1e6, 'million millions mil. mio mln mn millionen millón millones milhão milhões'],
  [1e7, 'crore crores'],
  [1e9, 'billion billions bn bln mrd milliarde milliarden milliard milliards'],
  [1e12, 'trillion trillions tn billionen'],
  [12, 'dozen dozens'],
]);
