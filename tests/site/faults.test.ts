import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync, renameSync, symlinkSync, truncateSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Build, type Copy } from './copy.ts';

const projects = {
  'rota.md': makeDocument({ thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay at low tide }' }, 'A note[^1].\n\n[^1]: Kept.'),
  'istanbul.md': makeDocument({ title: 'title: IĞDIR limanı için gelgit çizelgesi', industry: 'industry: İÇME SUYU' }),
};

/** Ways to mount disks for one process alone that work here: as root, or as another user where the system permits it. */
const namespaces = [['--mount'], ['--map-root-user', '--mount']].filter(
  (flags) => spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0,
);
const [namespace = []] = namespaces;

let first: Copy;
let second: Copy;
let good: Record<string, string>;

beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  first = copyProject({ projects });
  second = copyProject({ projects, below: 'another/much longer/folder' });
  for (const copy of [first, second]) {
    copy.write('src/content/projects/quay.png', picture);
    copy.write('src/assets/images/quay.png', picture);
  }
  const { code, output } = await first.start({ TZ: 'America/Los_Angeles', LC_ALL: 'C' }).ended;
  expect(code, output).toBe(0);
  good = first.dist();
});
afterAll(() => [first, second].forEach((copy) => copy.remove()));

/** Wait until a build prints a text. */
function printed(build: Build, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    build.process.stdout?.on('data', () => build.output().includes(text) && resolve());
    build.ended.then(({ output }) => reject(new Error(`The build ended without "${text}":\n${output}`)), reject);
  });
}

/** List what a build has left beside `dist/`. */
function neighbours(copy: Copy): string[] {
  return readdirSync(copy.root).filter((name) => name.startsWith('.dist'));
}

/** Compare names before bytes, so that a failure stays readable. */
function expectSame(dist: Record<string, string>): void {
  expect(Object.keys(dist)).toEqual(Object.keys(good));
  expect(Object.keys(dist).filter((file) => dist[file] !== good[file])).toEqual([]);
}

test('another folder, time zone and locale give the same bytes, also where dist is a symlink', async () => {
  symlinkSync('../published', second.path('dist'));
  const { code, output } = await second.start({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }).ended;
  expect(code, output).toBe(0);
  expect(Object.keys(good).length).toBeGreaterThan(40);
  expectSame(second.dist());
  expect(readdirSync(second.path('../published'))).toEqual(readdirSync(second.path('dist')));
  expect(readlinkSync(second.path('dist'))).toBe('../published');
});

test.skipIf(namespaces.length === 0)('.cache on another disk gives the same bytes', async () => {
  const script = 'mount -t tmpfs tmpfs .cache && exec "$0" scripts/run.mjs build';
  const { code, output } = await first.run(['unshare', ...namespace, 'sh', '-c', script, process.execPath]).ended;
  expect(code, output).toBe(0);
  expectSame(first.dist());
  expect(neighbours(first)).toEqual([]);
});

describe('a build that cannot finish keeps the last good site and explains why', () => {
  const remedies = {
    full: 'The disk is full: make room, then build again. The last successful build is unchanged.',
    readOnly: 'The folder is read-only: the build writes to `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
    mounted: 'the folder is a mount point, which cannot be replaced: mount its parent instead. The last successful build is unchanged.',
  };

  // Only Linux can mount a disk for one process.
  describe.skipIf(namespaces.length === 0)('with real disks', () => {
    test.each([
      ['.cache on a full disk', 'unset NODE_COMPILE_CACHE && mount -t tmpfs -o size=400k tmpfs .cache', remedies.full],
      ['node_modules/.astro on a full disk', 'mount -t tmpfs -o size=4k tmpfs node_modules/.astro', remedies.full],
      [
        'a read-only .cache',
        'unset NODE_COMPILE_CACHE && mount --bind .cache .cache && mount -o remount,ro,bind .cache',
        remedies.readOnly,
      ],
      ['a read-only node_modules/.astro', 'mount -t tmpfs -o ro tmpfs node_modules/.astro', remedies.readOnly],
      ['dist as a mount point', 'mount --bind dist dist', remedies.mounted],
    ])('%s', async (_name, mount, remedy) => {
      const script = `${mount} && exec "$0" scripts/run.mjs build`;
      const { code, output } = await first.run(['unshare', ...namespace, 'sh', '-c', script, process.execPath]).ended;
      expect(output).toContain(remedy);
      expect(code).toBe(1);
      expectSame(first.dist());
      expect(neighbours(first)).toEqual([]);
    });

    test('the disk of dist is full before the new site is copied to it', async () => {
      const config = readFileSync(second.path('astro.config.mjs'), 'utf8');
      second.write('astro.config.mjs', config.replace("output: 'static',", "output: 'static', outDir: 'out/dist',"));
      second.write('public/noise.bin', randomBytes(4_000_000));
      const script = `mkdir out && mount -t tmpfs -o size=$(($(du -sk dist/ | cut -f1) + 2000))k tmpfs out && cp -r dist/ out/dist &&
        "$0" scripts/run.mjs build; code=$?; diff -r dist out/dist && ls -A out; exit $code`;
      const { code, output } = await second.run(['unshare', ...namespace, 'sh', '-c', script, process.execPath]).ended;
      expect(output).toContain(remedies.full);
      expect(output.split(remedies.full)[1]?.trim()).toBe('dist');
      expect(code).toBe(1);
    });
  });

  test.runIf(namespaces.length === 0)('a full disk on any system', async () => {
    const { code, output } = await first.start({ NODE_OPTIONS: `--import=${fullDisk}` }).ended;
    expect(code).toBe(1);
    expect(output).toContain(remedies.full);
    expectSame(first.dist());
  });
});

test('a build after a killed one makes every picture again', async () => {
  const killed = first.start({}, '--verbose');
  await printed(killed, '/_astro/quay');
  killed.process.kill('SIGKILL');
  expect((await killed.ended).code).toBeNull();
  expectSame(first.dist());
  const pictures = readdirSync(first.path('node_modules/.astro/assets'));
  expect(pictures).not.toEqual([]);
  for (const name of pictures) truncateSync(first.path(`node_modules/.astro/assets/${name}`), 100);
  const { code, output } = await first.start().ended;
  expect(code, output).toBe(0);
  expect(output).toContain('The last build stopped early; its pictures are made again.');
  expectSame(first.dist());
});

test('a build restores the site after one that was killed between its renames, and lets no other build begin', async () => {
  first.write('node_modules/.astro/data-store.json', '{"half a');
  renameSync(first.path('dist'), first.path('.dist.previous'));
  first.write('.dist.next/index.html', '<p>Half a site');
  const build = first.start({}, '--verbose');
  await printed(build, 'Syncing content');
  build.process.kill('SIGSTOP');
  expect(await first.start().ended).toMatchObject({
    code: 1,
    output: expect.stringContaining(`Another build of this project is running, as process ${build.process.pid}.`) as string,
  });
  build.process.kill('SIGCONT');
  const { code, output } = await build.ended;
  expect(code, output).toBe(0);
  expect(output).toContain('The site before it is restored.');
  expect(output).not.toContain('its pictures are made again');
  expectSame(first.dist());
  expect(neighbours(first)).toEqual([]);
  expect(existsSync(first.path('node_modules/.astro/build.lock'))).toBe(false);
});

/** A module that fails to write any page. */
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
