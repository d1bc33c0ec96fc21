import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Build, type Copy } from './copy.ts';

const projects = {
  'rota.md': makeDocument({ thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay at low tide }' }, 'A note[^1].\n\n[^1]: Kept.'),
  'istanbul.md': makeDocument({ title: 'title: IĞDIR limanı için gelgit çizelgesi', industry: 'industry: İÇME SUYU' }),
};

/** Each is a build or two, on a machine that may be busy; in milliseconds. */
const patience = 300_000;

/** Ways to give a process disks of its own that work here: for root, and for others where the system lets them. */
const views = [['--mount'], ['--map-root-user', '--mount']].filter(
  (flags) => spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0,
);

let here: Copy;
let there: Copy;
let good: Record<string, string>;

beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  here = copyProject({ projects });
  there = copyProject({ projects, below: 'another/much longer/folder' });
  for (const copy of [here, there]) {
    copy.write('src/content/projects/quay.png', picture);
    copy.write('src/assets/images/quay.png', picture);
  }
  const { code, output } = await here.start({ TZ: 'America/Los_Angeles', LC_ALL: 'C' }).ended;
  expect(code, output).toBe(0);
  good = here.dist();
}, patience);
afterAll(() => [here, there].forEach((copy) => copy.remove()));

/** Wait until something of a build is there. */
async function until(reached: () => boolean, build: Build): Promise<void> {
  for (let waited = 0; !reached(); waited += 20) {
    if (build.process.exitCode !== null || waited > 60_000) throw new Error(`It never came to that:\n${build.output()}`);
    await setTimeout(20);
  }
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** What a build has left beside the site, but for the output that the next one grows from. */
function neighbours(copy: Copy): string[] {
  return readdirSync(copy.root).filter((name) => name.startsWith('.dist') && name !== '.dist.spare');
}

/** Compare by names first: a difference of whole sites is not to be read. */
function expectSame(dist: Record<string, string>): void {
  expect(Object.keys(dist)).toEqual(Object.keys(good));
  expect(Object.keys(dist).filter((file) => dist[file] !== good[file])).toEqual([]);
}

test('another folder, clock and language build the same bytes, into a folder that is a link too', { timeout: patience }, async () => {
  symlinkSync('../published', there.path('dist'));
  const { code, output } = await there.start({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }).ended;
  expect(code, output).toBe(0);
  expect(Object.keys(good).length).toBeGreaterThan(40);
  expectSame(there.dist());
  expect(readdirSync(there.path('../published'))).toEqual(readdirSync(there.path('dist')));
  expect(readlinkSync(there.path('dist'))).toBe('../published');
});

test.skipIf(views.length === 0)('.cache on another disk builds the same bytes', { timeout: patience }, async () => {
  const script = 'mount -t tmpfs tmpfs .cache && exec "$0" scripts/build.ts';
  const { code, output } = await here.run(['unshare', ...(views[0] ?? []), 'sh', '-c', script, process.execPath]).ended;
  expect(code, output).toBe(0);
  expectSame(here.dist());
  expect(neighbours(here)).toEqual([]);
});

describe('the last good site stays, and what happened is told', { timeout: patience }, () => {
  test('when the build is killed', async () => {
    const build = here.start();
    await until(() => existsSync(here.path('.cache/dist/index.html')), build);
    build.process.kill('SIGKILL');
    expect((await build.ended).code).toBeNull();
    expectSame(here.dist());
    expect(existsSync(here.path('.astro/build.lock'))).toBe(true);
  });

  // In a view of the disks that ends with the build; Linux alone has that.
  describe.skipIf(views.length === 0)('with real disks', () => {
    const [view = []] = views;
    const remedies = {
      full: 'The disk is full: make room, then build again. The site that was built last is untouched.',
      readOnly: 'The folder is read-only: the build writes into `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
      held: 'it is a disk of its own, which nothing can take the place of: mount the one above it. The site that was built last is untouched.',
    };

    test.each([
      ['.cache on a disk that is full', 'mount -t tmpfs -o size=400k tmpfs .cache', remedies.full],
      ['pictures on a disk that is full', 'mount -t tmpfs -o size=4k tmpfs node_modules/.astro', remedies.full],
      ['a read-only .cache', 'mount --bind .cache .cache && mount -o remount,ro,bind .cache', remedies.readOnly],
      ['a read-only node_modules/.astro', 'mount -t tmpfs -o ro tmpfs node_modules/.astro', remedies.readOnly],
      ['dist that is a disk of its own', 'mount --bind dist dist', remedies.held],
    ])('%s', async (_name, mount, remedy) => {
      const script = `${mount} && exec "$0" scripts/build.ts`;
      const { code, output } = await here.run(['unshare', ...view, 'sh', '-c', script, process.execPath]).ended;
      expect(output).toContain(remedy);
      expect(code).toBe(1);
      expectSame(here.dist());
      expect(neighbours(here)).toEqual([]);
    });

    test('the disk of dist becomes full while the new site is copied to it', async () => {
      const config = readFileSync(there.path('astro.config.mjs'), 'utf8');
      there.write('astro.config.mjs', config.replace("output: 'static',", "output: 'static', outDir: 'out/dist',"));
      there.write('public/noise.bin', randomBytes(4_000_000));
      const script = `mkdir out && mount -t tmpfs -o size=$(($(du -sk dist/ | cut -f1) + 2000))k tmpfs out && cp -r dist/ out/dist &&
        "$0" scripts/build.ts; code=$?; diff -r dist out/dist && ls -A out; exit $code`;
      const { code, output } = await there.run(['unshare', ...view, 'sh', '-c', script, process.execPath]).ended;
      expect(output).toContain(remedies.full);
      expect(output.split(remedies.full)[1]?.trim()).toBe('dist');
      expect(code).toBe(1);
    });
  });

  test('when the disk is full', async () => {
    const { code, output } = await here.start({ NODE_OPTIONS: `--import=${fullDisk}` }).ended;
    expect(code).toBe(1);
    expect(output).toContain('The disk is full: make room, then build again. The site that was built last is untouched.');
    expectSame(here.dist());
  });
});

test('after all that, with every cache damaged and another build begun, the next build is right', { timeout: patience }, async () => {
  const pictures = readdirSync(here.path('node_modules/.astro/assets')).map((name) => here.path(`node_modules/.astro/assets/${name}`));
  const cards = readdirSync(here.path('.cache/social')).map((name) => here.path(`.cache/social/${name}`));
  expect([pictures.length, cards.length].every((count) => count > 2)).toBe(true);
  for (const picture of pictures) truncateSync(picture, 100);
  for (const card of cards) {
    const bytes = readFileSync(card);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(card, bytes);
  }
  here.write('node_modules/.astro/data-store.json', '{"half a');
  // As if it had been killed between its two renames.
  renameSync(here.path('dist'), here.path('.dist.old'));
  here.write('.dist.new/index.html', '<p>Half a site');
  const build = here.start();
  await until(() => attempt(() => readFileSync(here.path('.astro/build.lock'), 'utf8')) === String(build.process.pid), build);
  const second = await here.start().ended;
  const { code, output } = await build.ended;
  expect(second).toMatchObject({
    code: 1,
    output: expect.stringContaining('Another build of this folder is under way, by process') as string,
  });
  expect(code, output).toBe(0);
  expect(output).toContain('the site before it is back');
  expect(output.match(/was damaged; it is made anew/g)).toHaveLength(pictures.length + cards.length);
  expectSame(here.dist());
  expect(neighbours(here)).toEqual([]);
  expect(existsSync(here.path('.astro/build.lock'))).toBe(false);
});

/** A module that lets no page be written. */
const fullDisk = `data:text/javascript;base64,${Buffer.from(
  `import fs from 'node:fs';
   import { syncBuiltinESMExports } from 'node:module';
   const write = fs.promises.writeFile;
   fs.promises.writeFile = async (file, ...rest) => {
     if (String(file).endsWith('.html')) throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });
     return write(file, ...rest);
   };
   syncBuiltinESMExports();`,
).toString('base64')}`;
