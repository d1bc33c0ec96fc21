import { isDuration } from '../model/dimensions.ts';
import type { AmountContext, Clause } from './clauses.ts';
import { isAmount, isSymbol, type Item, wordOf } from './items.ts';
import { isArticle, isFiller, isPreposition } from './lexicon.ts';

/**
 * What an amount without a direction does in its clause: it is the result (`head`), or it qualifies a result as the time it took (`window`),
 * its reach (`scope`), what it is measured against (`base`) or the size of a client, a team or a thing (`size`).
 */
export type Role = 'head' | 'window' | 'scope' | 'base' | 'size';

/** Return the role of an amount by its unit and the words around it. */
export function roleOf(context: AmountContext): Role {
  const { items, index, clause, amount } = context;
  if (isSize(context)) return 'size';
  if (/^(?:every|each|per)$/.test(wordOf(items[index - 1]))) return 'base';
  const next = wordOf(items[index + 1]);
  if (amount.adjective && services.test(next)) return 'size';
  if (amount.adjective && isDuration(amount.unit)) return workNouns.test(next) ? 'head' : 'window';
  const { word, at } = prepositionBefore(items, index, clause);
  if (isDuration(amount.unit)) return durationRole(context, word);
  if (amount.boundWord === 'within') return 'scope';
  if (word === null || (word === 'at' && steady.test(wordOf(items[at - 1])))) return 'head';
  if (baseWords.test(word)) return 'base';
  if (/^(?:of|de|von)$/.test(word)) return ofRole(items, at, clause);
  if (amount.factor) return word === 'with' ? 'head' : 'scope';
  if (amount.unit === 'percent') return /^(?:with|at|of|mit|con|avec|com|bei|a|à|by|to|was|is)$/.test(word) ? 'head' : 'scope';
  if (amount.unit === 'money' || amount.unit?.startsWith('request_per_')) return /^(?:at|worth|with|of)$/.test(word) ? 'head' : 'scope';
  return 'scope';
}

/** Find the preposition that governs an amount, across articles and small words; `at` is the index of the last item considered. */
export function prepositionBefore(items: readonly Item[], index: number, clause: Clause): { word: string | null; at: number } {
  let at = index - 1;
  while (at >= clause.from && isSkipped(items, at)) at -= 1;
  const word = at >= clause.from ? wordOf(items[at]) : '';
  return { word: isPreposition(word) ? word : null, at };
}

/** Whether a word may be between a preposition and its amount. In "in an average of 4 minutes" the first preposition governs the amount. */
function isSkipped(items: readonly Item[], at: number): boolean {
  const word = wordOf(items[at]);
  const measure = word === 'of' && /^(?:average|avg|total|mean|median|maximum|minimum|score|rate)$/.test(wordOf(items[at - 1]));
  return measure || isArticle(word) || isFiller(word);
}

const baseWords = /^(?:than|per|pro|par|every|each|since|versus|vs|compared|from|between|until|till|before)$/;

function durationRole({ items, index, clause, amount }: AmountContext, word: string | null): Role {
  const [previous, next] = [wordOf(items[index - 1]), wordOf(items[index + 1])];
  if (amount.boundWord === 'within' || amount.boundWord === 'in under') return 'window';
  // "€1.2M saved: over three years".
  if (amount.boundWord === 'over' && index === clause.from && /^[:,(–—-]$/.test(clause.separator)) return 'window';
  if (amount.boundWord === 'over' && word === null) {
    // "takes over 40 hours" is a result, "grew over 6 months" a window.
    const later = items.slice(Math.max(clause.from, index - 16), index).some(isAmount);
    const measures = takingVerbs.test(previous) || index <= clause.from + 1 || isSymbol(items[index - 1]);
    if (later || !measures) return 'window';
  }
  if (/^(?:per|every|each|last|past|first|next|previous|another|ago)$/.test(previous) || next === 'ago') return 'base';
  if (word === null) return /^(?:after|later|before|old|older|earlier|straight|running)$/.test(next) ? 'base' : 'head';
  if (word === 'of' && /^(?:end|start|period|span|course|window)$/.test(wordOf(items[index - 2]))) return 'window';
  if (/^(?:of|de|at|to|with|von)$/.test(word)) return 'head';
  if (/^(?:per|than|since|every|from|between|before|until|compared|vs)$/.test(word)) return 'base';
  return 'window';
}

const steady =
  /^(?:held|holds?|holding|steady|stable|stayed|stays|remained|remains|maintained|peaked|peaking|stands?|capped|consistently)$/;

const services = /^(?:support|access|service|coverage|hotline|helpline|care|news|notice|trial|warranty|guarantee|period|old)$/;

const workNouns =
  /^(?:delivery|turnaround|payback|launch|implementation|timeline|deployment|migration|response|resolution|build|rollout|lead|go-live|setup|onboarding|sprint)$/;

const takingVerbs =
  /^(?:take|takes|took|taking|taken|last|lasts|lasted|spend|spends|spent|spending|save|saves|saved|saving|is|was|are|were|be|requires?|required|needs?|wait|waits|waited)$/;

/** Return the role of an amount by the noun before its "of". */
function ofRole(items: readonly Item[], of: number, clause: Clause): Role {
  if (groups.test(wordOf(items[of - 1]))) return 'size';
  return of === clause.from ? 'scope' : 'head';
}

const groups = /^(?:team|teams|group|staff|company|companies|population|workforce|organi[sz]ation|one|hundreds|thousands|cost)$/;

/** Whether an amount only gives the size of a client, a team or a thing. */
function isSize({ items, index, clause, amount }: AmountContext): boolean {
  if (amount.adjective && amount.unit !== 'star' && !amount.factor && !isDuration(amount.unit)) return true;
  const words = items.slice(index + 1, Math.min(clause.to, index + 5)).map(wordOf);
  const [first = '', second = '', third = ''] = words.filter(Boolean);
  if (/^(?:person|people|employee|member|man|staff|seat|user|store|bed)$/.test(first) && organisations.test(`${second} ${third}`))
    return true;
  if (/^(?:strong|budgets?)$/.test(first)) return true;
  if (wordOf(items[index - 1]) === 'of' && /(?:^|-)(?:budget|investment|spend)$/.test(wordOf(items[index - 2]))) return true;
  return amount.unit === 'year' && (first === 'old' || (first === 'of' && second === 'experience'));
}

const organisations =
  /\b(?:team|organi[sz]ation|company|firm|business|enterprise|department|agency|startup|retailer|hospital|workforce|group|crew|squad|unit|office|staff)\b/;
