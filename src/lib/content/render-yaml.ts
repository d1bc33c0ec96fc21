import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node, type Scalar } from 'yaml';
import { yamlOptions } from '../../documents/yaml.ts';
import { SourceScalar } from '../../schemas/scalar.ts';
import { isFields, type Fields, type Value } from './values.ts';

/** The habits of a document's author. */
export interface Habits {
  quote: Scalar.Type;
  /** Columns that a map indents below its key. */
  mapIndent: number;
  /** Columns that a list indents below its key. */
  listIndent: number;
  /** Whether the file is JSON, where every text has quotes. */
  json: boolean;
  /** Spaces inside the brackets of a list, and of a map. */
  listPadding: string;
  mapPadding: string;
}

/** A value after `key:` or `-`: the rest of that line, and the lines below it, each after a line feed. */
export interface Rendered {
  head: string;
  below: string;
}

/** Where and how a value is written. */
export interface Place {
  habits: Habits;
  /** Column of the key or hyphen. */
  column: number;
  /** A node of the author's to write like. */
  like?: Node | null | undefined;
}

/** Read the author's habits from the nodes of a document. */
export function habitsOf(document: Document, text: string): Habits {
  const found: Partial<Habits> = {};
  const columnOf = (node: unknown): number => columnAt(text, (node as Node | null)?.range?.[0] ?? 0);
  visit(document, {
    Scalar: (key, { type }) => {
      if (key !== 'key' && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) found.quote ??= type;
    },
    Pair: (_, { key, value }) => {
      if (isMap(value) && !value.flow) found.mapIndent ??= Math.max(1, columnOf(value) - columnOf(key));
      if (isSeq(value) && !value.flow) found.listIndent ??= Math.max(0, columnOf(value) - columnOf(key));
    },
    Collection: (_, node) => {
      const start = node.range?.[0] ?? 0;
      const pad = /^.(?:( *)[^\s}\]])?/.exec(text.slice(start, start + 9))?.[1];
      if (node.flow && pad !== undefined) found[isSeq(node) ? 'listPadding' : 'mapPadding'] ??= pad;
    },
  });
  const json = (isMap(document.contents) || isSeq(document.contents)) && document.contents.flow === true;
  return { quote: 'QUOTE_SINGLE', mapIndent: 2, listIndent: 2, listPadding: '', mapPadding: ' ', ...found, json };
}

/** Return the column of an offset, from 0. */
export function columnAt(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1) - 1;
}

/** Write `key: value` for a block map at the column of the place; lines below the first are indented. */
export function renderPair(key: string, value: Value, place: Place): string {
  const { head, below } = renderValue(value, place);
  return `${renderKey(key, place.habits)}:${head && ` ${head}`}${below}`;
}

/** Write `- value` for a block list at the column of the place; lines below the first are indented. */
export function renderItem(value: Value, place: Place): string {
  if (isFlow(value, place.like)) return `- ${renderFlow(value, place)}`;
  const column = place.column + 2;
  if (isFields(value) || Array.isArray(value)) return `- ${renderEntries(value, { ...place, column }).join(`\n${' '.repeat(column)}`)}`;
  const { head, below } = renderScalar(value, { ...place, habits: { ...place.habits, mapIndent: 2 } });
  return `- ${head}${below}`;
}

/** Write a value that follows `key:` at the column of the place. */
export function renderValue(value: Value, place: Place): Rendered {
  const { mapIndent, listIndent } = place.habits;
  if (!isFields(value) && !Array.isArray(value)) return renderScalar(value, place);
  if (isFlow(value, place.like)) return { head: renderFlow(value, place), below: '' };
  const column = place.column + (Array.isArray(value) ? listIndent : mapIndent);
  const entries = renderEntries(value, { ...place, column });
  return { head: '', below: entries.map((entry) => `\n${' '.repeat(column)}${entry}`).join('') };
}

/** Write the items of a list, or the pairs of a map, at the column of the place. */
function renderEntries(value: Value[] | Fields, place: Place): string[] {
  const { like } = place;
  if (Array.isArray(value)) return value.map((one) => renderItem(one, { ...place, like: childOf(like, 0) }));
  return Object.entries(value).map(([key, one]) => renderPair(key, one ?? null, { ...place, like: childOf(like, key) }));
}

/** Write a value on one line, for a place inside brackets. */
export function renderFlow(value: Value, place: Place): string {
  const { habits, like } = place;
  const padded = (inner: string, pad: string): string => (inner ? pad + inner + pad : '');
  if (Array.isArray(value)) {
    const items = value.map((one) => renderFlow(one, { ...place, like: childOf(like, 0) }));
    return `[${padded(items.join(', '), habits.listPadding)}]`;
  }
  if (isFields(value)) {
    const pairs = Object.entries(value).map(
      ([key, one]) => `${renderKey(key, habits, true)}: ${renderFlow(one ?? null, { ...place, like: childOf(like, key) })}`,
    );
    return `{${padded(pairs.join(', '), habits.mapPadding)}}`;
  }
  return renderLine(value, place, true);
}

/** Write a text, number or boolean in the style of the node it is to be like. */
export function renderScalar(value: Exclude<Value, object> | SourceScalar, place: Place): Rendered {
  const { habits, column, like } = place;
  const type = isScalar(like) ? like.type : undefined;
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  if (typeof value !== 'string' || habits.json || !(value.includes('\n') || isBlock) || !fitsBlock(value))
    return { head: renderLine(value, place, false), below: '' };
  const written = isBlock
    ? /^(?:[ \t]*\r?\n)*( +)\S/.exec((like as Scalar & { srcToken: { source?: string } }).srcToken.source ?? '')
    : null;
  const indent = Math.max(column + 1, written?.[1]?.length ?? column + habits.mapIndent);
  const [, content = '', end = ''] = /^([^]*?)(\n*)$/.exec(value) ?? [];
  const indicator = /^\n*[ \t]/.test(content) ? String(indent - column) : '';
  const chomping = end === '' ? '-' : end === '\n' ? '' : '+';
  const folded = type === 'BLOCK_FOLDED' && isScalar(like) ? foldLike(content, like) : null;
  const lines = (folded ?? content).split('\n').map((line) => `\n${line && ' '.repeat(indent)}${line}`);
  return { head: `${folded === null ? '|' : '>'}${indicator}${chomping}`, below: lines.join('') + end.slice(1) };
}

/** Write a key, in quotes where it needs them. */
function renderKey(key: string, habits: Habits, inFlow = false): string {
  return !habits.json && isPlain(key, inFlow) ? key : JSON.stringify(key);
}

/** Return the node at a key, or an index, of a collection. */
export function childOf(node: Node | null | undefined, key: string | number): Node | null | undefined {
  return isMap(node) || isSeq(node) ? (node.get(key, true) as Node | undefined) : undefined;
}

function renderLine(value: Exclude<Value, object> | SourceScalar, { habits, like }: Place, inFlow: boolean): string {
  if (value instanceof SourceScalar) return value.source;
  if (typeof value !== 'string') return value === null ? 'null' : String(value);
  if (habits.json || !/^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]*$/u.test(value)) return double(value);
  const type = isScalar(like) ? like.type : undefined;
  if (type === 'QUOTE_DOUBLE') return double(value);
  if (type === 'QUOTE_SINGLE') return single(value);
  if (isPlain(value, inFlow)) return value;
  const other = habits.quote === 'QUOTE_DOUBLE' ? "'" : '"';
  const own = habits.quote === 'QUOTE_DOUBLE' ? '"' : "'";
  const quote = /["'\\]/.test(value) && value.includes(own) && !value.includes(other) && !value.includes('\\') ? other : own;
  return quote === '"' ? double(value) : single(value);
}

function double(value: string): string {
  const unsafe = /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
  return JSON.stringify(value).replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function single(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Whether YAML reads a text without quotes as this text; `yes` and `1:30`, which YAML 1.1 reads otherwise, get quotes too. */
function isPlain(value: string, inFlow: boolean): boolean {
  if (!/^[^\s!"#%&'*,:>?@[\]`{|}~-](?:[^\t\n]*\S)?$/.test(value) || /:(?: |$)| #|^\.{3}/.test(value)) return false;
  if (inFlow && /[,[\]{}]|:["']/.test(value)) return false;
  if (/^(?:y|n|yes|no|on|off)$/i.test(value) || /^[+-]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/.test(value)) return false;
  // Only what looks like another type needs the parser.
  return !/^(?:[\d.+]|null$|true$|false$)/i.test(value) || parseDocument(value, yamlOptions).toJS() === value;
}

function fitsBlock(value: string): boolean {
  return /\S/.test(value) && !/[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(value) && !/\n[ \t]+\n*$/.test(value);
}

/** Whether a value goes in brackets: as its model does; without one, lists of short words and what is empty. */
function isFlow(value: Value, like: Node | null | undefined): boolean {
  if (isFields(value)) return Object.keys(value).length === 0 || (isMap(like) && like.flow === true);
  if (!Array.isArray(value)) return false;
  if (value.length === 0) return true;
  if (isSeq(like)) return like.flow === true;
  return value.every((one) => typeof one === 'string' && one.length <= 30 && isPlain(one, true)) && value.join(', ').length <= 100;
}

/** Fold a text at the author's width and keep the lines of the paragraphs that did not change; null when it cannot be folded. */
function foldLike(content: string, like: Scalar): string | null {
  if (/^[ \t]|\n[ \t]|[ \t]\n| {2}/.test(content)) return null;
  const written = (like.srcToken as { source?: string } | undefined)?.source ?? '';
  const lines = written.split(/\r?\n/).map((line) => line.trim());
  const width = Math.max(60, ...lines.map((line) => line.length));
  const known = new Map(
    lines
      .join('\n')
      .split(/\n\n+/)
      .map((paragraph) => [paragraph.replaceAll('\n', ' '), paragraph]),
  );
  const wrap = (paragraph: string): string => paragraph.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();
  return content
    .split(/(\n+)/)
    .map((part) => (part.startsWith('\n') ? `${part}\n` : (known.get(part) ?? wrap(part))))
    .join('');
}
