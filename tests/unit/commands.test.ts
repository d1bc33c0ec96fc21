import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkArguments, commands, help } from '../../scripts/commands.mjs';
import { questions } from '../../src/lib/new-project.ts';
import { checkFolder, checkNode, checkPackages } from '../../scripts/requirements.mjs';
import { closestMatch } from '../../src/schemas/closest-match.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
const refusal = (name: string, ...args: string[]): string | null => checkArguments(name, args, closestMatch);

describe('the commands', () => {
  test('are the scripts of package.json, all through one entry', () => {
    expect(manifest.scripts).toEqual(Object.fromEntries(Object.keys(commands).map((name) => [name, `node scripts/run.mjs ${name}`])));
  });

  test.each(Object.entries(commands))('%s exists and has help', (name, { runs, flags = {} }) => {
    expect(runs !== undefined || existsSync(`${root}scripts/${name}.ts`)).toBe(true);
    for (const flag of Object.keys(flags)) expect(help(name)).toContain(`  ${flag}  `);
  });

  test('new has a flag for every question', () => {
    const flags = Object.keys(commands['new']?.flags ?? {}).map((flag) => flag.split(' ', 1)[0]);
    expect(questions.map((name) => `--${name.replaceAll('_', '-')}`).filter((flag) => !flags.includes(flag))).toEqual([]);
  });

  test.each(['run', 'commands', 'compile-cache', 'requirements'])('old versions of Node can read %s.mjs', (name) => {
    const source = readFileSync(`${root}scripts/${name}.mjs`, 'utf8');
    expect(new Linter().verify(source, { languageOptions: { ecmaVersion: 2020, sourceType: 'module' } })).toEqual([]);
  });
});

describe('arguments', () => {
  test.each([
    ['build', '--force'],
    ['dev', '--port', '4555', '--host'],
    ['dev', '--host', '--open'],
    ['preview', '--port=80', '--host=0.0.0.0'],
    ['import', '../old-site', '--dry-run'],
    ['new', '--title', 'A – B', '-y'],
    ['new', 'A – B', '--template', 'engineering'],
    ['test', '--project', 'unit'],
  ])('%s takes %s %s', (name, ...args) => expect(refusal(name, ...args)).toBeNull());

  test.each([
    ['a misspelt flag', ['build', '--forse'], '`npm run build` has no flag `--forse`. Did you mean `--force`? '],
    ['a flag of another command', ['check', '--port'], '`npm run check` has no flag `--port`. '],
    ['a flag without its value', ['dev', '--port', '--open'], '`--port` needs a value: `--port NUMBER`. '],
    ['a value that nothing takes', ['build', '--force=yes'], '`--force` takes no value. '],
    ['an argument that nothing takes', ['build', 'site'], '`npm run build` takes no argument `site`. '],
  ])('%s is refused', (_name, [name = '', ...args], message) => {
    expect(refusal(name, ...args)).toBe(`${message}\`npm run ${name} -- --help\` lists its flags.`);
  });
});

test('a tool gets arguments as they are, without a shell', () => {
  const file = join(tmpdir(), `casefolio-shell-${process.pid}`);
  spawnSync(process.execPath, [`${root}scripts/run.mjs`, 'test:unit', `$(touch ${file})`]);
  expect(existsSync(file)).toBe(false);
}, 60_000);

describe('the cache of compiled code', () => {
  let folder: string;
  const run = (limit: number): number => {
    const code = `import { cacheCompiledCode } from './scripts/compile-cache.mjs'; await cacheCompiledCode(process.argv[1], ${limit}); await import('yaml');`;
    spawnSync(process.execPath, ['--input-type=module', '--eval', code, folder], { cwd: root });
    return readdirSync(folder, { recursive: true }).length;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'casefolio-code-'));
    writeFileSync(join(folder, 'earlier'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('keeps the modules of packages', () => {
    expect(run(1)).toBeGreaterThan(50);
    expect(existsSync(join(folder, 'earlier'))).toBe(true);
  });

  test('starts anew above its limit', () => {
    expect(run(0)).toBeGreaterThan(50);
    expect(existsSync(join(folder, 'earlier'))).toBe(false);
  });
}, 60_000);

describe('requirements', () => {
  const engines = { engines: { node: '>=22.18' } };

  test.each(['22.18.0', '22.19.1', '24.0.0', '100.1.0'])('Node %s is new enough', (version) => {
    expect(checkNode(version, engines)).toBeNull();
  });

  test.each(['22.17.1', '20.19.0', '14.21.3', '8.0.0'])('Node %s is too old', (version) => {
    expect(checkNode(version, engines)).toContain(`Casefolio needs Node 22.18 or newer; this is Node ${version}.\nInstall a newer one`);
    expect(checkNode(version, engines, { packaged: true })).toContain('Start the command with `npm run`');
    expect(checkNode(version, engines, { offered: true })).toContain('Run `npm ci`: the packages bring a newer one.');
  });

  test('packages have to match package.json', () => {
    const installed = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: Record<string, string> };
    expect(checkPackages(root, installed)).toBeNull();
    expect(checkPackages(root, { dependencies: { zod: '0.0.1', 'no-such-package': '1.0.0' } })).toMatch(
      /^The installed packages do not match package.json: zod is [\d.]+ instead of 0\.0\.1, and 1 more differ\. Run `npm ci`\.$/,
    );
    expect(checkPackages(`${root}tests`, installed)).toContain('there is no node_modules');
  });

  test.each(["/Users/ada/Ada's site", '/w/C# work', '/w/100% done', '/w/q?x', '/w/star*', '/w/a"b'])('%s is refused', (path) => {
    expect(checkFolder(path)).toContain(`${path}\nRename the folder, or move the project.`);
  });

  test.each(['/w/with space', '/w/Müller & Söhne', '/w/日本語', '/w/site (1)', '/w/[2024] {x}', '/w/a+b, c;d=e!@~^|<>', '/w/`$HOME`'])(
    '%s is fine',
    (path) => expect(checkFolder(path)).toBeNull(),
  );
});
