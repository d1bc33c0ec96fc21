import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { SourceScalar } from '../schemas/scalar.ts';
import { findControlCharacter } from './control-characters.ts';
import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import type { Position } from './positions.ts';
import { syntaxDiagnostics } from './yaml-errors.ts';
import { missingColon, report, reportCutText, reportSplitNumber, reportTab, reportTag, type Report, type Reporter } from './yaml-traps.ts';

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

/** What is known of YAML that was not read. */
export const unreadYaml: ParsedYaml = { data: null, entries: new Map(), emptyKeys: [], diagnostics: [] };

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
  const refused = (at: number, message: string): ParsedYaml => ({
    ...unreadYaml,
    diagnostics: [errorIn([], message, 'move parts of it into other files', positionAt(at))],
  });
  let signs = 0;
  for (const { index } of text.matchAll(/[\n,:[{*&]/g))
    if (++signs > maxSigns) return refused(index, `has more than ${maxSigns} line breaks and signs of YAML`);
  const document = withoutStackTraces(() => parseDocument(text, yamlOptions));
  const errors = syntaxDiagnostics(document.errors, text, positionAt);
  if (errors.length > 0) return { ...unreadYaml, diagnostics: errors };
  const read = { entries: new Map<string, Entry>(), emptyKeys: [], diagnostics: [] };
  const reader: Reader = { ...read, text, positionAt, anchors: new Map(), unusedAnchors: new Map(), resolvedNodes: 0 };
  const root = document.contents as Node | null;
  const empty = root === null || (isScalar(root) && root.value === null);
  const data = empty ? {} : readNode(root, { path: [], depth: 1, aliasAt: null }, reader);
  if (read.entries.size > maxValues) return refused(0, `has more than ${maxValues} values`);
  for (const unused of reader.unusedAnchors.values()) report(reader, unused);
  if (typeof data === 'object' && data !== null && !(data instanceof SourceScalar))
    return { ...read, data: data as Record<string, unknown> | unknown[] };
  const value = escapeControlCharacters(text.trim());
  report(reader, { path: [], at: 0, message: 'has front matter without fields', fix: 'write each field as `key: value`', value });
  return { ...read, data: null };
}

interface Reader extends Reporter, Pick<ParsedYaml, 'entries' | 'emptyKeys'> {
  anchors: Map<string, Node>;
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
    const firstLine = lines.get(key);
    if (firstLine !== undefined) {
      const value = pair.value?.range && escapeControlCharacters(reader.text.slice(pair.value.range[0], pair.value.range[1]).trim());
      const message = `is a duplicate: line ${firstLine} already has the key \`${escapeControlCharacters(key)}\``;
      report(reader, { path, at, message, fix: 'keep one of the two', value: value || undefined });
      continue;
    }
    lines.set(key, reader.positionAt(at).line);
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
