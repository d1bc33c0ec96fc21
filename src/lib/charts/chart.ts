import type { Chart } from './chart-data.ts';

/** Place the bars of a chart from zero: lengths and places across in percent of the width, places down in CSS pixels. */
export function barGeometry({ labels, series }: Chart, format: (value: number) => string) {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = roomFor(values.map(format));
  const across = (value: number) => ((value - low) / (high - low || 1)) * (100 - room);
  const zero = round(across(0));
  const groupHeight = labelHeight + series.length * barStep + groupGap;
  const barAt = (value: number | null, index: number): Bar | null => {
    if (value === null) return null;
    const end = across(value);
    const x = Math.min(zero, round(end));
    return { x, y: labelHeight + index * barStep, width: round(Math.abs(end - zero)), text: format(value) };
  };
  return {
    height: labels.length * groupHeight - groupGap,
    zero,
    /** The line of zero beside the bars of each label, where some bars are negative; places down count from the group of the label. */
    axis: zero === 0 ? null : { y1: labelHeight - 3, y2: groupHeight - groupGap },
    /** The bars of each label, a place for each series; null where the cell is empty. */
    groups: labels.map((label, row) => ({
      ...{ label: shorten(label), y: row * groupHeight },
      bars: series.map(({ values: column }, index) => barAt(column[row] ?? null, index)),
    })),
    labelY: labelHeight - 7,
  };
}

/** Place the lines of a chart above zero: places across in percent of the width, places down in CSS pixels. */
export function lineGeometry({ labels, series }: Chart, { format, onAxis }: LineFormats) {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [left, right] = [roomFor(ticks.map(onAxis)), roomFor(values.map(format))];
  const places = placesOf(labels);
  const across = (row: number) => round(left + (places[row] ?? 0) * (100 - left - right));
  const down = (value: number) => round(topRoom + (1 - (value - low) / (high - low || 1)) * plotHeight);
  const points = series.map((one) => one.values.map((value, row) => (value === null ? null : { x: across(row), y: down(value), value })));
  return {
    height: topRoom + plotHeight + labelRoom,
    left,
    right: round(100 - right),
    ticks: ticks.map((value) => ({ y: down(value), text: onAxis(value), zero: value === 0 })),
    labels: chooseLabels(labels, places, ((100 - left - right) / 100) * narrowest).map((row) => ({
      ...{ x: across(row), y: topRoom + plotHeight + 20, label: shorten(labels[row] ?? '') },
      anchor: anchorOf(row, labels),
    })),
    /** The points of each series, and its lines without gaps. */
    series: points.map((one) => ({ runs: runsOf(one), points: one.filter((point) => point !== null) })),
    /** The last figure of each series where it has room. */
    ends: endLabels(points, format),
  };
}

/** A bar and its figure, which follows at the right end also where the bar is to the left of zero. `y` counts from the top of the group. */
type Bar = Record<'x' | 'y' | 'width', number> & { text: string };

/** Writers of the numbers at the ends of lines, and of those beside the axis. */
type LineFormats = Record<'format' | 'onAxis', (value: number) => string>;

interface Point {
  x: number;
  y: number;
  value: number;
}

/** Sizes in CSS pixels. The labels have 13 pixels; src/styles/chart.css gives a bar 12. */
const barStep = 18;
const labelHeight = 22;
const groupGap = 12;
const topRoom = 12;
const plotHeight = 200;
const labelRoom = 28;
const lineHeight = 17;
const labelGap = 10;
/** The width of a chart on the narrowest common telephone, of a character of its labels, and of a digit, all of which are equally wide. */
const narrowest = 320;
const characterWidth = 7.2;
const digitWidth = 8.2;
const longestLabel = Math.floor(narrowest / characterWidth);

/** The part of the width that the longest of some texts needs, in percent. */
function roomFor(texts: string[]): number {
  return round(Math.min(40, ((Math.max(...texts.map(widthOf)) + 10) / narrowest) * 100));
}

function widthOf(text: string): number {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return (text.length - digits) * characterWidth + digits * digitWidth;
}

/** Choose three to six round values from the lowest to the highest, zero among them. */
function niceTicks(low: number, high: number): number[] {
  const rough = (high - low || 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step) + (low === high ? 1 : 0)];
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Place labels from 0 to 1: years and dates by their time, others at equal distances. */
function placesOf(labels: string[]): number[] {
  const times = labels.map((label) => (/^\d{4}(?:-\d{2}){0,2}$/.test(label) ? Date.parse(label) : NaN));
  const [first = NaN, last = NaN] = [times[0], times.at(-1)];
  const rising = times.every((time, index) => index === 0 || time > (times[index - 1] ?? NaN));
  return rising ? times.map((time) => (time - first) / (last - first)) : labels.map((_, index) => index / (labels.length - 1));
}

/** Choose the labels that fit side by side on a telephone, where the plot has some `width`: first the first and the last. */
function chooseLabels(labels: string[], places: number[], width: number): number[] {
  const spans = labels.map((label, row) => {
    const [at, size] = [(places[row] ?? 0) * width, widthOf(shorten(label))];
    const from = { start: at, middle: at - size / 2, end: at - size }[anchorOf(row, labels)];
    return { row, from, to: from + size };
  });
  const [first, last] = [spans[0], spans.at(-1)];
  const chosen: typeof spans = [];
  for (const span of [first, last, ...spans.slice(1, -1)])
    if (span && chosen.every(({ from, to }) => span.from > to + labelGap || span.to < from - labelGap)) chosen.push(span);
  return chosen.map(({ row }) => row).toSorted((a, b) => a - b);
}

function anchorOf(row: number, { length }: string[]): 'start' | 'middle' | 'end' {
  if (row === 0) return 'start';
  return row === length - 1 ? 'end' : 'middle';
}

/** Shorten a label to the width of a telephone; the table has it in full. */
function shorten(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;
}

function runsOf(points: (Point | null)[]): Point[][] {
  return points
    .reduce<Point[][]>((runs, point) => (point ? [...runs.slice(0, -1), [...(runs.at(-1) ?? []), point]] : [...runs, []]), [[]])
    .filter((run) => run.length > 1);
}

/** Label the last point of each series, the first series first, where no label is closer than a line. */
function endLabels(points: (Point | null)[][], format: (value: number) => string) {
  return points.reduce<{ series: number; x: number; y: number; text: string }[]>((ends, one, series) => {
    const point = one.at(-1);
    if (!point || ends.some(({ y }) => Math.abs(y - point.y) < lineHeight)) return ends;
    return [...ends, { series, x: point.x, y: point.y, text: format(point.value) }];
  }, []);
}

/** A tenth of a percent is less than a pixel. */
function round(number: number): number {
  return Number(number.toFixed(1));
}
