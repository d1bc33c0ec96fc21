import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact, factsOf, learnAsWritten, learnFacts, recallFacts, rememberFacts } from '../../../src/integrations/output.ts';

let root: string;
let cache: URL;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-'));
  cache = pathToFileURL(`${root}/.cache/`);
  recallFacts(cache);
});
afterEach(() => rmSync(root, { recursive: true }));

const page = `<html><head><meta http-equiv="content-security-policy" content="default-src 'none'"></head><body><img src="/_astro/quay.webp"></body>`;

describe('what is known of a file', () => {
  test('is known in the next build, as long as the file is the same', () => {
    write('index.html', page);
    const facts = learnFacts('index.html', file('index.html'), page) && factsOf('index.html', file('index.html'));
    expect(facts).toMatchObject({ policy: "default-src 'none'", files: ['_astro/quay.webp'] });
    expect(fact('length', 'index.html', file('index.html'), (bytes) => bytes.length)).toBe(page.length);
    rememberFacts(cache);
    recallFacts(cache);
    expect(factsOf('index.html', file('index.html'))).toEqual(facts);
    expect(fact('length', 'index.html', file('index.html'), never)).toBe(page.length);
    rememberFacts(cache);
    recallFacts(cache);
    utimesSync(file('index.html'), 1, 1);
    expect(fact('length', 'index.html', file('index.html'), () => 'anew')).toBe('anew');
  });

  test('is learnt from bytes as they come, wherever they are cut', () => {
    const text = `{"images":["https://a.example/_astro/qu%C3%A4y.webp","/social/a.png"]}\n/_astro/last.jpg`;
    write('a.json', text);
    for (let cut = 1; cut < text.length; cut++) {
      const { read, finish } = learnAsWritten();
      for (const part of [text.slice(0, cut), text.slice(cut)]) read(Buffer.from(part));
      finish('a.json', file('a.json'));
      expect(factsOf('a.json', file('a.json')).files).toEqual(['_astro/quäy.webp', 'social/a.png', '_astro/last.jpg']);
    }
  });

  test('is left out when nobody has asked for it', () => {
    write('a.md', 'A');
    fact('kind', 'a.md', file('a.md'), () => 1);
    for (const _build of [1, 2]) {
      rememberFacts(cache);
      recallFacts(cache);
    }
    expect(fact('kind', 'a.md', file('a.md'), () => 'anew')).toBe('anew');
  });

  test.each(['', '{"strings": [', 'null', '{}', '[["index.html",{"stamp":"1 1","facts":{}}]]', '{"strings":[],"entries":{}}'])(
    'is nothing where its memory says %s',
    (written) => {
      rememberFacts(cache);
      writeFileSync(new URL('output-facts.json', cache), written);
      expect(() => recallFacts(cache)).not.toThrow();
    },
  );
});

test.each([
  ['HTML', 'index.html', '<img src="/_astro/a.webp"><a href="/social/b.png?x#y">', ['_astro/a.webp', 'social/b.png']],
  ['HTML within XML', 'rss.xml', '&lt;img src=&quot;/_astro/a.webp&quot;&gt;', ['_astro/a.webp']],
  ['HTML within XML, escaped twice', 'rss.xml', 'src=&amp;quot;/_astro/a.webp&amp;quot; alt', ['_astro/a.webp']],
  ['Markdown', 'a.md', '![A quay](/_astro/kůň.webp), as on /social/b.png.', ['_astro/kůň.webp', 'social/b.png']],
  [
    'JSON',
    'a.json',
    '{"image":"https://example.com/social/b.png","html":"<img src=\\"/_astro/a.webp\\">"}',
    ['social/b.png', '_astro/a.webp'],
  ],
  [
    'an address with signs',
    'a.html',
    '<img src="/_astro/k%C5%AF%C5%88.webp"><img src="/_astro/a&amp;b.webp">',
    ['_astro/kůň.webp', '_astro/a&b.webp'],
  ],
])('the files that %s names end where their names do', (_kind, path, text, files) => {
  write(path, text);
  expect(factsOf(path, file(path)).files).toEqual(files);
});

function file(path: string): string {
  return join(root, path);
}

function write(path: string, text: string): void {
  writeFileSync(file(path), text);
}

function never(): never {
  throw new Error('It is known already.');
}
