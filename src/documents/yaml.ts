import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { SourceScalar } from '../schemas/scalar.ts';
import { findControlCharacter } from './control-characters.ts';
import { escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import type { Position } from './positions.ts';
import { syntaxDiagnostics } from './yaml-errors.ts';

/** YAML as plain values, with the position of each value. */
interface ParsedYaml {
  /** The top-level map or list; null when it could not be read. Absent values are left out; an empty list entry is null. */
  data: Record<string, unknown> | unknown[] | null;
  /** The source of every path, absent values included, keyed by `pathKey`. */
  entries: Map<string, Entry>;
  /** The paths of keys without a value. */
  emptyKeys: (readonly PropertyKey[])[];
  diagnostics: FieldDiagnostic[];
}

/** One key or list item; offsets count from the start of the YAML. */
export interface Entry {
  path: readonly PropertyKey[];
  /** Offset of the key, or of the item. */
  at: number;
  /** Offsets of the value. */
  start: number;
  end: number;
  /** How a scalar is written; undefined for maps and lists. */
  style: string | undefined;
}

/** How the parser reads YAML here. */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Join a path into a lookup key. */
export function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

/** Parse YAML 1.2 with the core schema. Never throws, and runs nothing, whatever the text contains. */
export function parseYaml(text: string, positionAt: (offset: number) => Position): ParsedYaml {
  const entries = new Map<string, Entry>();
  const refused = (at: number, message: string): ParsedYaml => {
    const diagnostic = { severity: 'error' as const, field: [], ...positionAt(at), message, fix: 'move parts of it into other files' };
    return { data: null, entries: new Map(), emptyKeys: [], diagnostics: [diagnostic] };
  };
  let signs = 0;
  for (const { index } of text.matchAll(/[\n,:[{*&]/g))
    if (++signs > maxSigns) return refused(index, `has more than ${maxSigns} line breaks and signs of YAML`);
  const document = withoutStackTraces(() => parseDocument(text, yamlOptions));
  const errors = syntaxDiagnostics(document.errors, text, positionAt);
  if (errors.length > 0) return { data: null, entries, emptyKeys: [], diagnostics: errors };
  const reader: Reader = {
    text,
    positionAt,
    entries,
    emptyKeys: [],
    diagnostics: [],
    anchors: new Map(),
    unusedAnchors: new Map(),
    resolvedNodes: 0,
  };
  const { emptyKeys, diagnostics } = reader;
  const root = document.contents as Node | null;
  const empty = root === null || (isScalar(root) && root.value === null);
  const data = empty ? {} : readNode(root, { path: [], depth: 1, aliasAt: null }, reader);
  if (entries.size > maxValues) return refused(0, `has more than ${maxValues} values`);
  for (const unused of reader.unusedAnchors.values()) report(reader, unused);
  if (typeof data === 'object' && data !== null && !(data instanceof SourceScalar)) {
    return { data: data as Record<string, unknown> | unknown[], entries, emptyKeys, diagnostics };
  }
  const written = escapeControlCharacters(text.trim());
  report(reader, { path: [], at: 0, message: 'has front matter without fields', fix: 'write each field as `key: value`', value: written });
  return { data: null, entries, emptyKeys, diagnostics };
}

interface Reader extends Pick<ParsedYaml, 'entries' | 'emptyKeys' | 'diagnostics'> {
  text: string;
  positionAt: (offset: number) => Position;
  anchors: Map<string, Node>;
  /** Texts with an anchor that no alias has referred to so far, by the anchor. */
  unusedAnchors: Map<string, Report>;
  /** Nodes that aliases have resolved to so far. */
  resolvedNodes: number;
}

interface Context {
  path: readonly PropertyKey[];
  depth: number;
  /** Offset of the alias that the node was resolved from. */
  aliasAt: number | null;
}

const maxDepth = 32;
const maxResolvedNodes = 100;
/** The most line breaks and signs: the parser keeps four kilobytes for what each may begin. */
const maxSigns = 50_000;
/** The most values of a file; a glossary of a thousand technologies has as many. */
const maxValues = 10_000;

/** The result for nothing, `~` and blank text. */
const absent = Symbol('absent');

/** The parser creates one error object per syntax error; with a hundred thousand of them, collecting stacks would take minutes. */
function withoutStackTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readNode(node: Node | null, context: Context, reader: Reader): unknown {
  if (node === null) return absent;
  const { path, depth, aliasAt } = context;
  const at = aliasAt ?? node.range?.[0] ?? 0;
  if (aliasAt !== null && ++reader.resolvedNodes > maxResolvedNodes) {
    const message = `expands to more than ${maxResolvedNodes} values`;
    if (reader.resolvedNodes === maxResolvedNodes + 1) report(reader, { path, at, message, fix: 'write the values out' });
    return null;
  }
  if (isAlias(node)) {
    const target = reader.anchors.get(node.source);
    reader.unusedAnchors.delete(node.source);
    if (target) return readNode(target, { path, depth, aliasAt: at }, reader);
    const message = `refers to the anchor \`${escapeControlCharacters(node.source)}\`, which is not defined before it`;
    report(reader, { path, at, message, fix: 'write the value out, or put the text in quotes' });
    return null;
  }
  if (node.tag !== undefined) reportTag(path, node, reader);
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor && aliasAt === null) reader.anchors.set(node.anchor, node);
  if (isScalar(node)) {
    if (aliasAt === null) reportCutText(node, path, reader);
    return readScalar(node.value, node.source ?? '', { path, at }, reader);
  }
  if (depth > maxDepth) {
    report(reader, { path, at, message: `is nested deeper than ${maxDepth} levels`, fix: 'flatten it' });
    return null;
  }
  if (isMap(node)) return readMap(node, context, reader);
  if (!isSeq(node)) return null;
  return (node.items as (Node | null)[]).map((item, index) => {
    reportSplitNumber(node, index, { path, reader });
    const value = readEntry(item, aliasAt ?? item?.range?.[0] ?? at, { ...context, path: [...path, index] }, reader);
    return value === absent ? null : value;
  });
}

function readMap(node: YAMLMap, context: Context, reader: Reader): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  const lines = new Map<string, number>();
  for (const pair of node.items as Pair<Node | null, Node | null>[]) {
    const at = context.aliasAt ?? pair.key?.range?.[0] ?? node.range?.[0] ?? 0;
    const key = keyOf(pair.key);
    if (key === null || key === '<<') {
      report(reader, { at, ...invalidKey(key, context.path, reader.text.startsWith('{{', Math.max(0, at - 1))) });
      continue;
    }
    const path = [...context.path, key];
    const line = reader.positionAt(at).line;
    const firstLine = lines.get(key);
    if (firstLine !== undefined) {
      const value = pair.value?.range && escapeControlCharacters(reader.text.slice(pair.value.range[0], pair.value.range[1]).trim());
      const message = `is a duplicate: line ${firstLine} already has the key \`${escapeControlCharacters(key)}\``;
      report(reader, { path, at, message, fix: 'keep one of the two', value: value || undefined });
      continue;
    }
    lines.set(key, line);
    if (pair.key && pair.key.tag !== undefined) reportTag(path, pair.key, reader);
    reportTab(pair, path, reader);
    const value = readEntry(pair.value, at, { ...context, path }, reader);
    if (value !== absent) pairs.push([key, value]);
    else if (node.flow === true && pair.value === null) report(reader, { path, at, ...missingColon, value: escapeControlCharacters(key) });
    else reader.emptyKeys.push(path);
  }
  return Object.fromEntries(pairs);
}

function readEntry(node: Node | null, at: number, context: Context, reader: Reader): unknown {
  const { path, depth, aliasAt } = context;
  const [start, end] = aliasAt === null && node?.range ? node.range : [at, at];
  reader.entries.set(pathKey(path), { path, at, start, end, style: isScalar(node) ? node.type : undefined });
  return readNode(node, { path, depth: depth + 1, aliasAt }, reader);
}

function readScalar(value: unknown, source: string, { path, at }: Pick<Report, 'path' | 'at'>, reader: Reader): unknown {
  if (value === null) return absent;
  if (typeof value === 'number' || typeof value === 'boolean') return new SourceScalar(value, source);
  if (typeof value !== 'string') return source;
  const control = findControlCharacter(value);
  // Raw control characters are reported for the file as a whole; this one is written as an escape.
  if (control && !/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.test(reader.text)) {
    const message = `contains ${control.name}, which no page or feed can contain`;
    report(reader, { path, at, message, fix: 'delete it', value: escapeControlCharacters(value) });
  }
  return /^[\s\u200B\u2060]*$/.test(value) ? absent : value;
}

function keyOf(key: Node | null): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function invalidKey(key: '<<' | null, path: readonly PropertyKey[], liquid: boolean): Pick<Report, 'path' | 'message' | 'fix'> {
  if (key !== null) return { path: [...path, key], message: 'uses the merge key `<<`, which is not supported', fix: 'write the keys out' };
  return liquid
    ? { path, message: 'contains `{{`, which starts a mapping in YAML', fix: 'write the value out, or put it in quotes' }
    : { path, message: 'has a key that is not text', fix: 'write keys as plain words' };
}

/** YAML itself allows a tab before a value, but an author cannot see it. */
function reportTab({ key, value }: Pair<Node | null, Node | null>, path: readonly PropertyKey[], reader: Reader): void {
  const start = key?.range?.[1] ?? 0;
  const gap = reader.text.slice(start, value?.range?.[0] ?? start);
  const at = gap.includes('\n') ? -1 : gap.indexOf('\t');
  if (at !== -1) report(reader, { path, at: start + at, message: 'contains a tab between key and value', fix: 'use spaces' });
}

const missingColon = {
  message: 'has no value: a comma inside `{ }` ends the value before it',
  fix: 'put a value that contains a comma in quotes, like `before: "3,5 s"`',
};

/** Report a number with a comma that a flow list splits: `[from 3,5 s]` has the items `from 3` and `5 s`. Lists of plain numbers stay. */
function reportSplitNumber(list: YAMLSeq, index: number, { path, reader }: { path: readonly PropertyKey[]; reader: Reader }): void {
  const [before, after] = [list.items[index - 1], list.items[index]];
  if (list.flow !== true || !isScalar(before) || !isScalar(after) || !before.range || !after.range) return;
  const [start, end] = [after.range[0], before.range[1]];
  const [first, second] = [before.source ?? '', after.source ?? ''];
  if (reader.text.slice(end, start) !== ',' || !/(?:^|[^\p{L}\p{N}._-])[\d.]+$/u.test(first) || !/^\d+(?![\p{L}\p{N}])/u.test(second))
    return;
  if ([first, second].every((text) => /^[\d.]+$/.test(text))) return;
  report(reader, {
    path: [...path, index],
    at: start,
    message: 'is the rest of a number: a comma inside `[ ]` ends the item before it',
    fix: 'put an item that contains a comma in quotes, or write a space after the comma',
    value: escapeControlCharacters(`${first},${second}`),
  });
}

/** Warn where a plain text loses its end to a comment or its start to an anchor. */
function reportCutText(node: Scalar, path: readonly PropertyKey[], reader: Reader): void {
  if (node.type !== 'PLAIN' || typeof node.value === 'boolean') return;
  const [start = 0, end = 0] = node.range ?? [];
  const lineStart = reader.text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = reader.text.indexOf('\n', end);
  const rest = reader.text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const comment = /^[ \t]*#.*/.exec(rest)?.[0].trim();
  const line = reader.text.slice(start, end) + rest;
  if (comment !== undefined && reader.text.slice(lineStart, start).trim() !== '' && !isComment(comment)) {
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

function reportTag(path: readonly PropertyKey[], node: Node, reader: Reader): void {
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

interface Report extends Pick<FieldDiagnostic, 'message' | 'fix' | 'value'> {
  severity?: FieldDiagnostic['severity'];
  path: readonly PropertyKey[];
  at: number;
}

function report(reader: Reader, { path, at, severity = 'error', ...rest }: Report): void {
  reader.diagnostics.push({ severity, field: path, ...reader.positionAt(at), ...rest });
}
