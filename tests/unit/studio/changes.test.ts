import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byOrderAndDate } from '../../../src/lib/project/order.ts';
import type { DocumentEntry, OpenDocument } from '../../../src/studio/api.ts';
import { deleteDocument } from '../../../src/studio/server/bin.ts';
import { saveDocument } from '../../../src/studio/server/documents.ts';
import { newOrders } from '../../../src/studio/server/order.ts';
import { makeDocument, png } from '../../fixtures/documents/make.ts';
import { startStudio, type Answer, type TestStudio } from '../../fixtures/studio.ts';

const projects = 'src/content/projects';
const old = { aliases: 'aliases: [/old/]', permalink: 'permalink: /older/', redirect_from: 'redirect_from: /oldest/' };
const tides = makeDocument({
  title: 'title: Tides # at sea',
  thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay }',
  ...old,
  order: 'order: 3',
});
let studio: TestStudio;

beforeEach(async () => {
  studio = await startStudio({
    'rota.md': makeDocument({ title: 'title: Rota', ...old }),
    'rota.de.md': makeDocument({ title: 'title: Dienstplan' }),
    'tides/index.md': tides,
    'tides/index.de.md': makeDocument({ title: 'title: Gezeiten', thumbnail: null }),
    'tides/quay.png': png(9, 6),
    'tides/plans/depth.png': png(12, 6),
    'tides/plans/deep.md': makeDocument({ title: 'title: Deep' }),
    '/src/assets/images/quay.png': png(30, 20),
    '/src/content/pages/about.md': '---\ntitle: About\ndescription: Who we are.\n---\n\nText.\n',
  });
});
afterEach(() => studio.close());

const post = (name: string, body: unknown): Promise<Answer> => studio.ask('POST', name, { body });
const open = async (path: string): Promise<OpenDocument> => (await studio.ask('GET', `document?path=${path}`)).json as OpenDocument;
const errors = async (path: string): Promise<string[]> =>
  (await open(path)).diagnostics.filter(({ severity }) => severity === 'error').map(({ field, message }) => `${field} ${message}`);
const contents = (): string[] =>
  Object.keys(studio.files())
    .filter((path) => path.startsWith('src/content/'))
    .toSorted();

describe('a new document', () => {
  test('is a draft with its title alone, in a folder of its own', async () => {
    const { json } = await post('new', { collection: 'projects', title: 'Night Bus Ünïcode' });
    expect(json).toEqual({ path: `${projects}/night-bus-unicode/index.md` });
    const { text, state, address } = await open(json.path as string);
    expect(text).toBe('---\ntitle: Night Bus Ünïcode\ndraft: true\n---\n');
    expect(state).toEqual({ visibility: 'hidden', because: 'draft' });
    expect(address).toBe('/projects/night-bus-unicode/');
    expect(await errors(json.path as string)).toEqual([]);
  });

  test.each([
    ['pages', 'src/content/pages/about-2.md'],
    ['selections', 'src/content/selections/about.md'],
  ])('of %s is a draft under a name that is free', async (collection, path) => {
    expect((await post('new', { collection, title: 'About' })).json).toEqual({ path });
    expect((await open(path)).text).toContain('draft: true\n');
  });

  test('never takes the name of another one, in any form or language', async () => {
    for (const title of ['Rota', 'ROTA!', 'Tides']) {
      const { json } = await post('new', { collection: 'projects', title });
      expect(json.path).toMatch(/-\d\/index\.md$/);
    }
    expect(contents().filter((path) => /index\.md$/.test(path))).toEqual([
      `${projects}/rota-2/index.md`,
      `${projects}/rota-3/index.md`,
      `${projects}/tides-2/index.md`,
      `${projects}/tides/index.md`,
    ]);
  });

  test.each([
    [{ collection: 'technologies', title: 'X' }],
    [{ collection: '../..', title: 'X' }],
    [{ collection: 'projects', title: '' }],
    [{ collection: 'projects', title: 'x'.repeat(121) }],
    [{ collection: 'projects' }],
  ])('is refused for %j', async (body) => {
    const before = contents();
    expect((await post('new', body)).status).toBe(400);
    expect(contents()).toEqual(before);
  });

  test('is not written through a folder that is a symlink', async () => {
    mkdirSync(join(studio.root, 'elsewhere'));
    symlinkSync(join(studio.root, 'elsewhere'), join(studio.root, 'src/content/selections'));
    expect((await post('new', { collection: 'selections', title: 'X' })).status).toBe(403);
    expect(existsSync(join(studio.root, 'elsewhere/x.md'))).toBe(false);
  });
});

describe('a copy', () => {
  test('is a draft with another slug and title, without old addresses; nothing else differs', async () => {
    const { json } = await post('duplicate', { path: `${projects}/rota.md`, title: 'Rota again' });
    expect(json).toEqual({ path: `${projects}/rota-again.md` });
    const lines = (text: string): string[] => text.split('\n');
    const [original, copy] = [lines(studio.read(`${projects}/rota.md`)), lines(studio.read(`${projects}/rota-again.md`))];
    expect(copy.filter((line) => !original.includes(line))).toEqual(['title: Rota again', 'draft: true']);
    expect(original.filter((line) => !copy.includes(line))).toEqual(['title: Rota', ...Object.values(old)]);
    expect(await errors(json.path as string)).toEqual([]);
  });

  test('of a folder has its pictures, not its translations', async () => {
    const { json } = await post('duplicate', { path: `${projects}/tides/index.md`, title: 'Ebb' });
    expect(contents().filter((path) => path.includes('/ebb/'))).toEqual(
      ['index.md', 'plans/depth.png', 'quay.png'].map((name) => `${projects}/ebb/${name}`),
    );
    expect(studio.read(`${projects}/ebb/index.md`)).toContain('title: Ebb # at sea');
    expect(await errors(json.path as string)).toEqual([]);
  });

  test('of a translation, and of what cannot be read, is refused', async () => {
    studio.write('torn.md', '---\ntitle: "X\n---\n');
    expect((await post('duplicate', { path: `${projects}/rota.de.md`, title: 'X' })).status).toBe(400);
    expect((await post('duplicate', { path: `${projects}/torn.md`, title: 'X' })).status).toBe(422);
  });
});

describe('a translation', () => {
  test.each([
    [`${projects}/rota.md`, 'fr', `${projects}/rota.fr.md`],
    [`${projects}/tides/index.md`, 'es', `${projects}/tides/index.es.md`],
    ['src/content/pages/about.md', 'de', 'src/content/pages/about.de.md'],
  ])('of %s into %s begins as a copy of the text, a draft', async (path, lang, translation) => {
    expect((await post('translate', { path, lang })).json).toEqual({ path: translation });
    const { text, diagnostics } = await open(translation);
    expect(text).toContain('draft: true\n');
    expect(text).not.toMatch(/^(?:order|aliases|permalink|redirect_from):/m);
    expect(diagnostics.filter(({ severity, field }) => severity === 'error' || ['date', 'technologies', 'order'].includes(field))).toEqual(
      [],
    );
  });

  test.each([
    ['that exists', `${projects}/rota.md`, 'de', 409],
    ['into the language of the site', `${projects}/rota.md`, 'en', 400],
    ['into a language without texts', `${projects}/rota.md`, 'pl', 400],
    ['into a path', `${projects}/rota.md`, '../x', 400],
    ['of a translation', `${projects}/rota.de.md`, 'fr', 400],
  ])('%s is refused', async (_name, path, lang, status) => {
    const before = contents();
    expect((await post('translate', { path, lang })).status).toBe(status);
    expect(contents()).toEqual(before);
  });
});

describe('what is deleted', () => {
  test.each([
    ['a file, with its translations', `${projects}/rota.md`, ['rota.de.md', 'rota.md']],
    ['a translation alone', `${projects}/rota.de.md`, ['rota.de.md']],
    [
      'a folder, with all in it',
      `${projects}/tides/index.md`,
      ['tides/index.de.md', 'tides/index.md', 'tides/plans/deep.md', 'tides/plans/depth.png', 'tides/quay.png'],
    ],
    ['a document among others in a folder', `${projects}/tides/plans/deep.md`, ['tides/plans/deep.md']],
    ['the translation in a folder', `${projects}/tides/index.de.md`, ['tides/index.de.md']],
  ])('is in the bin and comes back as it was: %s', async (_name, path, gone) => {
    const before = contents();
    const texts = before.map((one) => readFileSync(join(studio.root, one)));
    const { version } = await open(path);
    const { json } = await post('delete', { path, version });
    expect(before.filter((one) => !contents().includes(one))).toEqual(gone.map((name) => `${projects}/${name}`));
    expect(
      Object.keys(studio.files())
        .filter((one) => one.startsWith('.bin/'))
        .toSorted(),
    ).toEqual(gone.map((name) => `.bin/${String(json.restore)}/projects/${name}`));
    expect((await post('restore', json)).json).toEqual({ path });
    expect(contents()).toEqual(before);
    expect(contents().map((one) => readFileSync(join(studio.root, one)))).toEqual(texts);
    expect((await post('restore', json)).status).toBe(404);
  });

  test('twice under one name does not collide, and neither comes back over what has its place', async () => {
    const path = `${projects}/rota.md`;
    const restores: unknown[] = [];
    for (const title of ['One', 'Two']) {
      studio.write('rota.md', makeDocument({ title: `title: ${title}` }));
      restores.push((await post('delete', { path, version: (await open(path)).version })).json);
    }
    expect((await post('restore', restores[1])).status).toBe(200);
    expect(await post('restore', restores[0])).toMatchObject({ status: 409, json: { message: `${path} exists again.` } });
    expect(studio.read(path)).toContain('title: Two');
  });

  test('is not what another request saves at the same moment', async () => {
    const path = `${projects}/rota.md`;
    const { version } = await open(path);
    const text = makeDocument({ title: 'title: Saved' });
    const saved = saveDocument({ path, text, version }, studio.workspace);
    await expect(deleteDocument({ path, version }, studio.workspace)).rejects.toMatchObject({ status: 409 });
    await saved;
    expect(studio.read(path)).toBe(text);
  });

  test('stays when it has changed since it was opened', async () => {
    const path = `${projects}/rota.md`;
    const { version } = await open(path);
    studio.write('rota.md', makeDocument({ title: 'title: Outside' }));
    expect((await post('delete', { path, version })).status).toBe(409);
    expect(existsSync(join(studio.root, path))).toBe(true);
  });
});

describe('an order', () => {
  const sorted = (documents: readonly Item[]): string[] => documents.toSorted(byOrderAndDate).map(({ path }) => path);
  type Item = { path: string; slug: string; order: number | null; date: string | null };
  const item = (written: string): Item => {
    const [path = '', order = '', date = ''] = written.split(' ');
    return { path, slug: path, order: order === '-' ? null : Number(order), date: date || null };
  };

  test.each<[string, string[], string[]]>([
    ['that stands is left alone', ['a 1', 'b 2', 'c - 2024', 'd - 2023', 'e -'], []],
    ['by date needs no number', ['a - 2024', 'b - 2023'], []],
    ['with the last one first changes that one', ['c 30', 'a 10', 'b 20'], ['c']],
    ['with the first one last changes that one', ['b 20', 'c 30', 'a 10'], ['a']],
    ['with one moved between two others changes that one', ['a 10', 'c 30', 'b 20', 'd 40'], ['c']],
    ['of dates numbers those up to the moved one', ['c - 2022', 'a - 2024', 'b - 2023'], ['c']],
    ['with a number moved behind the dates numbers those before it', ['b - 2024', 'a 1', 'c - 2023'], ['b']],
    ['without room between numbers makes some', ['a 1', 'c 3', 'b 2', 'd 4'], ['c', 'd']],
    ['with equal numbers tells them apart', ['b 1', 'a 1'], ['b']],
  ])('%s', (_name, written, changed) => {
    const wanted = written.map(item);
    const orders = newOrders(wanted);
    expect(orders.map(({ path }) => path)).toHaveLength(changed.length);
    const result = wanted.map((one) => ({ ...one, order: orders.find(({ path }) => path === one.path)?.order ?? one.order }));
    expect(sorted(result)).toEqual(wanted.map(({ path }) => path));
  });

  test('is written into as few documents as possible, one line each', async () => {
    const before = studio.read(`${projects}/rota.md`);
    const listed = async (): Promise<string[]> => ((await studio.ask('GET', 'documents')).json as DocumentEntry[]).map(({ path }) => path);
    expect(await listed()).toContain(`${projects}/rota.md`);
    const paths = [`${projects}/rota.md`, `${projects}/tides/index.md`];
    expect((await post('reorder', { paths })).json).toEqual({ changed: [`${projects}/rota.md`] });
    const lines = studio.read(`${projects}/rota.md`).split('\n');
    expect(lines.filter((line) => !before.split('\n').includes(line))).toEqual(['order: 2']);
    expect(studio.read(`${projects}/tides/index.md`)).toBe(tides);
    expect((await post('reorder', { paths })).json).toEqual({ changed: [] });
  });

  test('with a document that cannot be changed, a translation, or one twice changes nothing', async () => {
    studio.write('torn.md', '---\ntitle: "X\n---\n');
    const before = studio.files();
    for (const paths of [
      [`${projects}/torn.md`, `${projects}/tides/index.md`, `${projects}/rota.md`],
      [`${projects}/rota.de.md`],
      [`${projects}/rota.md`, `${projects}/rota.md`],
      ['src/content/pages/about.md'],
      'x',
    ])
      expect((await post('reorder', { paths })).status).toBeGreaterThanOrEqual(400);
    expect(studio.files()).toEqual(before);
  });
});

describe('a picture', () => {
  const send = (path: string, name: string, bytes: Uint8Array): Promise<Answer> =>
    studio.ask('POST', `picture?path=${path}&name=${encodeURIComponent(name)}`, { body: bytes });
  const rota = `${projects}/rota.md`;
  const index = `${projects}/tides/index.md`;
  const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#456' } });

  test('goes beside a document in a folder, under a safe name', async () => {
    const { json } = await send(index, '../Lächeln, groß.PNG', png(40, 20));
    expect(json).toEqual({ value: './lacheln-gross.png', width: 40, height: 20 });
    expect(readFileSync(join(studio.root, projects, 'tides/lacheln-gross.png'))).toEqual(Buffer.from(png(40, 20)));
  });

  test('goes where a document in a file keeps its pictures, else to those of its collection', async () => {
    expect((await send(rota, 'x.png', png(5, 5))).json.value).toBe('/assets/images/x.png');
    studio.write('bare.md', makeDocument({ thumbnail: null }));
    expect((await send(`${projects}/bare.md`, 'x.png', png(5, 5))).json.value).toBe('/assets/images/projects/x.png');
    studio.write('beside.md', makeDocument({ thumbnail: 'thumbnail: { image: near.png, alt: A quay }' }));
    studio.write('near.png', png(7, 7));
    expect((await send(`${projects}/beside.md`, 'x.png', png(5, 5))).json.value).toBe('./x.png');
  });

  test('of the same bytes is used again, of the same name gets another', async () => {
    const before = studio.files();
    expect((await send(rota, 'other.png', png(30, 20))).json.value).toBe('/assets/images/quay.png');
    expect(studio.files()).toEqual(before);
    expect((await send(rota, 'QUAY.png', png(31, 20))).json.value).toBe('/assets/images/quay-2.png');
    expect(readFileSync(join(studio.root, 'src/assets/images/quay.png'))).toEqual(Buffer.from(png(30, 20)));
  });

  test('of a telephone is made smaller, upright, and says nothing of its maker; once', async () => {
    const bytes = await photo(4000, 3000)
      .withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' }, IFD3: { GPSLatitude: '1/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { json } = await send(rota, 'IMG_1.jpeg', bytes);
    expect(json).toEqual({ value: '/assets/images/img-1.jpg', width: 1920, height: 2560 });
    const metadata = await sharp(join(studio.root, 'src/assets/images/img-1.jpg')).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 1920, height: 2560 });
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    expect((await send(rota, 'IMG_2.jpeg', bytes)).json.value).toBe('/assets/images/img-1.jpg');
  });

  test.each(['jpg', 'png', 'webp', 'avif'] as const)(
    'that is a small %s does not say where it was taken, and stays upright',
    async (format) => {
      const bytes = await photo(60, 40)
        .withExif({ IFD3: { GPSLatitude: '59/1 54/1 0/1', GPSLatitudeRef: 'N' } })
        .withMetadata({ orientation: 6 })
        .toFormat(format === 'jpg' ? 'jpeg' : format)
        .toBuffer();
      expect((await sharp(bytes).metadata()).exif).toBeDefined();
      const { json } = await send(rota, `at-home.${format}`, bytes);
      expect(json).toEqual({ value: `/assets/images/at-home.${format}`, width: 40, height: 60 });
      const { exif, orientation, width, height } = await sharp(join(studio.root, `src/assets/images/at-home.${format}`)).metadata();
      expect([exif, orientation, width, height]).toEqual([undefined, undefined, 40, 60]);
    },
  );

  test('without metadata is stored byte for byte', async () => {
    const bytes = await photo(61, 40).jpeg().toBuffer();
    await send(rota, 'plain.jpg', bytes);
    expect(readFileSync(join(studio.root, 'src/assets/images/plain.jpg'))).toEqual(bytes);
  });

  test('of 30 MB is refused, and the studio goes on', async () => {
    const before = studio.files();
    const refused = await send(rota, 'big.jpg', Buffer.alloc(30_000_000)).catch((error: NodeJS.ErrnoException) => error.code);
    // The server may close the connection while the picture is still being sent.
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(typeof refused === 'object' ? refused.status : refused);
    expect(studio.files()).toEqual(before);
    expect((await studio.ask('GET', 'site')).status).toBe(200);
  });

  test('that moves is kept as it is', async () => {
    const frames = await Promise.all(
      ['#111', '#eee'].map((background) =>
        sharp({ create: { width: 3000, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { json } = await send(rota, 'wave.gif', gif);
    expect(json).toEqual({ value: '/assets/images/wave.gif', width: 3000, height: 10 });
    expect(readFileSync(join(studio.root, 'src/assets/images/wave.gif'))).toEqual(gif);
  });

  test('has the extension of its bytes, whatever its name says', async () => {
    const { json } = await send(rota, 'photo.png', await photo(20, 20).webp().toBuffer());
    expect(json.value).toBe('/assets/images/photo.webp');
  });

  const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">${inside}</svg>`);

  test('that is a harmless SVG is stored', async () => {
    expect((await send(rota, 'x.svg', svg('<path d="M0 0h4v3z"/>'))).json).toEqual({ value: '/assets/images/x.svg', width: 4, height: 3 });
  });

  test.each<[string, Buffer]>([
    ['no picture', Buffer.from('#!/bin/sh\necho')],
    ['empty', Buffer.alloc(0)],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a torn JPEG', Buffer.from('\xFF\xD8\xFF\xE0 nothing', 'latin1')],
    ['an SVG with a script', svg('<script>alert(1)</script>')],
    ['an SVG with a handler', svg('<path onload="alert(1)"/>')],
    ['an SVG that loads a file', svg('<image href="https://elsewhere.example/x.png"/>')],
    ['an SVG without a size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('that is %s is refused and not stored', async (_name, bytes) => {
    const before = studio.files();
    expect(await send(rota, 'x.png', bytes)).toMatchObject({
      status: 422,
      json: { message: expect.stringMatching(/^The picture /) as string },
    });
    expect(studio.files()).toEqual(before);
  });

  test.each(['src/assets/images/projects', 'src/assets/images'])('is not written through the symlink %s', async (link) => {
    mkdirSync(join(studio.root, 'elsewhere/projects'), { recursive: true });
    rmSync(join(studio.root, link), { recursive: true, force: true });
    symlinkSync(join(studio.root, 'elsewhere'), join(studio.root, link));
    studio.write('bare.md', makeDocument({ thumbnail: null }));
    const before = Object.keys(studio.files());
    expect((await send(`${projects}/bare.md`, 'x.png', png(5, 5))).status).toBe(403);
    expect(Object.keys(studio.files())).toEqual(before);
  });
});
