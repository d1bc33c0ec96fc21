import { betterDirection } from './polarity.ts';
import type { Outcome } from './types.ts';

/**
 * Whether an outcome may lead a card, where its sentence is not beside it: a change, or a level of something measured. A plan, a condition,
 * a threshold and the size of the scene (six agile teams, 30+ repositories) may not.
 */
export function mayLead(outcome: Outcome): boolean {
  const { kind, text, context } = outcome;
  if (kind === 'statement' || hypothetical.test(`${text} ${context ?? ''}`)) return false;
  if (kind === 'transition') return true;
  const saysWhat = /\p{L}{2}/u.test(text);
  return saysWhat && !/\brather than\b/i.test(text) && (kind !== 'level' || isMeasure(outcome));
}

/** Whether a level measures a result: a share, a score, a rate, an amount with a name, or a count of what has a better direction. */
function isMeasure({ value, unit, per, outOf, label, subject }: Outcome): boolean {
  if (per !== null || outOf != null || (unit !== null && selfMeasuring.has(unit))) return true;
  const name = label ?? subject;
  if (name === null || scene.test(name)) return false;
  return unit !== 'count' || value === 0 || label !== null || betterDirection(name) !== null;
}

const selfMeasuring = new Set(['percent', 'percentage_point', 'point', 'star', 'ratio', 'request_per_second', 'request_per_minute']);

const hypothetical =
  /\b(?:if|unless|when(?:ever)?|planned|plans? (?:to|for)|next (?:up|step|steps|phase)|will|would|could|should|target(?:s|ed|ing)?(?! audience)|goals?|aim(?:s|ed|ing)? (?:to|for|at)|expected to|projected|forecast|(?:drops?|falls?|goes|go|dips?|rises?) (?:below|under|above|over)|wenn|falls|sobald|geplant|soll(?:en|te)?|würde|könnte|prévue?s?|pourrait|quand|cuando|previst[oa]s?|podría)\b/iu;

const scene =
  /\b(?:teams?|squads?|people|persons?|engineers?|developers?|designers?|staff|employees|stakeholders?|repositor(?:y|ies)|hectares?|acres?|sites?|offices?|locations?|countries|languages?|workshops?|interviews?|mitarbeitende|standorte|hektar)\b/i;
