import { mkdirSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ReadMemory, Recalled } from '../lib/content/recall.ts';
import { lazily } from '../lib/lazily.ts';
import type { Outcome } from '../lib/metrics/types.ts';
import { sectionFields } from '../lib/project.ts';
import { codeDigest } from './code.ts';
import { stampOf } from './output.ts';

/** The documents of the last build, what was made of their Markdown and metrics, and what is read in this one. */
export interface BuildMemory extends ReadMemory {
  /** What is made of a document, unless the last build had the same document. */
  made: (path: string, make: () => Made) => Made;
  /** Write a document down at once, and keep in memory what lists need of it: the texts of ten thousand are most of what a build holds. */
  letGo: (path: string) => void;
  /** Write down what this build has read. */
  save: () => void;
}

/** What is made of a document's own text and of nothing else. */
export interface Made {
  /** Its Markdown as HTML, by field; the body is one. */
  html: Record<string, string>;
  outcomes: Outcome[];
}

/**
 * Open what the project at `root` remembers of its documents; `day` is the calendar date of the build, on which warnings depend.
 * Two lines of the file are a document: what lists need of it, and its texts, which are read when they are asked for. Ten thousand
 * are opened as fast as their first lines are read.
 */
export function openMemory(root: string, day: string): BuildMemory {
  const folder = join(root, '.cache');
  const file = join(folder, 'documents.ndjson');
  const key = JSON.stringify([codeDigest(root), day]);
  const before = recall(file, key);
  const now = new Map<string, Remembered>();
  const partial = `${file}.partial`;
  let lines: Lines | undefined;
  const write = (path: string, known: Remembered): void => (lines ??= openLines(partial, key)).add(path, known);
  let changed = false;
  return {
    recall: (path) => {
      const known = before.get(path);
      if (!known || known.stamp !== stampOf(join(root, path))) return undefined;
      now.set(path, known);
      return known.read;
    },
    keep: (path, read) => {
      changed = true;
      now.set(path, { stamp: stampOf(join(root, path)), read });
    },
    made: (path, make) => {
      const known = now.get(path);
      return known ? (known.made ??= make()) : make();
    },
    letGo: (path) => {
      const known = now.get(path);
      if (known && !known.lines) write(path, known);
    },
    save: () => {
      if (!changed && now.size === before.size) return;
      const { add, written, close } = (lines ??= openLines(partial, key));
      for (const [path, known] of now) if (!written.has(path)) add(path, known);
      close();
      lines = undefined;
      renameSync(partial, file);
      changed = false;
    },
  };
}

/** A file of documents that is being written. */
interface Lines {
  /** Write a document down; from then on its texts are read from there. */
  add: (path: string, known: Remembered) => void;
  written: ReadonlySet<string>;
  close: () => void;
}

function openLines(file: string, key: string): Lines {
  mkdirSync(dirname(file), { recursive: true });
  const from = openSync(file, 'w+');
  const written = new Set<string>();
  let start = writeSync(from, `${key}\n`);
  let sum = crc32(`${key}\n`);
  return {
    written,
    add: (path, known) => {
      const lines = known.lines?.() ?? linesOf(path, known);
      writeSync(from, lines);
      sum = crc32(lines, sum);
      written.add(path);
      const place = { from, start, middle: start + lines.indexOf(10), end: start + lines.length - 1 };
      if (!known.lines) known.lines = letGo(known, lines, place);
      start += lines.length;
    },
    close: () => void writeSync(from, `${sum}\n`),
  };
}

/** Put in the place of what was read what has been written: a short text may be a part of the document's whole text, which it keeps in memory. */
function letGo({ read, made }: Remembered, lines: Buffer, place: Place): Remembered['lines'] {
  const [path, stamp, { data, problems }, kept, fields] = JSON.parse(lines.toString('utf8', 0, place.middle - place.start)) as Head;
  Object.assign(read.data ?? {}, data);
  read.problems = problems;
  if (made && kept) made.outcomes = kept.outcomes;
  return documentOf([path, stamp, read, made ?? null, fields], place)[1].lines;
}

interface Remembered {
  /** Of the document's file. */
  stamp: string;
  read: Recalled;
  made?: Made;
  /** As they stand in the file. */
  lines?: () => Buffer;
}

/** What a document's first line holds, and its second. */
type Head = [path: string, stamp: string, read: Recalled, made: Pick<Made, 'outcomes'> | null, fields: string[]];
type Texts = { body: string; data: Record<string, string>; html: Made['html'] };

/** The fields whose texts only the document's own page, feeds and twin show. */
const longFields: readonly string[] = [...sectionFields, 'llm_summary'];

function textFields({ data }: Recalled): string[] {
  return longFields.filter((field) => typeof (data as Record<string, unknown> | null)?.[field] === 'string');
}

function linesOf(path: string, { stamp, read, made }: Remembered): Buffer {
  const fields = textFields(read);
  const [texts, data] = [true, false].map((long) =>
    Object.fromEntries(Object.entries(read.data ?? {}).filter(([field]) => fields.includes(field) === long)),
  );
  const head: Head = [path, stamp, { ...read, data, body: '' } as Recalled, made ? { outcomes: made.outcomes } : null, fields];
  const second = { body: read.body, data: texts, html: made?.html ?? {} } as Texts;
  return Buffer.from(`${JSON.stringify(head)}\n${JSON.stringify(second)}\n`);
}

/** Read what was saved under a key; nothing, where it is missing, damaged or of other code. */
function recall(file: string, key: string): Map<string, Remembered> {
  const found = new Map<string, Remembered>();
  try {
    const bytes = readFileSync(file);
    const ends = endsOfLines(bytes);
    if (bytes.toString('utf8', 0, ends[0]) !== key || !isWhole(bytes, ends)) return found;
    const from = openSync(file, 'r');
    for (let line = 1; line + 1 < ends.length; line += 2) {
      const [start, middle, end] = [(ends[line - 1] ?? 0) + 1, ends[line] ?? 0, ends[line + 1] ?? 0];
      found.set(...documentOf(JSON.parse(bytes.toString('utf8', start, middle)) as Head, { from, start, middle, end }));
    }
  } catch {
    return new Map();
  }
  return found;
}

/** The last line is a checksum of all before it: a text that was damaged would be met only where it is asked for, by every build anew. */
function isWhole(bytes: Buffer, ends: readonly number[]): boolean {
  const [start = 0, end] = [(ends.at(-2) ?? -1) + 1, ends.at(-1)];
  return bytes.toString('utf8', start, end) === String(crc32(bytes.subarray(0, start)));
}

/** Make a document out of its first line and the place of both. */
function documentOf([path, stamp, read, made, fields]: Head, { from, start, middle, end }: Place): [string, Remembered] {
  const bytesAt = (at: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafe(to - at);
    readSync(from, bytes, 0, bytes.length, at);
    return bytes;
  };
  const texts = (): Texts => JSON.parse(bytesAt(middle + 1, end).toString()) as Texts;
  lazily(read, { body: () => texts().body });
  if (read.data) lazily(read.data, Object.fromEntries(fields.map((field) => [field, () => texts().data[field]])));
  const lines = (): Buffer => bytesAt(start, end + 1);
  return [path, { stamp, read, lines, ...(made && { made: lazily(made, { html: () => texts().html }) }) }];
}

/** Where a document's two lines lie in an open file, in bytes, and where each ends. */
interface Place {
  from: number;
  start: number;
  middle: number;
  end: number;
}

function endsOfLines(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) ends.push(end);
  return ends;
}
