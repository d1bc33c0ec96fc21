import type { Cost } from './measure.ts';

/** One contestant at one size: built from nothing, and after a change in one document. */
export interface Row {
  name: string;
  count: number;
  cold: Cost;
  warm: Cost;
}

/** The rows as a table of Markdown; growth is the exponent from the size before, `× Eleventy` and `× Astro` compare within one size. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const of = (name: string): Row | undefined => rows.find((other) => other.name === name && other.count === row.count);
    const smaller = rows.filter(({ name, count }) => name === row.name && count < row.count).at(-1);
    return [
      String(row.count),
      row.name,
      row.cold.cpu.toFixed(1),
      row.cold.wall.toFixed(1),
      row.cold.peak.toFixed(0),
      ((row.cold.cpu / row.count) * 1000).toFixed(1),
      smaller ? (((row.cold.cpu - smaller.cold.cpu) / (row.count - smaller.count)) * 1000).toFixed(1) : '',
      smaller ? (Math.log(row.cold.cpu / smaller.cold.cpu) / Math.log(row.count / smaller.count)).toFixed(2) : '',
      ratio(row.cold, of('plain Astro')?.cold),
      ratio(row.cold, of('Eleventy')?.cold),
      row.warm.cpu.toFixed(1),
      row.warm.peak.toFixed(0),
      ratio(row.warm, row.cold),
      ratio(row.warm, of('Eleventy')?.cold),
    ];
  });
  return [head, head.map((_, column) => (column === 1 ? '---' : '--:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const head = [
  ...['documents', 'generator', 'cold CPU s', 'cold wall s', 'peak MB', 'ms/document', 'ms/further', 'growth', '× Astro', '× Eleventy'],
  ...['one changed CPU s', 'peak MB', '× own cold', '× Eleventy cold'],
];

function ratio({ cpu }: Cost, other: Cost | undefined): string {
  return other ? (cpu / other.cpu).toFixed(2) : '';
}
