import { isDuration } from './dimensions.ts';
import type { Better, Metric, Unit } from './types.ts';

/** Return the better direction for a subject (`page load times`: lower) and its unit; null if neither is known. */
export function betterDirection(subject: string | null, unit: Unit | null = null): Better | null {
  // Less time is better, except for time that people choose to spend.
  if (isDuration(unit)) return chosenTime.test(subject ?? '') ? 'higher' : 'lower';
  if (!subject) return null;
  const known = [...subject.toLowerCase().matchAll(/[\p{L}\p{N}-]+/gu)]
    .flatMap(([word]) => (directions.has(word) ? [word] : word.split('-')))
    .flatMap((word) => directions.get(word) ?? directions.get(word.replace(/s$/, '')) ?? []);
  // "error rate", "cost of sales": a word for which lower is better outweighs the others.
  return known.includes('lower') ? 'lower' : (known[0] ?? null);
}

/** Whether a text claims speed or improvement (`60% faster`), where up is good whatever the subject. */
export function isSpeedClaim(text: string): boolean {
  return speedWords.test(text);
}

/** Whether a speed is claimed of what is better when it is lower, as a time: "loads 60% faster". */
export function isSpeedOfTime({ text, direction, subject }: Metric): boolean {
  return isSpeedClaim(text) && direction === 'up' && betterDirection(subject) === 'lower';
}

/** Whether a claim of speed or improvement says "faster". */
export function saysFaster(text: string): boolean {
  return /fast|quick|speed|schnell|rapid|rápid/i.test(text);
}

const chosenTime =
  /\b(?:sessions?|engagement|dwell|on (?:site|page)|battery|life|lifetime|between failures|tenure|retention|watch|listening|reading|visits?|uptime)\b/i;

const speedWords =
  /\b(?:faster|quicker|speed(?:ier|up|ups|ed)?|speed[- ]ups?|better|improve[ds]?|improving|improvements?|schneller|besser|verbessert|verbesserung|rapides?|am[ée]lior\w*|r[áa]pid[oa]s?|mejor\w*|melhor\w*)(?!\p{L})/iu;

const lower =
  'time latency delay lag wait waiting duration cost spend spending expense expenditure price fee cpl cpc cpa cpm cac error bug ' +
  'defect crash crashes failure fault incident outage downtime complaint ticket churn bounce abandonment attrition turnover ' +
  'drop-off dropoff rejection refund returns waste effort work workload manual overhead emission carbon co2 consumption memory ' +
  'weight size bundle payload risk fraud loss losses debt vulnerability vulnerabilities alert noise backlog absence absenteeism ' +
  'accident injury injuries step clicks-to lcp fcp cls tti ttfb inp mttr queue call email headcount footprint rework spam leak ' +
  'deaths mortality readmission paper paperwork kosten zeit zeiten ladezeit ladezeiten wartezeit fehler aufwand ausfall ausfälle ' +
  'temps coût erreur délai tiempo coste costo errores tempo custo erro cycle energy duplicate cart-abandonment';
const higher =
  'revenue mrr arr pagespeed lighthouse sign-up sign-ups sale profit margin conversion lead order booking traffic visitor user ' +
  'customer client subscriber signup registration session pageview view impression click reach engagement retention satisfaction ' +
  'nps csat score rating uptime availability throughput capacity productivity efficiency speed performance accuracy precision ' +
  'recall coverage quality adoption usage activation roi roas ctr aov ltv income donation subscription download install growth ' +
  'yield output deployment deploys releases velocity compliance awareness followers rate umsatz gewinn nutzer kunden bestellungen ' +
  'besucher verfügbarkeit ventes utilisateurs ventas usuarios clientes ingresos vendas usuários receita value';

const directions = new Map<string, Better>([
  ...higher.split(' ').map((word) => [word, 'higher'] as const),
  ...lower.split(' ').map((word) => [word, 'lower'] as const),
]);
