import type { Clause } from './clauses.ts';
import { pullOf, type Pull } from './directions.ts';
import { type AmountItem, isAmount, isSign, type Item, wordOf } from './items.ts';
import { isArticle, isConjunction } from './lexicon.ts';
import { prepositionBefore, type Role, roleOf } from './amount-roles.ts';
import { phraseText, subjectOfChange, subjectOfLevel } from './subjects.ts';
import type { Direction, Kind, Quantity, Unit } from '../model/types.ts';

/** Read the claims of one clause in reading order; `spent` are amounts that transitions have used up. */
export function readClaims({ source, items, clause, spent, previous, previousRole }: ClauseInput): Claim[] {
  const read: Claim[] = [];
  let last: Role = 'head';
  for (let index = clause.from; index < clause.to; index++) {
    const amount = items[index];
    if (!isAmount(amount) || spent.has(index)) continue;
    const own = pullOf(items, index, clause);
    const pull = own ?? inherited(items, index, clause, previous);
    if (pull) {
      read.push({ ...changeOf({ source, items, index, clause, pull, amount }), inherits: own === null });
      last = 'head';
      continue;
    }
    // "in 14 countries and 9 languages": the clause before leaves its preposition to this one.
    if (index === clause.from && /^(?:and|&|und|et|y)$/.test(clause.link) && previousRole !== null && amount.unit === null)
      last = previousRole;
    const coordinated = index === clause.from || isSign(items[index - 1], ',') || isConjunction(wordOf(items[index - 1]));
    const role: Role = coordinated && last !== 'head' ? last : roleOf(items, index, clause);
    read.push(levelOf({ source, items, index, clause, amount, role }));
    last = role;
  }
  return read;
}

export interface ClauseInput {
  source: string;
  items: readonly Item[];
  clause: Clause;
  spent: ReadonlySet<number>;
  /** The last claim before this clause: its verb carries over to "revenue by 30 %". */
  previous: Claim | null;
  /** What the last amount before this clause did there, where it was a bare count. */
  previousRole: Role | null;
}

/** One amount with what it says; a role other than `head` makes an entry only where nothing else does. */
export interface Claim {
  kind: Exclude<Kind, 'transition' | 'statement'>;
  quantity: Quantity;
  outOf: number | null;
  direction: Direction | null;
  subject: string | null;
  role: Role;
  index: number;
  clause: Clause;
  by: Pull['by'] | null;
  /** The object of its verb: "reduced 200 reports". */
  object: boolean;
  /** Its verb stands in the clause before. */
  inherits: boolean;
}

interface AmountInput {
  source: string;
  items: readonly Item[];
  index: number;
  clause: Clause;
  amount: AmountItem;
}

function changeOf(input: AmountInput & { pull: Pull }): Claim {
  const { source, items, index, clause, amount, pull } = input;
  const subject = phraseText(source, items, subjectOfChange(items, index, clause, pull));
  const base = {
    index,
    clause,
    subject,
    role: 'head',
    inherits: false,
    outOf: amount.outOf,
    by: pull.by,
    object: pull.by === 'verb-behind' && items.slice(pull.at + 1, index).every((item) => isArticle(wordOf(item))),
  } as const;
  const quantity = quantityOf(amount, subject);
  if (savesMoney(items, pull, amount) && !namesCost(items, index, clause)) {
    const saving = phraseText(source, items, {
      from: pull.by === 'noun-ahead' ? Math.max(index + 1, pull.at - 1) : pull.at,
      to: pull.at + 1,
    });
    return { ...base, kind: 'level', quantity, direction: null, subject: saving };
  }
  if (amount.factor && isReturn(items, index, clause, pull)) return { ...base, kind: 'level', quantity, direction: null };
  return { ...base, kind: amount.factor ? 'multiple' : 'change', quantity, direction: pull.direction };
}

function levelOf({ source, items, index, clause, amount, role }: AmountInput & { role: Role }): Claim {
  const subject = phraseText(source, items, subjectOfLevel(items, index, clause, role === 'window'));
  const base = { index, clause, subject, role, outOf: amount.outOf, by: null, object: false, inherits: false };
  const quantity = quantityOf(amount, subject);
  // A bare factor is growth unless it is the unit of a return (4.2x ROAS).
  if (amount.factor && !returns.test(`${subject} ${source.slice(amount.end, amount.end + 24)}`))
    return { ...base, kind: 'multiple', quantity, direction: 'up' };
  return { ...base, kind: 'level', quantity, direction: null };
}

/** Give an amount as a quantity; a bare number is a count, a score or a ratio by what it measures. */
export function quantityOf({ value, upper, unit, currency, bound }: Quantity, subject: string | null): Quantity {
  return { value, upper, unit: unit ?? bareUnit(subject), currency, bound };
}

/** The unit of a number that has none, by what it measures. */
export function bareUnit(subject: string | null): Unit {
  if (subject === null) return 'count';
  if (returns.test(subject)) return 'ratio';
  return scores.test(subject) ? 'point' : 'count';
}

const returns = /\b(?:roas|roi|return on investment|return on ad spend|moic)\b/i;
const scores =
  /\b(?:nps|net promoter|csat|lighthouse|page ?speed|score|scores|rating|grade|sus|points?)\b|^(?:seo|accessibility|best practices|performance)$/i;

/** "revenue by 30 %", "30 % in revenue", "profits 12 %" after a change: the verb before carries over. */
function inherited(items: readonly Item[], index: number, clause: Clause, previous: Claim | null): Pull | null {
  const amount = items[index];
  if (
    !previous?.direction ||
    previous.kind === 'level' ||
    !isAmount(amount) ||
    clause.link === '' ||
    !/^(?:,|;|and|&|und|et|y|e|\+|plus|while|but)$/.test(clause.link)
  )
    return null;
  if (amount.unit !== previous.quantity.unit) return null;
  const { word } = prepositionBefore(items, index, clause);
  const next = wordOf(items[index + 1]);
  const rest = wordOf(items[index + 1]) === 'respectively' ? index + 2 : index + 1;
  const alone = rest >= clause.to && index === clause.from;
  const elliptic =
    word === 'by' ||
    word === 'um' ||
    (/^(?:in|on|for)$/.test(next) && index === clause.from) ||
    alone ||
    (index + 1 >= clause.to && previous.by === 'verb-behind');
  return elliptic
    ? {
        direction: previous.direction,
        by: /^(?:in|on|for)$/.test(next) ? 'noun-ahead' : 'verb-behind',
        at: word === null && /^(?:in|on|for)$/.test(next) ? index : clause.from - 1,
      }
    : null;
}

function savesMoney(items: readonly Item[], pull: Pull, amount: AmountItem): boolean {
  return amount.unit === 'money' && /^(?:cost-)?sav|^econom|^ahorr|^erspar|^gespart|^eingespart/.test(wordOf(items[pull.at]));
}

/** Whether the cost that was saved on is named beside the amount: "$40K in manual costs". */
function namesCost(items: readonly Item[], index: number, clause: Clause): boolean {
  for (let at = index + 1; at < Math.min(clause.to, index + 9); at++) {
    if (!/^(?:in|on|of|from|off)$/.test(wordOf(items[at]))) continue;
    for (let noun = at + 1; noun < Math.min(clause.to, at + 6); noun++) {
      if (/^(?:costs?|spend|spending|expenses?|expenditure|fees?|bills?|overhead|labou?r|payroll|waste)$/.test(wordOf(items[noun])))
        return true;
    }
  }
  return false;
}

function isReturn(items: readonly Item[], index: number, clause: Clause, pull: Pull): boolean {
  return pull.by === 'sign' && items.slice(index + 1, Math.min(clause.to, index + 4)).some((item) => returns.test(wordOf(item)));
}
