import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commit, git, makeSite, makeUpstream, writeFiles, type Files } from '../../fixtures/upstream.ts';

// Each upgrade starts git some twenty times.
vi.setConfig({ testTimeout: 60_000 });

const script = join(import.meta.dirname, '../../../scripts/upgrade.ts');
const upstream = makeUpstream("the engine's source");
const top = mkdtempSync(join(tmpdir(), 'casefolio-sites-'));
let count = 0;

afterAll(() => {
  upstream.remove();
  rmSync(top, { recursive: true, force: true });
});

const card = readFileSync(join(upstream.folder, 'src/components/Card.astro'), 'utf8').replace(' class="title"', '');
const ownCard = card.replace('<h2>', '<h2 id="mine">');

/** An owner's site: words, theme and a page of their own, one changed component, a sample deleted. */
const own: Files = {
  'src/site.config.ts': "export default { name: 'Ada Quell' };\n",
  'src/content/projects/mine.md': '---\ntitle: Mine\n---\n\nMy words.\n',
  'src/content/projects/sample.md': null,
  'src/styles/owner.css': 'h1 { color: teal; }\n',
  'src/pages/shop.astro': '<p>shop</p>\n',
  'src/components/Card.astro': ownCard,
};

const ownPackage = {
  name: 'ada-quell',
  scripts: { build: 'node build.ts', deploy: 'rsync' },
  dependencies: { alpha: '1.3.0', gamma: '5.0.0', omega: '1.0.0' },
};

describe.each(['clone', 'new repository', 'no repository'] as const)('a site that is a %s', (form) => {
  const site = newSite(form, own);
  const dryRun = site.upgrade('--dry-run');
  const before = site.files();
  const result = site.upgrade();
  const read = site.read;

  test('keeps the words, theme, pages and pictures of its owner, and no sample comes back', () => {
    for (const [path, content] of Object.entries(own))
      if (path !== 'src/components/Card.astro') expect(existsSync(site.path(path)) ? read(path) : null, path).toBe(content);
    expect(readdirSync(site.path('src/content/projects'))).toEqual(['mine.md']);
    expect(readdirSync(site.path('src/assets/images'))).toEqual(['sample.png']);
    expect(read('public/favicon.svg')).toContain('/>');
  });

  test('has all changes of the engine: components, dependencies, tokens, fields, moved files, modes', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({
      version: '2.0.0',
      dependencies: { alpha: '1.2.0', beta: '1.0.0', omega: '2.0.0' },
    });
    for (const path of ['src/components/New.astro', 'src/styles/tokens.css', 'src/schemas/project.ts', 'src/i18n/dates.ts', 'src/logo.png'])
      expect(read(path), path).toBe(readFileSync(join(upstream.folder, path), 'utf8'));
    expect(existsSync(site.path('src/lib'))).toBe(false);
    expect(existsSync(site.path('src/components/Old.astro'))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(site.path('scripts/tool.sh')).mode & 0o111).toBe(0o111);
  });

  test('has exactly one conflict: the component that both changed', () => {
    expect(result.code).toBe(1);
    expect(read('src/components/Card.astro')).toBe(
      card.replace(
        '  <h2>{title}</h2>\n',
        '<<<<<<< HEAD\n  <h2 id="mine">{title}</h2>\n=======\n  <h2 class="title">{title}</h2>\n>>>>>>> v2.0.0\n',
      ),
    );
    expect(site.files().filter((path) => read(path).includes('<<<<<<<'))).toEqual(['src/components/Card.astro']);
  });

  test('is shown the conflict, what it must do, and how to go back', () => {
    expect(result.output).toContain('src/components/Card.astro:6  you and the release changed the same lines');
    expect(result.output).toContain('v1.1.0\n- Nothing but rest.\n\nv2.0.0\n- Write `title` in `src/site.config.ts`.\n');
    expect(result.output).toContain('Next: settle what is listed above, npm ci, npm run check, npm start.');
    expect(result.output).toContain(form === 'no repository' ? '.cache/before-v2.0.0/' : 'git stash --include-untracked');
  });

  test('was not changed by the dry run, which listed the same', () => {
    expect(before).not.toContain('src/components/New.astro');
    const [plan = ''] = dryRun.output.split('\n\nThis was a dry run');
    for (const part of plan.split('\n\n')) expect(result.output).toContain(part);
    expect(dryRun.code).toBe(1);
  });

  test('has no branch, tag or commit that it had not before', () => {
    if (form === 'no repository') {
      expect(existsSync(site.path('.git'))).toBe(false);
      expect(readFileSync(site.path('.cache/before-v2.0.0/src/components/Card.astro'), 'utf8')).toBe(ownCard);
      expect(JSON.parse(readFileSync(site.path('.cache/before-v2.0.0/package.json'), 'utf8'))).toMatchObject({ version: '1.0.0' });
    } else {
      expect(git(site.root, 'log', '-1', '--format=%s')).toBe('A site of my own\n');
      expect(git(site.root, 'branch', '--list').trim().split('\n')).toHaveLength(form === 'clone' ? 2 : 1);
      expect(git(site.root, 'stash', '--include-untracked')).toContain('Saved');
      expect(site.files()).toEqual(before);
    }
  });
});

describe('files of the engine that the owner', () => {
  const mine = Buffer.from([137, 80, 78, 71, 0, 9, 9]);
  const manifest = JSON.parse(fromRelease('v1.0.0', 'package.json')) as Record<string, Record<string, string>>;
  const site = newSite('clone', {
    'package.json': `${JSON.stringify({ ...manifest, ...ownPackage }, null, 2)}\n`,
    'README.md': '# My site\n',
    'docs/CHANGELOG.md': null,
    'scripts/tool.sh': null,
    'scripts/own.js': 'upload();\n',
    'src/components/Old.astro': '<p>\n  old and mine\n</p>\n',
    'src/lib/dates.ts': fromRelease('v1.0.0', 'src/lib/dates.ts').replace('month0 = 0', 'month0 = 100'),
    'src/lib/times.ts': null,
    'src/logo.png': mine,
    'src/pages/services.astro': '<p>my services</p>\n',
    'src/pages/über uns.astro': '<p>wir</p>\n',
    'src/pages/own.astro': "---\nimport { month0 } from '../lib/dates.ts';\nimport Card from '../components/Card.astro';\n---\n",
    'src/content/pages/own.mdx': "import Gone from '../../components/Gone.astro';\n",
    'src/styles/tokens.css': null,
    'src/styles/theme.css': fromRelease('v1.0.0', 'src/styles/tokens.css'),
  });
  const { code, output } = site.upgrade();

  test('changed and the release moves have the change at the new place', () => {
    expect(output).toContain('\n  src/i18n/dates.ts (was src/lib/dates.ts)\n');
    expect(site.read('src/i18n/dates.ts')).toMatch(/month0 = 100;[^]*month11 = 12;/);
    expect(existsSync(site.path('src/lib/dates.ts'))).toBe(false);
  });

  test('moved and the release changes have the change where they are now', () => {
    expect(output).toContain('see whether both still fit:\n  src/i18n/dates.ts (was src/lib/dates.ts)\n  src/styles/theme.css\n');
    expect(site.read('src/styles/theme.css')).toContain('blue');
    expect(existsSync(site.path('src/styles/tokens.css'))).toBe(false);
  });

  test('changed and the release removes stay, named as a conflict', () => {
    expect(output).toContain('src/components/Old.astro  you changed it, v2.0.0 removed it; your file stays');
    expect(code).toBe(1);
    expect(site.read('src/components/Old.astro')).toContain('mine');
  });

  test('deleted stay deleted, and a removed folder stays away as a whole', () => {
    expect(output).toContain('they stay deleted:\n  scripts/tool.sh\n  src/i18n/times.ts\n');
    expect(
      ['scripts/tool.sh', 'docs/CHANGELOG.md', 'src/lib/times.ts', 'src/i18n/times.ts'].filter((path) => existsSync(site.path(path))),
    ).toEqual([]);
  });

  test('named as the release names a new one stay, and that of the release is saved', () => {
    expect(output).toContain('src/pages/services.astro  a file of yours has this name; it stays');
    expect(site.read('src/pages/services.astro')).toBe('<p>my services</p>\n');
    expect(site.read('.cache/upgrade/v2.0.0/src/pages/services.astro')).toBe('<p>services of the engine</p>\n');
    expect(site.read('src/pages/über uns.astro')).toBe('<p>wir</p>\n');
  });

  test('changed stay if they are binary and the release changes them, and that of the release is saved', () => {
    expect(output).toContain(
      'src/logo.png  you and the release changed it; yours stays, and that of v2.0.0 is .cache/upgrade/v2.0.0/src/logo.png',
    );
    expect(readFileSync(site.path('src/logo.png'))).toEqual(mine);
    expect(readFileSync(site.path('.cache/upgrade/v2.0.0/src/logo.png'))).toEqual(readFileSync(join(upstream.folder, 'src/logo.png')));
  });

  test('rewrote as texts about their project stay', () => {
    expect(output).toContain('without the changes of v2.0.0:\n  README.md\n');
    expect(site.read('README.md')).toBe('# My site\n');
  });

  test('import and the release moves or removes are named with the line that imports them', () => {
    const [, list = ''] = /Imports in files of yours that you must change:\n([^]*?)\n\n/.exec(output) ?? [];
    expect(list.split('\n')).toEqual([
      '  src/content/pages/own.mdx:1  ../../components/Gone.astro is removed',
      '  src/pages/own.astro:2  ../lib/dates.ts is src/i18n/dates.ts now',
    ]);
  });

  test('added to package.json stay: name, scripts and packages', () => {
    expect(JSON.parse(site.read('package.json'))).toEqual({
      name: 'ada-quell',
      version: '2.0.0',
      scripts: { build: 'node build.ts', deploy: 'rsync' },
      dependencies: { alpha: '1.3.0', beta: '1.0.0', gamma: '5.0.0', omega: '2.0.0' },
    });
    expect(JSON.parse(site.read('package-lock.json'))).toMatchObject({ name: 'ada-quell', version: '2.0.0' });
    expect(output).toContain('package.json: alpha: you have 1.3.0, the release has 1.2.0; your choice is kept.');
    expect(output).toContain('Next: settle what is listed above, npm install, npm run check');
  });
});

describe('an upgrade', () => {
  test('without conflicts succeeds, and a second one has nothing to do', () => {
    const site = newSite('clone', {});
    expect(site.upgrade('--to', '1.1.0')).toMatchObject({ code: 0 });
    commit(site.root, 'Upgrade');
    expect(site.upgrade('--to', 'v2.0.0').code).toBe(0);
    // The style sheet of the owner that the release introduces, empty.
    expect(site.read('src/styles/owner.css')).toBe('');
    commit(site.root, 'Upgrade');
    expect(site.upgrade()).toEqual({ code: 0, output: 'Nothing to do: this site has v2.0.0.\n' });
    expect(git(site.root, 'diff', '--stat', 'v2.0.0', '--', '.', ':!src/content', ':!src/assets', ':!public')).toBe('');
  });

  test('keeps CRLF in a folder that has it, without conflicts', () => {
    const site = newSite('clone', { 'src/schemas/project.ts': "export const fields = [\n  'title',\n];\n\n\n\n// mine\n" });
    git(site.root, 'config', 'core.autocrlf', 'true');
    for (const path of site.files().filter((one) => !/\.(?:png|sh)$/.test(one)))
      writeFileSync(site.path(path), site.read(path).replaceAll('\n', '\r\n'));
    git(site.root, 'add', '--all');
    expect(git(site.root, 'status', '--porcelain')).toBe('');
    const { code, output } = site.upgrade();
    expect(output).not.toContain('Conflicts');
    expect(code).toBe(0);
    expect(site.read('src/schemas/project.ts')).toBe(
      "export const fields = [\r\n  'title',\r\n  'subtitle',\r\n];\r\n\r\n\r\n\r\n// mine\r\n",
    );
    for (const path of ['package.json', 'package-lock.json', 'src/components/New.astro', 'src/i18n/dates.ts'])
      expect(site.read(path), path).not.toMatch(/[^\r]\n/);
  });

  test('is not led astray by the settings and variables of a hook', () => {
    const site = newSite('clone', {});
    const env = { GIT_DIR: join(upstream.folder, '.git'), GIT_INDEX_FILE: 'nowhere', GIT_WORK_TREE: top };
    expect(site.run(['--upstream', upstream.folder, '--no-install'], env).code).toBe(0);
    expect(git(upstream.folder, 'status', '--porcelain')).toBe('');
  });

  test('takes a folder inside a repository that does not track it for one without a repository', () => {
    const outer = join(top, 'outer');
    mkdirSync(outer);
    git(outer, 'init', '--quiet');
    makeSite(upstream.folder, join(outer, 'site'), 'no repository', own);
    const site = openSite(join(outer, 'site'));
    expect(site.upgrade().output).toContain('.cache/before-v2.0.0/');
    expect(existsSync(site.path('src/components/New.astro'))).toBe(true);
  });
});

describe('after the upgrade, npm', () => {
  const npm = join(top, 'npm.js');
  const log = join(top, 'npm.log');
  writeFileSync(
    npm,
    `const [, , ...args] = process.argv;
require('node:fs').appendFileSync(process.env.NPM_LOG, args.filter((arg) => !arg.startsWith('--')).join(' ') + '\\n');
process.exit(args.includes(process.env.NPM_FAILS) ? 1 : 0);
`,
  );
  const more = fromRelease('v1.0.0', 'package.json').replace('"alpha"', '"added": "1.0.0", "alpha"');

  test.each<[string, Files, string, string, number, string]>([
    ['installs the lock file and checks', {}, '', 'ci\nrun check\n', 0, 'Next: npm start.'],
    ['installs packages of the owner', { 'package.json': more }, '', 'install\nrun check\n', 0, 'Next: npm start.'],
    ['does not check files with conflict markers', own, '', 'ci\n', 1, 'Next: settle what is listed above, npm run check, npm start.'],
    ['reports errors of the check', {}, 'check', 'ci\nrun check\n', 1, 'Next: fix what the check reports, npm start.'],
    ['may fail to install', {}, 'ci', 'ci\n', 1, 'Next: npm ci, npm run check, npm start.'],
    [
      'does nothing with the lock file of another program',
      { 'package-lock.json': null },
      '',
      '',
      0,
      'Next: install the packages, npm run check',
    ],
  ])('%s', (_, files, fails, calls, code, next) => {
    writeFileSync(log, '');
    const result = newSite('clone', files).run(['--upstream', upstream.folder], { npm_execpath: npm, NPM_LOG: log, NPM_FAILS: fails });
    expect(readFileSync(log, 'utf8')).toBe(calls);
    expect(result.output).toContain(next);
    expect(result.code).toBe(code);
  });
});

describe('an upgrade is refused', () => {
  const site = newSite('clone', own);

  test.each<[string, string[], string]>([
    ['without an upstream', [], '\n  npm run upgrade -- --upstream ../casefolio\n'],
    ['from an upstream that cannot be read', ['--upstream', 'file:///nowhere/at all'], 'could not be read. Is the address right, and are'],
    ['to an unknown release', ['--upstream', upstream.folder, '--to', 'v9.0.0'], 'v9.0.0 is no release of '],
    ['from an unknown release', ['--upstream', upstream.folder, '--from', '0.5.0'], 'v0.5.0 is no release of '],
    ['to an older release', ['--upstream', upstream.folder, '--from', '2.0.0', '--to', '1.1.0'], 'An upgrade does not go back.'],
  ])('%s', (_, args, message) => {
    const { code, output } = site.run([...args, '--no-install']);
    expect(output).toContain(message);
    expect(code).toBe(2);
    expect(git(site.root, 'status', '--porcelain')).toBe('');
  });

  test('without git', () => {
    expect(site.run(['--upstream', upstream.folder], { PATH: '' })).toEqual({
      code: 2,
      output: 'git is not installed. Install it (https://git-scm.com/downloads) and run this again.\n',
    });
  });

  test('from an upstream without releases', () => {
    expect(site.run(['--upstream', newSite('new repository', {}).root]).output).toMatch(/has no releases: no tags such as v1\.2\.3\.\n$/);
  });

  test('with changes that are not committed, which are named', () => {
    const dirty = newSite('clone', {});
    writeFiles(dirty.root, { 'src/site.config.ts': 'changed\n', 'notes of mine.txt': '' });
    const { code, output } = dirty.upgrade();
    expect(code).toBe(2);
    expect(output).toBe(
      'These files differ from the last commit:\n  src/site.config.ts\n  notes of mine.txt\nCommit them, or set them aside with `git stash --include-untracked`, and run this again.\n',
    );
    expect(dirty.read('src/site.config.ts')).toBe('changed\n');
  });
});

test('the repository of package.json is the upstream', () => {
  const manifest = JSON.parse(fromRelease('v1.0.0', 'package.json')) as object;
  const repository = { type: 'git', url: `git+file://${upstream.folder.replaceAll(' ', '%20')}` };
  const site = newSite('clone', { 'package.json': `${JSON.stringify({ ...manifest, repository }, null, 2)}\n` });
  const { code, output } = site.run(['--no-install']);
  expect(output).toContain('Casefolio v1.0.0 → v2.0.0');
  expect(code).toBe(0);
  expect(JSON.parse(site.read('package.json'))).toMatchObject({ version: '2.0.0', repository });
});

function newSite(form: Parameters<typeof makeSite>[2], files: Files): Site {
  const root = join(top, `site ${count++}`);
  makeSite(upstream.folder, root, form, files);
  return openSite(root);
}

function openSite(root: string): Site {
  const path = (one: string): string => join(root, one);
  const run: Site['run'] = (args, env = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--root', root, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { code: status, output: stdout + stderr };
  };
  return {
    ...{ root, path, run },
    read: (one) => readFileSync(path(one), 'utf8'),
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((one) => !/^\.(?:git|cache)\//.test(one))
        .toSorted(),
    upgrade: (...args) => run(['--upstream', upstream.folder, '--no-install', ...args]),
  };
}

function fromRelease(tag: string, path: string): string {
  return git(upstream.folder, 'show', `${tag}:${path}`);
}

interface Site {
  root: string;
  path: (path: string) => string;
  read: (path: string) => string;
  /** Every file outside `.git/` and `.cache/`. */
  files: () => string[];
  run: (args: string[], env?: Record<string, string>) => { code: number | null; output: string };
  /** Upgrade it from the invented engine. */
  upgrade: (...args: string[]) => { code: number | null; output: string };
}
