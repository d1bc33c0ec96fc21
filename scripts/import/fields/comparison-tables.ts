import type { StructuredMetric } from '../../../src/schemas/metric.ts';
import { parseState } from '../../../src/metrics/parse/parse-metrics.ts';
import type { Draft } from '../draft.ts';
import { asText, isRecord } from '../front-matter/values.ts';
import { toPlainWords } from '../text/plain-text.ts';
import { isReliableMetric } from './outcomes.ts';

/** Add the rows of the tables of Before and After, which stay in the text, to the metrics; propose them where one is unclear. */
export function inferMetrics({ fields, body, log }: Draft): void {
  const texts = [...Object.entries(fields).flatMap(([field, value]) => (field === 'metrics' ? [] : (asText(value) ?? []))), body];
  const tables = texts.map(readComparisonTables).filter((table) => table !== null);
  if (tables.length === 0) return;
  const previous = fields['metrics'] ?? [];
  if (isRecord(previous) || !tables.every(({ isUnambiguous }) => isUnambiguous)) {
    log.add('unsure', 'metrics', 'a table of before and after stays a table; write the rows that are outcomes under `metrics`');
  } else {
    fields['metrics'] = [previous, ...tables.map(({ metrics }) => metrics)].flat();
    log.add('mapped', 'the table of before and after', 'metrics');
  }
}

/** The rows of the tables of a Markdown text that compare a state before with one after. */
interface Comparisons {
  metrics: StructuredMetric[];
  /** Whether every row is a metric. */
  isUnambiguous: boolean;
}

/** Read the tables with a column Before and a column After; null if there are none. */
function readComparisonTables(markdown: string): Comparisons | null {
  const tables = [...markdown.matchAll(/^ {0,3}\|?(.+\|.+)\n {0,3}\|?[ :|-]*-[ :|-]*\n((?: {0,3}\|?.*\|.*(?:\n|$))+)/gm)];
  const rows = tables.flatMap(([, head = '', body = '']) => {
    const columns = cellsOf(head).map((cell) => cell.toLowerCase());
    const pair = stateColumns.find(([before, after]) => columns.includes(before) && columns.includes(after));
    if (!pair) return [];
    const [before, after] = [columns.indexOf(pair[0]), columns.indexOf(pair[1])];
    if (before === 0 || after === 0) return [];
    return body
      .trim()
      .split('\n')
      .map((line) => {
        const cells = cellsOf(line);
        return { label: cells[0] ?? '', before: cells[before] ?? '', after: cells[after] ?? '' };
      });
  });
  if (rows.length === 0) return null;
  const metrics = rows.filter((row) => isSameUnit(row.before, row.after) && isReliableMetric(row));
  return { metrics, isUnambiguous: metrics.length === rows.length };
}

const stateColumns = [
  ['before', 'after'],
  ['then', 'now'],
  ['vorher', 'nachher'],
  ['avant', 'après'],
  ['antes', 'después'],
  ['antes', 'depois'],
  ['prima', 'dopo'],
] as const;

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(toPlainWords);
}

function isSameUnit(before: string, after: string): boolean {
  const [first, second] = [parseState(before), parseState(after)];
  return first !== null && second !== null && first.unit === second.unit && first.currency === second.currency;
}
