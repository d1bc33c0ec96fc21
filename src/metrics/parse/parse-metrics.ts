import { readItems } from './amounts.ts';
import { bareUnit, type Claim, readClaims } from './claims.ts';
import { type Clause, cutClauses } from './clauses.ts';
import { isAmount, type Item } from './items.ts';
import { joinClaims, type Told, type ToldTransition } from './merge-claims.ts';
import { remembered } from '../../i18n/memoize.ts';
import { cutWords } from './text-spans.ts';
import type { Role } from './amount-roles.ts';
import { phraseText, subjectOfClause, subjectOfTransition } from './subjects.ts';
import { findTransitions, type Transition } from './transitions.ts';
import { betterWay } from '../model/polarity.ts';
import type { Better, Metric, Quantity } from '../model/types.ts';

/**
 * Read the outcomes an author states in a text, in reading order; a text without one is a single `statement`. `lang` (BCP 47) decides what a lone
 * dot or comma in a number is. Pure, total and linear in the length of the text; every number returned stands in it.
 */
export function parseMetrics(text: string, lang?: string): readonly Metric[] {
  return remembered(parsed, `${lang ?? ''} ${text}`, () => parse(text, lang), mostParsed);
}

/** The check and the pages, which run in one process but as two modules, read the same texts. */
const parsed = ((globalThis as { casefolioMetrics?: Map<string, readonly Metric[]> }).casefolioMetrics ??= new Map());
/** As many as ten thousand documents have. */
const mostParsed = 30_000;

function parse(text: string, lang: string | undefined): Metric[] {
  const items = readItems(readable(text), lang);
  const transitions = findTransitions(items);
  const spent = new Set(transitions.flatMap(({ amounts }) => amounts));
  const clauses = cutClauses(items, transitions);
  const told: Told[] = [];
  let previous: Claim | null = null;
  let previousRole: Role | null = null;
  let open = transitions;
  for (const [place, clause] of clauses.entries()) {
    const lead = leadOf(clauses, place);
    const claims: Claim[] = readClaims({ source: text, items, clause, spent, previous, previousRole }).map((claim) =>
      named(claim, text, items, lead, previous),
    );
    const here = open.filter(({ from, amounts }) => from < clause.to || amounts.some((index) => index < clause.to));
    open = open.filter((transition) => !here.includes(transition));
    told.push(
      ...here.map((transition) => toldTransition(text, items, transition, clause, lead)),
      ...claims.map((claim): Told => ({ type: 'claim', at: claim.index, claim })),
    );
    previousRole = claims.at(-1)?.quantity.unit === 'count' ? (claims.at(-1)?.role ?? null) : null;
    previous = claims.findLast(({ role }) => role === 'head') ?? previous;
  }
  const entries = joinClaims(told.toSorted((a, b) => a.at - b.at));
  const words = cutWords(text, items, clauses, entries);
  return entries.length > 0 ? entries.map((entry, place) => metricOf(entry, words[place] ?? text)) : [statement(text)];
}

/** Read the one amount a text holds (`€1.4M`, `6 hours`, `about 3.5 s`); null where there is none. */
export function parseQuantity(text: string, lang?: string): Quantity | null {
  const amount = readItems(text, lang).find(isAmount);
  if (!amount) return null;
  const { value, upper, unit, currency, bound } = amount;
  return { value, upper, unit: unit ?? 'count', currency, bound };
}

/** Longest text that is read; the longest sentence of an author is a tenth of it, and hostile input stays cheap. */
const longestText = 2000;

function readable(text: string): string {
  if (text.length <= longestText) return text;
  // A number must not be cut in two: 12,500 would be read as 12.
  const blank = Math.max(text.lastIndexOf(' ', longestText), text.lastIndexOf('\n', longestText));
  return text.slice(0, Math.max(0, blank));
}

function toldTransition(
  source: string,
  items: readonly Item[],
  transition: Transition,
  clause: Clause,
  lead: Clause | null,
): ToldTransition {
  const subject = phraseText(source, items, subjectOfTransition(items, { ...transition, clause, lead }));
  return { type: 'transition', at: Math.min(...transition.amounts), transition, clause, subject, claim: null };
}

/** The clause a transition's own clause hangs on by a dash, a colon or a parenthesis. */
function leadOf(clauses: readonly Clause[], place: number): Clause | null {
  const lead = clauses.slice(Math.max(0, place - 2), place).findLast(({ aside }) => !aside);
  return lead && /^[-–—:()]$/.test(clauses[place]?.link ?? '') ? lead : null;
}

/** Claims that leave out what was named before them; "saving 20 hours" does not. */
const shortForms = new Set<Claim['by']>(['adverb', 'sign', 'comparative']);

/** Give a claim without a subject of its own that of the clause it hangs on: "Leads (+60%)", "fees of £1.1m, up 22%". */
function named(claim: Claim, text: string, items: readonly Item[], lead: Clause | null, previous: Claim | null): Claim {
  if (claim.subject !== null || claim.role !== 'head' || claim.kind === 'level') return claim;
  const subject = lead
    ? phraseText(text, items, subjectOfClause(items, lead))
    : claim.clause.link === ',' && shortForms.has(claim.by)
      ? previous?.subject
      : null;
  return { ...claim, subject: subject ?? null };
}

function metricOf(told: Told, text: string): Metric {
  if (told.type === 'claim') {
    const { kind, quantity, direction, subject, outOf } = told.claim;
    return {
      kind,
      text,
      ...quantity,
      ...(outOf !== null && { outOf }),
      direction,
      before: null,
      after: null,
      subject,
      good: goodness(direction, betterWay(subject), text),
    };
  }
  const { transition, claim } = told;
  const subject = (claim && claim.index < told.at ? (claim.subject ?? told.subject) : (told.subject ?? claim?.subject)) ?? null;
  const withUnit = (quantity: Quantity | null) =>
    quantity && quantity.unit === null ? { ...quantity, unit: bareUnit(subject) } : quantity;
  const [before, after] = [withUnit(transition.before), withUnit(transition.after)];
  const stated = claim?.quantity ?? { value: null, upper: null, unit: null, currency: null, bound: 'exact' as const };
  const direction = transition.direction ?? claim?.direction ?? null;
  return {
    kind: 'transition',
    text,
    ...stated,
    direction,
    before,
    after,
    subject,
    good: goodness(direction, betterWay(subject, after?.unit ?? before?.unit ?? null), text),
  };
}

/** Authors present what improved; only a move against what is known of the subject is told as bad. */
function goodness(direction: Metric['direction'], better: Better | null, text: string): boolean | null {
  if (direction === null) return null;
  if (better === null || direction === (better === 'higher' ? 'up' : 'down')) return true;
  return better === 'lower' || /\b(?:improv|faster|better|quick|speed|sav)/i.test(text);
}

/** A metric of which nothing is measured: the words, as they are. */
export function statement(text: string): Metric {
  return {
    kind: 'statement',
    text,
    value: null,
    upper: null,
    unit: null,
    currency: null,
    bound: 'exact',
    direction: null,
    before: null,
    after: null,
    subject: null,
    good: null,
  };
}
