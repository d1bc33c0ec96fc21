import { align } from '../../lib/content/align.ts';

/** One line of two texts side by side: null where one of them has none. */
interface DiffRow {
  before: string | null;
  after: string | null;
  changed: boolean;
}

/** Set two texts side by side, line by line. */
export function diffLines(before: string, after: string): DiffRow[] {
  const [left, right] = [linesOf(before), linesOf(after)];
  const head = commonLength(left, right);
  const tail = commonLength(left.slice(head).toReversed(), right.slice(head).toReversed());
  const [middleLeft, middleRight] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const middle = align(middleLeft, middleRight).map(({ before: from, after: to }) => {
    const [one, other] = [from === undefined ? null : (middleLeft[from] ?? null), to === undefined ? null : (middleRight[to] ?? null)];
    return { before: one, after: other, changed: one !== other };
  });
  return [...same(left.slice(0, head)), ...middle, ...same(left.slice(left.length - tail))];
}

/** Leave out unchanged lines farther than `context` from a change; null marks a gap. */
export function foldRows(rows: readonly DiffRow[], context = 2): (DiffRow | null)[] {
  const near = (at: number): boolean => rows.slice(Math.max(0, at - context), at + context + 1).some(({ changed }) => changed);
  const shown = rows.map((row, at) => (near(at) ? row : null));
  return shown.filter((row, at) => row !== null || (at > 0 && shown[at - 1] !== null) || at === 0);
}

/** Count the lines that two texts do not share. */
export function countChanges(rows: readonly DiffRow[]): { added: number; removed: number } {
  const changed = rows.filter((row) => row.changed);
  return { added: changed.filter(({ after }) => after !== null).length, removed: changed.filter(({ before }) => before !== null).length };
}

function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function same(lines: readonly string[]): DiffRow[] {
  return lines.map((line) => ({ before: line, after: line, changed: false }));
}
