import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SourceScalar } from '../../schemas/scalar.ts';
import { align, type Aligned } from './align.ts';
import { mapSteps, type MapChange } from './map-steps.ts';
import { entriesOf, lineEnd, nextLine, startsLine, withComments, type Entry } from './node-ranges.ts';
import { childOf, columnAt, renderFlow, renderItem, renderPair, renderScalar, renderValue, type Habits } from './render-yaml.ts';
import { fingerprint, isFields, isSame, type Value } from './values.ts';

/** A part of the text and what replaces it. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** What an edit works on, and the splices it collects. */
export interface Editing {
  text: string;
  habits: Habits;
  splices: Splice[];
}

/** Thrown where a value cannot be changed in place. */
export class NotInPlace extends Error {}

/** Change a map: remove keys, change values, put new keys after the key that precedes them in `order`. */
export function editMap(node: YAMLMap, change: MapChange, editing: Editing): void {
  const { before, wanted, anew } = change;
  const entries = entriesOf(node, editing.text);
  if (!entries || entries.length === 0) throw new NotInPlace();
  const keys = entries.map(({ key }) => key);
  const steps = mapSteps(keys, change);
  const names = Object.keys(wanted);
  const flow = node.flow === true;
  const column = columnAt(editing.text, entries[0]?.start ?? 0);
  const render = ({ after = -1, movedFrom = -1 }: Aligned): string => {
    const [name, moved] = [names[after] ?? '', entries[movedFrom]];
    if (moved && isSame(before[name], wanted[name])) return textOf(moved, flow, editing.text);
    const value = wanted[name] ?? null;
    const place = { habits: anew?.has(name) ? quoted(editing.habits) : editing.habits, column };
    return flow ? renderFlow({ [name]: value }, place).replace(/^\{ *| *\}$/g, '') : renderPair(name, value, place);
  };
  for (const { before: at, after } of steps) {
    const [entry, name] = [entries[at ?? -1], names[after ?? -1]];
    if (entry && name !== undefined) editEntry(entry, before[name], wanted[name] ?? null, { flow, column, anew }, editing);
  }
  editEntries({ entries, steps, flow, render }, editing);
}

/** Change a list: items that are equal stay, others are changed in place, moved with their comments, removed or new. */
function editList(node: YAMLSeq, before: readonly Value[], wanted: readonly Value[], editing: Editing): void {
  const { text, habits } = editing;
  const entries = entriesOf(node, text);
  if (!entries || entries.length === 0) throw new NotInPlace();
  const flow = node.flow === true;
  const column = columnAt(text, entries[0]?.start ?? 0);
  const steps = align(before.map(fingerprint), wanted.map(fingerprint));
  const render = ({ after = -1, movedFrom = -1 }: Aligned): string => {
    const moved = entries[movedFrom];
    if (moved) return textOf(moved, flow, text);
    const value = wanted[after] ?? null;
    const place = { habits, column, like: modelFor(value, node) };
    return flow ? renderFlow(value, place) : renderItem(value, place);
  };
  for (const { before: at = -1, after = -1 } of steps) {
    const entry = entries[at];
    if (entry && after !== -1) editEntry(entry, before[at], wanted[after] ?? null, { flow, column, item: true }, editing);
  }
  editEntries({ entries, steps, flow, render }, editing);
}

/** The text of an entry, with its comments where it has lines of its own. */
function textOf({ start, end }: Entry, flow: boolean, text: string): string {
  if (flow) return text.slice(start, end);
  return text.slice(startsLine(text, start) ? withComments(text, start) : start, lineEnd(text, end)).trimStart();
}

interface Change {
  entries: readonly Entry[];
  steps: readonly Aligned[];
  flow: boolean;
  render: (step: Aligned) => string;
}

/** Take out the entries that are removed and put in those that are new. */
function editEntries({ entries, steps, flow, render }: Change, { text, splices }: Editing): void {
  if (steps.every(({ before, after }) => before !== undefined && after !== undefined)) return;
  const survives = new Set(steps.flatMap(({ before, after }) => (before !== undefined && after !== undefined ? [before] : [])));
  if (survives.size === 0) throw new NotInPlace();
  for (let from = 0; from < entries.length; from++) {
    if (survives.has(from)) continue;
    let to = from;
    while (to + 1 < entries.length && !survives.has(to + 1)) to++;
    splices.push(...(flow ? removeFlow(entries, from, to) : removeBlock(entries, [from, to], text)));
    from = to;
  }
  const [first, second] = entries as [Entry, Entry?];
  const lines = flow && second && text.slice(first.start, second.start).includes('\n');
  const column = ' '.repeat(columnAt(text, first.start));
  const separator = flow ? (lines ? `,\n${column}` : ', ') : `\n${column}`;
  let last: Entry | undefined;
  for (const step of steps) {
    if (step.before !== undefined) {
      if (survives.has(step.before)) last = entries[step.before];
      continue;
    }
    const next = entries.find((_, index) => survives.has(index)) as Entry;
    const below = nextLine(text, last?.end ?? 0);
    const [at, added] = last
      ? flow
        ? [last.end, separator + render(step)]
        : text[below - 1] === '\n'
          ? [below, `${column}${render(step)}\n`]
          : [below, separator + render(step)]
      : flow || !startsLine(text, next.start)
        ? [next.start, render(step) + separator]
        : [withComments(text, next.start), `${column}${render(step)}\n`];
    splices.push({ start: at, end: at, text: added });
  }
}

function removeFlow(entries: readonly Entry[], from: number, to: number): Splice[] {
  const [first, last, next, previous] = [entries[from], entries[to], entries[to + 1], entries[from - 1]];
  if (!first || !last) return [];
  return [next ? { start: first.start, end: next.start, text: '' } : { start: previous?.end ?? first.start, end: last.end, text: '' }];
}

function removeBlock(entries: readonly Entry[], [from, to]: readonly [number, number], text: string): Splice[] {
  const [first, next] = [entries[from], entries[to + 1]];
  if (!first) return [];
  if (startsLine(text, first.start))
    return entries.slice(from, to + 1).map(({ start, end }) => ({ start: withComments(text, start), end: nextLine(text, end), text: '' }));
  if (!next) throw new NotInPlace();
  // The first pair of a map that starts behind a hyphen: the next one takes its place, unless a comment comes before it.
  const above = text.slice(nextLine(text, entries[to]?.end ?? 0), next.start);
  const end = above.trim() === '' ? next.start : lineEnd(text, entries[to]?.end ?? 0);
  return [{ start: first.start, end, text: '' }];
}

interface Holder {
  flow: boolean;
  column: number;
  /** Whether the entry is an item of a list. */
  item?: boolean;
  anew?: ReadonlySet<string> | undefined;
}

function editEntry(entry: Entry, before: Value | undefined, wanted: Value, holder: Holder, editing: Editing): void {
  const { value: node } = entry;
  if (isSame(before, wanted)) return;
  if (holder.anew?.has(entry.key)) {
    rewriteEntry({ ...entry, value: isBlockScalar(node) ? node : null }, wanted, holder, { ...editing, habits: quoted(editing.habits) });
    return;
  }
  const mark = editing.splices.length;
  try {
    if (isMap(node) && isFields(before) && isFields(wanted) && Object.keys(wanted).length > 0)
      return editMap(node, { before, wanted, order: Object.keys(wanted) }, editing);
    if (isSeq(node) && Array.isArray(before) && Array.isArray(wanted) && wanted.length > 0) return editList(node, before, wanted, editing);
  } catch (error) {
    if (!(error instanceof NotInPlace)) throw error;
    editing.splices.length = mark;
  }
  rewriteEntry(entry, wanted, holder, editing);
}

/** Write an entry's value anew, as a whole; a comment in its first line stays. */
function rewriteEntry({ value: node, valueFrom, end }: Entry, wanted: Value, { flow, column, item }: Holder, editing: Editing): void {
  const { text, splices, habits } = editing;
  if (node?.tag !== undefined && !(isMap(node) || isSeq(node) || isScalar(node))) throw new NotInPlace();
  const like = isScalar(node) === isScalarValue(wanted) ? node : undefined;
  const place = { habits, column, like };
  if (flow) {
    const start = node?.range?.[0] ?? valueFrom;
    splices.push({ start, end: Math.max(start, end), text: (start === valueFrom && !item ? ' ' : '') + renderFlow(wanted, place) });
    return;
  }
  const scalar = isScalarValue(wanted);
  const { head, below } = item ? itemParts(renderItem(wanted, place)) : scalar ? renderScalar(wanted, place) : renderValue(wanted, place);
  const isBlock = isBlockScalar(node);
  const isLines = (isMap(node) || isSeq(node)) && node.flow !== true;
  const lastEnd = isBlock && node ? headerEnd(text, node) : end;
  const comment = isLines ? '' : text.slice(lastEnd, lineEnd(text, lastEnd));
  const to = isBlock ? Math.max(end, lineEnd(text, lastEnd)) : lineEnd(text, end);
  splices.push({ start: valueFrom, end: to, text: (head && ` ${head}`) + comment + below });
}

function quoted(habits: Habits): Habits {
  return { ...habits, json: true };
}

function isBlockScalar(node: Node | null): boolean {
  return isScalar(node) && node.type?.startsWith('BLOCK') === true;
}

function headerEnd(text: string, node: Node): number {
  const start = node.range?.[0] ?? 0;
  return start + (/^[|>][-+\d]*/.exec(text.slice(start, start + 8))?.[0].length ?? 1);
}

function itemParts(rendered: string): { head: string; below: string } {
  const [first = '', ...rest] = rendered.slice(2).split('\n');
  return { head: first, below: rest.map((line) => `\n${line}`).join('') };
}

function isScalarValue(value: Value): value is Exclude<Value, object> | SourceScalar {
  return !isFields(value) && !Array.isArray(value);
}

/** Choose the item that a new one is written like: the first of its kind. */
function modelFor(value: Value, node: YAMLSeq): Node | undefined {
  const items = node.items as Node[];
  return items.find((_, index) => {
    const one = childOf(node, index);
    return isFields(value) ? isMap(one) : Array.isArray(value) ? isSeq(one) : isScalar(one);
  });
}
