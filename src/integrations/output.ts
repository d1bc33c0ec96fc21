import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyOf } from '../lib/delivery/policy.ts';
import { readPageFacts, type PageFacts } from '../lib/structured-data-facts.ts';

/** What the checks of the output need to know of a file, and never ask twice: a file that is kept from the last build is not read again. */
export interface FileFacts extends PageFacts {
  policy: string | null;
  /** Files of the output that the file names, by their paths in it: pictures, fonts, social cards. */
  files: string[];
}

/** Read what a text file of the output says of itself; `path` is its path in the output, `file` where it lies now. */
export function factsOf(path: string, file: string | URL): FileFacts {
  return fact('facts', path, file, (bytes) => readFacts(path, bytes.toString('latin1')));
}

/** Read the facts of a file that has just been written; `text` holds a byte of it in each character. Returns its stamp. */
export function learnFacts(path: string, file: string, text: string): string {
  return learn('facts', path, file, readFacts(path, text));
}

/** Learn the facts of a file from its bytes as they are written, however they are cut; `finish` says which it was, and leaves a page to be read. */
export function learnAsWritten(): { read: (bytes: Uint8Array) => void; finish: (path: string, file: string) => void } {
  const named = new Set<string>();
  let begun = '';
  const read = (text: string): void => {
    for (const name of filesNamedIn(text)) named.add(name);
  };
  return {
    read: (bytes) => {
      const text = begun + Buffer.from(bytes).toString('latin1');
      // An address may go on in the bytes that come next.
      let end = text.length;
      while (end > 0 && !/[\s"<>]/.test(text.charAt(end - 1))) end--;
      read(text.slice(0, end));
      begun = text.slice(end);
    },
    finish: (path, file) => {
      if (isHtml.test(path)) return;
      read(begun);
      learn('facts', path, file, { ...noFacts, files: [...named] } satisfies FileFacts);
    },
  };
}

/** Note something of a file that has just been written, in the place of all that was known of it. Returns its stamp. */
export function learn(kind: string, path: string, file: string | URL, value: unknown): string {
  const stamp = stampOf(file);
  known.set(path, { stamp, facts: { [kind]: value } });
  looked.add(path);
  asked.add(path);
  return stamp;
}

/**
 * Compute something from a file of the output, or remember it from the last build that had the same file; each file is looked at
 * once a build, as what has been written is not written again.
 */
export function fact<T>(kind: string, path: string, file: string | URL, compute: (bytes: Buffer) => T): T {
  const before = known.get(path);
  const stamp = before && looked.has(path) ? before.stamp : stampOf(file);
  const entry = before?.stamp === stamp ? before : { stamp, facts: {} };
  known.set(path, entry);
  looked.add(path);
  asked.add(path);
  return (entry.facts[kind] ??= compute(readFileSync(file))) as T;
}

/** What tells a file from any that was there before under its name: size and time of its last change; empty where there is none. */
export function stampOf(file: string | URL): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

/** Load what is remembered from a cache folder; nothing, where that is missing, damaged or of another form. */
export function recallFacts(folder: URL): void {
  known.clear();
  asked.clear();
  looked.clear();
  try {
    const last = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Remembered;
    const strings = last.strings.map(own);
    for (const [path, stamp, numbers, facts] of last.entries) known.set(path, { stamp, facts: revived(facts, numbers, strings) });
  } catch {
    // What has been read until here is right.
  }
}

/** Write down what has been asked in this build. What many files say alike, such as their policy, is written once. */
export function rememberFacts(folder: URL): void {
  mkdirSync(folder, { recursive: true });
  const strings = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = strings.get(text) ?? strings.size;
    strings.set(text, number);
    return number;
  };
  const entries = [...known].flatMap(([path, { stamp, facts }]): Remembered['entries'] => {
    if (!asked.has(path)) return [];
    const { facts: told, ...others } = facts as { facts?: FileFacts };
    if (!told) return [[path, stamp, null, others]];
    const { policy, files, ...rest } = told;
    return [[path, stamp, [policy === null ? -1 : numberOf(policy), ...files.map(numberOf)], { ...others, facts: rest }]];
  });
  writeFileSync(new URL(name, folder), JSON.stringify({ strings: [...strings.keys()], entries } satisfies Remembered));
}

/** Let a file stand in a second place, whose folder is there, without a copy where the disk allows it; what stands there already stays. */
export function standIn(file: string | URL, place: string | URL): void {
  try {
    linkSync(file, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyFileSync(file, place);
  }
}

/** Read a file of JSON that a build has left; null where there is none that can be read. */
export function readJson<T>(file: URL): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** List the files of the output by their paths in it, with forward slashes. */
export function outputFiles(dist: string): string[] {
  const files: string[] = [];
  // Three times as fast as a recursive `readdir`, which asks for each entry again what it is.
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(dist, folder), { withFileTypes: true })) {
      if (entry.isDirectory()) walk(`${folder}${entry.name}/`);
      else if (entry.isFile()) files.push(`${folder}${entry.name}`);
    }
  };
  walk('');
  return files.toSorted();
}

function readFacts(path: string, text: string): FileFacts {
  if (!isHtml.test(path)) return { ...noFacts, files: filesNamedIn(text) };
  const { versions, images, ...page } = readPageFacts(text);
  const policy = policyOf(text);
  return {
    ...page,
    images: images.map(own),
    versions: versions.map(({ lang, url }) => ({ lang: own(lang), url: own(url) })),
    policy: policy === null ? null : own(policy),
    files: filesNamedIn(text),
  };
}

const isHtml = /\.html?$/;

const noFacts = { modified: undefined, images: [], versions: [], noindex: false, policy: null } as const satisfies Partial<FileFacts>;

interface Entry {
  stamp: string;
  facts: Record<string, unknown>;
}

interface Remembered {
  strings: string[];
  /** Of each file its path and stamp; the numbers of the strings that are its policy (-1 for none) and the files it names; the other facts. */
  entries: [path: string, stamp: string, numbers: number[] | null, facts: Record<string, unknown>][];
}

function revived(facts: Record<string, unknown>, numbers: number[] | null, strings: readonly string[]): Entry['facts'] {
  if (!numbers) return facts;
  const [policy = -1, ...files] = numbers;
  return {
    ...facts,
    facts: { ...(facts['facts'] as PageFacts), policy: strings[policy] ?? null, files: files.flatMap((file) => strings[file] ?? []) },
  };
}

/** A string of its own, one for all that are alike: a part of a page would keep the whole page in memory. */
function own(text: string): string {
  const same = pool.get(text);
  if (same !== undefined) return same;
  const copy = Buffer.from(text).toString();
  pool.set(copy, copy);
  return copy;
}

const pool = new Map<string, string>();

const name = 'output-facts.json';
const known = new Map<string, Entry>();
const asked = new Set<string>();
const looked = new Set<string>();

function filesNamedIn(text: string): string[] {
  const named = new Set(Array.from(text.matchAll(/\/((?:_astro|social)\/[^\s"<>?#\\]+)/g), ([, path = '']) => path));
  return [...named].map((path) => {
    const address = asText(path)
      .replace(escapedEnd, '')
      .replace(/&(?:amp;)+/g, '&');
    return own(decoded(address.replace(/[),.;'&]+$/, '')));
  });
}

/** HTML within XML is escaped twice; in Markdown and in lists, what follows an address may touch it. */
const escapedEnd = /&(?:amp;)*(?:quot|lt|gt|apos|#3[49]);.*$/;

/** The text that bytes in UTF-8 stand for. */
function asText(bytes: string): string {
  return /[^\0-\x7f]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
