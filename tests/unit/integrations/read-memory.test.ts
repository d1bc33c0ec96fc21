import { mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemory, type BuildMemory, type Made } from '../../../src/integrations/read-memory.ts';
import type { Recalled } from '../../../src/lib/content/recall.ts';
import { blankFile } from '../../../src/lib/content/read.ts';

const today = '2026-11-22';
const rota = 'src/content/projects/rota.md';
const quay = 'src/content/projects/quay.md';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memory-'));
  write(rota, 'One');
  write(quay, 'Two');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what one build remembers, the next has', () => {
  test('with its texts and what was made of them', () => {
    remember(openMemory(root, today), [rota, 'Žluťoučký «kůň»\n\u2028 …'], [quay, 'The tide']);
    const memory = openMemory(root, today);
    for (const [path, text] of [
      [quay, 'The tide'],
      [rota, 'Žluťoučký «kůň»\n\u2028 …'],
    ] as const) {
      expect({ ...memory.recall(path) }).toEqual(read(path, text));
      expect(memory.made(path, never)).toEqual(made(text));
    }
  });

  test('as long as the file of the document is untouched', () => {
    remember(openMemory(root, today), [rota, 'The rota'], [quay, 'The tide']);
    write(rota, 'Another');
    const memory = openMemory(root, today);
    expect(memory.recall(rota)).toBeUndefined();
    expect(memory.recall(quay)?.body).toBe('The tide');
  });

  test('wherever the project lies, but not with other code, or on another day, on which warnings may differ', () => {
    remember(openMemory(root, today), [rota, 'The rota']);
    expect(openMemory(root, '2026-11-23').recall(rota)).toBeUndefined();
    move();
    expect(openMemory(root, today).recall(rota)).toBeDefined();
    move();
    write('src/lib/dates.ts', '');
    expect(openMemory(root, today).recall(rota)).toBeUndefined();
  });
});

test('texts are read when they are asked for, not before', () => {
  remember(openMemory(root, today), [rota, 'The rota']);
  const memory = openMemory(root, today);
  const recalled = memory.recall(rota);
  change('The rota', 'The tide');
  expect(recalled).toMatchObject(read(rota, 'The tide'));
  expect(memory.made(rota, never).html).toEqual({ body: '<p>The tide</p>' });
});

test('once they are written down, they are not held', () => {
  const memory = openMemory(root, today);
  const kept = read(rota, 'The rota');
  memory.keep(quay, read(quay, 'Žluťoučký kůň'));
  memory.keep(rota, kept);
  const before = memory.made(rota, () => made('The rota'));
  memory.save();
  expect([kept.body, before.html['body']]).toEqual(['The rota', '<p>The rota</p>']);
  change('The rota', 'The tide');
  expect(kept).toMatchObject(read(rota, 'The tide'));
  expect(before.html).toEqual({ body: '<p>The tide</p>' });
});

describe('saving again', () => {
  beforeEach(() => remember(openMemory(root, today), [rota, 'The rota'], [quay, 'The quay']));

  test('copies what is unchanged', () => {
    const memory = openMemory(root, today);
    memory.recall(rota);
    // Only what is copied, not read and written anew, has this.
    change('"body":"The rota"', '"body" :"The sea"');
    memory.keep(quay, read(quay, 'The pier'));
    memory.save();
    expect(readFileSync(file(), 'utf8')).toContain('"body" :"The sea"');
    const after = openMemory(root, today);
    expect([after.recall(rota)?.body, after.recall(quay)?.body]).toEqual(['The sea', 'The pier']);
  });

  test('leaves out what is gone', () => {
    const memory = openMemory(root, today);
    memory.recall(quay);
    memory.save();
    const after = openMemory(root, today);
    expect([after.recall(rota), after.recall(quay)?.body]).toEqual([undefined, 'The quay']);
  });

  test('writes nothing where nothing has changed', () => {
    const { ino } = statSync(file());
    const memory = openMemory(root, today);
    [rota, quay].map(memory.recall);
    memory.save();
    expect(statSync(file()).ino).toBe(ino);
  });
});

describe('a damaged file', () => {
  beforeEach(() => remember(openMemory(root, today), [rota, 'The rota'], [quay, 'The quay']));

  test.each([
    ['is missing', () => rmSync(file())],
    ['is empty', () => truncateSync(file())],
    ['is of something else', () => writeFileSync(file(), '{"code": ')],
  ])('that %s is not used, and made anew', (_name, damage) => {
    damage();
    const memory = openMemory(root, today);
    expect([memory.recall(rota), memory.recall(quay)]).toEqual([undefined, undefined]);
    remember(memory, [rota, 'Again']);
    expect(openMemory(root, today).recall(rota)?.body).toBe('Again');
  });

  test('is not used, wherever it is cut off or a byte is another', () => {
    const bytes = readFileSync(file());
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      for (const damaged of [bytes.subarray(0, at), changed]) {
        writeFileSync(file(), damaged);
        const memory = openMemory(root, today);
        expect([memory.recall(rota), memory.recall(quay)]).toEqual([undefined, undefined]);
      }
    }
  });
});

test('what may not be remembered is made whenever it is asked for', () => {
  const memory = openMemory(root, today);
  expect([memory.made(rota, () => made('One')), memory.made(rota, () => made('Two'))]).toEqual([made('One'), made('Two')]);
});

function file(): string {
  return join(root, '.cache/documents.ndjson');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Change the file where it lies, as long as before, so that whoever has opened it finds the change. */
function change(text: string, other: string): void {
  const before = readFileSync(file(), 'utf8');
  expect(before).toContain(text);
  expect(Buffer.byteLength(other)).toBe(Buffer.byteLength(text));
  writeFileSync(file(), before.replaceAll(text, other), { flag: 'r+' });
}

/** Move the project to a folder that no digest is known of. */
function move(): void {
  const there = mkdtempSync(join(tmpdir(), 'memory-'));
  renameSync(root, there);
  root = there;
}

function remember(memory: BuildMemory, ...documents: [path: string, text: string][]): void {
  for (const [path, text] of documents) {
    memory.keep(path, read(path, text));
    memory.made(path, () => made(text));
  }
  memory.save();
}

/** A document as it is read, as far as it matters here. */
function read(path: string, text: string): Recalled {
  const { document: _document, ...blank } = blankFile;
  const named = { slug: 'rota', lang: null, findings: [] };
  const data = { title: 'A rota', solutions: `${text}!`, llm_summary: text } as unknown as Recalled['data'];
  return { ...blank, collection: 'projects', path, named, data, body: text, problems: [] };
}

function made(text: string): Made {
  return { html: { body: `<p>${text}</p>` }, outcomes: [{ label: 'Calls' }] as unknown as Made['outcomes'] };
}

function never(): Made {
  throw new Error('It is made already.');
}
