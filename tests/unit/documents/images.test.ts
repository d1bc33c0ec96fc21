import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isUnresolved, resolvePicture, type PictureOptions } from '../../../src/documents/images.ts';
import { png } from '../../fixtures/documents/make.ts';

const root = mkdtempSync(join(tmpdir(), 'pictures-'));
const outside = mkdtempSync(join(tmpdir(), 'outside-'));

/** Composed and, as macOS may write it, decomposed. */
const composed = 'T\u00fcr.png';
const decomposed = 'Tu\u0308r 2.png';
const oddNames = [
  composed,
  decomposed,
  'wide  shot (2).png',
  'q+a.png',
  '50% off.png',
  '%20.png',
  '\u{1f6a2}.png',
  '.hidden.png',
  'Pier.PNG',
  '\u6e2f.png',
];

beforeAll(() => {
  const files: Record<string, string | Uint8Array> = {
    'src/content/projects/flat.png': png(10, 20),
    'src/content/projects/case/quay one.png': png(11, 21),
    'src/assets/images/deep/quay.png': png(12, 22),
    'src/assets/images/both.png': png(13, 23),
    'src/assets/images/drawing.svg': '<svg viewBox="0 0 40 30"></svg>',
    'src/assets/images/sizeless.svg': '<svg></svg>',
    'src/assets/images/paper.png': '%PDF-1.7',
    'src/assets/images/pointer.jpg': 'version https://git-lfs.github.com/spec/v1\n',
    'src/assets/images/nothing.jpg': '',
    'src/assets/images/named.dat': png(1, 1),
    'src/assets/images/vast.png': png(50_000, 50_000),
    'public/assets/images/both.png': png(99, 99),
    'public/logo.png': png(14, 24),
    ...Object.fromEntries(oddNames.map((name) => [`src/content/projects/odd/${name}`, png(5, 7)])),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  writeFileSync(join(outside, 'secret.png'), png(1, 1));
  symlinkSync(join(outside, 'secret.png'), join(root, 'src/content/projects/out.png'));
  symlinkSync(outside, join(root, 'src/content/projects/door'));
  symlinkSync('../../assets/images/deep/quay.png', join(root, 'src/content/projects/in.png'));
});

afterAll(() => {
  for (const folder of [root, outside]) rmSync(folder, { recursive: true });
});

/** Resolve from a document in the projects' folder, or in a folder of its own. */
function resolve(
  written: string,
  { document = 'src/content/projects/case.md', ...size }: Partial<PictureOptions> & { document?: string } = {},
) {
  return resolvePicture(written, document, { root, ...size });
}

/** Return the error of an unresolved picture; undefined for one that exists. */
async function errorOf(written: string, document?: string): Promise<string | undefined> {
  const picture = await resolve(written, { ...(document && { document }) });
  return isUnresolved(picture) ? picture.message : undefined;
}

describe('a picture is found', () => {
  test.each([
    ['./flat.png', '/src/content/projects/flat.png', 10, 20],
    ['flat.png', '/src/content/projects/flat.png', 10, 20],
    ['/assets/images/deep/quay.png', '/src/assets/images/deep/quay.png', 12, 22],
    ['/assets/images/both.png', '/src/assets/images/both.png', 13, 23],
    ['../../assets/images/deep/quay.png', '/src/assets/images/deep/quay.png', 12, 22],
    ['in.png', '/src/content/projects/in.png', 12, 22],
    ['/assets/images/drawing.svg', '/src/assets/images/drawing.svg', 40, 30],
  ])('%s', async (written, path, width, height) => {
    expect(await resolve(written)).toMatchObject({ kind: 'asset', path, width, height });
  });

  test('beside its own document, with %20 decoded once', async () => {
    const document = 'src/content/projects/case/index.md';
    expect(await resolve('./quay%20one.png', { document })).toMatchObject({ path: '/src/content/projects/case/quay one.png' });
    expect(await resolve('quay one.png', { document })).toMatchObject({ path: '/src/content/projects/case/quay one.png' });
    expect(await errorOf('./quay%2520one.png', document)).toContain('was not found');
  });

  test.each(oddNames)('by any name, encoded or, where it has no percent sign, as it is: %s', async (name) => {
    const path = `/src/content/projects/odd/${name}`;
    expect(await resolve(`./odd/${encodeURIComponent(name)}`)).toMatchObject({ path });
    expect(await resolve(`./odd/${encodeURI(name)}`)).toMatchObject({ path });
    if (!name.includes('%')) expect(await resolve(`odd/${name}`)).toMatchObject({ path });
  });

  test('in public/, unchanged', async () => {
    expect(await resolve('/logo.png')).toEqual({ kind: 'public', href: '/logo.png', width: 14, height: 24, format: 'png' });
  });

  test('on another site, with its size', async () => {
    expect(await resolve('https://example.com/a.png', { width: 3, height: 2 })).toEqual({
      kind: 'remote',
      href: 'https://example.com/a.png',
      width: 3,
      height: 2,
    });
    expect(await errorOf('https://example.com/a.png')).toBe('is on another site and has no size');
  });
});

describe('a picture is rejected', () => {
  const away = "is outside the document's folder, `src/assets/images` and `public/`; it was not opened";

  test.each([
    ['./none.png', 'was not found; tried `src/content/projects/none.png`'],
    ['none.png', 'was not found; tried `src/content/projects/none.png`, `public/none.png`'],
    ['/assets/images/none.png', 'was not found; tried `src/assets/images/none.png`, `public/assets/images/none.png`'],
    ['/none.png', 'was not found; tried `public/none.png`'],
    ['/assets/images/deep/Quay.png', 'was not found; tried `src/assets/images/deep/Quay.png`, `public/assets/images/deep/Quay.png`'],
    ['../../../package.json', away],
    ['%2e%2e/%2e%2e/%2e%2e/x.png', away],
    ['./out.png', away],
    ['./door/secret.png', away],
    ['/assets/images/deep', 'is a folder, not a picture'],
    ['/assets/images/deep/', 'is a folder, not a picture'],
    ['/logo.png?v=2', 'has a query or a fragment'],
    ['/logo.png#a', 'has a query or a fragment'],
    ['assets\\images\\a.png', 'contains backslashes'],
    ['javascript:alert(1)', 'starts with `javascript:`, which no picture may'],
    ['data:image/png;base64,AA', 'starts with `data:`, which no picture may'],
    ['file:///etc/passwd', 'starts with `file:`, which no picture may'],
    ['//example.com/a.png', 'has a host but no scheme'],
    ['{{ site.url }}/a.png', 'contains Liquid, which is not evaluated here'],
    ['100%.png', 'contains a percent sign that encodes nothing'],
    ['a%00.png', 'contains a character that file names cannot have'],
    ['/assets/images/paper.png', 'is a PDF, not a picture: `src/assets/images/paper.png`'],
    ['/assets/images/pointer.jpg', 'is a Git LFS pointer; run `git lfs pull` to fetch the picture: `src/assets/images/pointer.jpg`'],
    ['/assets/images/nothing.jpg', 'is an empty file: `src/assets/images/nothing.jpg`'],
    ['/assets/images/sizeless.svg', 'is an SVG without a size'],
    ['/assets/images/vast.png', 'has 50,000 × 50,000 pixels; 100,000,000 in all are the limit: `src/assets/images/vast.png`'],
    ['/assets/images/named.dat', 'has no file extension of a picture'],
  ])('%s', async (written, why) => {
    expect(await errorOf(written)).toBe(why);
  });

  test.each([
    ['/assets/images/deep/Quay.png', '/assets/images/deep/quay.png'],
    ['/assets/images/deep/qauy.png', '/assets/images/deep/quay.png'],
    ['/src/assets/images/both.png', '/assets/images/both.png'],
    ['assets/images/drawing.svg', '/assets/images/drawing.svg'],
    ['/deep/quay.png', '/assets/images/deep/quay.png'],
    ['/public/logo.png', '/logo.png'],
    ['./odd/pier.png', './odd/Pier.PNG'],
    ['./Odd/Pier.PNG', './odd/Pier.PNG'],
    ['./Odd/pier.png', './odd/pier.png'],
    ['/assets/images/Deep/quay.png', '/assets/images/deep/quay.png'],
  ])('%s: did you mean %s?', async (written, meant) => {
    expect(await resolve(written)).toMatchObject({ fix: expect.stringContaining(`did you mean \`${meant}\`?`) as string });
  });

  test.each([
    [composed.normalize('NFD'), composed],
    [encodeURI(decomposed.normalize('NFC')), decomposed],
  ])('%s: the name that looks the same is spelt otherwise', async (name, meant) => {
    expect(await resolve(`./odd/${name}`)).toMatchObject({
      fix: `\`./odd/${meant}\` looks the same, but one of the two has its accents as separate characters: rename the file, or copy its name`,
    });
  });
});
