import { chartMeta, isChart, readChart } from '../../lib/charts/chart-data.ts';
import { parseMeta } from '../../lib/markdown/code-meta.ts';
import { escapeControlCharacters } from '../../documents/diagnostic.ts';
import { closestMatch, didYouMean } from '../../schemas/closest-match.ts';
import type { CodeNote, CodeRule } from './code-blocks.ts';

/** Check that the data of a chart can be drawn, and that its fence names the chart with words that are known. */
export const checkChart: CodeRule = (block) => {
  if (!isChart(block)) return [];
  const errors = readChart(block).errors.map(({ value, ...error }): CodeNote => ({
    ...error,
    severity: 'error',
    message: `a chart ${error.message}`,
    ...(value !== undefined && { value: escapeControlCharacters(value) }),
  }));
  return [...checkMeta(block.meta), ...errors];
};

function checkMeta(meta: string): CodeNote[] {
  const { words, values, lines } = parseMeta(meta);
  const note = (message: string, fix: string, value?: string): CodeNote => ({
    ...{ severity: 'warning', line: 0, message, fix },
    ...(value !== undefined && { value: escapeControlCharacters(value) }),
  });
  const names = [...words, ...Object.keys(values), ...Object.keys(lines)];
  const known = [...chartMeta.words, ...chartMeta.values];
  const isKnown = (name: string) => (name in values ? chartMeta.values : chartMeta.words).includes(name);
  const unknown = names
    .filter((name) => !isKnown(name))
    .map((name) => {
      const meant = known.includes(name) ? name : closestMatch(name, known);
      const form = meant !== null && chartMeta.values.includes(meant) ? `${meant}="…"` : meant;
      const all = [...chartMeta.words, ...chartMeta.values.map((one) => `${one}="…"`)];
      return note('a chart has an unknown word on its fence', didYouMean(form, `a chart knows ${all.join(', ')}`), name);
    });
  return 'title' in values
    ? unknown
    : [...unknown, note('a chart has no title', 'say what it shows: ```csv chart title="Delay known to all boards"')];
}
