import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOwners, ownerPaths } from '../../../scripts/owner-paths.ts';
import { ownersTasks } from '../../../scripts/upgrade/changelog.ts';
import { lockFor, mergePackage } from '../../../scripts/upgrade/merge-package.ts';
import { compareVersions, repositoryAddress } from '../../../scripts/upgrade/releases.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the paths of the owner', () => {
  test.each([
    'src/site.config.ts',
    'src/content/projects/night-bus/index.de.md',
    'src/content/pages/Über uns.mdx',
    'src/assets/images/bus.jpg',
    'public/favicon.svg',
    'public/.well-known/me',
    'src/styles/owner.css',
  ])('%s is among them', (path) => expect(isOwners(path)).toBe(true));

  test.each([
    'src/site.config.ts.md',
    'src/content.config.ts',
    'src/contents/x.ts',
    'src/styles/owner.css.ts',
    'src/styles/tokens.css',
    'tests/fixtures/site/src/content/projects/a.md',
    'tests/fixtures/site/src/site.config.ts',
    'docs/public/x.md',
    'src/pages/index.astro',
    'package.json',
    '',
  ])('%s is not', (path) => expect(isOwners(path)).toBe(false));

  test('are written with slashes, folders with one at the end', () => {
    for (const path of ownerPaths) expect(path).toMatch(/^[\w.-]+(?:\/[\w.-]+)*(?:\.\w+|\/)$/);
  });
});

describe('package.json', () => {
  const merge = (base: object, owner: object, release: object): ReturnType<typeof mergePackage> =>
    mergePackage(...([base, owner, release] as unknown as Parameters<typeof mergePackage>));

  test.each<[string, object, object, object, object]>([
    ['a new dependency beside a changed one', { a: '1.0.0' }, { a: '1.0.0', b: '1.0.0' }, { a: '2.0.0' }, { a: '2.0.0', b: '1.0.0' }],
    ['a dependency that the release drops', { a: '1.0.0', b: '1.0.0' }, { a: '1.0.0', b: '1.0.0' }, { a: '1.0.0' }, { a: '1.0.0' }],
    ['one that both add', {}, { c: '3.1.0' }, { c: '3.1.0' }, { c: '3.1.0' }],
    ['one that the owner drops', { a: '1.0.0', b: '1.0.0' }, { b: '1.0.0' }, { a: '1.0.0', b: '1.1.0' }, { b: '1.1.0' }],
  ])('merges %s', (_, base, owner, release, merged) => {
    const result = merge({ dependencies: base }, { dependencies: owner }, { dependencies: release });
    expect(result).toMatchObject({ package: { dependencies: merged }, notes: [], conflicts: [] });
  });

  test.each([
    ['1.9.0', '1.10.0', '1.10.0'],
    ['1.10.0', '1.9.0', '1.10.0'],
    ['^1.9.0', '1.10.0', '^1.9.0'],
  ])('of %s and %s, where both changed it, has %s, and says so', (mine, theirs, chosen) => {
    const result = merge({ dependencies: { a: '1.0.0' } }, { dependencies: { a: mine } }, { dependencies: { a: theirs } });
    expect(result.package).toEqual({ dependencies: { a: chosen } });
    expect(result.notes).toEqual([`a: you have ${mine}, the release has ${theirs}; ${chosen === theirs ? 'its' : 'your'} choice is kept`]);
  });

  test('keeps a script that both changed, as a conflict', () => {
    const result = merge({ scripts: { a: 'x', b: 'x' } }, { scripts: { a: 'y', b: 'x' } }, { scripts: { a: 'z', b: 'z' } });
    expect(result).toMatchObject({
      package: { scripts: { a: 'y', b: 'z' } },
      conflicts: ['scripts.a is yours: y; the release has z'],
    });
  });

  test('has the version of the release, and names in the order of both', () => {
    const result = merge(
      { name: 'engine', version: '1.0.0', type: 'module' },
      { name: 'mine', version: '7.0.0', homepage: 'https://example.com', type: 'module' },
      { name: 'engine', version: '1.1.0', private: true, type: 'module' },
    );
    expect(JSON.stringify(result.package)).toBe(
      '{"name":"mine","version":"1.1.0","homepage":"https://example.com","private":true,"type":"module"}',
    );
  });

  test.each([
    ['the same packages', { a: '2.0.0' }, true],
    ['other packages', { a: '2.0.0', b: '1.0.0' }, false],
  ])('says of %s whether the lock file of the release fits', (_, owner, same) => {
    const release = { dependencies: { a: '2.0.0' } };
    expect(merge({ dependencies: { a: '1.0.0' } }, { dependencies: owner }, release).sameDependencies).toBe(same);
  });

  test('gives its name to the lock file of the release', () => {
    const lock = '{"name":"engine","version":"2.0.0","packages":{"":{"name":"engine","version":"2.0.0","license":"MIT"}}}';
    expect(JSON.parse(lockFor({ name: 'mine', version: '2.0.0' }, lock))).toEqual({
      ...{ name: 'mine', version: '2.0.0' },
      packages: { '': { name: 'mine', version: '2.0.0', license: 'MIT' } },
    });
  });
});

test.each([
  ['owner/name', 'https://github.com/owner/name.git'],
  ['github:owner/name', 'https://github.com/owner/name.git'],
  [{ type: 'git', url: 'git+https://example.com/a.git' }, 'https://example.com/a.git'],
  ['git@example.com:a/b.git', 'git@example.com:a/b.git'],
  ['', null],
  [undefined, null],
  [{ type: 'git' }, null],
])('the repository %j is fetched from %j', (repository, address) => expect(repositoryAddress(repository)).toBe(address));

test('versions are ordered by number', () => {
  expect(['v1.10.0', '1.9.9', 'v0.11.0', 'v1.9.10'].toSorted(compareVersions)).toEqual(['v0.11.0', '1.9.9', 'v1.9.10', 'v1.10.0']);
});

describe('the changelog', () => {
  const text = '# C\n\n## 2.0.0\n\n### What you must do\n\n- B.\n\n```\n## x\n```\n\n### New\n\n- N.\n\n## 1.5.0\n\n### Fixed\n\n- F.\n\n';
  const changelog = `${text}## v1.1.0, spring\n\n### What you must do\n\n- A.\n\n## 1.0.0\n\n### What you must do\n\n- Old.\n`;

  test.each([
    ['1.0.0', '2.0.0', ['v1.1.0 - A.', 'v2.0.0 - B.']],
    ['1.0.0', '1.5.0', ['v1.1.0 - A.']],
    ['1.1.0', '1.5.0', []],
  ])('says what to do from %s to %s', (from, to, expected) => {
    for (const source of [changelog, changelog.replaceAll('\n', '\r\n')])
      expect(ownersTasks(source, `v${from}`, `v${to}`).map(({ version, tasks }) => `${version} ${tasks.split('\n')[0]}`)).toEqual(expected);
  });

  test('of this project ends where package.json and the lock file are, with tasks for every release after the first', () => {
    const versions = [...read('docs/CHANGELOG.md').matchAll(/^## (\d+\.\d+\.\d+)$/gm)].map(([, version = '']) => version);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(versions[0]).toBe(version);
    expect(versions).toEqual(versions.toSorted((a, b) => compareVersions(b, a)));
    if (existsSync(join(root, 'package-lock.json')))
      expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version, packages: { '': { version } } });
    expect(ownersTasks(read('docs/CHANGELOG.md'), 'v0.1.0', `v${version}`).map((entry) => entry.version)).toContain(`v${version}`);
  });
});
