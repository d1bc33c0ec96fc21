import { readFileSync, rmSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocument } from '../fixtures/documents/make.ts';
import { copyProject, type Copy } from './copy.ts';

let copy: Copy;
let good: Record<string, string>;

beforeAll(async () => {
  const picture = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
  // No document is hidden: removing one from the store would make Astro write its files anew.
  copy = copyProject({
    projects: {
      'rota.md': makeDocument({ thumbnail: 'thumbnail: ./quay.png', aliases: 'aliases: [/old/rota/]' }),
      'rota.de.md': makeDocument({ title: 'title: Der Dienstplan einer Rettungsstation', thumbnail: null }),
      'crane.mdx': makeDocument({ title: 'title: A crane that waits', thumbnail: null }, '{"Three"} *cranes*.'),
    },
  });
  copy.write('src/content/projects/quay.png', picture);
  copy.write(
    'src/pages/entry.json.ts',
    `import { getEntry, reference } from 'astro:content';
     export const GET = async () => Response.json(await getEntry(await reference('projects').parseAsync('rota')));`,
  );
  good = await build();
});
afterAll(() => copy.remove());

async function build(): Promise<Record<string, string>> {
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  return copy.dist();
}

/** Run a server of the project until it has answered. */
async function serve(script: 'dev' | 'preview'): Promise<void> {
  const server = copy.run([process.execPath, `scripts/${script}.ts`]);
  const origin = await new Promise<string>((resolve, reject) => {
    server.process.stdout?.on('data', () => {
      const [address] = /http:\/\/localhost:\d+/.exec(server.output()) ?? [];
      if (address) resolve(address);
    });
    server.ended.then(({ output }) => reject(new Error(output)), reject);
  });
  const { status } = await fetch(`${origin}/projects/rota/`);
  server.process.kill();
  await server.ended;
  expect(status, server.output()).toBe(200);
}

test('an entry has the fields of its author, its pictures as image metadata, and its body as HTML', () => {
  expect(JSON.parse(good['entry.json'] ?? '')).toMatchObject({
    id: 'rota',
    data: {
      title: 'Rota for a lifeboat station',
      pictures: { './quay.png': { kind: 'asset', src: { width: 120, height: 80, format: 'png' } } },
      hidden: false,
    },
    body: expect.stringContaining('Done.') as string,
    rendered: { html: '<p>Done.</p>' },
  });
});

test.each([{ before: ['preview', 'dev'] }, { before: ['cleanup', 'dev', 'preview'] }] as const)(
  'a build after $before gives the same dist',
  async ({ before }) => {
    for (const step of before) {
      if (step === 'cleanup')
        for (const folder of ['.astro', '.cache', 'node_modules/.astro']) rmSync(copy.path(folder), { recursive: true });
      else await serve(step);
    }
    const dist = await build();
    expect(Object.keys(dist)).toEqual(Object.keys(good));
    expect(Object.keys(dist).filter((file) => dist[file] !== good[file])).toEqual([]);
  },
);

test('a schema that has changed in its own module applies to the next build', async () => {
  const schema = readFileSync(copy.path('src/schemas/project.ts'), 'utf8');
  copy.write('src/schemas/project.ts', schema.replace(/(title: text\(\d*\))/, '$1.transform((title) => title.toUpperCase())'));
  expect(JSON.parse((await build())['entry.json'] ?? '')).toMatchObject({ data: { title: 'ROTA FOR A LIFEBOAT STATION' } });
});
