import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedCode } from '../../src/lib/shared-address.ts';
import { copyProject, type Copy } from './copy.ts';
import { fileAt, files, isSecret, pages, read, textOf, urls } from './dist.ts';

const secret = pages().filter((page) => page.secret);
const find = (heading: string) => secret.find(({ document }) => textOf(document.querySelector('h1')) === heading);
const unlisted = find('Tickets for the night ferry');
const selection = find('Bookings that hold');
const addressesIn = (html: string) => [...html.matchAll(/(?:href|src|srcset)="([^"]*)"/g)].flatMap(([, value = '']) => value.split(', '));

describe('what is shared by link alone', () => {
  test('is the unlisted case study and the selection that has not expired', () => {
    expect(secret.map(({ document }) => textOf(document.querySelector('h1'))).toSorted()).toEqual([
      'Bookings that hold',
      'Tickets for the night ferry',
    ]);
    expect(files().filter((file) => /^shared\/(?!media\/)/.test(file) && !isSecret(file))).toEqual([]);
  });

  test('says for whom it is and until when, and shows its case studies in order and their changes on one scale', () => {
    const text = textOf(selection?.document.querySelector('main') ?? null);
    expect(text).toContain('Selected for The board of a harbour');
    expect(text).toContain('3 case studies · This page is available until 31 December 2099.');
    expect(text).toContain('You asked which of our projects had two sources of truth');
    const titles = [...(selection?.document.querySelectorAll('.case-list h2') ?? [])].map(textOf);
    expect(titles).toEqual(['Tickets for the night ferry', 'E-commerce Platform Re-architecture', expect.any(String)]);
    expect(selection?.document.querySelector('.plate')).not.toBeNull();
  });

  test('leads only to public pages, and from the selection to its case studies', () => {
    const own = unlisted?.path ?? '';
    const shared = (html: string) => addressesIn(html).filter((address) => /\/shared\/(?!media\/)/.test(address));
    expect(new Set(shared(selection?.html ?? ''))).toEqual(new Set([own]));
    expect(shared(unlisted?.html ?? '')).toEqual([]);
  });

  test('keeps its pictures beside the private pages, named by their content alone', () => {
    const pictures = [...(unlisted?.document.querySelectorAll('main img, main source') ?? [])].flatMap((image) =>
      ['src', 'srcset'].flatMap((name) => image.getAttribute(name)?.split(', ') ?? []),
    );
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter((address) => !/\/shared\/media\/[0-9a-f]{20}\.(?:avif|webp|jpg|png)(?: \d+w)?$/.test(address))).toEqual([]);
    expect(pictures.filter((address) => fileAt(address.split(' ')[0] ?? '') === null)).toEqual([]);
  });

  test('keeps the alias of a confidential client', () => {
    expect(unlisted?.html).toContain('A ferry line');
    expect(files().filter((file) => read(file).includes('Skerrywick'))).toEqual([]);
  });

  test('has no other form: no feed, card, alternate, redirect or entry', () => {
    const head = [...(unlisted?.document.querySelectorAll('head link[rel=alternate]') ?? [])].map((link) => link.getAttribute('type'));
    expect(head).not.toContain('text/markdown');
    expect(files().filter((file) => file.includes('night-ferry') || (!isSecret(file) && read(file).includes('night-ferry')))).toEqual([]);
    expect(
      files().filter((file) => !isSecret(file) && /night ferry|Elixir|lighthouse keepers|Bookings that hold/.test(read(file))),
    ).toEqual([]);
  });
});

describe('the secret', () => {
  let copy: Copy;
  const share = (...flags: string[]) => copy.run([process.execPath, 'scripts/run.mjs', 'share', ...flags]).ended;
  const document = (fields: string) => `---\ntitle: A quiet case\n${fields}\n---\n\nA story with enough words to be read.\n`;
  const addresses = () => Object.keys(copy.dist()).filter(isSecret);

  beforeAll(() => {
    copy = copyProject({
      projects: { 'quiet.md': document('unlisted: true'), 'loud.md': document('date: 2024'), 'loud.de.md': document('unlisted: true') },
    });
    copy.write('src/content/selections/both.md', '---\ntitle: Both\nprojects: [quiet, loud]\n---\n');
  });
  afterAll(() => copy.remove());

  test('moves every address when it changes', async () => {
    const build = async (env: Record<string, string>) => {
      expect((await copy.start(env).ended).code).toBe(0);
      return addresses();
    };
    const first = await build({});
    const ids = ['projects/quiet', 'projects/loud.de', 'selections/both'];
    expect(first.toSorted()).toEqual(ids.map((id) => `shared/${sharedCode(id, 'the secret of the fixtures')}/index.html`).toSorted());
    const moved = await build({ CASEFOLIO_SECRET: 'another secret of the fixtures' });
    expect(moved.filter((address) => first.includes(address))).toEqual([]);
    expect(moved).toHaveLength(3);
    // The list of what is shared has the addresses of the build.
    const { output } = await share();
    expect(first.every((file) => output.includes(urls.absolute(urls.file(file.replace(/index\.html$/, '')))))).toBe(true);
  });

  test('gives an unlisted translation an address of its own, which its public original does not name', () => {
    const built = copy.dist();
    expect(Object.keys(built).filter((file) => /^(?:de\/)?projects\/(?:loud|quiet)/.test(file) && file.endsWith('.html'))).toEqual([
      'projects/loud/index.html',
    ]);
    expect(built['projects/loud/index.html']).not.toContain('hreflang="de"');
    expect(Object.keys(built).filter((file) => isSecret(file) && /<html lang="de"/.test(built[file] ?? ''))).toHaveLength(1);
  });

  test('is needed: without one, the build stops with the remedy, and the last good site stays', async () => {
    rmSync(copy.path('.env'));
    const before = copy.dist();
    const { code, output } = await copy.start({ CASEFOLIO_SECRET: '' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('npm run share -- --init');
    expect(copy.dist()).toEqual(before);
  });

  test('is made once, below what .env has, and nowhere that Git would publish it', async () => {
    rmSync(copy.path('.env'), { force: true });
    await copy.run(['git', 'init', '--quiet']).ended;
    const refused = await share('--init');
    expect([refused.code, existsSync(copy.path('.env'))]).toEqual([1, false]);
    expect(refused.output).toContain('Add the line `.env` to .gitignore');
    copy.write('.gitignore', '.env\n');
    copy.write('.env', 'OTHER=1');
    expect((await share('--init')).code).toBe(0);
    const made = readFileSync(copy.path('.env'), 'utf8');
    expect(made).toMatch(/^OTHER=1\nCASEFOLIO_SECRET=[\w-]{32}\n$/);
    expect((await share('--init')).output).toContain('There is a secret already');
    expect(readFileSync(copy.path('.env'), 'utf8')).toBe(made);
  });
});
