import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isTemplate } from './fixtures/template.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

type Versions = Record<string, string>;
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Versions>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
/** What `npm run diagrams` and `npm run editor` install beside them. */
const engines = ['diagrams', 'editor'].map((name) => ({
  name,
  lock: JSON.parse(read(`scripts/${name}/engine/package-lock.json`)) as { packages: Record<string, Locked> },
  versions: (JSON.parse(read(`scripts/${name}/engine/package.json`)) as { dependencies: Versions }).dependencies,
}));
const direct: Versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` *\| ([^|]*?) *\|(?: ([^|]*?) *\|)?$/gm)].map(
  ([, name = '', second = '', third]) => ({ name, second, third }),
);
const reasons = rows.filter(({ third }) => third !== undefined);
const licences = rows.filter(({ third }) => third === undefined);

describe.runIf(isTemplate)('docs/dependencies.md', () => {
  test('names each direct dependency with its licence and a reason, and nothing else', () => {
    const wanted = [
      ...Object.keys(direct).map((name) => [name, lock.packages[`node_modules/${name}`]?.license]),
      ...engines.flatMap(({ lock: { packages }, versions }) =>
        Object.keys(versions).map((name) => [name, packages[`node_modules/${name}`]?.license]),
      ),
    ];
    expect(reasons.map(({ name, second }) => [name, second]).toSorted()).toEqual(wanted.toSorted());
    expect(reasons.filter(({ third = '' }) => third.length < 8)).toEqual([]);
  });

  test('names each licence of the whole tree, and nothing else', () => {
    expect(licences.map(({ name }) => name).toSorted()).toEqual([...new Set(installed.map(([, { license }]) => license))].toSorted());
  });
});

describe.runIf(isTemplate)('what is installed', () => {
  test('is the version that was chosen, exactly', () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(Object.entries(direct).filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });

  test('has a digest, and comes from the registry npm is set to', () => {
    expect(installed.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined)).toEqual([]);
  });

  test('runs no script of its own when it is installed', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/.*node_modules\//, ''));
    expect(allowScripts).toEqual(Object.fromEntries(scripts.map((name) => [name, false])));
  });
});

describe.runIf(isTemplate).each(engines)('what npm run $name installs', ({ lock: engineLock, versions }) => {
  const packages = Object.entries(engineLock.packages).filter(([path]) => path !== '');

  test('is the version that was chosen, exactly, with a digest and without an install script', () => {
    for (const [name, version] of Object.entries(versions)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(engineLock.packages[`node_modules/${name}`]?.version).toBe(version);
    }
    expect(packages.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });

  test('is no package of a build', () => {
    expect(Object.keys(versions).filter((name) => lock.packages[`node_modules/${name}`])).toEqual([]);
  });
});

const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => ({ name, text: read(`.github/workflows/${name}`) }));

describe.each(workflows)('$name', ({ text }) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);

  test('names each action by the digest of its commit', () => {
    const used = jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  test('may read the repository and write at most pages', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.flatMap(({ permissions = {} }) => Object.entries(permissions).filter(([, level]) => level !== 'read'));
    expect(more.filter(([scope]) => !['pages', 'id-token'].includes(scope))).toEqual([]);
  });

  test('runs nothing of strangers with our rights, keeps no token, and ends', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(text).not.toMatch(/\$\{\{\s*(?:github\.event|github\.head_ref)/);
    const checkouts = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
    expect(jobs.filter((job) => !(job['timeout-minutes'] <= 30))).toEqual([]);
  });
});

test('updates are proposed for packages and for actions', () => {
  const { version, updates } = parse(read('.github/dependabot.yml')) as { version: number; updates: Update[] };
  expect(version).toBe(2);
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  // A pattern that fits nothing is a package that has gone.
  const patterns = updates[0]?.groups ?? {};
  const names = Object.values(patterns).flatMap(({ patterns = [] }) => patterns);
  const fits = (pattern: string, name: string): boolean =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  expect(names.filter((pattern) => !Object.keys(direct).some((name) => fits(pattern, name)))).toEqual([]);
});

interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes': number; steps: Step[] }>;
}

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

interface Update {
  'package-ecosystem': string;
  groups: Record<string, { patterns?: string[] }>;
}
