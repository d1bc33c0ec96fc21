import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { checkContent } from '../../../src/checks/run.ts';
import { harvest, jekyllSite, plant } from '../../fixtures/import/sites.ts';
import { compiled, copyProject } from '../../site/copy.ts';

// Each run starts a new Node process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const copy = copyProject();
afterAll(copy.remove);

function run(script: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [copy.path(`scripts/${script}`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the import', () => {
  test('writes nothing in a dry run and prints the report', () => {
    const [from, root] = [plant(jekyllSite), plant({})];
    const { code, out } = run('import.ts', from, '--root', root, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('\n2 documents would be written: 1 public, 1 draft.\n3 pictures would be copied, 1 not found.\n');
    expect(harvest(root)).toEqual({});
  });

  test('overwrites nothing in a second run and never changes the old site', () => {
    const [from, root] = [plant(jekyllSite), plant({})];
    const before = harvest(from);
    expect(JSON.parse(run('import.ts', from, '--root', root, '--json').out)).toMatchObject({
      dryRun: false,
      counts: { in: 2, written: 2, valid: 2, errors: 0 },
    });
    const after = harvest(root);
    expect(Object.keys(after)).toHaveLength(5);
    expect(run('import.ts', from, '--root', root).out).toContain('not written: src/content/projects/harbour-lights exists already');
    expect(harvest(root)).toEqual(after);
    expect(harvest(from)).toEqual(before);
  });

  test.each([
    ['no path is given', [], 'npm run import -- PATH'],
    ['the path does not exist', ['/nowhere'], '/nowhere does not exist.'],
    ['there is no case study', [copy.path('scripts/import')], 'contains no case studies'],
  ])('exits with 2 if %s', (_, args, says) => {
    const { code, err } = run('import.ts', ...args, '--root', plant({}));
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  test('lists the folders of a site whose names say nothing, and imports the one that is named', () => {
    const document = '---\ntitle: Salt\n---\nSalt eats every contact.\n';
    const from = plant({
      'package.json': '{}',
      'content/things/salt.md': document,
      'content/things/mud.md': document,
      'content/about.md': document,
    });
    const root = plant({});
    const { code, err } = run('import.ts', from, '--root', root);
    expect([code, err]).toEqual([2, expect.stringContaining('  1. content/things  2 documents\n')]);
    expect(harvest(root)).toEqual({});
    expect(run('import.ts', from, '--root', root, '--collection', 'content/things').code).toBe(0);
    expect(Object.keys(harvest(root))).toEqual(['src/content/projects/mud.md', 'src/content/projects/salt.md']);
  });

  test('says which files it cannot read', () => {
    const from = plant({ 'config.rb': '', 'source/work/salt.html.slim': '---\ntitle: Salt\n---\nh1 Salt\n' });
    expect(run('import.ts', from, '--root', plant({})).err).toContain('1 skipped: .slim files cannot be read.');
  });
});

describe('a new case study', () => {
  const flags = ['--title', 'Owl Box', '--client', 'Barn', '--tagline', 'Counts owls.', '--technologies', 'Go'];

  test('is written without a terminal where the flags suffice, and never over another', () => {
    const root = plant({});
    expect(run('new.ts', ...flags, '--root', root)).toMatchObject({ code: 0, err: '' });
    const written = harvest(root);
    expect(Object.keys(written)).toEqual(['src/content/projects/owl-box/index.md']);
    expect(run('new.ts', ...flags, '--file', '--root', root)).toMatchObject({
      code: 2,
      err: 'src/content/projects/owl-box already exists; choose another --slug.\n',
    });
    expect(harvest(root)).toEqual(written);
  });

  test('can begin with an example of each kind of content, a draft that passes the check', async () => {
    const root = plant({});
    expect(run('new.ts', 'Owl Box', '--template', 'engineering', '--root', root)).toMatchObject({ code: 0, err: '' });
    const written = harvest(root);
    const folder = 'src/content/projects/owl-box';
    expect(Object.keys(written).toSorted()).toEqual([
      expect.stringMatching(/^src\/assets\/diagrams\/[0-9a-f]{16}\.svg$/),
      ...['after.svg', 'before.svg', 'index.md'].map((name) => `${folder}/${name}`),
    ]);
    const text = String(written[`${folder}/index.md`]);
    expect(text).toMatch(/^draft: true$/m);
    expect(text).toMatch(/^title: Owl Box$/m);
    for (const kind of ['```ts title=', '```mermaid title=', '```csv chart title=', "'before') ![", '> [!NOTE]'])
      expect(text).toContain(kind);
    const { diagnostics } = await checkContent({ root, today: '2026-01-01' });
    // The fields of the front matter are for the author to fill in.
    expect(diagnostics.filter(({ severity, field }) => severity === 'error' || field === 'body')).toEqual([]);
  });

  test.each([
    [['A', 'B'], 'write it in quotation marks, as in "A B"'],
    [['A', '--template', 'poem'], '--template poem does not exist; there is engineering.'],
    [['A', '--template', 'engineering', '--story', 'x'], 'Use either --story or --template'],
    [['--client', 'Barn'], 'Missing: --title.'],
    [[...flags, '--date', '2023-02-30'], '--date is not a date: 2023-02 has 28 days.'],
    [[...flags, '--slug', 'Owl Box'], '--slug Owl Box has a name that cannot be an address'],
    [[...flags, '--file', '--folder'], 'Use either --folder or --file'],
    [['--titel', 'x'], "Unknown option '--titel'"],
  ])('ends with 2 and says why: %j', (args, says) => {
    const root = plant({});
    const { code, err } = run('new.ts', ...args, '--root', root);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    expect(harvest(root)).toEqual({});
  });
});

test('verify-urls reports the old addresses that a built site does not serve', () => {
  const root = plant({ 'dist/index.html': '', 'dist/a/index.html': '', 'list.txt': '/a\n/b\n' });
  mkdirSync(join(root, 'empty'));
  expect(run('verify-urls.ts', join(root, 'list.txt'), '--dist', join(root, 'dist'))).toMatchObject({
    code: 1,
    out: '/b  is missing\n2 old addresses: 1 pages, 0 redirects, 0 files, 1 lost.\n',
  });
  expect(run('verify-urls.ts', join(root, 'list.txt'), '--dist', join(root, 'empty')).code).toBe(2);
});
