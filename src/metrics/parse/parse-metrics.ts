import { betterDirection } from '../model/polarity.ts';
import { makeQuantity } from '../model/quantity.ts';
import type { Better, Direction, Metric, Period, Quantity, Unit } from '../model/types.ts';
import type { Role } from './amount-roles.ts';
import { readItems } from './amounts.ts';
import { bareUnit, type Claim, readClaims } from './claims.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { isAmount, isWord, type Item, quantityOf, type Transition, wholesOf, wordOf } from './items.ts';
import { type Entry, mergeClaims, type TransitionEntry } from './merge-claims.ts';
import { isNoun, periodBefore, periodOfLabel, periodOfSubject } from './periods.ts';
import { phraseText, subjectOfClause, subjectOfTransition } from './subjects.ts';
import { splitText } from './text-spans.ts';
import { findTransitions } from './transitions.ts';

/**
 * Read the outcomes that an author states in a text, in reading order; a text without any is one `statement`. `lang` (BCP 47) decides whether
 * a single dot or comma in a number is a decimal separator. Never throws, takes linear time, and returns no number that the text does not contain.
 *
 * The steps: `tokenize` → `readItems` (words, symbols, amounts) → `findTransitions` → `splitClauses` → `readClaims` → `mergeClaims` → `splitText`.
 */
export function parseMetrics(text: string, lang?: string): Metric[] {
  const items = readItems(truncate(text), lang);
  const transitions = findTransitions(items);
  const clauses = splitClauses(items, transitions);
  const found = [...transitionEntries(text, items, clauses, transitions), ...claimEntries(text, items, clauses, transitions)];
  const entries = mergeClaims(found.toSorted((a, b) => a.index - b.index));
  const texts = splitText(text, items, clauses, entries);
  return entries.length > 0 ? entries.map((entry, index) => toMetric(entry, texts[index] ?? text)) : [statement(text)];
}

/** Read the first amount of a text as a state: `€1.4M`, `about 3.5 s`, `-5%`, `2 of 5`; null if there is none. */
export function parseState(text: string, lang?: string): State | null {
  const digit = text.search(/\d/);
  const minus = minusAtEnd.exec(text.slice(0, Math.max(0, digit)));
  const positive = minus ? text.slice(0, minus.index) + minus[1] + text.slice(digit) : text;
  const amount = readItems(positive, lang).find(isAmount);
  if (!amount) return null;
  const { value, upper, unit, outOf } = amount;
  const signed = minus ? { value: -value, upper: upper === null ? null : -upper } : {};
  return { ...quantityOf(amount), unit: unit ?? 'count', ...signed, ...(outOf !== null && { outOf }) };
}

/** A quantity and the whole that it is a part of: 5 in "2 of 5". */
export interface State extends Quantity {
  outOf?: number;
}

/** A minus before a number and its currency. A hyphen between words is none. */
const minusAtEnd = /(?<!\p{L})(?:[-−–]\s*|\bminus\s+)((?:\p{Sc}|[A-Z]{1,3})?\s*)$/iu;

/** Read the period that a label gives to a quantity in `unit`: a week in "Calls a week"; null if it gives none. */
export function parsePeriod(label: string, unit: Unit | null): Period | null {
  return periodOfLabel(readItems(label), unit) ?? periodOfSubject(label, unit);
}

/** Make a metric that measures nothing: the words as they are. */
export function statement(text: string): Metric {
  return { kind: 'statement', text, ...makeQuantity(), direction: null, before: null, after: null, subject: null, good: null };
}

/** Characters that are read: ten times the longest sentence of an author, few enough to keep hostile input cheap. */
const maxLength = 2000;

function truncate(text: string): string {
  if (text.length <= maxLength) return text;
  // A number must not be cut in two: "12,500" would become 12.
  const space = Math.max(text.lastIndexOf(' ', maxLength), text.lastIndexOf('\n', maxLength));
  return text.slice(0, Math.max(0, space));
}

function transitionEntries(
  text: string,
  items: readonly Item[],
  clauses: readonly Clause[],
  transitions: readonly Transition[],
): TransitionEntry[] {
  return transitions.flatMap((transition) => {
    const first = Math.min(transition.from, ...transition.amounts);
    const index = clauses.findIndex(({ to }) => first < to);
    const clause = clauses[index];
    if (!clause) return [];
    const subject = phraseText(text, items, subjectOfTransition(items, transition, clause, leadClauseOf(clauses, index)));
    const noun = sharedNoun(items, transition, subject);
    const withPeriod = (quantity: Quantity | null) =>
      quantity && {
        ...quantity,
        symbol: quantity.symbol ?? noun,
        per: quantity.per ?? periodBefore(items, first, clause.from, quantity.unit ?? bareUnit(subject)),
      };
    const [before, after] = [withPeriod(transition.before), withPeriod(transition.after)];
    // "Down to 3 in 10 schools" counts in schools.
    const isShare = (item: Item | undefined) => item !== undefined && !/ in /i.test(text.slice(item.start, item.end));
    const shares = transition.amounts.filter((at) => isShare(items[at]));
    const [whole = null, ...others] = wholesOf(items, shares);
    return {
      ...transition,
      kind: 'transition',
      role: 'head',
      index: Math.min(...transition.amounts),
      before,
      after,
      outOf: others.length === 0 ? whole : null,
      clause,
      subject,
      claim: null,
    };
  });
}

/** Return the noun that follows both numbers of a transition and is not in its subject: the tickets of "support load from 12 tickets to 3 tickets". */
function sharedNoun(items: readonly Item[], { amounts, before, after }: Transition, subject: string | null): string | null {
  const [first, second] = amounts;
  if (first === undefined || second === undefined || before?.unit !== null || after?.unit !== null || subject === null) return null;
  if (bareUnit(subject) !== 'count' || wordOf(items[first + 1]) !== wordOf(items[second + 1])) return null;
  const noun = items[first + 1];
  const isCounted = [first, second].every((at) => isNoun(items[at + 1]) && !isNoun(items[at + 2]));
  return isCounted && isWord(noun) && !subject.toLowerCase().includes(noun.lower) ? noun.text : null;
}

function claimEntries(text: string, items: readonly Item[], clauses: readonly Clause[], transitions: readonly Transition[]): Claim[] {
  const usedAmounts = new Set(transitions.flatMap(({ amounts }) => amounts));
  const entries: Claim[] = [];
  let previous: Claim | null = null;
  let previousRole: Role | null = null;
  for (const [index, clause] of clauses.entries()) {
    const lead = leadClauseOf(clauses, index);
    const read = readClaims({ source: text, items, clause, usedAmounts, previous, previousRole });
    const claims: Claim[] = read.map((claim) => withSubject(claim, text, items, lead, previous));
    entries.push(...claims);
    const last = claims.at(-1);
    previousRole = last?.quantity.unit === 'count' ? last.role : null;
    previous = claims.findLast(({ role }) => role === 'head') ?? previous;
  }
  return entries;
}

/** Return the clause that a dash, a colon or a parenthesis separates from the clause at an index. */
function leadClauseOf(clauses: readonly Clause[], index: number): Clause | null {
  const lead = clauses.slice(Math.max(0, index - 2), index).findLast(({ parenthetical }) => !parenthetical);
  return lead && /^[-–—:()]$/.test(clauses[index]?.separator ?? '') ? lead : null;
}

/** Triggers of claims that leave out a subject already named, unlike "saving 20 hours". */
const ellipticalTriggers = new Set<Claim['trigger']>(['adverb', 'sign', 'comparative']);

/** Give a claim without a subject that of its lead clause or of the previous claim: "Leads (+60%)", "fees of £1.1m, up 22%". */
function withSubject(claim: Claim, text: string, items: readonly Item[], lead: Clause | null, previous: Claim | null): Claim {
  if (claim.subject !== null || claim.role !== 'head' || claim.kind === 'level') return claim;
  const subject = lead
    ? phraseText(text, items, subjectOfClause(items, lead))
    : claim.clause.separator === ',' && ellipticalTriggers.has(claim.trigger)
      ? previous?.subject
      : null;
  return { ...claim, subject: subject ?? null };
}

function toMetric(entry: Entry, text: string): Metric {
  return entry.kind === 'transition' ? transitionToMetric(entry, text) : claimToMetric(entry, text);
}

function claimToMetric({ kind, quantity, direction, subject, outOf }: Claim, text: string): Metric {
  return {
    ...statement(text),
    kind,
    ...quantity,
    ...(outOf !== null && { outOf }),
    direction,
    subject,
    good: presumeGood(direction, betterDirection(subject), text),
  };
}

function transitionToMetric({ claim, outOf, ...transition }: TransitionEntry, text: string): Metric {
  const [first, second] = claim && claim.index < transition.index ? [claim, transition] : [transition, claim];
  const subject = first.subject ?? second?.subject ?? null;
  const withUnit = (quantity: Quantity | null) => {
    const unit = quantity?.unit ?? bareUnit(subject);
    return quantity && { ...quantity, unit, per: quantity.per ?? periodOfSubject(subject, unit) };
  };
  const [before, after] = [withUnit(transition.before), withUnit(transition.after)];
  const direction = transition.direction ?? claim?.direction ?? null;
  return {
    ...statement(text),
    kind: 'transition',
    ...claim?.quantity,
    ...(outOf !== null && { outOf }),
    direction,
    before,
    after,
    subject,
    good: presumeGood(direction, betterDirection(subject, after?.unit ?? before?.unit ?? null), text),
  };
}

/** Presume that authors present improvements: only a move against the known better direction of the subject is bad. */
function presumeGood(direction: Direction | null, better: Better | null, text: string): boolean | null {
  if (direction === null) return null;
  if (better === null || direction === (better === 'higher' ? 'up' : 'down')) return true;
  return better === 'lower' || /\b(?:improv|faster|better|quick|speed|sav)/i.test(text);
}
