import { parse, TomlDate } from 'smol-toml';
import { checkCalendarDate } from '../../../src/schemas/calendar.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { isRecord } from './values.ts';
import type { ParsedData } from './yaml.ts';

/** Read TOML, with dates as text; an unreadable text yields no data and one diagnostic. Never throws. */
export function readToml(text: string): ParsedData {
  try {
    const data = fromToml(parse(quoteImpossibleDates(text), { integersAsBigInt: 'asNeeded', maxDepth: 32 }));
    return { data: isRecord(data) ? data : {}, diagnostics: [] };
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { data: {}, diagnostics: [{ reason: `the front matter cannot be read as TOML (${reason})`, text }] };
  }
}

/** smol-toml would turn 2023-02-29 into 2023-03-01 and reject a file with 2023-13-01; as text, the author finds them in the report. */
function quoteImpossibleDates(text: string): string {
  return text.replace(
    /^([ \t]*[\w.-]+[ \t]*=[ \t]*)(\d{4}-\d{2}-\d{2})((?:[T ]\d{2}:[\d:.+-]*Z?)?)(?=[ \t]*(?:#|$))/gim,
    (line, key: string, day: string, time: string) => (checkCalendarDate(day) === null ? line : `${key}"${day}${time}"`),
  );
}

function fromToml(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace('.000', '');
  if (typeof value === 'number' || typeof value === 'boolean') return new SourceScalar(value, String(value));
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(fromToml);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromToml(inner)])) : value;
}
