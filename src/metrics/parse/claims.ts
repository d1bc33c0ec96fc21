import type { Direction, Kind, Quantity, Unit } from '../model/types.ts';
import { prepositionBefore, type Role, roleOf } from './amount-roles.ts';
import { type ChangeTrigger, findChangeTrigger } from './change-triggers.ts';
import type { AmountContext, Clause } from './clauses.ts';
import { type AmountItem, isAmount, isSymbol, type Item, quantityOf, wordOf } from './items.ts';
import { isArticle, isConjunction } from './lexicon.ts';
import { isPeriodAdjective, periodBefore, periodOfSubject } from './periods.ts';
import type { Phrase } from './phrases.ts';
import { phraseText, subjectOfChange, subjectOfLevel } from './subjects.ts';

/** Read the claims of one clause in reading order, one for each amount that no transition uses. */
export function readClaims({ source, items, clause, usedAmounts, previous, previousRole }: ClauseContext): Claim[] {
  const read: Claim[] = [];
  let last: Role = 'head';
  for (let index = clause.from; index < clause.to; index++) {
    const amount = items[index];
    if (!isAmount(amount) || usedAmounts.has(index)) continue;
    const context: SourceContext = { source, items, index, clause, amount };
    const own = findChangeTrigger(context);
    const trigger = own ?? inheritedTrigger(context, previous);
    if (trigger) {
      read.push({ ...readChange(context, trigger), inheritsVerb: own === null });
      last = 'head';
      continue;
    }
    // "in 14 countries and 9 languages": the preposition of the previous clause applies here too.
    if (index === clause.from && /^(?:and|&|und|et|y)$/.test(clause.separator) && previousRole !== null && amount.unit === null)
      last = previousRole;
    const coordinated = index === clause.from || isSymbol(items[index - 1], ',') || isConjunction(wordOf(items[index - 1]));
    const role: Role = coordinated && last !== 'head' ? last : roleOf(context);
    read.push(readLevel(context, role));
    last = role;
  }
  return read;
}

interface ClauseContext {
  source: string;
  items: readonly Item[];
  clause: Clause;
  /** Indexes of the amounts that transitions use. */
  usedAmounts: ReadonlySet<number>;
  /** The last claim before this clause, whose verb also applies to "revenue by 30 %". */
  previous: Claim | null;
  /** The role of the last amount before this clause if it was a bare count. */
  previousRole: Role | null;
}

/** What one amount states. A claim whose role is not `head` becomes an entry only if the text has no other. */
export interface Claim {
  kind: Exclude<Kind, 'transition' | 'statement'>;
  quantity: Quantity;
  outOf: number | null;
  direction: Direction | null;
  subject: string | null;
  role: Role;
  index: number;
  clause: Clause;
  trigger: ChangeTrigger['kind'] | null;
  /** Is the object of its verb: "reduced 200 reports". */
  isObject: boolean;
  /** Has its verb in the previous clause. */
  inheritsVerb: boolean;
}

/** An amount in its clause, with the text that both are from. */
type SourceContext = AmountContext & { source: string };

function readChange(context: SourceContext, trigger: ChangeTrigger): Claim {
  const { items, index, clause, amount } = context;
  const isObject = trigger.kind === 'verb-before' && items.slice(trigger.index + 1, index).every((item) => isArticle(wordOf(item)));
  const level: Claim = { ...makeLevel(context, subjectOfChange(items, index, clause, trigger)), trigger: trigger.kind, isObject };
  if (savesMoney(items, trigger, amount) && !namesCost(context)) {
    const from =
      trigger.kind === 'noun-after' ? Math.max(index + 1, trigger.index - 1) : periodAdjectiveBefore(items, trigger.index, clause.from);
    return { ...level, ...measureOf(context, { from, to: trigger.index + 1 }) };
  }
  if (amount.factor && isReturn(context, trigger)) return level;
  return { ...level, kind: amount.factor ? 'multiple' : 'change', direction: trigger.direction };
}

function readLevel(context: SourceContext, role: Role): Claim {
  const { source, items, index, clause, amount } = context;
  const level: Claim = { ...makeLevel(context, subjectOfLevel(items, index, clause, role === 'window')), role };
  // A bare factor is growth, except for a return: 4.2x ROAS.
  const isGrowth = amount.factor && !returnMeasures.test(`${level.subject} ${source.slice(amount.end, amount.end + 24)}`);
  return isGrowth ? { ...level, kind: 'multiple', direction: 'up' } : level;
}

function makeLevel(context: SourceContext, phrase: Phrase | null): Claim {
  const { index, clause, amount } = context;
  const level = { kind: 'level', direction: null, role: 'head', trigger: null, isObject: false, inheritsVerb: false } as const;
  return { ...level, ...measureOf(context, phrase), index, clause, outOf: amount.outOf };
}

/** Return the phrase that an amount measures as its subject, and its quantity with the unit and the period that its clause and subject add. */
function measureOf({ source, items, index, clause, amount }: SourceContext, phrase: Phrase | null): Pick<Claim, 'subject' | 'quantity'> {
  const subject = phraseText(source, items, phrase);
  const unit = amount.unit ?? bareUnit(subject);
  const per = amount.per ?? periodBefore(items, index, clause.from, unit) ?? periodOfSubject(subject, unit);
  return { subject, quantity: { ...quantityOf(amount), unit, per } };
}

/** Return the unit of a number without one by its subject: a ratio for a return, a point for a score, else a count. */
export function bareUnit(subject: string | null): Unit {
  if (subject === null) return 'count';
  if (returnMeasures.test(subject)) return 'ratio';
  return scoreMeasures.test(subject) ? 'point' : 'count';
}

const returnMeasures = /\b(?:roas|roi|return on investment|return on ad spend|moic)\b/i;
const scoreMeasures =
  /\b(?:nps|net promoter|csat|lighthouse|page ?speed|score|scores|rating|grade|sus|points?)\b|^(?:seo|accessibility|best practices|performance)$/i;

/** Return the trigger of the previous claim if its verb also applies to this amount: "revenue by 30 %", "30 % in revenue", "profits 12 %". */
function inheritedTrigger({ items, index, clause, amount }: AmountContext, previous: Claim | null): ChangeTrigger | null {
  if (!previous?.direction || previous.kind === 'level' || amount.unit !== previous.quantity.unit) return null;
  if (!/^(?:,|;|and|&|und|et|y|e|\+|plus|while|but)$/.test(clause.separator)) return null;
  const { word } = prepositionBefore(items, index, clause);
  const next = wordOf(items[index + 1]);
  const hasComplement = /^(?:in|on|for)$/.test(next);
  const end = next === 'respectively' ? index + 2 : index + 1;
  const standsAlone = index === clause.from && (hasComplement || end >= clause.to);
  const isLastObject = index + 1 >= clause.to && previous.trigger === 'verb-before';
  if (word !== 'by' && word !== 'um' && !standsAlone && !isLastObject) return null;
  const at = word === null && hasComplement ? index : clause.from - 1;
  return { direction: previous.direction, kind: hasComplement ? 'noun-after' : 'verb-before', index: at };
}

/** Return the index of the adjective of time up to two words before a noun, else that of the noun: annual organisation savings. */
function periodAdjectiveBefore(items: readonly Item[], noun: number, from: number): number {
  return [noun - 1, noun - 2].find((at) => at >= from && isPeriodAdjective(wordOf(items[at]))) ?? noun;
}

function savesMoney(items: readonly Item[], trigger: ChangeTrigger, amount: AmountItem): boolean {
  return amount.unit === 'money' && /^(?:cost-)?sav|^econom|^ahorr|^erspar|^gespart|^eingespart/.test(wordOf(items[trigger.index]));
}

/** Whether the cost that a saving reduces follows the amount: "$40K in manual costs". */
function namesCost({ items, index, clause }: AmountContext): boolean {
  const words = items.slice(index + 1, clause.to).map(wordOf);
  const isCost = (word: string) =>
    /^(?:costs?|spend|spending|expenses?|expenditure|fees?|bills?|overhead|labou?r|payroll|waste)$/.test(word);
  return words.slice(0, 8).some((word, at) => /^(?:in|on|of|from|off)$/.test(word) && words.slice(at + 1, at + 6).some(isCost));
}

function isReturn({ items, index, clause }: AmountContext, trigger: ChangeTrigger): boolean {
  const words = items.slice(index + 1, Math.min(clause.to, index + 4)).map(wordOf);
  return trigger.kind === 'sign' && words.some((word) => returnMeasures.test(word));
}
