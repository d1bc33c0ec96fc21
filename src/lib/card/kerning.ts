import { inflateSync } from 'node:zlib';

/** How much closer two glyphs stand than their widths say, in font units; below zero for closer. */
export type Kerning = (left: number, right: number) => number;

/** Read the pair kerning of a face (OpenType, GPOS, lookups of type 2); none where it has no such table, or one that cannot be read. */
export function readKerning(face: Buffer): Kerning {
  const none: Kerning = () => 0;
  try {
    const table = tableOf(face, 'GPOS');
    const lookups = table ? pairLookups(table) : [];
    return lookups.length === 0
      ? none
      : (left, right) => firstOf(lookups, (lookup) => firstOf(lookup, (pair) => pair(left, right)) || undefined) ?? 0;
  } catch {
    return none;
  }
}

/** A value, or undefined for "ask the next one". */
type Pair = (left: number, right: number) => number | undefined;

function firstOf<T>(all: readonly T[], ask: (one: T) => number | undefined): number | undefined {
  for (const one of all) {
    const found = ask(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A table of a font file: WOFF (W3C, 4) or OpenType as it is. */
function tableOf(face: Buffer, tag: string): Buffer | null {
  const woff = face.toString('latin1', 0, 4) === 'wOFF';
  const [first, size] = woff ? [44, 20] : [12, 16];
  for (let at = first, left = face.readUInt16BE(woff ? 12 : 4); left > 0; at += size, left--) {
    if (face.toString('latin1', at, at + 4) !== tag) continue;
    if (!woff) return face.subarray(face.readUInt32BE(at + 8), face.readUInt32BE(at + 8) + face.readUInt32BE(at + 12));
    const [offset, packed, whole] = [face.readUInt32BE(at + 4), face.readUInt32BE(at + 8), face.readUInt32BE(at + 12)];
    const bytes = face.subarray(offset, offset + packed);
    return packed < whole ? inflateSync(bytes) : bytes;
  }
  return null;
}

/** The subtables of all lookups that a feature `kern` names, of whatever script: cards are set in many. */
function pairLookups(table: Buffer): Pair[][] {
  const [features, lookups] = [table.readUInt16BE(6), table.readUInt16BE(8)];
  const named = new Set<number>();
  for (const record of offsets(table, features, 6, 4)) {
    if (table.toString('latin1', record.at, record.at + 4) !== 'kern') continue;
    const feature = features + record.offset;
    for (const { offset } of offsets(table, feature + 2, 2, 0)) named.add(offset);
  }
  const all = offsets(table, lookups, 2, 0);
  return [...named].flatMap((index) => {
    const lookup = lookups + (all[index]?.offset ?? 0);
    const type = table.readUInt16BE(lookup);
    const pairs = offsets(table, lookup + 4, 2, 0).flatMap(({ offset }) => {
      const at = lookup + offset;
      if (type === 2) return [readPair(table.subarray(at))];
      // Type 9 leads to a subtable that lies too far away for two bytes.
      return type === 9 && table.readUInt16BE(at + 2) === 2 ? [readPair(table.subarray(at + table.readUInt32BE(at + 4)))] : [];
    });
    return pairs.length > 0 ? [pairs] : [];
  });
}

/** The records of a list: their number at `at`, then each of `size` bytes with an offset of two bytes `within` it. */
function offsets(table: Buffer, at: number, size: number, within: number): { at: number; offset: number }[] {
  return Array.from({ length: table.readUInt16BE(at) }, (_, index) => {
    const record = at + 2 + index * size;
    return { at: record, offset: table.readUInt16BE(record + within) };
  });
}

/** PairPos: pairs by glyph (format 1) or by classes of glyphs (format 2). Of the values, the advance of the left glyph counts. */
function readPair(table: Buffer): Pair {
  const covered = readCoverage(table.subarray(table.readUInt16BE(2)));
  const [left, right] = [table.readUInt16BE(4), table.readUInt16BE(6)];
  const size = 2 * (bits(left) + bits(right));
  if (!(left & 4)) return () => undefined;
  const advance = 2 * bits(left & 3);
  if (table.readUInt16BE(0) === 1) {
    const sets = offsets(table, 8, 2, 0).map(
      ({ offset }) =>
        new Map(offsets(table, offset, 2 + size, 0).map(({ at, offset: second }) => [second, table.readInt16BE(at + 2 + advance)])),
    );
    return (first, second) => sets[covered.get(first) ?? -1]?.get(second);
  }
  const [firsts, seconds] = [8, 10].map((at) => readClasses(table.subarray(table.readUInt16BE(at)))) as [Numbers, Numbers];
  const columns = table.readUInt16BE(14);
  return (first, second) =>
    covered.has(first)
      ? table.readInt16BE(16 + size * ((firsts.get(first) ?? 0) * columns + (seconds.get(second) ?? 0)) + advance)
      : undefined;
}

type Numbers = ReadonlyMap<number, number>;

/** Places of glyphs in a coverage table. */
function readCoverage(table: Buffer): Numbers {
  if (table.readUInt16BE(0) === 1) return new Map(offsets(table, 2, 2, 0).map(({ offset: glyph }, index) => [glyph, index]));
  return ranges(table, (first, glyph) => first + glyph);
}

/** Classes of glyphs; one that is not there is of class 0. */
function readClasses(table: Buffer): Numbers {
  const first = table.readUInt16BE(2);
  if (table.readUInt16BE(0) === 1) return new Map(offsets(table, 4, 2, 0).map(({ offset: of }, index) => [first + index, of]));
  return ranges(table, (of) => of);
}

function ranges(table: Buffer, valueOf: (value: number, glyph: number) => number): Numbers {
  const found = new Map<number, number>();
  for (const { at, offset: first } of offsets(table, 2, 6, 0)) {
    const count = table.readUInt16BE(at + 2) - first + 1;
    for (let glyph = 0; glyph < count; glyph++) found.set(first + glyph, valueOf(table.readUInt16BE(at + 4), glyph));
  }
  return found;
}

function bits(format: number): number {
  let count = 0;
  for (let left = format; left > 0; left >>= 1) count += left & 1;
  return count;
}
