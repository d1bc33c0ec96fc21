import { parse } from 'csv-parse/sync';
import { readNumeral } from '../../metrics/parse/numerals.ts';
import { parseMeta, type CodeMeta } from '../markdown/code-meta.ts';
import type { CodeBlock } from '../markdown/prose-parts.ts';

/** Report whether a code block is the data of a chart: a fence of `csv` with the word `chart`. */
export function isChart({ language, meta }: Pick<CodeBlock, 'language' | 'meta'>): boolean {
  return language === 'csv' && parseMeta(meta).words.includes('chart');
}

/** Read the data of a chart, or what keeps it from being drawn. */
export function readChart({ code, meta }: Pick<CodeBlock, 'code' | 'meta'>): { chart: Chart | undefined; errors: ChartError[] } {
  const { words, values } = parseMeta(meta);
  const kind = words.includes('line') ? 'line' : 'bar';
  const { rows, errors } = readRows(code);
  const [head, ...body] = rows;
  if (errors.length > 0 || !head) return { chart: undefined, errors: errors.length > 0 ? errors : [empty] };
  const cells = readCells(body);
  const found = [...sizeErrors(head, body, kind), ...body.flatMap((row) => rowErrors(row, head)), ...cells.errors];
  if (found.length > 0) return { chart: undefined, errors: found.toSorted((a, b) => a.line - b.line) };
  const [corner = '', ...names] = head.cells;
  const chart: Chart = {
    ...{ kind, corner, title: values.title, unit: values.unit, source: values.source },
    labels: body.map(({ cells: [label = ''] }) => label),
    series: names.map((name, index) => ({ name, values: cells.values.map((row) => row[index] ?? null) })),
  };
  return { chart, errors: [] };
}

/** The words and names that the fence of a chart may have. */
export const chartMeta = { words: ['chart', 'bar', 'line'], values: ['title', 'unit', 'source'] } satisfies Record<
  Extract<keyof CodeMeta, 'words' | 'values'>,
  string[]
>;

export interface Chart {
  kind: 'bar' | 'line';
  title: string | undefined;
  /** Written behind each number, as the author wrote it. */
  unit: string | undefined;
  /** Words or an address. */
  source: string | undefined;
  /** What the labels are: the name of their column. */
  corner: string;
  labels: string[];
  /** A value per label; null where the cell is empty. */
  series: { name: string; values: (number | null)[] }[];
}

export interface ChartError {
  /** Line of the code, from 1. */
  line: number;
  message: string;
  fix: string;
  value?: string;
}

/** More bars or lines than these can't be told apart. */
const most = { series: 4, bar: 12, line: 60 };
const fewestPoints = 3;
/** Numbers of more digits are not stored exactly. */
const mostDigits = 15;

interface Row {
  line: number;
  cells: string[];
}

const empty: ChartError = { line: 0, message: 'has no data', fix: 'write a line of names and then a line per label: `Month,before,after`' };

/** Read the rows; a semicolon in the first line separates the cells of all. */
function readRows(code: string): { rows: Row[]; errors: ChartError[] } {
  const text = code.replace(/\r\n?/g, '\n');
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  const delimiter = firstLine.replace(/"[^"]*"/g, '').includes(';') ? ';' : ',';
  try {
    const records = parse(text, { delimiter, bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true });
    return {
      rows: (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record,
      })),
      errors: [],
    };
  } catch (error) {
    const { lines = 1 } = error as { lines?: number };
    const fix = 'put the whole cell between quotation marks, and write each mark in it twice: `"Hall ""B"""`';
    return { rows: [], errors: [{ line: lines, message: 'has a quotation mark that CSV does not allow here', fix }] };
  }
}

function sizeErrors(head: Row, body: Row[], kind: Chart['kind']): ChartError[] {
  const series = head.cells.length - 1;
  const unnamed = head.cells.findIndex((name, index) => index > 0 && name === '');
  const atHead = (message: string, fix: string): ChartError => ({ line: head.line, message, fix });
  const tooMany = {
    line: body[most[kind]]?.line ?? 0,
    message: `has ${body.length} labels; at most ${most[kind]} are legible`,
    fix: kind === 'bar' && body.length <= most.line ? 'draw lines, with the word `line`, or fewer bars' : 'leave some out, or sum them up',
  };
  const tooFew = {
    line: 0,
    message: `draws a line through ${body.length === 1 ? 'one point' : 'two points'}`,
    fix: 'delete the word `line`: bars compare two values',
  };
  return [
    series < 1 && atHead('has one column', 'add a column of numbers, after a comma or a semicolon'),
    series > most.series && atHead(`has ${series} series; at most ${most.series} can be told apart`, 'draw several charts'),
    unnamed > 0 && atHead(`has no name above column ${unnamed + 1}`, 'name each series in the first line'),
    body.length === 0 && empty,
    body.length > most[kind] && tooMany,
    kind === 'line' && body.length > 0 && body.length < fewestPoints && tooFew,
  ].filter((error) => error !== false);
}

function rowErrors({ line, cells }: Row, head: Row): ChartError[] {
  const missing = head.cells.length - cells.length;
  if (missing === 0) return [];
  const message = `has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`} where the first line has ${head.cells.length}`;
  const fix = missing > 0 ? 'a cell may be empty, but keep its comma' : 'put a number with a comma between quotation marks: `"1,250"`';
  return [{ line, message, fix, value: cells.join(',') }];
}

function readCells(body: Row[]): { values: (number | null)[][]; errors: ChartError[] } {
  const written = body.flatMap(({ cells }) => cells.slice(1));
  const decimal = decimalMark(written);
  const errors: ChartError[] = [];
  const values = body.map(({ line, cells }) =>
    cells.slice(1).map((cell) => {
      if (cell === '') return null;
      const [point, comma] = readings(cell);
      if (point === null || comma === null) errors.push({ line, message: 'has a cell that is no number', fix: plainNumber, value: cell });
      else if (point !== comma && decimal === undefined) errors.push({ line, ...ambiguous(point, comma), value: cell });
      return decimal === ',' ? comma : point;
    }),
  );
  return { values, errors };
}

const plainNumber = 'write digits only; the unit goes to the fence, as in `unit=min`, and a missing value is an empty cell';

function ambiguous(...numbers: number[]): Pick<ChartError, 'message' | 'fix'> {
  const [small = 0, large = 0] = numbers.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  return { message: `has a number that may be ${large} or ${small}`, fix: `write \`${large}\`, or \`${small.toFixed(4)}\`` };
}

/** Read a number with a decimal point and with a decimal comma; null for text that is no number. */
function readings(cell: string): [number | null, number | null] {
  const [, sign = '', digits = ''] = /^([+\-−]?)(\d{1,3}(?:[ '’\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?|[\d.,]*\d)$/.exec(cell) ?? [];
  const read = (lang: string): number | null => {
    const number = digits === '' || digits.replace(/\D/g, '').length > mostDigits ? null : readNumeral(digits, lang);
    return number !== null && /[-−]/.test(sign) ? -number : number;
  };
  return [read('en'), read('de')];
}

/** Find the mark that all unambiguous numbers have before their decimals. */
function decimalMark(cells: string[]): '.' | ',' | undefined {
  const marks = new Set(
    cells.flatMap((cell) => {
      const [point, comma] = readings(cell);
      if (point === null || point !== comma) return [];
      const [last] = /[.,](?=\d*$)/.exec(cell) ?? [];
      const repeated = last !== undefined && cell.indexOf(last) !== cell.lastIndexOf(last);
      // Groups of thousands show the mark that decimals do not have.
      if (repeated) return [last === '.' ? ',' : '.'];
      return last === undefined ? [] : [last];
    }),
  );
  return marks.size === 1 ? ([...marks][0] as '.' | ',') : undefined;
}
