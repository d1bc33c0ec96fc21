import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/strings/en.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Build, type Copy } from './copy.ts';

const rota = makeDocument({ title: 'title: Rota', thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay at low tide }' });
const page = '/projects/rota/';

/** On a machine that may be busy; in milliseconds. */
const patience = 120_000;

let copy: Copy;
let server: Build;
let origin: string;
let quay: Buffer;

beforeAll(async () => {
  quay = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
  copy = copyProject({ projects: { 'rota.md': rota, 'tides.md': makeDocument({ title: 'title: Tides', draft: 'draft: true' }) } });
  copy.write('src/content/projects/quay.png', quay);
  copy.write('src/assets/images/quay.png', quay);
  server = copy.run([process.execPath, 'scripts/dev.ts']);
  await until(() => /localhost:\d+/.test(server.output()));
  origin = `http://${/localhost:\d+/.exec(server.output())?.[0]}`;
}, patience);
afterAll(async () => {
  server.process.kill();
  await server.ended;
  copy.remove();
});

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await reached()); await setTimeout(100)) {
    if (server.process.exitCode !== null || performance.now() - began > patience / 3)
      throw new Error(`It never came to that:\n${server.output().slice(-2000)}`);
  }
}

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(origin + path);
  return { status: response.status, body: await response.text() };
}

const missing = async (): Promise<boolean> => (await get(page)).status === 404;
const shown = async (): Promise<boolean> => {
  const { status, body } = await get(page);
  return status === 200 && body.includes('>Rota</h1>');
};
const whole = async (): Promise<boolean> => (await shown()) && (await get(page)).body.includes('projects%2Fquay.png');

describe('the development server', { timeout: patience }, () => {
  test('shows a draft, and marks it', async () => {
    const draft = await get('/projects/tides/');
    expect(draft.status).toBe(200);
    expect(draft.body).toContain(en.hidden);
    expect((await get(page)).body).not.toContain(en.hidden);
  });

  const [document, picture, folder] = ['rota.md', 'quay.png', ''].map((name) => () => copy.path(`src/content/projects/${name}`)) as [
    Path,
    Path,
    Path,
  ];

  test.each<Fault>([
    { name: 'a document that is deleted', at: document, hurt: (path) => rmSync(path), then: missing },
    { name: 'a document that is renamed', at: document, hurt: (path) => renameSync(path, `${path}.bak`), then: missing },
    {
      name: 'an emptied document',
      at: document,
      hurt: (path) => truncateSync(path),
      then: shown,
      reported: 'rota.md:1:1  error  is empty',
    },
    { name: 'a folder in place of a document', at: document, hurt: replaced, then: missing },
    { name: 'a picture that is deleted', at: picture, hurt: (path) => rmSync(path), then: shown, reported: 'was not found; tried' },
    { name: 'an emptied picture', at: picture, hurt: (path) => truncateSync(path), then: shown, reported: 'is an empty file' },
    { name: 'a folder in place of a picture', at: picture, hurt: replaced, then: shown, reported: 'is a folder, not a picture' },
    { name: 'documents that are gone', at: folder, hurt: (path) => rmSync(path, { recursive: true }), then: missing },
  ])('lives through $name, and shows the page when it is back', async ({ at, hurt, then, reported = '' }) => {
    await until(whole);
    const before = server.output().length;
    hurt(at());
    await until(async () => (await then()) && server.output().slice(before).includes(reported));
    rmSync(copy.path('src/content/projects'), { recursive: true, force: true });
    // A watcher mistakes a file for the folder it replaces, unless it has noticed that the folder is gone.
    await setTimeout(500);
    copy.write('src/content/projects/rota.md', rota);
    copy.write('src/content/projects/quay.png', quay);
    await until(whole);
  });

  test('reports that documents cannot be read, and reads them when they can', async () => {
    const pages = copy.path('src/content/pages');
    renameSync(pages, `${pages}-away`);
    writeFileSync(pages, 'No folder.');
    await until(() => server.output().includes('The documents cannot be read: ENOTDIR'));
    expect(await whole()).toBe(true);
    rmSync(pages);
    await setTimeout(500);
    renameSync(`${pages}-away`, pages);
    copy.write('src/content/projects/rota.md', rota.replace('title: Rota', 'title: Roster'));
    await until(async () => (await get(page)).body.includes('>Roster</h1>'));
  });

  test('has met nothing that it did not expect', () => {
    expect(server.output()).not.toMatch(/unhandled|\n\s+at .*\/src\/(?:lib|integrations)\//i);
    expect(server.process.exitCode).toBeNull();
  });
});

type Path = () => string;

interface Fault {
  name: string;
  at: Path;
  hurt: (path: string) => void;
  /** What becomes of the page. */
  then: () => Promise<boolean>;
  /** Part of its report. */
  reported?: string;
}

function replaced(path: string): void {
  rmSync(path);
  mkdirSync(path);
}
