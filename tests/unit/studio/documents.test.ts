import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromForm, toForm } from '../../../src/lib/content/form.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import type { DocumentEntry, Findings, OpenDocument } from '../../../src/studio/api.ts';
import { saveDocument } from '../../../src/studio/server/documents.ts';
import { makeDocument, png } from '../../fixtures/documents/make.ts';
import { nastyDocuments } from '../../fixtures/documents/nasty.ts';
import { startStudio, type TestStudio } from '../../fixtures/studio.ts';
import { fixtures } from '../content/fixture-documents.ts';

const reference = fixtures('projects').find(([name]) => name === 'ecommerce-platform-re-architecture.md')?.[1] ?? '';
/** Documents whose bytes are easily lost. */
const endings = {
  'crlf.md': makeDocument().replaceAll('\n', '\r\n'),
  'mark.md': `\uFEFF${makeDocument()}`,
  'endless.md': makeDocument().trimEnd(),
  'anchors.md': makeDocument({ topics: 'topics: &names [Tides]', llm_topics: 'llm_topics: *names' }),
};
const written: Record<string, string> = {
  ...Object.fromEntries([
    ...fixtures('projects'),
    ...Object.entries(nastyDocuments).map(([name, text]) => [`nasty-${slug(name)}.md`, text] as const),
  ]),
  ...endings,
};
let studio: TestStudio;
/** Every document of the fixtures; none is changed. */
let library: TestStudio;

beforeAll(async () => {
  library = await startStudio(written);
  studio = await startStudio({
    ...endings,
    'ecommerce-platform-re-architecture.md': reference,
    'rota.md': makeDocument({ title: 'title: Rota' }),
    'draft.md': makeDocument({ title: 'title: Tides', draft: 'draft: true' }),
    'draft.de.md': makeDocument({ title: 'title: Gezeiten' }),
    'later.md': makeDocument({ title: 'title: Later', publish_at: 'publish_at: 2027-01-01' }),
    'quiet.md': makeDocument({ title: 'title: Quiet', unlisted: 'unlisted: true' }),
    'folder/index.md': makeDocument({ title: 'title: In a folder' }),
    'broken.md': makeDocument({ title: 'title: Broken', date: 'date: soon' }),
    'latin.md': Buffer.from(makeDocument({ title: 'title: Größe' }), 'latin1'),
    '/src/content/selections/board.md': '---\ntitle: For the board\nprojects: [rota]\nexpires: 2026-01-01\n---\n',
    '/src/content/pages/about.md': '---\ntitle: About\ndescription: Who we are.\n---\n\nText.\n',
    '/src/assets/images/quay.png': png(30, 20),
  });
});
afterAll(() => [studio, library].forEach(({ close }) => close()));

const open = async (name: string): Promise<OpenDocument> => (await studio.ask('GET', `document?path=${pathOf(name)}`)).json as OpenDocument;
const put = (name: string, text: string, version: string) => studio.ask('PUT', 'document', { body: { path: pathOf(name), text, version } });
const pathOf = (name: string): string => `src/content/projects/${name}`;

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

describe('a document', () => {
  test.each(Object.entries(written))('opened and saved without a change keeps every byte: %s', async (name, text) => {
    const before = library.files();
    const { json: opened } = await library.ask('GET', `document?path=${pathOf(name)}`);
    expect(opened.text).toBe(text);
    const { path, version } = opened as OpenDocument;
    expect((await library.ask('PUT', 'document', { body: { path, text, version } })).json).toMatchObject({ text, version });
    expect(readFileSync(join(library.root, path))).toEqual(Buffer.from(text));
    expect(library.files()).toEqual(before);
  });

  test.each(['crlf.md', 'mark.md', 'endless.md'])('is written byte for byte: %s', async (name) => {
    const { text, version } = await open(name);
    const changed = text.replace('blackboard', 'slate – gone');
    chmodSync(join(studio.root, pathOf(name)), 0o640);
    const saved = await put(name, changed, version);
    expect(saved.status).toBe(200);
    expect(readFileSync(join(studio.root, pathOf(name)))).toEqual(Buffer.from(changed));
    expect(statSync(join(studio.root, pathOf(name))).mode & 0o777).toBe(0o640);
    expect((saved.json as OpenDocument).version).not.toBe(version);
    expect((await put(name, text, saved.json.version as string)).status).toBe(200);
  });

  test('has one other line when its tagline is changed in the form', async () => {
    const name = 'ecommerce-platform-re-architecture.md';
    const schema = jsonSchemaOf(projectSchema);
    const { text, version } = await open(name);
    const form = toForm(text, schema);
    const edited = fromForm({ ...form, fields: { ...form.fields, tagline: 'A shop that stays open.' } }, text, schema);
    const { json } = await put(name, edited, version);
    const [before, after] = [reference.split('\n'), studio.read(pathOf(name)).split('\n')];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual(['tagline: A shop that stays open.']);
    await put(name, reference, json.version as string);
  });

  test('that changed on disk since is not overwritten; the answer has what is there', async () => {
    const { text, version } = await open('rota.md');
    const outside = text.replace('Rota', 'Roster');
    studio.write('rota.md', outside);
    const refused = await put('rota.md', text.replace('Rota', 'Watch'), version);
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ message: `${pathOf('rota.md')} has changed since it was opened.`, text: outside });
    expect(studio.read(pathOf('rota.md'))).toBe(outside);
    expect((await put('rota.md', text, refused.json.version as string)).status).toBe(200);
  });

  test('is saved once when two pages save at the same time', async () => {
    const { text, version } = await open('rota.md');
    const saves = ['One', 'Two', 'Three'].map((title) =>
      saveDocument({ path: pathOf('rota.md'), text: text.replace('title: Rota', `title: ${title}`), version }, studio.workspace),
    );
    const results = await Promise.allSettled(saves);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(studio.read(pathOf('rota.md'))).toContain('title: One');
    const { version: now } = await open('rota.md');
    await put('rota.md', text, now);
  });

  test('that is not UTF-8 is refused, because it could not be written back', async () => {
    const { status, json } = await studio.ask('GET', `document?path=${pathOf('latin.md')}`);
    expect(status).toBe(422);
    expect(json).toEqual({
      message: `${pathOf('latin.md')} is not valid UTF-8: \`\uFFFD\` marks the unreadable bytes.`,
      fix: 'Save the file as UTF-8 in a text editor.',
    });
  });

  test('that was deleted meanwhile is not written again', async () => {
    studio.write('gone.md', makeDocument());
    const { text, version } = await open('gone.md');
    rmSync(join(studio.root, pathOf('gone.md')));
    expect((await put('gone.md', `${text}x`, version)).status).toBe(404);
    expect(studio.files()).not.toHaveProperty([pathOf('gone.md')]);
  });

  test('leaves no file beside it', () => {
    expect(Object.keys(studio.files()).filter((path) => /(?:^|\/)\./.test(path))).toEqual([]);
  });
});

describe('the findings', () => {
  const check = async (name: string, text: string): Promise<Findings> =>
    (await studio.ask('POST', 'check', { body: { path: pathOf(name), text } })).json as Findings;

  test('of an unsaved text have line, field, value and fix; nothing is written', async () => {
    const before = studio.files();
    const text = makeDocument({ thumbnail: 'thumbnail: { image: ./none.png, alt: A quay }', date: 'date: soon' });
    const { diagnostics } = await check('rota.md', text);
    expect(diagnostics.map(({ path, severity, field }) => [path, severity, field])).toEqual([
      [pathOf('rota.md'), 'error', 'date'],
      [pathOf('rota.md'), 'error', 'thumbnail.image'],
    ]);
    expect(diagnostics[0]).toMatchObject({ line: 5, value: 'soon', fix: expect.any(String) as string });
    expect(studio.files()).toEqual(before);
  });

  test('say what each outcome was understood as, by its place in the form', async () => {
    const metrics = `metrics: { speed: Page loads fell from 3.5 s to 0.8 s, cost: [70, { label: Hosting, before: 900 EUR, after: 400 EUR }] }`;
    const { outcomes } = await check('rota.md', makeDocument({ metrics }));
    expect(outcomes.map(({ index, words }) => ({ index, words: words?.replace(/\s/g, ' ') ?? null }))).toEqual([
      { index: 0, words: 'Page loads: from 3.5 s to 0.8 s' },
      { index: 1, words: null },
      { index: 2, words: 'Hosting: from €900 to €400' },
    ]);
  });

  test('of a translation read its numbers, in the words of the site', async () => {
    const { outcomes } = await check('draft.de.md', makeDocument({ metrics: 'metrics: Ladezeit von 3,5 s auf 0,8 s' }));
    expect(outcomes[0]?.words).toMatch(/^Ladezeit: from 3\.5\ss/);
  });

  test('of a text without front matter, and of an empty one, are errors', async () => {
    for (const text of ['', 'Text alone.']) expect((await check('rota.md', text)).diagnostics[0]?.severity).toBe('error');
  });

  test('after a save are also those of the whole check', async () => {
    const { text, version } = await open('rota.md');
    const saved = await put('rota.md', text.replace('---\n\n', 'aliases: [/about/]\n---\n\n'), version);
    const messages = (saved.json as OpenDocument).diagnostics.map(({ message }) => message);
    expect(messages.join()).toContain('`/about/` is an address of src/content/pages/about.md');
    expect(new Set(messages).size).toBe(messages.length);
    await put('rota.md', text, saved.json.version as string);
  });
});

describe('the list', () => {
  test('has every document with its state, why it is hidden, its errors and its address', async () => {
    const entries = (await studio.ask('GET', 'documents')).json as DocumentEntry[];
    const of = (path: string) => entries.find((one) => one.path === path);
    const because = (name: string) => of(pathOf(name))?.state;
    expect(of(pathOf('rota.md'))).toEqual({
      ...{ path: pathOf('rota.md'), collection: 'projects', id: 'rota', slug: 'rota', lang: null, title: 'Rota' },
      ...{ state: { visibility: 'public', because: null }, errors: 0, warnings: 0, address: '/projects/rota/' },
    });
    expect(because('draft.md')).toEqual({ visibility: 'hidden', because: 'draft' });
    expect(because('draft.de.md')).toEqual({ visibility: 'hidden', because: 'original' });
    expect(because('later.md')).toEqual({ visibility: 'hidden', because: 'scheduled' });
    expect(because('quiet.md')).toEqual({ visibility: 'unlisted', because: null });
    expect(of(pathOf('quiet.md'))?.address).toMatch(/^\/shared\/[a-z0-9]{22}\/$/);
    expect(of('src/content/selections/board.md')?.state).toEqual({ visibility: 'hidden', because: 'expired' });
    expect(of('src/content/pages/about.md')).toMatchObject({ collection: 'pages', title: 'About', address: '/about/' });
    expect(of(pathOf('draft.de.md'))).toMatchObject({ id: 'draft.de', slug: 'draft', lang: 'de', title: 'Gezeiten' });
    expect(of(pathOf('broken.md'))).toMatchObject({ title: 'Broken', errors: 1, address: null });
    expect(of(pathOf('folder/index.md'))).toMatchObject({ slug: 'folder', address: '/projects/folder/' });
    expect(entries.map(({ path }) => path).filter((path) => !path.startsWith('src/content/'))).toEqual([]);
  });

  test('keeps the address of a page while its document has errors', async () => {
    const { text, version } = await open('rota.md');
    const broken = await put('rota.md', text.replace('date: 2024-05', 'date: soon'), version);
    expect(broken.json).toMatchObject({ address: '/projects/rota/', diagnostics: [{ field: 'date' }] });
    await put('rota.md', text, broken.json.version as string);
  });
});

test('the site is described with the schemas of its forms', async () => {
  const { json } = await studio.ask('GET', 'site');
  expect(json).toMatchObject({ name: 'Tern & Tide', locale: 'en-GB', languages: ['de', 'fr', 'es'] });
  expect(json.schemas.projects).toEqual(jsonSchemaOf(projectSchema));
  expect(Object.keys(json.schemas as object)).toEqual(['projects', 'pages', 'selections']);
});

test('a preview is the Markdown of the site, and no code of the author', async () => {
  const markdown =
    '## Tides\n\nHigh *water* [there](/about).\n\n<script>alert(1)</script><img src=x onerror=alert(1)><p style="color:red">x</p>\n\n![Quay](./quay.png)';
  const { html } = (await studio.ask('POST', 'preview', { body: { markdown } })).json as { html: string };
  expect(html).toContain('<em>water</em>');
  expect(html).toContain('href="/about/"');
  expect(html).toContain('data-picture="./quay.png"');
  expect(html).not.toMatch(/<script|onerror|style=/);
});

test('an error that nobody foresaw names no folder of this computer', async () => {
  const file = join(studio.root, pathOf('locked.md'));
  writeFileSync(file, makeDocument());
  const { version } = await open('locked.md');
  rmSync(file);
  const answer = await put('locked.md', 'x', version);
  expect(answer.text).not.toContain(studio.root);
});
