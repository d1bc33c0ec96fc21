import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document as YamlDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { TypedScalar } from '../schemas/scalar.ts';
import type { Place } from './positions.ts';
import { printable, type Finding } from './diagnostic.ts';
import { unprintable } from './front-matter.ts';
import { deepest, yamlExcess } from './yaml-limits.ts';
import { syntaxFindings } from './yaml-errors.ts';
import { tabsBetween } from './yaml-tabs.ts';

/** What YAML says, as plain values, and where each of them is written. */
export interface Tree {
  /** The map at the top; null when it could not be read. Absent values are left out; an empty list entry is null. */
  data: Record<string, unknown> | unknown[] | null;
  /** What is written at each path, absent values included, by `pathKey`. */
  entries: Map<string, Entry>;
  findings: Finding[];
}

/** One key or list item, with the offsets of its value in the text of the YAML. */
export interface Entry {
  path: readonly PropertyKey[];
  /** Offset of the key, or of the item. */
  at: number;
  start: number;
  end: number;
  /** How a text is written; undefined for maps and lists. */
  style: string | undefined;
}

/** The most nodes out of anchors that are followed. */
const mostResolved = 100;

/** Make one string of a path, to look it up by. */
export function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

/** Read YAML by the core schema of YAML 1.2; whatever it holds, it neither hangs nor throws nor runs anything. */
export function readTree(text: string, place: (offset: number) => Place): Tree {
  const excess = yamlExcess(text);
  if (excess) return { data: null, entries: new Map(), findings: [{ severity: 'error', field: [], ...place(0), ...excess }] };
  const entries = new Map<string, Entry>();
  const findings: Finding[] = [];
  const document = parse(text, findings, place);
  if (document === null) return { data: null, entries, findings };
  const walk: Walk = { text, place, entries, findings, anchors: new Map(), resolved: 0 };
  const root = document.contents as Node | null;
  const data = root === null || (isScalar(root) && root.value === null) ? {} : value(root, [], 1, walk, null);
  const texts = [...entries.values()].filter(({ style }) => style !== undefined).map(({ start, end }) => [start, end] as const);
  for (const at of tabsBetween(text, texts)) error(walk, [], at, 'holds a tab between key and value', 'use spaces');
  const readable = typeof data === 'object' && data !== null && !(data instanceof TypedScalar);
  if (!readable) {
    const written = printable(text.trim());
    findings.push({
      severity: 'error',
      field: [],
      ...place(0),
      message: 'has front matter without fields',
      value: written,
      fix: 'write each field as `key: value`',
    });
  }
  return { data: readable ? (data as Record<string, unknown> | unknown[]) : null, entries, findings };
}

interface Walk {
  text: string;
  place: (offset: number) => Place;
  entries: Map<string, Entry>;
  findings: Finding[];
  anchors: Map<string, Node>;
  /** Nodes that came out of anchors so far. */
  resolved: number;
}

interface ItemPlace {
  /** Offset of the alias an item came out of. */
  aliasAt: number | null;
  listAt: number;
}

/** Nothing is written there, or nothing but blanks. */
const absent = Symbol('absent');

function parse(text: string, findings: Finding[], place: (offset: number) => Place): YamlDocument | null {
  const document = withoutStacks(() =>
    parseDocument(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error' }),
  );
  const faults = syntaxFindings(document.errors, text, place);
  findings.push(...faults);
  return faults.length > 0 ? null : (document as YamlDocument);
}

/** The parser makes an error of each fault; of a hundred thousand faults the stacks alone would take minutes. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function value(node: Node | null, path: readonly PropertyKey[], depth: number, walk: Walk, aliasAt: number | null): unknown {
  if (node === null) return absent;
  const start = aliasAt ?? node.range?.[0] ?? 0;
  if (aliasAt !== null && ++walk.resolved > mostResolved) {
    if (walk.resolved === mostResolved + 1) error(walk, path, start, `unfolds to more than ${mostResolved} values`, 'write the values out');
    return null;
  }
  if (isAlias(node)) {
    const target = walk.anchors.get(node.source);
    if (target) return value(target, path, depth, walk, start);
    error(
      walk,
      path,
      start,
      `refers to the anchor \`${printable(node.source)}\`, which is not set before it`,
      'write the value out, or put the text in quotes',
    );
    return null;
  }
  if (node.tag !== undefined) noteTag(walk, path, node);
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor && aliasAt === null) walk.anchors.set(node.anchor, node);
  if (depth > deepest && !isScalar(node)) {
    error(walk, path, start, `nests deeper than ${deepest} levels`, 'flatten it');
    return null;
  }
  if (isMap(node)) return map(node, path, depth, walk, aliasAt);
  if (isSeq(node))
    return node.items.map((item, index) => listItem(item as Node | null, [...path, index], depth, walk, { aliasAt, listAt: start }));
  return isScalar(node) ? scalar(node.value, node.source ?? '', path, start, walk) : null;
}

function map(node: YAMLMap, path: readonly PropertyKey[], depth: number, walk: Walk, aliasAt: number | null): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  const lines = new Map<string, number>();
  for (const pair of node.items as Pair<Node | null, Node | null>[]) {
    const at = aliasAt ?? pair.key?.range?.[0] ?? node.range?.[0] ?? 0;
    const key = keyOf(pair.key);
    if (key === null || key === '<<') {
      const liquid = walk.text.startsWith('{{', Math.max(0, at - 1));
      if (key === '<<') error(walk, [...path, key], at, 'merges a map with `<<`, which is not supported', 'write the keys out');
      else
        error(
          walk,
          path,
          at,
          liquid ? 'holds `{{`, which opens a map in YAML' : 'has a key that is no text',
          liquid ? 'write the value out, or put it in quotes' : 'write keys as plain words',
        );
      continue;
    }
    const line = walk.place(at).line;
    const first = lines.get(key);
    if (first !== undefined) {
      const written = pair.value?.range && printable(walk.text.slice(pair.value.range[0], pair.value.range[1]).trim());
      error(
        walk,
        [...path, key],
        at,
        `stands twice: the key \`${printable(key)}\` is in line ${first} already`,
        'keep one of the two',
        written || undefined,
      );
      continue;
    }
    lines.set(key, line);
    if (pair.key && pair.key.tag !== undefined) noteTag(walk, [...path, key], pair.key);
    const inner = entry(pair.value, [...path, key], at, depth, walk, aliasAt);
    if (inner !== absent) pairs.push([key, inner]);
  }
  return Object.fromEntries(pairs);
}

function listItem(item: Node | null, path: readonly PropertyKey[], depth: number, walk: Walk, { aliasAt, listAt }: ItemPlace): unknown {
  const inner = entry(item, path, aliasAt ?? item?.range?.[0] ?? listAt, depth, walk, aliasAt);
  return inner === absent ? null : inner;
}

function entry(node: Node | null, path: readonly PropertyKey[], at: number, depth: number, walk: Walk, aliasAt: number | null): unknown {
  const [start, end] = aliasAt === null && node?.range ? node.range : [at, at];
  walk.entries.set(pathKey(path), { path, at, start, end, style: isScalar(node) ? node.type : undefined });
  return value(node, path, depth + 1, walk, aliasAt);
}

function scalar(value: unknown, source: string, path: readonly PropertyKey[], start: number, walk: Walk): unknown {
  if (value === null) return absent;
  if (typeof value === 'number' || typeof value === 'boolean') return new TypedScalar(value, source);
  if (typeof value !== 'string') return source;
  const bad = unprintable(value);
  // A raw control character was reported with the file; this one was spelt as an escape.
  if (bad && !/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.test(walk.text)) {
    error(walk, path, start, `holds ${bad.name}, which no page or feed can carry`, 'delete it', printable(value));
  }
  return /^[\s\u200B\u2060]*$/.test(value) ? absent : value;
}

function keyOf(key: Node | null): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function noteTag(walk: Walk, path: readonly PropertyKey[], node: Node): void {
  const start = node.range?.[0] ?? 0;
  const at = Math.max(0, walk.text.lastIndexOf('!', start - 1));
  const first = walk.text[at - 1] === '!' ? at - 1 : at;
  const tag = printable(/^\S+/.exec(walk.text.slice(first))?.[0] ?? '!');
  error(
    walk,
    path,
    first,
    `has the YAML tag \`${tag}\`; tags are not read, and nothing is run`,
    'delete the tag, or put the text in quotes',
    tag,
  );
}

function error(walk: Walk, path: readonly PropertyKey[], at: number, message: string, fix: string, written?: string): void {
  walk.findings.push({ severity: 'error', field: path, ...walk.place(at), message, fix, value: written });
}
