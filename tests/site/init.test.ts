import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, listSamples, samplesPath } from '../../scripts/init/samples.ts';
import { buildAll, copyProject, type Build, type Copy } from './copy.ts';
import { parseHtml, textOf } from './dist.ts';

/** Owners in each language and both voices, with the words of their pages that only their voice has. */
const owners = {
  en: { language: 'en-GB', kind: 'practice', name: 'Brook & Daughters', sentence: 'We keep old mills running.', voice: 'what we did' },
  de: { language: 'de-AT', kind: 'person', name: 'Öznur Weiß', sentence: 'Ich räume Lager auf.', voice: 'was ich getan habe' },
  fr: { language: 'fr-FR', kind: 'person', name: 'Zoé d’Aubigné', sentence: 'Je répare des moulins.', voice: 'ce que j’ai fait' },
  es: { language: 'es-ES', kind: 'practice', name: 'Ribera y Soto', sentence: 'Cuidamos molinos.', voice: 'qué hicimos' },
} as const;

/** Words of the sample firm, as the fixtures have them. */
const sampleFirm = /Tern (?:&|&amp;|and) Tide|fixtures\.example|take one slow system apart/i;

const copies: Copy[] = [];
afterAll(() => copies.forEach((copy) => copy.remove()));

/** A copy of the project in which two case studies, the pages and the pictures of the fixtures are the samples shipped. */
function shippedCopy(): Copy {
  const copy = copyProject({ only: ['gift-ledger.md', 'irrigation-by-soil'] });
  copies.push(copy);
  copy.write(samplesPath, JSON.stringify(listSamples(copy.root)));
  return copy;
}

const init = (copy: Copy, flags: readonly string[]): Build => copy.run([process.execPath, 'scripts/init.ts', ...flags]);

function flagsOf({ name, kind, language, sentence }: (typeof owners)[keyof typeof owners]): string[] {
  const answers = { name, kind, language, sentence, address: 'mill.example', mail: 'post@mill.example' };
  return Object.entries(answers).flatMap(([flag, value]) => [`--${flag}`, value]);
}

const filesOf = (copy: Copy): Record<string, string> =>
  Object.fromEntries(filesIn(copy.root, 'src').map((path) => [path, readFileSync(copy.path(path), 'latin1')]));

/** A terminal for a command whose input is a pipe. */
const asTerminal = ['--import', 'data:text/javascript,process.stdin.isTTY=true'];

const sites = Object.entries(owners).map(([language, owner]) => ({ language, owner, copy: shippedCopy(), said: '' }));
let printed: string;

beforeAll(async () => {
  for (const site of sites) {
    const { code, output } = await init(site.copy, [...flagsOf(site.owner), '--yes']).ended;
    expect(code, output).toBe(0);
    site.said = output;
  }
  printed = await buildAll(sites.map(({ copy }) => copy));
});

test('the check has nothing to report of a site begun', () => {
  expect(printed.match(/^\d+ documents checked: .*/gm)).toEqual(sites.map(() => '4 documents checked: no problems.'));
});

describe.each(sites)('a site begun in $language', (site) => {
  const { owner, copy } = site;
  let dist: Record<string, string>;

  beforeAll(() => {
    dist = copy.dist();
  });

  test('has an example, its pages and its options', () => {
    expect(filesIn(copy.root, 'src/content')).toHaveLength(5);
    expect(filesIn(copy.root, 'src/assets')).toEqual([]);
    expect(site.said).toMatch(/Removed: \d+ sample documents, \d+ pictures/);
    expect(site.said).toContain('Next: npm run dev');
  });

  test('says nothing of the sample firm', () => {
    expect(
      Object.entries(dist)
        .filter(([file, text]) => sampleFirm.test(file + text))
        .map(([file]) => file),
    ).toEqual([]);
  });

  test('speaks for its owner, in their language and voice', () => {
    const home = parseHtml(Buffer.from(dist['index.html'] ?? '', 'latin1').toString());
    expect(home.documentElement.lang).toBe(owner.language);
    expect(textOf(home.querySelector('h1'))).toBe(owner.sentence);
    expect(textOf(home.querySelector('main'))).toContain(owner.voice);
  });

  test('draws the outcome of its example to scale', () => {
    const page = Object.entries(dist).find(([file]) => /^projects\/[a-z-]+\/index\.html$/.test(file))?.[1] ?? '';
    expect(parseHtml(page).querySelectorAll('main metric-strip svg').length).toBeGreaterThan(0);
  });

  test('has no link that leads nowhere', () => {
    const missing = Object.entries(dist).flatMap(([file, html]) =>
      file.endsWith('.html')
        ? [...parseHtml(html).querySelectorAll('a[href^="/"]')]
            .map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*/, '').slice(1))
            .filter((path) => !(path in dist) && !(`${path}index.html` in dist))
            .map((path) => `${file}: ${path}`)
        : [],
    );
    expect(missing).toEqual([]);
  });
});

describe('npm run init', () => {
  let copy: Copy;
  let before: Record<string, string>;

  beforeAll(() => {
    copy = shippedCopy();
    before = filesOf(copy);
  });

  test('names what is missing without a terminal, with an example', async () => {
    const { code, output } = await init(copy, ['--name', 'Ann Mill', '--mail', 'ann@mill.example', '--yes']).ended;
    expect(code).toBe(2);
    expect(output).toContain(
      'Missing: --kind, --address, --language, --sentence. For example:\n  npm run init -- --name "Ann Mill" --kind',
    );
    expect(filesOf(copy)).toEqual(before);
  });

  test('names every flag that the schema rejects', async () => {
    const { code, output } = await init(copy, ['--mail', 'ann', '--language', 'xx-YY', '--yes']).ended;
    expect(code).toBe(2);
    expect(output).toMatch(/^--language: `xx-YY` has no texts.*\n--mail: `ann` is not an email address\n$/);
  });

  test('does nothing that cannot be undone, unless it is asked to', async () => {
    const { code, output } = await init(copy, flagsOf(owners.en)).ended;
    expect(code).toBe(2);
    expect(output).toContain('Git does not keep this folder');
    expect(filesOf(copy)).toEqual(before);
  });

  test('asks again after an invalid answer', async () => {
    const asked = copy.run([process.execPath, ...asTerminal, 'scripts/init.ts', '--yes', '--no-serve']);
    asked.process.stdin?.write('Ann Mill\nperson\nmill.example\nxx-YY\n');
    await expect.poll(() => asked.output(), { timeout: 20_000 }).toMatch(/has no texts[\s\S]*Language of the site/);
    asked.process.stdin?.end();
    await asked.ended;
    expect(filesOf(copy)).toEqual(before);
  });

  test.each(['SIGINT', 'end of input'])('that ends with %s has changed nothing', async (end) => {
    const asked = copy.run([process.execPath, ...asTerminal, 'scripts/init.ts', '--yes', '--no-serve']);
    asked.process.stdin?.write('Ann Mill\n');
    await expect.poll(() => asked.output(), { timeout: 20_000 }).toContain('Are you a person');
    if (end === 'SIGINT') asked.process.kill('SIGINT');
    else asked.process.stdin?.end();
    const { code, output } = await asked.ended;
    expect(end === 'SIGINT' ? code : output).toEqual(end === 'SIGINT' ? null : expect.stringContaining('Nothing was changed.'));
    expect(filesOf(copy)).toEqual(before);
  });

  test('leaves a sample that was changed, its pictures, and what is new', async () => {
    const changed = 'src/content/projects/irrigation-by-soil/index.md';
    copy.write(changed, `${readFileSync(copy.path(changed), 'utf8')}\nA sentence of mine.\n`);
    const { code, output } = await init(copy, [...flagsOf(owners.en), '--yes']).ended;
    expect(code, output).toBe(0);
    expect(output).toContain(`Left, because you changed them:\n  ${changed}`);
    expect(output).not.toMatch(/ {2}error {2}/);
    expect(filesIn(copy.root, 'src/content/projects')).toContain('src/content/projects/irrigation-by-soil/valve-board.jpg');
    expect(readFileSync(copy.path(changed), 'utf8')).toContain('A sentence of mine.');
    // By force, a page that is missing is written again; what is there stays.
    const now = filesOf(copy);
    rmSync(copy.path('src/content/pages/about.md'));
    const asked = await init(copy, []).ended;
    expect(asked).toMatchObject({ code: 0, output: expect.stringContaining('Would write:\n  src/content/pages/about.md') });
    expect(filesOf(copy)).not.toHaveProperty(['src/content/pages/about.md']);
    expect((await init(copy, ['--force', '--yes']).ended).code).toBe(0);
    expect(filesOf(copy)).toEqual(now);
  });

  test('leaves a site that is begun alone, even by force and for another owner', async () => {
    const now = filesOf(copy);
    const { code, output } = await init(copy, [...flagsOf(owners.de), '--force', '--yes']).ended;
    expect(code, output).toBe(0);
    expect(output).toContain('This site is already yours');
    expect(output).toContain('There is nothing to do.');
    expect(filesOf(copy)).toEqual(now);
  });
});
