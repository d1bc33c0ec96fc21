import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type Copy } from './copy.ts';
import { parseHtml, textOf } from './dist.ts';

const bare = '---\ntitle: The Reading Room\n---\n\nThe library had nine rooms and a paper diary. Now it has tablets.\n';

let copy: Copy;
let dist: Record<string, string>;

beforeAll(async () => {
  copy = copyProject({ projects: { 'reading-room.md': bare } });
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  dist = copy.dist();
}, 120_000);
afterAll(() => copy.remove());

const pages = () => Object.entries(dist).flatMap(([file, html]) => (file.endsWith('.html') ? [{ file, document: parseHtml(html) }] : []));

test('a site of one title and one story has no page of results, technologies, industries or years', () => {
  expect(Object.keys(dist)).toContain('projects/reading-room/index.html');
  expect(Object.keys(dist).filter((file) => /^(?:results|technologies|industries|years)\//.test(file))).toEqual([]);
});

test('nothing links to pages that it does not have', () => {
  const missing = pages().flatMap(({ file, document }) =>
    [...document.querySelectorAll('a[href^="/"]')]
      .map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*/, '').slice(1))
      .filter((path) => !(path in dist) && !(`${path}index.html` in dist))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
  const listed = ['llms.txt', ...Object.keys(dist).filter((file) => file.startsWith('sitemap'))].map((file) => dist[file] ?? '').join('\n');
  expect(listed).toContain('reading-room');
  expect(listed).not.toMatch(/\/(?:results|technologies|industries|years)\b/);
});

test('counts and filters nothing', () => {
  for (const file of ['index.html', 'projects/index.html']) {
    const { document } = pages().find((page) => page.file === file) ?? {};
    expect(document?.querySelectorAll('main :is(dl, details, fieldset)')).toHaveLength(0);
    expect(textOf(document?.querySelector('main') ?? null)).not.toMatch(/\b0\b|undefined|null/);
  }
  expect(textOf(parseHtml(dist['projects/index.html'] ?? '').querySelector('main'))).toContain('1 case study');
});

test('the story describes its page, its card and its place in the feed', () => {
  const sentence = 'The library had nine rooms and a paper diary. Now it has tablets.';
  const { document } = pages().find(({ file }) => file === 'projects/reading-room/index.html') ?? {};
  expect(document?.querySelector('meta[name=description]')?.getAttribute('content')).toBe(sentence);
  expect(textOf(parseHtml(dist['index.html'] ?? '').querySelector('.case'))).toContain(sentence);
  expect(dist['rss.xml']).toContain(`<description>${sentence}</description>`);
});
