import { isScalar, type Node, type Pair, type Scalar, type YAMLSeq } from 'yaml';
import { escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import type { Position } from './positions.ts';

/** YAML itself allows a tab before a value, but an author cannot see it. */
export function reportTab({ key, value }: Pair<Node | null, Node | null>, path: readonly PropertyKey[], reader: Reporter): void {
  const start = key?.range?.[1] ?? 0;
  const gap = reader.text.slice(start, value?.range?.[0] ?? start);
  const at = gap.includes('\n') ? -1 : gap.indexOf('\t');
  if (at !== -1) report(reader, { path, at: start + at, message: 'contains a tab between key and value', fix: 'use spaces' });
}

export const missingColon = {
  message: 'has no value: a comma inside `{ }` ends the value before it',
  fix: 'put a value that contains a comma in quotes, like `before: "3,5 s"`',
};

const endsInNumber = /(?:^|[^\p{L}\p{N}._-]|(?<![\p{L}\p{N}])\p{Lu}{3}|[x×])[\p{Nd}.'’]+$/u;

/** Digits with at most a unit behind them: `5h`, but not `3D` or `2nd`. */
const startsWithNumber = /^\p{Nd}+(?!D(?!\p{L})|(?:st|nd|rd|th)(?!\p{L})|\p{L}*\p{N})/u;

/** Report a number with a comma that a flow list splits: `[from 3,5 s]` has the items `from 3` and `5 s`. Lists of plain numbers stay. */
export function reportSplitNumber(
  list: YAMLSeq,
  index: number,
  { path, reader }: { path: readonly PropertyKey[]; reader: Reporter },
): void {
  const [before, after] = [list.items[index - 1], list.items[index]];
  if (list.flow !== true || !isScalar(before) || !isScalar(after) || !before.range || !after.range) return;
  const [start, end] = [after.range[0], before.range[1]];
  const [first, second] = [before.source ?? '', after.source ?? ''];
  if (!/^[ \t]*,$/.test(reader.text.slice(end, start)) || !endsInNumber.test(first) || !startsWithNumber.test(second)) return;
  if ([first, second].every((text) => /^[\p{Nd}.]+$/u.test(text))) return;
  report(reader, {
    path: [...path, index],
    at: start,
    message: 'is the rest of a number: a comma inside `[ ]` ends the item before it',
    fix: 'put an item that contains a comma in quotes, or write a space after the comma',
    value: escapeControlCharacters(`${first},${second}`),
  });
}

/** Warn where a text loses its end to a comment, its first line to one behind `>` or `|`, or its start to an anchor. */
export function reportCutText(node: Scalar, path: readonly PropertyKey[], reader: Reporter): void {
  if (typeof node.value === 'boolean') return;
  const start = node.range?.[0] ?? 0;
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  // A comment of a block stands behind its mark, such as `>` or `|2-`.
  const end = isBlock ? start + (/^[>|][-+\d]*/.exec(reader.text.slice(start, start + 4))?.[0].length ?? 1) : (node.range?.[1] ?? 0);
  const lineStart = reader.text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = reader.text.indexOf('\n', end);
  const rest = reader.text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const comment = /^[ \t]*#.*/.exec(rest)?.[0].trim();
  const line = reader.text.slice(start, end) + rest;
  const isNumber = node.type?.startsWith('QUOTE') === true && /^#\d+$/.test(comment ?? '');
  if (comment !== undefined && reader.text.slice(lineStart, start).trim() !== '' && !isComment(comment) && !isNumber) {
    const message = 'loses its end: YAML reads ` #` as the start of a comment';
    report(reader, { severity: 'warning', path, at: start, message, fix: quote, value: escapeControlCharacters(line.trim()) });
  }
  if (!node.anchor) return;
  const at = Math.max(0, reader.text.lastIndexOf(`&${node.anchor}`, start));
  const message = `loses \`&${escapeControlCharacters(node.anchor)}\`, which YAML reads as the name of an anchor`;
  const value = escapeControlCharacters(reader.text.slice(at, end).trim());
  reader.unusedAnchors.set(node.anchor, { severity: 'warning', path, at, message, fix: quote, value });
}

const quote = 'put the text in quotes';

/** Whether the rest of a line from `#` on is plainly a comment: words after a space, a reminder, or a field that was put aside. */
function isComment(text: string): boolean {
  return /^#+(?:[ \t]+\D|[ \t]*(?:TODO|FIXME|XXX|NOTE)\b|\w+:[ \t])/i.test(text);
}

export function reportTag(path: readonly PropertyKey[], node: Node, reader: Reporter): void {
  const mark = Math.max(0, reader.text.lastIndexOf('!', (node.range?.[0] ?? 0) - 1));
  const at = reader.text[mark - 1] === '!' ? mark - 1 : mark;
  const tag = escapeControlCharacters(/^\S+/.exec(reader.text.slice(at))?.[0] ?? '!');
  report(reader, {
    path,
    at,
    message: `has the YAML tag \`${tag}\`; tags are not supported`,
    fix: 'delete the tag, or put the text in quotes',
    value: tag,
  });
}

/** What the reader of a file knows when it reports. */
export interface Reporter {
  text: string;
  positionAt: (offset: number) => Position;
  diagnostics: FieldDiagnostic[];
  /** Texts with an anchor that no alias has referred to so far, by the anchor. */
  unusedAnchors: Map<string, Report>;
}

export interface Report extends Pick<FieldDiagnostic, 'message' | 'fix' | 'value'> {
  severity?: FieldDiagnostic['severity'];
  path: readonly PropertyKey[];
  at: number;
}

export function report(reader: Reporter, { path, at, severity = 'error', ...rest }: Report): void {
  reader.diagnostics.push({ severity, field: path, ...reader.positionAt(at), ...rest });
}
