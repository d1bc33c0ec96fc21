import { spawnSync } from 'node:child_process';

/** What a repository of our own must not take from the user's settings: what changes a merge, or runs something during it. */
const ownSettings = [
  'core.autocrlf=false',
  'core.fsmonitor=false',
  'core.hooksPath=.no-hooks',
  'core.longpaths=true',
  'core.quotePath=false',
  'commit.gpgSign=false',
  'gc.auto=0',
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=30',
  'init.defaultBranch=main',
  'merge.directoryRenames=false',
  'merge.renames=true',
  'rerere.enabled=false',
  'user.name=upgrade',
  'user.email=upgrade@localhost',
].flatMap((setting) => ['-c', setting]);

/** Variables that would point git to another repository, as inside a hook. */
const elsewhere = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|NAMESPACE)$/;

/** A git command that failed, with what git printed. */
export class GitError extends Error {}

/** Run git in a repository of our own and return what it printed. Throws a GitError with git's own words. */
export function git(repository: string, args: readonly string[], input?: Buffer): Buffer {
  return run(repository, [...ownSettings, ...args], input);
}

/** Run git and return the fields of its output, which NUL separates. */
export function gitFields(repository: string, args: readonly string[]): string[] {
  return fields(git(repository, args));
}

/** List the files that differ from the last commit; null if the folder is in no repository, or in one that does not track it. */
export function changedFiles(root: string): string[] | null {
  try {
    if (run(root, ['ls-files', '-z', '--', 'package.json']).length === 0) return null;
  } catch (error) {
    if (error instanceof GitError && error.message.includes('not a git repository')) return null;
    throw error;
  }
  // The owner's settings say which line endings are no change.
  const lines = fields(run(root, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.']));
  return lines.map((line) => line.slice(3));
}

function run(cwd: string, args: readonly string[], input?: Buffer): Buffer {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !elsewhere.test(name)));
  const result = spawnSync('git', args, {
    cwd,
    input,
    env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    maxBuffer: Infinity,
    windowsHide: true,
  });
  if (result.error) {
    const missing = 'code' in result.error && result.error.code === 'ENOENT';
    throw new Error(
      missing ? 'git is not installed. Install it (https://git-scm.com/downloads) and run this again.' : result.error.message,
    );
  }
  if (result.status !== 0) throw new GitError(result.stderr.toString().trim() || `git ended with ${result.status}`);
  return result.stdout;
}

function fields(output: Buffer): string[] {
  return output.toString().split('\0').slice(0, -1);
}
