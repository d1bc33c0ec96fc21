import { interpolate, stringsFor } from '../../i18n/strings.ts';
import { intlNumberFormat, nonBreaking } from '../../metrics/format/format-figure.ts';
import { readChart, type Chart } from './chart-data.ts';
import type { CodeBlock } from '../markdown/prose-parts.ts';
import { tableHtml } from '../markdown/table-html.ts';

/** Create a function that writes the numbers of a chart in a locale with all their digits and their unit. */
export function chartNumbers({ unit, series }: Pick<Chart, 'unit' | 'series'>, locale: string): (value: number) => string {
  const currency = unit === undefined ? undefined : (currencies[unit] ?? currencyCodes.find((code) => code === unit));
  const cents = series.some(({ values }) => values.some((value) => value !== null && !Number.isInteger(value)));
  const number = intlNumberFormat(locale, {
    maximumFractionDigits: 12,
    ...(unit === '%' && { style: 'unit', unit: 'percent' }),
    ...(currency && { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: cents ? 2 : 0 }),
  });
  const suffix = unit === undefined || unit === '%' || currency ? '' : ` ${unit}`;
  return (value) => nonBreaking(number.format(value) + suffix);
}

/** Return the unit that the numbers of an axis leave to the title: all but percent signs and currencies. */
export function axisUnit(chart: Chart, locale: string): string | undefined {
  return chartNumbers(chart, locale)(0).endsWith(`\u00a0${chart.unit}`) && chart.unit !== '%' ? chart.unit : undefined;
}

/** Describe a chart in words: "before from 12 to 14 min; after from 4 to 0.9 min". */
export function describeChart(chart: Chart, locale: string): string {
  const words = stringsFor(locale).chart;
  const [plain, full] = [chartNumbers({ ...chart, unit: undefined }, locale), chartNumbers(chart, locale)];
  return chart.series
    .flatMap(({ name, values }) => {
      const known = values.filter((value) => value !== null);
      const [first, last] = [known[0], known.at(-1)];
      if (first === undefined || last === undefined) return [];
      return known.length === 1 ? [`${name} ${full(first)}`] : [interpolate(words.range, { name, first: plain(first), last: full(last) })];
    })
    .join('; ');
}

/** List the figures of a chart as rows of a table, below the row of its headings. */
export function chartRows(chart: Chart, locale: string): string[][] {
  const format = chartNumbers(chart, locale);
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '' : format(value));
  return [
    [chart.corner, ...chart.series.map(({ name }) => name)],
    ...chart.labels.map((label, row) => [label, ...chart.series.map(({ values }) => cell(values[row]))]),
  ];
}

/** Write a chart as the table of its figures, for readers that draw none; undefined where it can't be drawn. */
export function chartTable(block: Pick<CodeBlock, 'code' | 'meta'>, locale: string): string | undefined {
  const { chart } = readChart(block);
  if (!chart) return undefined;
  const words = stringsFor(locale);
  const caption = [chart.title, chart.source && words.chart.source + words.colon + chart.source].filter(Boolean).join(' · ');
  return tableHtml(chartRows(chart, locale), caption);
}

const currencyCodes = Intl.supportedValuesOf('currency');
const currencies: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
