import { readdirSync, readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPictureMetadata } from '../../src/documents/picture-metadata.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Copy } from './copy.ts';

const turned = ['turned-1.jpg', 'turned-2.png', 'turned-3.webp', 'turned-4.avif'];
const moving = ['walk.gif', 'walk-too.webp'];
const drawn = ['illustrator.svg', 'drawio.svg'];
const gallery = (names: readonly string[]) => `screenshots:\n${names.map((name) => `  - { image: ./${name}, alt: A quay }`).join('\n')}`;
const body = (names: readonly string[]) => names.map((name) => `![A quay](./${name})`).join('\n\n');

let copy: Copy;
let feed: string;
const page = (slug: string) => readFileSync(copy.path(`dist/projects/${slug}/index.html`), 'utf8');
const published = (name: string) => readdirSync(copy.path('dist/_astro')).filter((file) => file.startsWith(`${name.replace(/\..*/, '')}.`));
const read = (file: string) => readFileSync(copy.path(`dist/_astro/${file}`));

beforeAll(async () => {
  copy = copyProject({
    projects: {
      'turned.md': makeDocument({ thumbnail: 'thumbnail: ./turned-2.png', screenshots: gallery([...turned, 'tall.jpg']) }, body(turned)),
      'moving.md': makeDocument({ thumbnail: 'thumbnail: ./walk.gif', screenshots: gallery(moving) }, body(moving)),
      'filmed.md': makeDocument(
        { thumbnail: null, screenshots: 'screenshots:\n  - { video: sound.webm, alt: A bar that grows }' },
        '![A bar](silent.mp4)',
      ),
      'draft.md': makeDocument({
        thumbnail: null,
        draft: 'draft: true',
        screenshots: 'screenshots:\n  - { video: hidden.webm, alt: A bar }',
      }),
      'drawn.md': makeDocument({ thumbnail: null, screenshots: gallery(drawn) }, body(drawn)),
    },
  });
  const add = (name: string, bytes: Uint8Array | string) => copy.write(`src/content/projects/${name}`, bytes);
  for (const name of turned) add(name, await turnedPicture(name));
  add(
    'walk.gif',
    await walk()
      .gif({ delay: [500, 500, 500], loop: 1 })
      .toBuffer(),
  );
  add('walk-too.webp', await walk().webp({ loop: 1 }).toBuffer());
  add('tall.jpg', await withPeople(sharp({ create: { width: 900, height: 17_000, channels: 3, background: '#357' } })));
  const film = (name: string) => readFileSync(new URL(`../fixtures/films/${name}`, import.meta.url));
  for (const name of ['sound.webm', 'silent.mp4']) add(name, film(name));
  add('hidden.webm', film('silent.webm'));
  add('sound.vtt', 'WEBVTT\n');
  const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY ns_${index} "http://ns.example/${index}/">`).join('\n');
  const svg = 'xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm" viewBox="0 0 60 40"';
  add('illustrator.svg', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n${entities}\n]>\n<svg ${svg}></svg>`);
  add('drawio.svg', `<svg content="&lt;mxfile> ${'x'.repeat(20_000)}" ${svg}></svg>`);
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  feed = readFileSync(copy.path('dist/rss.xml'), 'utf8');
});
afterAll(() => copy.remove());

/** A picture of 300 × 450 pixels with a red bar on top, as it is seen; the file has it on its side, with an EXIF orientation. */
async function turnedPicture(name: string): Promise<Buffer> {
  const bar = { create: { width: 100, height: 300, channels: 3, background: '#c00' } } as const;
  const lying = sharp({ create: { width: 450, height: 300, channels: 3, background: '#fff' } })
    .composite([{ input: bar, left: 0, top: 0 }])
    .toFormat(name.replace(/.*\./, '') as 'png');
  return lying.withMetadata({ orientation: 6 }).toBuffer();
}

/** Three frames of 120 × 80 pixels: red, green, blue. */
function walk(): Sharp {
  const frames = [0, 1, 2].map((channel) => Buffer.alloc(120 * 80 * 3).map((_, index) => (index % 3 === channel ? 200 : 0)));
  return sharp(Buffer.concat(frames), { raw: { width: 120, height: 240, channels: 3, pageHeight: 80 } });
}

function withPeople(picture: Sharp): Promise<Buffer> {
  return picture
    .jpeg()
    .withExif({ IFD0: { Artist: 'A. Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();
}

describe('a picture that EXIF turns', () => {
  test.each(turned)('is upright and whole in every file, %s', async (name) => {
    const files = published(name);
    expect(files.map((file) => file.replace(/.*\./, ''))).toEqual(expect.arrayContaining(['avif', 'jpg', 'webp']));
    for (const file of files) {
      const { data, info } = await sharp(read(file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const pixel = (x: number, y: number) => {
        const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
        return (data[at + 1] ?? 0) > 128 ? 'white' : 'red';
      };
      expect(info.height / info.width, file).toBeCloseTo(1.5, 1);
      expect([pixel(0.1, 0.1), pixel(0.9, 0.1), pixel(0.1, 0.4), pixel(0.9, 0.9)], file).toEqual(['red', 'red', 'white', 'white']);
    }
  });

  test('has its upright size in pages and feeds', () => {
    const images = [page('turned'), feed.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&gt;', '>')].map(
      (text) => text.match(/<img[^>]*turned-\d\.[^>]*>/g) ?? [],
    );
    expect(images.map(({ length }) => length)).toEqual([13, 8]);
    for (const image of images.flat()) expect(image).toContain('width="300" height="450"');
  });
});

describe('an animation', () => {
  test('plays as often as the author says, where readers welcome motion', async () => {
    for (const name of moving) {
      const sources = page('moving').match(new RegExp(`<source[^>]*/${name.replace(/\..*/, '')}\\.[^>]*>`, 'g')) ?? [];
      expect(sources.length).toBeGreaterThan(2);
      for (const source of sources) expect(source).toContain('media="(prefers-reduced-motion: no-preference)"');
      for (const file of published(name).filter((one) => one.endsWith('.webp')))
        expect(await sharp(read(file)).metadata(), file).toMatchObject({ width: 120, height: 80, pages: 3, loop: 1 });
    }
  });

  test('is its first frame everywhere else', async () => {
    for (const name of moving) {
      const stills = published(name).filter((file) => !file.endsWith('.webp'));
      expect(stills).toEqual([expect.stringMatching(/\.jpg$/)]);
      const { data, info } = await sharp(read(stills[0] ?? ''))
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height, (data.at(-3) ?? 0) > 150, (data.at(-1) ?? 0) < 50]).toEqual([120, 80, true, true]);
      expect(page('moving').match(/<img[^>]*src="[^"]*walk[^>]*\.webp/g)).toBeNull();
      expect(feed).toContain(`/_astro/${stills[0]}`);
    }
  });
});

test.each(drawn)('a drawing is published as it is, with the size that its root says: %s', (name) => {
  expect(published(name).map((file) => read(file).toString())).toEqual([readFileSync(copy.path(`src/content/projects/${name}`), 'utf8')]);
  expect(page('drawn')).toMatch(new RegExp(`src="/_astro/${name.replace('.svg', '')}\\.[^"]*\\.svg" width="227" height="152"`));
});

test('no file says where a picture was taken or who made it, not even one that its format hardly holds', async () => {
  expect(published('tall.').length).toBeGreaterThan(2);
  for (const file of readdirSync(copy.path('dist/_astro')).filter((one) => /\.(?:jpg|webp|avif|png|gif)$/.test(one)))
    expect(await readPictureMetadata(read(file)), file).toMatchObject({ present: false });
});

describe('films', () => {
  test('are published as they are, with their captions, under names that change with them', () => {
    const [sound = ''] = published('sound.webm').filter((file) => file.endsWith('.webm'));
    const [silent = ''] = published('silent.mp4');
    expect(read(sound).equals(readFileSync(new URL('../fixtures/films/sound.webm', import.meta.url)))).toBe(true);
    expect([sound, silent]).toEqual([
      expect.stringMatching(/^sound\.[0-9a-f]{8}\.webm$/),
      expect.stringMatching(/^silent\.[0-9a-f]{8}\.mp4$/),
    ]);
    const html = page('filmed');
    for (const file of [...published('sound.webm'), silent]) expect(html).toContain(`src="/_astro/${file}"`);
    expect(feed).toContain(silent);
  });

  test('of hidden documents are not published', () => expect(published('hidden.webm')).toEqual([]));

  test('are allowed by the policy and styled on their page alone', () => {
    expect(page('filmed')).toMatch(/media-src 'self'/);
    expect(page('filmed')).toContain('.film');
    expect(page('drawn')).not.toMatch(/media-src|\.film/);
  });
});
