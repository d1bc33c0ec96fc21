import { mkdirSync, openSync, readFileSync, readSync, renameSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
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
    save: () => {
      if (!changed && now.size === before.size) return;
      mkdirSync(folder, { recursive: true });
      const partial = `${file}.${process.pid}`;
      const to = openSync(partial, 'w');
      const lines = [key];
      const flush = (): void => void writeSync(to, `${lines.splice(0).join('\n')}\n`);
      for (const [path, known] of now) {
        lines.push(...(known.lines?.() ?? written(path, known)));
        if (lines.length > 500) flush();
      }
      flush();
      closeSync(to);
      renameSync(partial, file);
    },
  };
}

interface Remembered {
  /** Of the document's file. */
  stamp: string;
  read: Recalled;
  made?: Made;
  /** As they stand in the file. */
  lines?: () => [string, string];
}

/** What a document's first line holds, and its second. */
type Head = [path: string, stamp: string, read: Recalled, made: Pick<Made, 'outcomes'> | null, fields: string[]];
type Texts = { body: string; data: Record<string, string>; html: Made['html'] };

/** The fields whose texts only the document's own page, feeds and twin show. */
const longFields: readonly string[] = [...sectionFields, 'llm_summary'];

function written(path: string, { stamp, read, made }: Remembered): [string, string] {
  const data = { ...read.data } as Record<string, unknown>;
  const fields = longFields.filter((field) => typeof data[field] === 'string');
  const texts: Texts = { body: read.body, data: {}, html: made?.html ?? {} };
  for (const field of fields) {
    texts.data[field] = data[field] as string;
    delete data[field];
  }
  const head: Head = [path, stamp, { ...read, data, body: '' } as Recalled, made ? { outcomes: made.outcomes } : null, fields];
  return [JSON.stringify(head), JSON.stringify(texts)];
}

/** Read what was saved under a key; nothing, where it is missing, damaged or of other code. */
function recall(file: string, key: string): Map<string, Remembered> {
  const found = new Map<string, Remembered>();
  try {
    const bytes = readFileSync(file);
    const ends = endsOfLines(bytes);
    if (bytes.toString('utf8', 0, ends[0]) !== key) return found;
    const source = openSync(file, 'r');
    for (let line = 1; line + 1 < ends.length; line += 2) {
      const [start, middle, end] = [(ends[line - 1] ?? 0) + 1, ends[line] ?? 0, ends[line + 1] ?? 0];
      const first = bytes.toString('utf8', start, middle);
      const second = (): string => {
        const part = Buffer.alloc(end - middle - 1);
        readSync(source, part, 0, part.length, middle + 1);
        return part.toString('utf8');
      };
      found.set(...remembered(JSON.parse(first) as Head, first, second));
    }
  } catch {
    return new Map();
  }
  return found;
}

function remembered([path, stamp, read, made, fields]: Head, first: string, second: () => string): [string, Remembered] {
  const texts = (): Texts => JSON.parse(second()) as Texts;
  lazily(read, { body: () => texts().body });
  lazily(read.data as object, Object.fromEntries(fields.map((field) => [field, () => texts().data[field]])));
  return [path, { stamp, read, ...(made && { made: lazily(made, { html: () => texts().html }) }), lines: () => [first, second()] }];
}

function endsOfLines(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) ends.push(end);
  return ends;
}
