import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readFilmInfo } from '../../../src/documents/film-info.ts';
import { isFilm, publishedName, resolveFilm } from '../../../src/documents/films.ts';
import { png } from '../../fixtures/documents/make.ts';

const fixture = (name: string) => new URL(`../../fixtures/films/${name}`, import.meta.url).pathname;
const roots: string[] = [];
const emptyRoot = () => {
  const root = mkdtempSync(join(tmpdir(), 'films-'));
  roots.push(root);
  return root;
};
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

const scratch = emptyRoot();
/** Write a file and read its facts. */
const read = (bytes: Uint8Array | string, name = 'film.mp4') => {
  writeFileSync(join(scratch, name), bytes);
  return readFilmInfo(join(scratch, name));
};

const box = (name: string, ...content: Uint8Array[]) => {
  const head = Buffer.alloc(8);
  head.write(name, 4, 'latin1');
  const bytes = Buffer.concat([head, ...content]);
  bytes.writeUInt32BE(bytes.length);
  return bytes;
};
const silent = readFileSync(fixture('silent.mp4'));
const boxesOf = (bytes: Buffer) => {
  const boxes: Record<string, Buffer> = {};
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    boxes[bytes.toString('latin1', at + 4, at + 8)] ??= bytes.subarray(at, at + bytes.readUInt32BE(at));
  return boxes;
};
const { ftyp = silent, moov = silent } = boxesOf(silent);
const rest = silent.subarray(ftyp.length + moov.length);

describe('the facts of a film', () => {
  test.each([
    ['silent.mp4', { type: 'video/mp4; codecs="avc1.42c015"', width: 320, height: 180, bytes: silent.length, notes: [] }],
    ['sound.mp4', { type: expect.stringMatching(/^video\/mp4; codecs="vp09[^"]*, opus"$/), notes: ['sound'] }],
    ['silent.webm', { type: 'video/webm; codecs="vp8"', width: 320, height: 180, notes: [] }],
    ['sound.webm', { type: 'video/webm; codecs="vp8, opus"', notes: ['sound'] }],
  ])('of %s', async (name, facts) => {
    expect(await readFilmInfo(fixture(name))).toMatchObject({ ...facts, seconds: expect.closeTo(1.15, 1) });
  });

  test('tell of an index behind the pictures', async () => {
    expect(await read(Buffer.concat([ftyp, box('mdat', Buffer.alloc(40)), moov, rest]))).toMatchObject({ notes: ['index-last'] });
  });

  test.each([
    ['location', box('\u00a9xyz', Buffer.from('\0\x12\x15\xc7+52.5200+013.4050/', 'latin1'))],
    ['author', box('\u00a9mak', Buffer.from('\0\x05\x15\xc7Phone', 'latin1'))],
  ])('tell of metadata with the %s', async (note, atom) => {
    const marked = box('moov', moov.subarray(8), box('udta', atom));
    expect(await read(Buffer.concat([ftyp, marked, rest]))).toMatchObject({ notes: [note] });
  });

  test('tell of a large file, without reading it whole', async () => {
    copyFileSync(fixture('silent.webm'), join(scratch, 'large.webm'));
    truncateSync(join(scratch, 'large.webm'), 25_000_000);
    expect(await readFilmInfo(join(scratch, 'large.webm'))).toMatchObject({ notes: ['large'], bytes: 25_000_000 });
  });

  test.each([
    ['', 'is an empty file'],
    ['version https://git-lfs.github.com/spec/v1\n', 'is a Git LFS pointer; run `git lfs pull` to fetch the film'],
    ['words', 'is a text file, not a film'],
    [png(2, 2), 'is a picture, not a film'],
    [box('ftyp', Buffer.from('qt  \0\0\0\0qt  ')), 'is a QuickTime film, which few browsers play'],
    [silent.subarray(0, 300), 'is damaged: its tracks cannot be read'],
    [Buffer.from('1a45dfa3', 'hex'), 'is damaged: its tracks cannot be read'],
  ])('of a file that is none are an error (%#)', async (bytes, message) => expect(await read(bytes)).toMatchObject({ message }));

  test('of a file that is absent are an error', async () => {
    expect(await readFilmInfo(join(scratch, 'absent.mp4'))).toMatchObject({ message: expect.stringContaining('cannot be read') });
  });

  test.each(['silent.mp4', 'sound.webm'])('of any damage to %s are facts or an error', async (name) => {
    const whole = readFileSync(fixture(name));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, cut) => {
        const bytes = Buffer.from(whole.subarray(0, whole.length - (cut % 3 === 0 ? cut : 0)));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const info = await read(bytes, `fuzz-${name}`);
        expect('message' in info ? typeof info.message : info.width > 0 && info.seconds > 0).toBeTruthy();
      }),
      { numRuns: 150 },
    );
  });
});

describe('a film that a document names', () => {
  const path = 'src/content/projects/case/index.md';
  const captions = 'WEBVTT\n\n00:00.000 --> 00:01.000\nA tone.\n';
  /** Write files into a root, each a fixture where it is a film, and resolve. */
  const resolve = async (written: string, files: Record<string, string>, options: { poster?: string; captions?: string } = {}) => {
    const root = emptyRoot();
    for (const [name, content] of Object.entries(files)) {
      const file = join(root, name);
      mkdirSync(dirname(file), { recursive: true });
      if (isFilm(name)) copyFileSync(fixture(content), file);
      else writeFileSync(file, name.endsWith('.png') ? png(32, 18) : content);
    }
    const result = await resolveFilm(written, path, { root, ...options });
    return JSON.parse(JSON.stringify(result).replaceAll(root, '')) as object;
  };
  const beside = 'src/content/projects/case/';

  test('brings the files of its name: poster, captions in languages, the other format', async () => {
    const result = await resolve('./clip.webm', {
      [`${beside}clip.webm`]: 'sound.webm',
      [`${beside}clip.mp4`]: 'sound.mp4',
      [`${beside}clip.png`]: '',
      [`${beside}clip.vtt`]: captions,
      [`${beside}clip.pt-BR.vtt`]: captions,
      [`${beside}clip.poster.vtt.txt`]: '',
    });
    expect(result).toMatchObject({
      ...{ kind: 'asset', path: `/${beside}clip.png`, width: 32 },
      film: {
        files: [{ path: `/${beside}clip.webm` }, { path: `/${beside}clip.mp4` }],
        captions: [{ lang: 'pt-BR' }, { lang: null }],
      },
    });
  });

  test('without a poster has a blank place of its size', async () => {
    expect(await resolve('clip.mp4', { [`${beside}clip.mp4`]: 'silent.mp4' })).toMatchObject({ kind: 'blank', width: 320, height: 180 });
  });

  test.each([
    ['/assets/films/clip.mp4', 'src/assets/films/clip.mp4', { kind: 'asset', path: '/src/assets/films/clip.mp4' }],
    ['/films/clip one.mp4', 'public/films/clip one.mp4', { kind: 'public', href: '/films/clip%20one.mp4' }],
  ])('%s is found in %s', async (written, file, published) => {
    expect(await resolve(written, { [file]: 'silent.mp4' })).toMatchObject({ film: { files: [published] } });
  });

  test.each([
    ['clap.mp4', {}, {}, 'video', 'was not found; tried `src/content/projects/case/clap.mp4`, `public/clap.mp4`'],
    ['../../../../clip.mp4', {}, {}, 'video', "is outside the document's folder"],
    ['https://example.com/clip.mp4', {}, {}, 'video', 'is on another site'],
    ['clip.mp4', {}, { poster: 'frame.png' }, 'poster', 'was not found'],
    ['clip.mp4', {}, { captions: 'words.vtt' }, 'captions', 'was not found'],
    ['clip.mp4', { [`${beside}clip.vtt`]: '1\n00:00:00,000' }, {}, 'captions', 'is no WebVTT'],
  ])('%s with %j and %j is an error of its %s', async (written, files, options, of, message) => {
    const found = await resolve(written, { [`${beside}clip.mp4`]: 'silent.mp4', ...files }, options);
    expect(found).toMatchObject({ of, message: expect.stringContaining(message) });
  });

  test('is published under a name with its hash', async () => {
    expect(await publishedName(fixture('silent.mp4'))).toBe('_astro/silent.0898cc0a.mp4');
  });
});
