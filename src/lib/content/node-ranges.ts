import { isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** A pair of a map, or an item of a list, with its place in the text. */
export interface Entry {
  /** Empty for an item of a list. */
  key: string;
  value: Node | null;
  /** Offset of the key, or of the hyphen; inside brackets of the item. */
  start: number;
  /** Offset behind the colon or the hyphen; inside brackets of a list, of the item. */
  valueFrom: number;
  /** Offset behind the last character of the value. */
  end: number;
}

/** List the entries of a map or list; null when they are written in a way that is not edited, like `? key`. */
export function entriesOf(node: YAMLMap | YAMLSeq, text: string): Entry[] | null {
  const token = node.srcToken as CollectionToken | undefined;
  const tokens = (token?.items ?? []).filter(({ key, sep, value, start }) => key ?? value ?? (sep?.length || start.some(isHyphen)));
  if (tokens.length !== node.items.length) return null;
  const entries = (node.items as (Pair<Node | null, Node | null> | Node | null)[]).map((item, index): Entry | null => {
    const { start = [], sep = [] } = tokens[index] ?? {};
    if (isPair(item)) {
      const colon = sep.find(({ type }) => type === 'map-value-ind')?.offset;
      if (isSeq(node) || !isScalar(item.key) || colon === undefined || start.some(({ type }) => type === 'explicit-key-ind')) return null;
      const key = typeof item.key.value === 'string' ? item.key.value : (item.key.source ?? '');
      return {
        key,
        value: item.value,
        start: item.key.range?.[0] ?? 0,
        valueFrom: colon + 1,
        end: contentEnd(item.value, text) ?? colon + 1,
      };
    }
    const from = node.flow ? (item?.range?.[0] ?? -1) : (start.find(isHyphen)?.offset ?? -1);
    if (from === -1) return null;
    const valueFrom = node.flow ? from : from + 1;
    return { key: '', value: item, start: from, valueFrom, end: contentEnd(item, text) ?? valueFrom };
  });
  return entries.includes(null) ? null : (entries as Entry[]);
}

/** Return the offset behind a value, without the line break after it; null for an empty value. */
export function contentEnd(node: Node | null, text: string): number | null {
  if (node === null || !node.range) return null;
  const [start, end] = node.range;
  if (isScalar(node)) {
    if (node.value === null && (node.source ?? '') === '') return null;
    if (!node.type?.startsWith('BLOCK')) return end;
    const header = text.slice(start, lineEnd(text, start));
    const block = text.slice(start, end);
    return start + (/^.[^#]*\+/.test(header) ? block.replace(/\r?\n$/, '') : block.trimEnd()).length;
  }
  if (!isCollection(node) || node.flow) return end;
  const last = (isMap(node) || isSeq(node)) && entriesOf(node, text)?.at(-1);
  return last ? last.end : end - (/\s*$/.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** Return the offset of the end of a line, before its line break. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** Return the offset of the next line. */
export function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

/** Return the start of an entry's line, or of the comment lines right above it that are about it: neither a field put aside nor the head of the file. */
export function withComments(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const column = start - line;
  let from = line;
  while (from > 0) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    const comment = /^( *)#(?!\s*[\w-]+:(?:\s|$))/.exec(text.slice(above, from));
    if (comment?.[1]?.length !== column) break;
    from = above;
  }
  return from === 0 ? line : from;
}

/** Whether nothing but blanks comes before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}

function isHyphen({ type }: Token): boolean {
  return type === 'seq-item-ind';
}

interface Token {
  type: string;
  offset: number;
}

interface CollectionToken {
  items: { start: Token[]; key?: unknown; sep?: Token[]; value?: unknown }[];
}
