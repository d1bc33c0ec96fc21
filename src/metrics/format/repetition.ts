import { memoize } from '../../i18n/memoize.ts';
import { numberWords } from '../../i18n/number-words.ts';
import type { Metric } from '../model/types.ts';
import { symbolOfName } from '../model/unit-names.ts';

/** Whether a text adds a word or a number to what a label and the figures of its outcome say; order, spelling of units and number words aside. */
export function addsTo(text: string, { text: said, outcome, locale }: { text: string; outcome: Metric; locale: string }): boolean {
  const words = smallNumbers(locale);
  const normalize = (token: string) => {
    const word = token
      .toLowerCase()
      .replace(/'/g, '’')
      .replace(/^-|-$/g, '')
      .replace(/^(?:d|l|qu)’/, '');
    return words.includes(word) ? String(words.indexOf(word)) : canonical(word);
  };
  const known = new Set([said, outcome.currency ?? ''].join(' ').match(tokens)?.map(normalize));
  const numbers = numbersOf(outcome);
  return (text.match(tokens) ?? []).some((token) => {
    const word = normalize(token);
    return !known.has(word) && !fillers.has(word) && !readings(word).some((number) => numbers.has(number));
  });
}

const smallNumbers = memoize((locale: string) => Array.from({ length: 13 }, (_, count) => numberWords(count, locale)));

/** A number with its magnitude, a percent sign, or a word. */
const tokens = /\d+(?:[.,\u00a0\u202f]\d+| \d{3}(?!\d))*(?:\s?[kKmM](?!\p{L}))?|[%×★]|\p{L}[\p{L}’'-]*/gu;

/** Return the one form that all spellings of a word share: "min" for "minutes", "charge" for "charges". */
function canonical(word: string): string {
  return units.find(([pattern]) => pattern.test(word))?.[1] ?? symbolOfName(word)?.toLowerCase() ?? word.replace(/(?<=\p{L}{3})s$/u, '');
}

const units: [pattern: RegExp, name: string][] = [
  [/^(?:secs?|seconds?|sekunden?|secondes?|segundos?)$/, 's'],
  [/^(?:mins?|minutes?|minuten?|minutos?)$/, 'min'],
  [/^(?:hrs?|hours?|std|stunden?|heures?|horas?)$/, 'h'],
  [/^(?:days?|tagen?|tage?|jours?|días?)$/, 'd'],
  [/^(?:milliseconds?|millisekunden?|millisecondes?|milisegundos?)$/, 'ms'],
  [/^(?:percent|prozent|pct)$/, '%'],
  [/^(?:x|times|fold|mal|fois|veces)$/, '×'],
  [/^(?:saved?|saves|savings?)$/, 'saved'],
  [/^(?:gespart|eingespart|(?:ein|er)sparung(?:en)?)$/, 'gespart'],
  [/^(?:stars?|sternen?|étoiles?|estrellas?)$/, '★'],
];

/** Words, in their one form, that join a label and its figures or state the direction that the figures show. */
const fillers = new Set(
  (
    'a an the of in to from by at on for with per each every up down now before after was were is are has have been it than and out instead ' +
    'more les fewer higher lower shorter longer smaller larger faster increase increased reduce reduced reduction cut fall fell fallen drop dropped ' +
    'rise rose risen grow grew growth grown improve improved improvement halved doubled point percentage ' +
    'vorher nachher von vom auf um zu der die da dem den und war ist mehr weniger statt gesunken gestiegen gesenkt halbiert verdoppelt so viele punkt punkte ' +
    'avant après antes después de du des à la le les une et en plu moin el lo al y más meno punto'
  ).split(' '),
);

/** Return the numbers that the figures of an outcome show, and the difference of its states. */
function numbersOf({ value, upper, outOf = null, before, after }: Metric): Set<number> {
  const ends = [before?.value, after?.value];
  const difference = before?.value != null && after?.value != null ? Number(Math.abs(after.value - before.value).toPrecision(12)) : null;
  const all = [value, upper, outOf, ...ends, before?.upper, after?.upper, difference];
  return new Set(all.flatMap((number) => (number == null ? [] : [Math.abs(number)])));
}

/** Return what a number can mean, its separators read both ways and its magnitude applied. */
function readings(token: string): number[] {
  const [, digits = '', magnitude = ''] = /^(\d[^a-z\s]*(?:[ \u00a0\u202f]\d+)*)\s?([km]?)$/.exec(token) ?? [];
  if (!digits) return [];
  const plain = digits.replace(/[ \u00a0\u202f]/g, '');
  const scale = magnitude === 'k' ? 1e3 : magnitude === 'm' ? 1e6 : 1;
  return [plain.replaceAll(',', ''), plain.replaceAll('.', '').replace(',', '.')].map((text) =>
    Number((Number(text) * scale).toPrecision(12)),
  );
}
