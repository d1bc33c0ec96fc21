import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { en } from '../../src/i18n/strings/en.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Build, type Copy } from './copy.ts';

const rota = makeDocument({ title: 'title: Rota', thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay at low tide }' });
const tides = makeDocument({ title: 'title: Tides', draft: 'draft: true' });
const quay = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 120, height: 80, channels: 3, background } })
    .png()
    .toBuffer();

let copy: Copy;
let server: Build;
let origin: string;

beforeAll(async () => {
  copy = copyProject({ projects: {} });
  await writeProjects();
  // Other documents name this path.
  copy.write('src/assets/images/quay.png', await quay('#888'));
  server = copy.run([process.execPath, 'scripts/dev.ts']);
  await until(() => /localhost:\d+/.test(server.output()));
  origin = `http://${/localhost:\d+/.exec(server.output())?.[0]}`;
});
afterAll(async () => {
  server.process.kill();
  await server.ended;
  copy.remove();
});

/** Let Vite's watcher come to rest: it drops a change that follows another one too soon. */
const pause = (): Promise<void> => setTimeout(500);

async function writeProjects(): Promise<void> {
  copy.write('src/content/projects/rota.md', rota);
  copy.write('src/content/projects/tides.md', tides);
  copy.write('src/content/projects/quay.png', await quay('#888'));
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const options = { timeout: 30_000, interval: 50 };
  await vi
    .waitUntil(async () => server.process.exitCode !== null || (await condition()), options)
    .catch((error: unknown) => Promise.reject(new Error(`${String(error)}\n${server.output().slice(-2000)}`)));
  expect(server.process.exitCode, server.output()).toBeNull();
}

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(origin + path);
  return { status: response.status, body: await response.text() };
}

const isMissing = async (path = '/projects/rota/'): Promise<boolean> => (await get(path)).status === 404;
const isShown = async (): Promise<boolean> => {
  const { status, body } = await get('/projects/rota/');
  return status === 200 && body.includes('>Rota</h1>');
};
const isComplete = async (): Promise<boolean> => (await isShown()) && (await pictureAddress()) !== undefined;

/** The address of the picture of the page, as the development server makes it. */
async function pictureAddress(): Promise<string | undefined> {
  return /src="(\/_image\/\?[^"]*projects%2Fquay\.png[^"]*)"/.exec((await get('/projects/rota/')).body)?.[1]?.replaceAll('&amp;', '&');
}

describe('the development server', () => {
  test('shows a draft and marks it', async () => {
    const draft = await get('/projects/tides/');
    expect(draft.status).toBe(200);
    expect(draft.body).toContain(en.hidden);
    expect((await get('/projects/rota/')).body).not.toContain(en.hidden);
  });

  test('shows a new picture of the same size', async () => {
    const before = String(await pictureAddress());
    await pause();
    copy.write('src/content/projects/quay.png', await quay('#f00'));
    await until(async () => (await isComplete()) && (await pictureAddress()) !== before);
    const response = await fetch(origin + String(await pictureAddress()));
    const { dominant } = await sharp(await response.arrayBuffer()).stats();
    expect(response.status).toBe(200);
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.g).toBeLessThan(50);
  });

  const [document, picture, folder] = ['rota.md', 'quay.png', ''].map((name) => () => copy.path(`src/content/projects/${name}`)) as [
    Path,
    Path,
    Path,
  ];

  test.each<Damage>([
    { name: 'a deleted document', path: document, damage: (path) => rmSync(path), then: isMissing },
    { name: 'a renamed document', path: document, damage: (path) => renameSync(path, `${path}.bak`), then: isMissing },
    {
      name: 'an emptied document',
      path: document,
      damage: (path) => truncateSync(path),
      then: isShown,
      report: 'rota.md:1:1  error  is empty',
    },
    { name: 'a folder in place of a document', path: document, damage: replaceByFolder, then: isMissing },
    { name: 'a deleted picture', path: picture, damage: (path) => rmSync(path), then: isShown, report: 'is not found; tried' },
    { name: 'an emptied picture', path: picture, damage: (path) => truncateSync(path), then: isShown, report: 'is an empty file' },
    {
      name: 'a folder in place of a picture',
      path: picture,
      damage: replaceByFolder,
      then: isShown,
      report: 'is a folder, no picture',
    },
    { name: 'a deleted folder of documents', path: folder, damage: (path) => rmSync(path, { recursive: true }), then: isMissing },
  ])('survives $name and shows the page when the files are back', async ({ path, damage, then, report = '' }) => {
    await until(isComplete);
    await pause();
    const printed = server.output().length;
    damage(path());
    await until(async () => (await then()) && server.output().slice(printed).includes(report));
    rmSync(folder(), { recursive: true, force: true });
    await pause();
    await writeProjects();
    await until(isComplete);
  });

  test('reports documents that cannot be read, and reads them when it can', async () => {
    const pages = copy.path('src/content/pages');
    renameSync(pages, `${pages}-away`);
    writeFileSync(pages, 'Not a folder.');
    await until(() => server.output().includes('The documents cannot be read: ENOTDIR'));
    expect(await isComplete()).toBe(true);
    expect(await isMissing('/about/')).toBe(false);
    rmSync(pages);
    await until(() => isMissing('/about/'));
    await pause();
    renameSync(`${pages}-away`, pages);
    await until(async () => !(await isMissing('/about/')));
    copy.write('src/content/projects/rota.md', rota.replace('title: Rota', 'title: Roster'));
    await until(async () => (await get('/projects/rota/')).body.includes('>Roster</h1>'));
  });

  test('throws no error of its own', () => {
    expect(server.output()).not.toMatch(/unhandled|\n\s+at .*\/src\/(?:lib|loaders|integrations)\//i);
    expect(server.process.exitCode).toBeNull();
  });
});

type Path = () => string;

interface Damage {
  name: string;
  path: Path;
  damage: (path: string) => void;
  /** The state of the page afterwards. */
  then: () => Promise<boolean>;
  /** A part of the report. */
  report?: string;
}

function replaceByFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}
