import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Find the packages that only one feature needs, beside those of the site: installed where their owner asks for them. `scripts/NAME/engine/`
 * has their lock file, `.cache/NAME/` has them. Paths are absolute.
 */
export function sidePackages(root: string, name: 'diagrams' | 'editor') {
  const folder = join(root, '.cache', name);
  const shipped = join(root, 'scripts', name, 'engine');
  const lock = join(shipped, lockFile);
  return {
    folder,
    lock,
    // npm writes the hidden list of what it has installed in the end.
    isInstalled: (): boolean => existsSync(join(folder, 'node_modules', '.package-lock.json')) && sameText(join(folder, lockFile), lock),
    /** Install the exact packages of the lock file; returns whether that worked. */
    install: (): boolean => {
      mkdirSync(folder, { recursive: true });
      for (const file of ['package.json', lockFile]) copyFileSync(join(shipped, file), join(folder, file));
      const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        ...{ cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
      });
      return status === 0;
    },
  };
}

const lockFile = 'package-lock.json';

function sameText(...paths: [string, string]): boolean {
  const [one, other] = paths.map((path) => (existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : null));
  return one !== null && one === other;
}
