import { isAlias, isCollection, isMap, isScalar, parseDocument, visit, type Node, type ParsedNode } from 'yaml';
import { readSource } from '../../documents/front-matter.ts';
import { parseYaml, yamlOptions } from '../../documents/yaml.ts';
import { editMap, NotInPlace, type Editing, type Splice } from './edit-nodes.ts';
import type { MapChange } from './map-steps.ts';
import { contentEnd } from './node-ranges.ts';
import { habitsOf, renderPair } from './render-yaml.ts';
import { isSame, withoutAbsent, type Fields } from './values.ts';

/** What a document is to say: all its fields, and the body unless it stays. */
export interface Wanted {
  fields: Fields;
  body?: string | undefined;
}

/** Thrown when a document cannot be written so that it says what is wanted. */
export class CannotWrite extends Error {
  override name = 'CannotWrite';
}

/**
 * Change a document's text so that it says what is wanted: fields that differ are written in their author's style, new ones after the field
 * that precedes them in `order`, everything else keeps its bytes. Throws `CannotWrite` where that is not possible.
 */
export function writeDocument(written: string, { fields, body: newBody }: Wanted, order: readonly string[]): string {
  const wanted = withoutAbsent(fields) as Fields;
  const mark = written.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = withFrontMatter(written.slice(mark.length));
  const before = readParts(text);
  const body = (newBody ?? before.body).replaceAll('\r\n', '\n');
  if (isSame(before.data, wanted) && body === before.body) return written;
  const newLine = /\r?\n/.exec(text)?.[0] ?? '\n';
  const anew = new Set<string>();
  for (;;) {
    const yaml = writeFields(text.slice(before.start, before.end), { before: before.data, wanted, order, anew }, newLine);
    const rest = body === before.body ? text.slice(before.bodyStart) : replaceLines(text.slice(before.bodyStart), body, newLine);
    const marker = text.slice(before.end, before.bodyStart);
    const out = text.slice(0, before.start) + yaml + (rest && marker && !marker.endsWith('\n') ? marker + newLine : marker) + rest;
    const wrong = differingFields(out, wanted, body);
    if (wrong.length === 0) return mark + out;
    if (wrong.every((field) => anew.has(field))) throw new CannotWrite(`cannot write ${wrong.join(', ')} so that it reads the same again`);
    for (const field of wrong) anew.add(field);
  }
}

/** Read the fields and the body of a document, with the offsets of its YAML; throws `CannotWrite` when it cannot be read. */
export function readParts(text: string) {
  const source = readSource(encoder.encode(text));
  const { offset: start, text: yaml } = source.yaml ?? { offset: 0, text: '' };
  const parsed = source.yaml && parseYaml(yaml, source.positionAt);
  if (!parsed?.data)
    throw new CannotWrite(`the file cannot be read: it ${[...source.diagnostics, ...(parsed?.diagnostics ?? [])][0]?.message}`);
  const end = start + yaml.length;
  const marker = text.indexOf('\n', end);
  return { data: parsed.data as Fields, body: source.body, start, end, bodyStart: marker === -1 ? text.length : marker + 1 };
}

const encoder = new TextEncoder();

/** Put empty front matter before a text that has none. */
export function withFrontMatter(text: string): string {
  const newLine = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (/^\s*(?:---|\+\+\+)/.test(text)) return text;
  return `---${newLine}---${newLine}${text.trim() && !/^\s*\n/.test(text) ? newLine : ''}${text}`;
}

/** List the fields that a text does not say as wanted; `the body` is one of them. */
function differingFields(text: string, wanted: Fields, body: string): string[] {
  const { data, body: written } = readParts(text);
  const keys = [...new Set([...Object.keys(data), ...Object.keys(wanted)])];
  return [...keys.filter((key) => !isSame(data[key], wanted[key])), ...(body === written ? [] : ['the body'])];
}

function writeFields(text: string, change: MapChange, newLine: string): string {
  const { before, wanted } = change;
  if (isSame(before, wanted)) return text;
  const document = parseDocument<ParsedNode>(text, { ...yamlOptions, keepSourceTokens: true });
  const root = document.contents as Node | null;
  const editing: Editing = { text, habits: habitsOf(document, text), splices: [] };
  refuseAliases(root, before, wanted);
  try {
    if (!isMap(root)) throw new NotInPlace();
    editMap(root, change, editing);
  } catch (error) {
    if (!(error instanceof NotInPlace)) throw error;
    editing.splices = [writeAnew(root, change, editing)];
  }
  return splice(text, editing.splices, newLine);
}

/** Write all fields of a document that has none, or keeps none. */
function writeAnew(root: Node | null, { before, wanted, order }: MapChange, { text, habits }: Editing): Splice {
  if (Object.keys(before).some((key) => Object.hasOwn(wanted, key)))
    throw new CannotWrite('the front matter is written in a way that cannot be edited');
  const place = { habits: { ...habits, json: false }, column: 0 };
  const lines = sortedBy(order, Object.entries(wanted)).map(([key, value]) => renderPair(key, value ?? null, place));
  const start = isCollection(root) ? (root.range?.[0] ?? 0) : text.length;
  const end = isCollection(root) ? (contentEnd(root, text) ?? start) : text.length;
  const joined = lines.join('\n');
  return { start, end, text: isCollection(root) || joined === '' ? joined : `${joined}\n` };
}

function sortedBy<T>(order: readonly string[], entries: [string, T][]): [string, T][] {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return entries.toSorted(([a], [b]) => rank(a) - rank(b));
}

/** Refuse to change a field that repeats a key, or uses an anchor or alias: its value also belongs to other fields. */
function refuseAliases(root: Node | null, before: Fields, wanted: Fields): void {
  const seen = new Set<string>();
  for (const item of isMap(root) ? root.items : []) {
    const key = isScalar(item.key) ? String(item.key.value) : '';
    if (seen.has(key)) throw new CannotWrite(`\`${key}\` is in the front matter twice; keep one of the two`);
    seen.add(key);
    if (isSame(before[key], wanted[key])) continue;
    const reason = entanglement(item.value as Node | null);
    if (reason) throw new CannotWrite(`\`${key}\` ${reason}; change it in a text editor`);
  }
}

/** Say why a value cannot be changed alone; null when it can. */
export function entanglement(node: Node | null): string | null {
  if (isAlias(node)) return 'uses an alias';
  let reason: string | null = null;
  if (node !== null)
    visit(node, {
      Alias: () => void (reason = 'uses an alias'),
      Value: (_, { anchor }) => void (anchor && (reason = 'has an anchor')),
      Map: (_, map) => {
        const keys = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
        if (map.anchor) reason = 'has an anchor';
        if (new Set(keys).size < keys.length) reason = 'repeats a key';
      },
    });
  return reason;
}

function splice(text: string, splices: readonly Splice[], newLine: string): string {
  let [out, at] = ['', 0];
  for (const { start, end, text: added } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new CannotWrite('two changes touch the same place');
    out += text.slice(at, start) + added.replaceAll(/\r?\n/g, newLine);
    at = end;
  }
  return out + text.slice(at);
}

/** Replace the lines that differ, so that the others keep their line breaks. */
function replaceLines(text: string, wanted: string, newLine: string): string {
  const [before, after] = [text, wanted].map((one) => one.split(/(?<=\n)/)) as [string[], string[]];
  const same = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a.replace('\r\n', '\n') === b;
  let head = 0;
  while (head < after.length && same(before[head], after[head])) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = after.slice(head, after.length - tail).map((line) => line.replace(/\n$/, newLine));
  return [...before.slice(0, head), ...middle, ...before.slice(before.length - tail)].join('');
}
