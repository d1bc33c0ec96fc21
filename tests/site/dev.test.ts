import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { en } from '../../src/i18n/strings/en.ts';
import { sharedCode } from '../../src/lib/shared-address.ts';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Build, type Copy } from './copy.ts';
import { urls } from './dist.ts';

const rota = makeDocument({ title: 'title: Rota', thumbnail: 'thumbnail: { image: ./quay.png, alt: A quay at low tide }' });
const tides = makeDocument({ title: 'title: Tides', draft: 'draft: true' });
const page = '/projects/rota/';

/** For one step on a busy machine, in milliseconds. */
const timeout = 30_000;

let copy: Copy;
let server: Build;
let origin: string;
let quay: Buffer;

beforeAll(async () => {
  quay = await drawQuay('#888');
  copy = copyProject({ projects: { 'rota.md': rota, 'tides.md': tides } });
  copy.write('src/content/projects/quay.png', quay);
  copy.write('src/assets/images/quay.png', quay);
  server = copy.run([process.execPath, 'scripts/run.mjs', 'dev']);
  await until(() => /localhost:\d+/.test(server.output()));
  origin = `http://${/localhost:\d+/.exec(server.output())?.[0]}`;
}, 60_000);
afterAll(async () => {
  server.process.kill();
  await server.ended;
  copy.remove();
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(condition, { timeout, interval: 100 }).catch((error: unknown) => {
    throw new Error(`The server did not get there. Its output:\n${server.output().slice(-2000)}`, { cause: error });
  });
}

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(origin + path);
  return { status: response.status, body: await response.text() };
}

const isMissing = async (): Promise<boolean> => (await get(page)).status === 404;
const isShown = async (): Promise<boolean> => {
  const { status, body } = await get(page);
  return status === 200 && body.includes('>Rota</h1>');
};
const isComplete = async (): Promise<boolean> => (await isShown()) && (await get(page)).body.includes('projects%2Fquay.png');

describe('the development server', { timeout: 3 * timeout }, () => {
  test('shows a draft and marks it', async () => {
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

  test.each<Damage>([
    { name: 'a deleted document', at: document, damage: (path) => rmSync(path), effect: isMissing },
    { name: 'a renamed document', at: document, damage: (path) => renameSync(path, `${path}.bak`), effect: isMissing },
    {
      name: 'an emptied document',
      at: document,
      damage: (path) => truncateSync(path),
      effect: isShown,
      report: 'rota.md:1:1  error  is empty',
    },
    { name: 'a folder in place of a document', at: document, damage: replaceByFolder, effect: isMissing },
    { name: 'a deleted picture', at: picture, damage: (path) => rmSync(path), effect: isShown, report: 'was not found; tried' },
    { name: 'an emptied picture', at: picture, damage: (path) => truncateSync(path), effect: isShown, report: 'is an empty file' },
    { name: 'a folder in place of a picture', at: picture, damage: replaceByFolder, effect: isShown, report: 'is a folder, not a picture' },
    { name: 'a deleted folder of documents', at: folder, damage: (path) => rmSync(path, { recursive: true }), effect: isMissing },
  ])('survives $name and shows the page once it is restored', async ({ at, damage, effect, report = '' }) => {
    await until(isComplete);
    const before = server.output().length;
    damage(at());
    await until(async () => (await effect()) && server.output().slice(before).includes(report));
    // All at once, as a change of branches does.
    rmSync(copy.path('src/content/projects'), { recursive: true, force: true });
    copy.write('src/content/projects/tides.md', tides);
    copy.write('src/content/projects/rota.md', rota);
    copy.write('src/content/projects/quay.png', quay);
    await until(isComplete);
  });

  test('shows a retaken picture of the same name and size', async () => {
    await until(isComplete);
    const { body } = await get(page);
    copy.write('src/content/projects/quay.png', await drawQuay('#222'));
    await until(async () => (await get(page)).body !== body);
    await until(isComplete);
  });

  test('shows every change of a document, however fast they follow each other', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      copy.write('src/content/projects/rota.md', rota.replace('title: Rota', `title: ${title}`));
      await until(async () => (await get(page)).body.includes(`>${title}</h1>`));
    }
    copy.write('src/content/projects/rota.md', rota);
    await until(isShown);
  });

  test('shows a change that is saved while a page is rendered', async () => {
    copy.write('src/pages/slow/[slug].astro', slowPage);
    const slow = async (): Promise<string> => (await get('/slow/rota/')).body;
    await until(async () => (await slow()).includes('Rota'));
    const changed = (title: string): string => rota.replace('title: Rota', `title: ${title}`);
    copy.write('src/content/projects/rota.md', changed('Five'));
    await until(async () => (await get(page)).body.includes('>Five</h1>'));
    const before = server.output().length;
    const rendered = slow();
    await until(() => server.output().slice(before).includes('Slow page has read the documents'));
    copy.write('src/content/projects/rota.md', changed('Six'));
    expect(await rendered).toContain('Five');
    await until(async () => (await slow()).includes('Six'));
    rmSync(copy.path('src/pages/slow'), { recursive: true });
    copy.write('src/content/projects/rota.md', rota);
    await until(isShown);
  });

  test('shows a new document, its new name, and no deleted one', async () => {
    const path = (name: string): string => copy.path(`src/content/projects/${name}.md`);
    const isListed = async (name: string): Promise<boolean> => (await get('/')).body.includes(`href="/projects/${name}/"`);
    writeFileSync(path('ebb'), makeDocument({ title: 'title: Ebb' }));
    await until(() => isListed('ebb'));
    renameSync(path('ebb'), path('flood'));
    await until(async () => (await isListed('flood')) && !(await isListed('ebb')));
    rmSync(path('flood'));
    await until(async () => !(await isListed('flood')));
  });

  test('shows private pages with and without a secret, and what is saved together with it', async () => {
    const list = async () => (await get('/shared/')).body;
    const before = server.output().length;
    rmSync(copy.path('.env'), { force: true });
    copy.write('src/content/projects/pilot.md', makeDocument({ title: 'title: Pilot', unlisted: 'unlisted: true' }));
    await until(async () => (await list()).includes('>Pilot</a>'));
    const body = await list();
    const words = en.sharing.noSecret.split('{command}');
    expect(words.filter((part) => !body.includes(part.trim()))).toEqual([]);
    expect(body).toContain('<code>npm run share -- --init</code>');
    const [, path = ''] = /<a href="(\/shared\/[^"]+)">Pilot/.exec(body) ?? [];
    expect(body).toContain(origin + path);
    expect((await get(path)).body).toContain(en.sharing.unlisted);
    for (const secret of ['a secret that was just made', 'another secret, made after it']) {
      copy.write('.env', `CASEFOLIO_SECRET=${secret}\n`);
      copy.write('src/content/projects/rota.md', rota.replace('title: Rota', `title: Rota with ${secret}`));
      const address = urls.absolute(urls.page('shared', sharedCode('projects/pilot', secret)));
      await until(async () => (await list()).includes(address));
      expect(await list()).not.toContain('--init');
      await until(async () => (await get(page)).body.includes(`>Rota with ${secret}</h1>`));
    }
    copy.write('src/content/projects/rota.md', rota);
    await until(isShown);
    // The server did not start again, which drops what is being rendered and read.
    expect(server.output().slice(before)).not.toMatch(/disconnected|runner has been closed|restarted/);
  });

  test('shows a changed component, style sheet and option', async () => {
    const edit = (path: string, change: (text: string) => string): void => copy.write(path, change(readFileSync(copy.path(path), 'utf8')));
    edit('src/components/site/Footer.astro', (text) => text.replace('</footer>', '<p>High water at noon</p></footer>'));
    await until(async () => (await get(page)).body.includes('High water at noon'));
    for (const width of [1, 2]) {
      edit('src/styles/base.css', (text) => `${text}\n:root { --tide-${width}: 1; }\n`);
      await until(async () => (await get(page)).body.includes(`--tide-${width}`));
    }
    edit('src/site.config.ts', (text) => text.replace(/name: '[^']*'/, "name: 'Spring Tide'"));
    await until(async () => (await get(page)).body.includes('Spring Tide'));
  });

  test('reports that documents cannot be read, and reads them when they can be', async () => {
    const pages = copy.path('src/content/pages');
    renameSync(pages, `${pages}-away`);
    writeFileSync(pages, 'No folder.');
    await until(() => server.output().includes('The documents cannot be read: ENOTDIR'));
    expect(await isComplete()).toBe(true);
    rmSync(pages);
    renameSync(`${pages}-away`, pages);
    copy.write('src/content/projects/rota.md', rota.replace('title: Rota', 'title: Roster'));
    await until(async () => (await get(page)).body.includes('>Roster</h1>'));
  });

  test('names the file and line of an error, once, without a stack trace', async () => {
    const before = server.output().length;
    copy.write('src/pages/tide-table.astro', '---\nconst tides = undefined;\nconst first = tides[0];\n---\n<p>{first}</p>\n');
    await until(async () => (await get('/tide-table/')).status === 500);
    await until(() => server.output().slice(before).includes('in src/pages/tide-table.astro:3:'));
    rmSync(copy.path('src/pages/tide-table.astro'));
  });

  test('starts with few lines, the address among them', () => {
    const [start = ''] = server.output().split(/(?<=Ctrl-C stops it\)\n)/);
    expect(start).toMatch(
      /^\d+ documents checked: .*\n(?:Port \d+ is in use; .*\n)?The site is at http:\/\/localhost:\d+\/ \(Ctrl-C stops it\)\n$/,
    );
  });

  test('prints no stack trace and keeps running', () => {
    expect(server.output()).not.toMatch(/unhandled|\n\s+at .*\/src\/(?:lib|integrations|loaders)\//i);
    expect(server.process.exitCode).toBeNull();
  });
});

/** A page that is being rendered for longer than a change takes. */
const slowPage = `---
import { getCollection } from 'astro:content';
export const getStaticPaths = async () => {
  const projects = await getCollection('projects');
  console.log('Slow page has read the documents');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return projects.map(({ id, data }) => ({ params: { slug: id }, props: data }));
};
---
<h1>{Astro.props.title}</h1>
`;

type Path = () => string;

interface Damage {
  name: string;
  at: Path;
  damage: (path: string) => void;
  /** What happens to the page. */
  effect: () => Promise<boolean>;
  /** Part of the report. */
  report?: string;
}

function replaceByFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function drawQuay(background: string): Promise<Buffer> {
  return sharp({ create: { width: 120, height: 80, channels: 3, background } })
    .png()
    .toBuffer();
}
