import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { maxReadableBytes } from '../../documents/front-matter.ts';
import { decodeUtf8 } from '../../documents/utf8.ts';
import { Refusal } from './refusal.ts';

/** A file as the page edits it. */
export interface TextFile {
  bytes: Buffer;
  /** Every character of the file: with its byte order mark and its line breaks. */
  text: string;
  version: string;
}

/** Read a text file; refuses one that would not be the same when its text is written back. */
export function readTextFile(file: string, path: string): TextFile {
  if (statSync(file).size > maxReadableBytes)
    throw new Refusal(422, `${path} is far larger than 2 MB.`, { fix: 'Shorten it in a text editor.' });
  const bytes = readFileSync(file);
  const problem = decodeUtf8(bytes);
  if (typeof problem !== 'string')
    throw new Refusal(422, `${path} ${problem.message}.`, { fix: 'Save the file as UTF-8 in a text editor.' });
  return { bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), version: versionOf(bytes) };
}

/** Return the digest of some bytes. */
export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** Cut a name at 80 characters, and number it until nothing has it: `rota`, `rota-2`. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const stem = name.slice(0, 80).replace(/-$/, '');
  for (let number = 1; ; number++) {
    const free = number === 1 ? stem : `${stem}-${number}`;
    if (!isTaken(free)) return free;
  }
}

/** Replace a file, or make one: written beside it and renamed, so that nobody reads half of it. */
export function writeFileSafely(file: string, content: string | Uint8Array, { mode = 0o666 }: { mode?: number } = {}): void {
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode, flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
