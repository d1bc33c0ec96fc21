import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionFolder } from '../../src/documents/collections.ts';
import { listFiles } from '../../src/documents/files.ts';
import { projectSchema } from '../../src/schemas/project.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { testSite } from './dist.ts';

const uriOf = (path: string): string => new URL(path, testSite).href;
const sample = uriOf('src/content/projects/gift-ledger.md');

let editor: Editor;

beforeAll(async () => {
  editor = await startEditor();
});
afterAll(() => editor.close());

describe("Astro's language server", () => {
  test('completes a field with its description', async () => {
    const [item] = await editor.complete({ uri: sample, text: '---\ntagl\n---\n', line: 1, character: 4, prefix: 'tagl' });
    expect(item).toMatchObject({ label: 'tagline', documentation: projectSchema.shape.tagline.description });
  });

  test('offers the fields of an author, none of the loader', async () => {
    const items = await editor.complete({ uri: sample, text: '---\n\n---\n', line: 1, character: 0 });
    const fields = items.filter(({ kind }) => kind === property);
    expect(new Set(fields.map(({ label }) => label))).toEqual(new Set(Object.keys(projectSchema.shape)));
  });

  test.each([
    { name: 'a wrong value', field: 'featured: perhaps', message: 'Incorrect type. Expected one of boolean, null.', column: 10 },
    { name: 'an unknown key', field: 'featurd: true', message: 'Property featurd is not allowed.', column: 0 },
    { name: 'a field of the loader', field: 'hidden: true', message: 'Property hidden is not allowed.', column: 0 },
  ])('marks $name', async ({ field, message, column }) => {
    const text = makeDocument({ featured: field });
    const line = text.split('\n').indexOf(field);
    expect(await editor.diagnose({ uri: sample, text })).toEqual([
      expect.objectContaining({ message, severity: 1, range: expect.objectContaining({ start: { line, character: column } }) as object }),
    ]);
  });

  const documents = (['projects', 'pages'] as const).flatMap((collection) =>
    listFiles(fileURLToPath(uriOf(collectionFolder(collection)))).map((file) => `${collectionFolder(collection)}/${file}`),
  );

  test.each(documents.filter((path) => /\.mdx?$/.test(path)))('marks nothing in %s', async (path) => {
    const text = readFileSync(new URL(path, testSite), 'utf8');
    expect(await editor.diagnose({ uri: uriOf(path), text })).toEqual([]);
    expect(await editor.diagnose({ uri: uriOf(path), text: `---\nunknown: 1\n---\n` })).not.toEqual([]);
  });
});

interface Editor {
  complete: (place: TextDocument & { line: number; character: number; prefix?: string }) => Promise<Completion[]>;
  diagnose: (document: TextDocument) => Promise<object[]>;
  close: () => void;
}

interface TextDocument {
  uri: string;
  /** What the editor shows, saved or not. */
  text: string;
}

interface Completion {
  label: string;
  kind: number;
}

/** `CompletionItemKind` of a field. */
const property = 10;

interface Message {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
}

/** Start the server that Astro's editor extension starts, with the same options, and send it what an editor sends. */
async function startEditor(): Promise<Editor> {
  const bin = fileURLToPath(uriOf('node_modules/@astrojs/language-server/bin/nodeServer.js'));
  const server = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const pending = new Map<number, (answer: Message) => void>();
  const versions = new Map<string, number>();
  server.once('exit', (code) => {
    for (const answer of pending.values()) answer({ error: { message: `the language server ended with code ${code}` } });
  });

  // https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let received = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let header; (header = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(received.toString('latin1')));) {
      const end = header[0].length + Number(header[1]);
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(header[0].length, end).toString()) as Message;
      received = received.subarray(end);
      if (message.method === undefined) pending.get(message.id ?? 0)?.(message);
      else if (message.id !== undefined) send({ id: message.id, result: null });
    }
  });

  const request = <T>(method: string, params: object): Promise<T> => {
    const id = pending.size + 1;
    send({ id, method, params });
    return new Promise((resolve, reject) => {
      pending.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T)));
    });
  };
  const show = ({ uri, text }: TextDocument): void => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    if (version === 1) send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version, text } } });
    else send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
  };

  await request('initialize', {
    processId: process.pid,
    workspaceFolders: [{ uri: testSite.href, name: 'site' }],
    capabilities: { textDocument: { diagnostic: {}, completion: {} } },
    initializationOptions: { typescript: { tsdk: fileURLToPath(uriOf('node_modules/typescript/lib')) }, contentIntellisense: true },
  });
  send({ method: 'initialized', params: {} });
  return {
    complete: async ({ uri, text, line, character, prefix = '' }) => {
      show({ uri, text });
      const params = { textDocument: { uri }, position: { line, character } };
      const { items } = await request<{ items: Completion[] }>('textDocument/completion', params);
      // The editor filters by what its user has typed.
      return items.filter(({ label }) => label.startsWith(prefix));
    },
    diagnose: async ({ uri, text }) => {
      show({ uri, text });
      return (await request<{ items: object[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;
    },
    close: () => server.kill(),
  };
}
