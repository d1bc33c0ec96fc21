import type { Metric, Quantity } from './types.ts';
export function parseMetrics(text: string, _lang?: string): Metric[] {
  const m = /(\d+(?:\.\d+)?)\s*%\s+(reduction|increase)?\s*(?:in\s+)?(.*)/.exec(text);
  const base = { text, upper: null, currency: null, bound: 'exact' as const, before: null, after: null, good: null };
  if (!m) return [{ ...base, kind: 'statement', value: null, unit: null, direction: null, subject: null }];
  const direction = m[2] === 'reduction' ? 'down' : m[2] ? 'up' : null;
  return [{ ...base, kind: direction ? 'change' : 'level', value: Number(m[1]), unit: 'percent', direction, subject: m[3] || null }];
}
export function parseQuantity(text: string, _lang?: string): Quantity | null {
  const n = Number.parseFloat(text.replace(/,/g, ''));
  return Number.isFinite(n) ? { value: n, upper: null, unit: 'count', currency: null, bound: 'exact' } : null;
}
