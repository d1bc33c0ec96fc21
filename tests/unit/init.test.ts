import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkAnswer, looks, normalizeAnswer, questions, siteOptions, type Answers } from '../../scripts/init/answers.ts';
import { gitState, undoCommand } from '../../scripts/init/git.ts';
import { carryOut, isOwn, makePlan } from '../../scripts/init/plan.ts';
import { digestOf, filesIn, listSamples, readSamples } from '../../scripts/init/samples.ts';
import { siteFiles } from '../../scripts/init/site-files.ts';
import { checkContent } from '../../src/checks/run.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { plant } from '../fixtures/import/sites.ts';

const ada: Answers = {
  name: 'Ada *Brook*',
  kind: 'person',
  address: 'ada.example/work/',
  language: 'en-GB',
  sentence: 'I make "slow" C# fast.',
  mail: 'ada@ada.example',
};
const locales = ['en-GB', 'de-AT', 'fr-FR', 'es-ES'];

describe('answers', () => {
  test('become options', () => {
    expect(siteOptions(ada)).toEqual({
      name: 'Ada *Brook*',
      url: 'https://ada.example',
      base: '/work',
      locale: 'en-GB',
      promise: 'I make "slow" C# fast.',
      description: 'Case studies by Ada *Brook*: I make "slow" C# fast.',
      about: expect.stringContaining('I am Ada *Brook*.'),
      author: { name: 'Ada *Brook*', kind: 'person', email: 'ada@ada.example' },
      theme: { mark: 'initials' },
    });
  });

  test.each(locales)('of the greatest length are valid in %s', (language) => {
    for (const kind of ['person', 'practice']) {
      const options = siteOptions({ ...ada, language, kind, name: 'n'.repeat(60), sentence: 's'.repeat(120) });
      expect(siteSchema.safeParse(options).error).toBeUndefined();
    }
  });

  test.each([
    ['ada.example', { url: 'https://ada.example' }],
    ['http://ada.example/', { url: 'http://ada.example' }],
    ['localhost:4321', { url: 'https://localhost:4321' }],
    ['https://ada.example/b%C3%BCro/', { url: 'https://ada.example', base: '/büro' }],
  ])('the address %s', (address, options) => {
    const { url, base } = siteOptions({ address });
    expect({ url, ...(base !== undefined && { base }) }).toEqual(options);
  });

  test.each([
    ['I', 'person'],
    ['Person', 'person'],
    ['practice', 'organization'],
    ['we', 'organization'],
    ['studio', 'studio'],
  ])('the kind %s', (typed, kind) => expect(normalizeAnswer('kind', typed)).toBe(kind));

  test('write a look out, and change its parts', () => {
    expect(siteOptions({ theme: 'report' }).theme).toEqual({ mark: 'initials' });
    expect(siteOptions({ theme: 'studio', accent: 'teal' })).toMatchObject({ theme: { ...looks.studio.theme, accent: 'teal' } });
  });

  test.each([
    ['name', ' ', 'is missing'],
    ['name', 'Ada', null],
    ['kind', 'studio', 'must be person or practice'],
    ['address', 'ada example', expect.stringContaining('is not a full address')],
    ['address', 'ada.example?a=1', expect.stringContaining('has a query')],
    ['language', 'de-CH', null],
    ['language', 'english', expect.stringContaining('must be a BCP 47 language tag')],
    ['language', 'pt-PT', expect.stringContaining('`pt-PT` has no texts')],
    ['sentence', 's'.repeat(121), 'has 121 characters; it may have at most 120 characters'],
    ['mail', 'ada', '`ada` is not an email address'],
    ['paper', 'wram', expect.stringContaining('did you mean `warm`?')],
    ['name', 'Ada\u0007', expect.stringContaining('U+0007')],
    ['theme', 'neon', 'must be one of report, studio, almanac, works, plain'],
    ['theme', '', null],
  ] as const)('are checked by the schema: %s %j', (question, answer, message) => expect(checkAnswer(question, answer)).toEqual(message));

  test('have a flag each', () => expect(Object.keys(ada).every((name) => (questions as readonly string[]).includes(name))).toBe(true));
});

describe('the first files of a site', () => {
  const today = '2026-03-04';

  test.each(locales.flatMap((language) => ['person', 'practice'].map((kind) => ({ language, kind }))))(
    'have nothing to report: $language, $kind',
    async ({ language, kind }) => {
      const files = await siteFiles(siteOptions({ ...ada, language, kind }), { root: '.', today });
      const root = plant(Object.fromEntries(files));
      expect((await checkContent({ root, today, locale: language })).diagnostics).toEqual([]);
      expect([...files.values()].join('\n')).not.toMatch(/\{\w+\}(?!,)/);
    },
  );

  test('show a name and a sentence as they are typed', async () => {
    const files = await siteFiles(siteOptions(ada), { root: '.', today });
    expect(files.get('src/content/pages/about.md')).toContain('I make "slow" C# fast.\n\nI am Ada \\*Brook\\*.');
    expect(files.get('src/site.config.ts')).toContain(`promise: 'I make "slow" C# fast.'`);
  });

  test('speak as a person or as a practice', async () => {
    const about = async (kind: string) =>
      (await siteFiles(siteOptions({ ...ada, kind }), { root: '.', today })).get('src/content/pages/about.md');
    expect(await about('person')).not.toMatch(/\b(?:we|us)\b/i);
    expect(await about('practice')).not.toMatch(/\b(?:I am|I did|me)\b/);
  });
});

describe('a plan', () => {
  const shipped = {
    'src/site.config.ts': 'shipped',
    'src/content/pages/about.md': 'about',
    'src/content/projects/one.md': '![](one.jpg)',
    'src/content/projects/two/index.md': '![](./two.jpg)',
    'src/content/projects/two/two.jpg': '2',
    'src/assets/images/one.jpg': '1',
  };
  const files = new Map([
    ['src/content/pages/about.md', 'mine'],
    ['src/content/projects/example/index.md', 'example'],
    ['src/site.config.ts', 'mine'],
  ]);
  const samples = Object.fromEntries(Object.entries(shipped).map(([path, text]) => [path, digestOf(Buffer.from(text))]));
  const planned = (changes: Record<string, string> = {}) => {
    const root = plant({ ...shipped, ...changes });
    return { root, plan: makePlan(root, { samples, files }) };
  };

  test('replaces and removes what was shipped', () => {
    const { root, plan } = planned();
    expect(plan).toMatchObject({ changed: [], used: [] });
    carryOut(root, plan);
    expect(filesIn(root, 'src')).toEqual([...files.keys()].toSorted());
    expect(readFileSync(join(root, 'src/site.config.ts'), 'utf8')).toBe('mine');
    const again = makePlan(root, { samples, files });
    expect([again.write.size, again.remove]).toEqual([0, []]);
  });

  test('leaves a sample that was changed, with its pictures, and needs no example then', () => {
    const { root, plan } = planned({ 'src/content/projects/two/index.md': 'Changed. ![](./two.jpg)' });
    expect(plan.changed).toEqual(['src/content/projects/two/index.md']);
    expect(plan.used).toEqual(['src/content/projects/two/two.jpg']);
    expect([...plan.write.keys()]).not.toContain('src/content/projects/example/index.md');
    carryOut(root, plan);
    expect(filesIn(root, 'src/content/projects')).toEqual(['index.md', 'two.jpg'].map((name) => `src/content/projects/two/${name}`));
  });

  test('leaves a picture that an own document shows, and a page of the same name', () => {
    const { plan } = planned({ 'src/content/projects/own.md': '![](/assets/images/one.jpg)', 'src/content/pages/about.mdx': 'own' });
    expect(plan.used).toEqual(['src/assets/images/one.jpg']);
    expect([...plan.write.keys()]).toEqual(['src/site.config.ts']);
  });

  test('never writes over options that are not the shipped ones', () => {
    const { root, plan } = planned({ 'src/site.config.ts': 'own' });
    expect(isOwn(root, 'src/site.config.ts', samples)).toBe(true);
    expect([...plan.write.keys()]).not.toContain('src/site.config.ts');
  });

  test('knows a sample with the line ends of Windows', () => {
    expect(digestOf(Buffer.from('a\r\nb\r\n'))).toBe(digestOf(Buffer.from('a\nb\n')));
  });

  test('that fails half-way leaves everything as it was', () => {
    const { root, plan } = planned();
    // The folder of the last file is a file by then.
    const blocked = { ...plan, write: new Map([...plan.write, ['src/new', 'new'], ['src/new/page.md', 'new']]) };
    expect(() => carryOut(root, blocked)).toThrow(/EEXIST|ENOTDIR/);
    expect(Object.fromEntries(filesIn(root, 'src').map((path) => [path, readFileSync(join(root, path), 'utf8')]))).toEqual(shipped);
  });
});

describe('git', () => {
  const git = (root: string, ...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const shipped = { 'src/site.config.ts': 'shipped', 'src/content/projects/one.md': 'one', 'README.md': 'x' };
  const repository = () => {
    const root = plant(shipped);
    for (const command of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'x'],
    ])
      git(root, ...command);
    return root;
  };

  test('keeps a project, or has changes to commit, or does not know it', () => {
    const root = repository();
    expect(gitState(root)).toBe('clean');
    writeFileSync(join(root, 'new.txt'), '');
    expect(gitState(root)).toBe('dirty');
    expect(gitState(plant(shipped))).toBe('none');
  });

  test('undoes a plan with the command printed', () => {
    const root = repository();
    const files = new Map([
      ['src/content/projects/example/index.md', 'example'],
      ['src/site.config.ts', 'mine'],
    ]);
    const plan = makePlan(root, { samples: listSamples(root), files });
    carryOut(root, plan);
    expect(gitState(root)).toBe('dirty');
    const command = undoCommand(plan);
    expect(command).toBe('git restore src/site.config.ts src/content && git clean -fdq src/content/projects/example');
    expect(spawnSync(command, { cwd: root, shell: true }).status).toBe(0);
    expect(gitState(root)).toBe('clean');
  });
});

describe('the list of samples', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const samples = readSamples(root);

  test('has the options and, in the folders of an owner, documents and pictures', () => {
    expect(Object.keys(samples)).toEqual(Object.keys(samples).toSorted());
    expect(samples).toHaveProperty(['src/site.config.ts']);
    for (const [path, digest] of Object.entries(samples)) {
      expect(path).toMatch(/^src\/(?:site\.config\.ts$|content\/|assets\/)/);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('is made of what is there', () => {
    const made = plant({
      'src/site.config.ts': 'a',
      'src/content/projects/x.md': 'b',
      'src/assets/images/p.jpg': 'c',
      'src/lib/y.ts': 'd',
    });
    expect(Object.keys(listSamples(made))).toEqual(['src/assets/images/p.jpg', 'src/content/projects/x.md', 'src/site.config.ts']);
  });
});
