import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedCode } from '../../src/lib/shared-address.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { site, testSite, urls } from '../site/dist.ts';
import { documents } from '../site/documents.ts';
import { readPrintedPdf, type PrintedPdf } from './printed.ts';

/** The case studies of the selection, in its order, and one that it does not name. */
const chosen = ['night-ferry-tickets', 'ecommerce-platform-re-architecture', 'gift-ledger'];
const other = 'reading-room';
const titleOf = (slug: string) => String(documents().find((one) => one.slug === slug)?.fields['title']);

let copy: Copy;
let booklet: PrintedPdf;

beforeAll(async () => {
  copy = copyProject({ only: [...chosen, other].map((slug) => `${slug}.md`), pictures: true });
  const selections = 'src/content/selections';
  cpSync(join(fileURLToPath(testSite), selections), copy.path(selections), { recursive: true });
  const { code, output } = await copy.run([process.execPath, 'scripts/run.mjs', 'pdf', '--selection', 'harbour-board']).ended;
  expect(code, output).toBe(0);
  booklet = await readPrintedPdf(readFileSync(copy.path('pdf/harbour-board.pdf')));
});
afterAll(() => copy?.remove());

test('the cover of a selection names the reader, its page and its last day, and has the introduction and the scale', () => {
  const [cover = ''] = booklet.pages;
  const address = urls.absolute(urls.page('shared', sharedCode('selections/harbour-board', 'the secret of the fixtures')));
  const words = [site.name, 'Bookings that hold', 'Selected for The board of a harbour', '31 December 2099', 'two sources of truth'];
  expect([...words, address, 'before'].filter((text) => !cover.replace(/\s+/g, ' ').includes(text))).toEqual([]);
  expect(booklet).toMatchObject({ title: `Bookings that hold · ${site.name}`, lang: 'en-GB', tagged: true });
});

test('it has the chosen case studies alone, in order, each of two to four pages, with their numbers in the contents', () => {
  const tops = booklet.outline.filter(({ level }) => level === 1);
  expect(tops.map(({ title }) => title)).toEqual(['Bookings that hold', 'Contents', ...chosen.map(titleOf), 'Contact']);
  for (const [index, { title, page }] of tops.slice(2, -1).entries()) {
    expect(booklet.pages[1]).toMatch(new RegExp(`^${RegExp.escape(title)} .* ${page}$`, 'm'));
    const length = (tops[index + 3]?.page ?? 0) - page;
    expect([title, length >= 2 && length <= 4]).toEqual([title, true]);
  }
  expect(booklet.pages.join(' ')).not.toContain(titleOf(other));
});

test('it ends with how to reach the owner, and says of no case study that it is unlisted', () => {
  expect(booklet.pages.at(-1)).toContain(site.author.email);
  expect(booklet.pages.join(' ')).not.toContain('Not listed');
  expect(booklet.pages.join(' ')).not.toContain('Skerrywick');
});

test('a selection that does not exist is an error that names the others', async () => {
  const { code, output } = await copy.run([process.execPath, 'scripts/run.mjs', 'pdf', '--selection', 'harbor-board']).ended;
  expect(code).toBe(1);
  expect(output).toContain('There is no selection `harbor-board`.\nThe selections that have a page are: harbour-board.');
  expect(output).not.toContain('npm run dev');
});
