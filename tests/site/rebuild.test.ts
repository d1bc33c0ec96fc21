import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Copy } from './copy.ts';

/** Each is up to four builds, on a machine that may be busy; in milliseconds. */
const patience = 400_000;
const projects = 'src/content/projects';

let copy: Copy;

beforeAll(() => {
  copy = copyProject({ pictures: true });
});
afterAll(() => copy.remove());

describe('a build that keeps what is unchanged makes the files that one from nothing makes', () => {
  test('after changes to case studies, pages, pictures and technologies', { timeout: patience }, async () => {
    await build();
    edit(`${projects}/gift-ledger.md`, (text) =>
      text.replace(/^title: .*$/m, 'title: A ledger by another name').replace(/^technologies: \[/m, 'technologies: [Zig, '),
    );
    rmSync(copy.path(`${projects}/museum-timed-entry.md`));
    cpSync(copy.path(`${projects}/irrigation-by-soil/field-map.jpg`), copy.path(`${projects}/irrigation-by-soil/night-plan.jpg`));
    edit('src/content/pages/about.md', (text) => text.replace(/^title: .*$/m, 'title: About this practice'));
    edit('src/content/technologies/technologies.yaml', (text) =>
      text.replace('- name: AWS\n  aliases: [', '- name: AWS cloud\n  aliases: [AWS, '),
    );
    // A file of the owner's goes before a page of ours at its address, kept or made.
    copy.write('public/projects/irrigation-by-soil.md', 'Of the owner.');
    // What is left in German leads to the page in English now.
    rmSync(copy.path('src/content/pages/contact.de.md'));
    expect((await build()).kept).toBeGreaterThan(10);
    const rebuilt = copy.dist();
    expect(rebuilt['projects/irrigation-by-soil.md']).toBe('Of the owner.');
    const { kept, made } = await build('--force');
    expect(kept).toBe(0);
    expectSame(rebuilt, copy.dist());
    // Feeds among them, in which names of pictures end where HTML within XML does.
    expect(await build()).toEqual({ kept: made, made: 0 });
    expectSame(copy.dist(), rebuilt);
  });

  test('after its memory was damaged and its last output changed by hand', { timeout: patience }, async () => {
    const before = copy.dist();
    for (const name of ['output-facts.json', 'documents.ndjson']) copy.write(`.cache/${name}`, '{"code": ');
    copy.write('dist/projects/gift-ledger/index.html', '<p>Not ours.</p>');
    rmSync(copy.path('dist/projects/claims-worklist.md'));
    expect((await build()).kept).toBeGreaterThan(10);
    expectSame(copy.dist(), before);
  });

  test('after the output that it grows from was changed by hand', { timeout: patience }, async () => {
    const before = copy.dist();
    const [card = ''] = Object.keys(before).filter((file) => file.startsWith('social/'));
    for (const file of ['projects/gift-ledger/index.html', 'rss.xml', card, 'not-ours/index.html']) {
      rmSync(copy.path(`.dist.spare/${file}`), { force: true });
      copy.write(`.dist.spare/${file}`, 'Not ours.');
    }
    rmSync(copy.path('.dist.spare/projects/gift-ledger.md'));
    expect((await build()).made).toBe(0);
    expectSame(copy.dist(), before);
    expect(existsSync(copy.path('dist/not-ours'))).toBe(false);
  });
});

test('compressed files are kept with what they were made of', { timeout: patience }, async () => {
  const compressed = async (): Promise<number> => {
    const { code, output } = await copy.start({ PRECOMPRESS: '1' }).ended;
    expect(code, output).toBe(0);
    return Number(/(\d+) files are compressed/.exec(output)?.[1]);
  };
  const all = await compressed();
  const before = copy.dist();
  copy.write('dist/projects/gift-ledger/index.html.gz', 'Not ours.');
  expect(await compressed()).toBeLessThan(all / 2);
  expectSame(copy.dist(), before);
});

/** Build, and tell how many files were kept from the last build, and how many made, of those that may be kept. */
async function build(...flags: string[]): Promise<{ kept: number; made: number }> {
  const { code, output } = await copy.start({}, ...flags).ended;
  expect(code, output).toBe(0);
  const [kept = 0, made = 0] = ['kept', 'made'].map((how) => Number(new RegExp(`(\\d+) files are ${how}`).exec(output)?.[1] ?? 0));
  return { kept, made };
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(copy.path(path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  copy.write(path, after);
}

/** Compare by names first: a difference of whole sites is not to be read. */
function expectSame(dist: Record<string, string>, expected: Record<string, string>): void {
  expect(Object.keys(dist)).toEqual(Object.keys(expected));
  expect(Object.keys(dist).filter((file) => dist[file] !== expected[file])).toEqual([]);
}
