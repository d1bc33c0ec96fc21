import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadMemory, Recalled } from '../lib/content/recall.ts';
import { codeDigest } from './code.ts';
import { readJson, stampOf } from './output.ts';

/** The documents of the last build, their Markdown as HTML, and what is read in this one. */
export interface BuildMemory extends ReadMemory {
  /** The HTML of a document's Markdown, rendered unless the last build had the same document. */
  html: (path: string, render: () => Html) => Html;
  /** Write down what this build has read. */
  save: () => void;
}

/** Open what the project at `root` remembers of its documents; `day` is the calendar date of the build, on which warnings depend. */
export function openMemory(root: string, day: string): BuildMemory {
  const folder = join(root, '.cache');
  const file = join(folder, 'documents.json');
  const key = `${codeDigest(root)} ${day}`;
  const last = readJson<{ key: string; documents: Record<string, Remembered> }>(pathToFileURL(file));
  const before = new Map(Object.entries(last?.key === key ? last.documents : {}));
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
    html: (path, render) => {
      const known = now.get(path);
      return known ? (known.html ??= render()) : render();
    },
    save: () => {
      if (!changed && now.size === before.size) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify({ key, documents: Object.fromEntries(now) }));
    },
  };
}

interface Remembered {
  /** Of the document's file. */
  stamp: string;
  read: Recalled;
  html?: Html;
}

type Html = Record<string, string>;
