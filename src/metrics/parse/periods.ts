import type { Period, Unit } from '../model/types.ts';
import { isDuration } from '../model/dimensions.ts';
import { isAmount, isSymbol, isWord, type Item, wordOf } from './items.ts';
import {
  isArticle,
  isAuxiliary,
  isConjunction,
  isFiller,
  isFunctionWord,
  isPreposition,
  movementOf,
  namesChange,
  nounDirection,
  verbDirection,
} from './lexicon.ts';
import { wordTable } from './word-table.ts';

/** Give each amount the period that follows it: 120 drawings an hour, $40K/year, 31 hours monthly. */
export function withPeriods(items: readonly Item[]): Item[] {
  return items.map((item, index) => (isAmount(item) ? { ...item, per: periodAfter(items, index) } : item));
}

/** Return the period that the words before an amount name: "Calls per week: 1,240", "Each year 4,000 students"; null if they name none. */
export function periodBefore(items: readonly Item[], index: number, from: number, unit: Unit | null): Period | null {
  if (!isFlow(unit)) return null;
  const opening = /^(?:each|every|per|pro|chaque|cada)$/.test(wordOf(items[from])) ? periodAt(items, from) : null;
  if (opening && opening.to <= index) return opening.per;
  const adjective = periodAdjectives.get(wordOf(items[from]));
  if (adjective && index === from + 1) return adjective;
  let to = index;
  while (to > from && index - to < maxItems && leadsToAmount(items[to - 1])) to -= 1;
  const at = startOfPeriod(items, to, from);
  return at === null || takingTime.test(wordOf(items[at - 1])) ? null : (periodAt(items, at)?.per ?? null);
}

/** Return the index at which the words of a period that ends before `to` begin; null if none ends there. */
export function startOfPeriod(items: readonly Item[], to: number, from: number): number | null {
  return [to - 3, to - 2].find((start) => start >= from && periodAt(items, start)?.to === to) ?? null;
}

/** Whether a word is an adjective or adverb of time: annual, monthly, täglich. */
export const isPeriodAdjective = (word: string): boolean => periodAdjectives.has(word);

/** Return the first period that a label names: "Calls a week". */
export function periodOfLabel(items: readonly Item[], unit: Unit | null): Period | null {
  return isFlow(unit) ? (items.map((_, at) => periodAt(items, at)?.per).find(Boolean) ?? null) : null;
}

/** Return the period in the name of a flow: annual savings, monthly transactions. An adjective that names a group or an occasion is none. */
export function periodOfSubject(subject: string | null, unit: Unit | null): Period | null {
  const words: string[] = subject?.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? [];
  const at = words.findIndex((word) => periodAdjectives.has(word));
  const qualifiesAnother = words.slice(0, Math.max(0, at)).some((word) => isPreposition(word) || isArticle(word) || isConjunction(word));
  return at < 0 || qualifiesAnother ? null : periodOfFlow(words.slice(at), unit);
}

/** Return the period of a flow whose name begins with an adjective of time. */
function periodOfFlow([adjective = '', ...rest]: readonly string[], unit: Unit | null): Period | null {
  const end = rest.findIndex((word) => word === '' || isPreposition(word));
  const noun = end < 0 ? rest : rest.slice(0, end);
  const head = noun.at(-1);
  if (!isFlow(unit) || head === undefined || noun.includes('active') || groups.test(head)) return null;
  if (noun.some((word) => occasions.test(word))) return null;
  return isDuration(unit) && !timeFlows.test(head) ? null : (periodAdjectives.get(adjective) ?? null);
}

/** A period and the index after its words. */
interface PeriodPhrase {
  per: Period;
  to: number;
}

/** Items between an amount and its period at most. */
const maxItems = 9;

function periodAfter(items: readonly Item[], index: number): Period | null {
  const amount = items[index];
  if (!isAmount(amount) || amount.adjective || amount.unit?.startsWith('request_per_')) return null;
  for (let at = index + 1; at < Math.min(items.length, index + maxItems); at++) {
    const phrase = periodAt(items, at);
    if (phrase) return phrase.per;
    const item = items[at];
    const word = wordOf(item);
    // "€90 per person per year", but "50 per shift to one per day" has another base.
    if (word === 'per') return periodAt(items, at + 2)?.per ?? null;
    const adverb = periodAdjectives.get(word);
    if (adverb && !isNoun(items[at + 1])) return adverb;
    if (adverb) return isArticle(wordOf(items[at - 1])) ? null : periodOfFlow(items.slice(at, at + maxItems).map(wordOf), amount.unit);
    if (isSymbol(item, '-', '‑', '/', '&', "'", '’', '®', '™', '²', '³') && !item.spaced) continue;
    if (!isWord(item) || isConjunction(word) || subordinators.test(word)) return null;
    // "12% growth a year" grows by the year, but the week of "40% more calls a week" is that of the calls.
    if (!isFlow(amount.unit) && nounDirection(word) === undefined && !isFiller(word)) return null;
  }
  return null;
}

/** Read a period at an index: a week, per calendar month, /h, p.a., al mes, im Jahr; null if there is none. */
export function periodAt(items: readonly Item[], at: number): PeriodPhrase | null {
  const [item, next, third] = [items[at], wordOf(items[at + 1]), wordOf(items[at + 2])];
  if (isSymbol(item, '/')) {
    const per = slashPeriods.get(next);
    // "/d8" is part of a path.
    const partOfName = isWord(items[at + 2]) && items[at + 2]?.start === items[at + 1]?.end;
    return per && !partOfName ? { per, to: at + 2 } : null;
  }
  const marker = wordOf(item);
  if (marker === 'p' && isSymbol(items[at + 1], '.') && third === 'a') return { per: 'year', to: at + 3 };
  const nouns = periodNouns.get(marker);
  if (!nouns) return null;
  const length = nouns.has(next) ? 2 : skipped.test(next) || (nouns === english && third === 'season') ? 3 : 0;
  const per = length === 0 ? undefined : nouns.get(length === 2 ? next : third);
  const after = items[at + length];
  // "A second look", "every second user".
  if (per === 'second' && /^(?:an?|each|every)$/.test(marker) && isNoun(after)) return null;
  if (per === undefined || notRates.test(wordOf(after)) || (per === 'quarter' && wordOf(after) === 'of')) return null;
  if (indefinite.test(marker) && !isRateOf(items, at)) return null;
  // "Im Jahr 2020", "am Tag der Eröffnung": a date.
  if (definite.test(marker) && (isAmount(after) || /^\d/.test(wordOf(after)) || isArticle(wordOf(after)))) return null;
  return { per, to: at + length };
}

/** Whether "a week" after an item is a rate ("770 calls a week", "€300 less a week"), not an object or a time ("to close a month", "after a week"). */
function isRateOf(items: readonly Item[], at: number): boolean {
  const previous = items[at - 1];
  if (isAmount(previous) || isSymbol(previous, '²', '³')) return true;
  const word = wordOf(previous);
  if (!isNoun(previous)) return false;
  if (/(?:ing|half|almost|nearly|quite|such|not|up|down)$/.test(word) || /^(?:to|can|will|must)$/.test(wordOf(items[at - 2]))) return false;
  const moves = verbDirection(word) !== undefined && !/(?:ed|n)$/.test(word);
  return !moves || namesChange(word);
}

/** Whether an item may be between the name of a rate and its amount: "went from", ":", "reduced to". */
function leadsToAmount(item: Item | undefined): boolean {
  if (item?.type === 'symbol') return true;
  const word = wordOf(item);
  return (
    isAuxiliary(word) ||
    isArticle(word) ||
    isFiller(word) ||
    movementOf(word) !== undefined ||
    /^(?:from|to|of|by|at|von|auf|um|bis|de|à|para|went|go|goes|gone|brought|taken|reached|hit|up|down)$/.test(word)
  );
}

/** Whether a quantity in a unit can have a period; a share, a score and a factor have none, but their change may. */
function isFlow(unit: Unit | null): boolean {
  return unit === null || !/^(?:percent|percentage_point|point|star|ratio|request_per_second|request_per_minute)$/.test(unit);
}

/** Whether an item may be a noun: a word that is none of the small words. */
export function isNoun(item: Item | undefined): boolean {
  return isWord(item) && !isFunctionWord(item.lower);
}

const subordinators = /^(?:or|oder|ou|o|when|while|because|so|if|although|where|which|that|who)$/;
const indefinite = /^an?$/;
const definite = /^(?:im|am|in|die)$/;
const skipped = /^(?:la|der|calendar|single|average|financial|fiscal|school)$/;
const notRates = /^(?:ago|earlier|later|early|sooner|old|older|longer|ahead|apart)$/;
const takingTime = /^(?:spen[dt]s?|took|takes?|lasted|waited)$/;
const groups = /^(?:users?|subscribers?|members?|customers?|clients?|employees|staff|people|actives)$/;
const occasions =
  /^(?:reports?|reporting|meetings?|reviews?|newsletters?|magazines?|stand-?ups?|audits?|conferences?|events?|surveys?|backups?|clos(?:e|es|ing)|leave|plans?|podcasts?|updates?|cycles?)$/;
const timeFlows = /^(?:downtime|work|workload|effort|overtime|hours|outages?)$/;

/** The names of each period in English, German, French and the languages of Iberia. */
const names: [period: Period, english: string, german: string, french: string, iberian: string][] = [
  ['second', 'second sec s', 'sekunde s', 'seconde s', 'segundo s'],
  ['minute', 'minute min', 'minute min', 'minute min', 'minuto min'],
  ['hour', 'hour hr hrs', 'stunde std h', 'heure h', 'hora h'],
  ['day', 'day', 'tag', 'jour', 'día dia'],
  ['week', 'week wk', 'woche', 'semaine', 'semana'],
  ['month', 'month mo mth', 'monat', 'mois', 'mes mês'],
  ['quarter', 'quarter qtr', 'quartal', 'trimestre', 'trimestre'],
  ['year', 'year yr annum', 'jahr', 'an année', 'año ano'],
  ['season', 'season', 'saison', 'saison', 'temporada'],
];
const namesIn = (language: 1 | 2 | 3 | 4) => wordTable(names.map((row) => [row[0], row[language]] as const));
const [english, german, french, iberian] = [namesIn(1), namesIn(2), namesIn(3), namesIn(4)];

/** The nouns that each word of a rate takes. */
const periodNouns = wordTable([
  [english, 'a an per each every'],
  [german, 'pro je jede jeder jeden jedes im am in die'],
  [french, 'par chaque à'],
  [iberian, 'por cada al ao'],
]);

const slashPeriods = new Map([...iberian, ...french, ...german, ...english, ...wordTable<Period>([['day', 'd']])]);

const periodAdjectives = wordTable<Period>([
  ['hour', 'hourly stündlich stündliche stündlichen'],
  [
    'day',
    'daily täglich tägliche täglichen quotidien quotidienne quotidiens quotidiennes diario diaria diarios diarias diário diária diários diárias',
  ],
  ['week', 'weekly wöchentlich wöchentliche wöchentlichen hebdomadaire hebdomadaires semanal semanales semanais'],
  ['month', 'monthly monatlich monatliche monatlichen mensuel mensuelle mensuels mensuelles mensual mensuales mensal mensais'],
  ['quarter', 'quarterly trimestral trimestrales trimestrais'],
  [
    'year',
    'annual annually annualised annualized yearly jährlich jährliche jährlichen annuel annuelle annuels annuelles anual anuales anuais',
  ],
]);
