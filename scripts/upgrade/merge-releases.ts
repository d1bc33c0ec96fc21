import { lstatSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isOwners, ownerPaths } from '../owner-paths.ts';
import { git, GitError, gitFields } from './git.ts';
import { existsAsFile, importStream, listFiles, ownersTree, packageFiles, releaseTree, type OwnersFile, type TreeFile } from './trees.ts';

/** What an upgrade does to a site; paths are from the project's folder, with slashes. */
export interface Merge {
  changes: Change[];
  /** Files that the release has under another name: their old names, by the new ones. */
  moves: ReadonlyMap<string, string>;
  conflicts: Conflict[];
  /** Files that both the owner and the upgrade changed, where the changes fit together; `from` is where the file was. */
  merged: { path: string; from?: string }[];
  /** Files that the owner removed or moved away, and that the release changed. */
  staysDeleted: string[];
  /** Texts about the project that the owner has rewritten. */
  keptTexts: string[];
  lostImports: LostImport[];
}

/** An import in the owner's code of a file that is no longer there. */
interface LostImport {
  path: string;
  line: number;
  /** As it is written. */
  specifier: string;
  /** Where the file is now; null if it is removed. */
  now: string | null;
}

export interface Change {
  path: string;
  kind: 'added' | 'changed' | 'removed';
  /** Empty for a removed file; the target of a symbolic link. */
  bytes: Buffer;
  /** As git writes it: 100644, 100755, 120000. */
  mode: string;
}

interface Conflict {
  path: string;
  /** Lines of the conflict markers; none where the owner's file stays as it is. */
  lines: number[];
  reason: 'both changed' | 'removed' | 'own file' | 'moved' | 'binary';
  /** The file of the release, where it is not in the conflict. */
  release?: Buffer;
}

/** The owner's, once they have written something else in them. */
const textsAboutTheProject = ['README.md', 'CONTRIBUTING.md', 'LICENSE'];

/**
 * Merge the change between two releases with the owner's engine. `repository` is a repository for this alone, whose refs
 * `refs/releases/from` and `refs/releases/to` are the releases. The project's folder is only read.
 */
export function mergeReleases(root: string, repository: string, version: string): Merge {
  const base = releaseTree(repository, 'refs/releases/from');
  const to = releaseTree(repository, 'refs/releases/to');
  const listed = listFiles(root, repository);
  const owner = ownersTree(root, listed, base, to);
  const engine = (path: string): boolean => !isOwners(path) && !packageFiles.includes(path);
  // A file of the owner's that the engine needs from this release on is created once: an empty style sheet, but never a document.
  const firstCopy = (path: string): boolean =>
    (ownerPaths as readonly string[]).includes(path) && !base.has(path) && !existsAsFile(join(root, path));
  const before = filterTree(base, engine);
  // A folder such as tests/ or docs/ that the owner removed stays away as a whole.
  const [had, has] = [before, owner].map((tree) => new Set([...tree.keys()].map(topFolder)));
  const removedFolder = (path: string): boolean => had?.has(topFolder(path)) === true && has?.has(topFolder(path)) === false;
  const after = filterTree(to, (path) => (engine(path) && !removedFolder(path)) || firstCopy(path));
  git(repository, ['fast-import', '--quiet', '--date-format=raw'], importStream(before, owner, after));
  git(repository, ['update-ref', `refs/heads/${version}`, 'refs/heads/release']);
  git(repository, ['checkout', '--quiet', '--detach', 'owner']);
  const unmerged = merge(repository, version);
  const { conflicts, staysDeleted, keptTexts } = settle(repository, unmerged, { base: before, to: after });
  git(repository, ['add', '--all', '--force', '.']);
  const tree = git(repository, ['write-tree']).toString().trim();
  const moves = renames(repository, 'refs/heads/base', 'refs/heads/release');
  const changes = readChanges(repository, tree, owner, moves);
  const conflicting = new Set(conflicts.map(({ path }) => path));
  const edited = (path: string): boolean => owner.has(path) && owner.get(path)?.id !== before.get(path)?.id;
  const merged = changes.flatMap(({ path, kind }) => {
    const from = kind === 'added' ? moves.get(path) : path;
    if (kind === 'removed' || from === undefined || conflicting.has(path) || !edited(from)) return [];
    return [from === path ? { path } : { path, from }];
  });
  const ownCode = new Map([
    ...listed
      .filter((path) => isOwners(path) && /\.(?:mdx|[cm]?[jt]s)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path))] as const),
    ...[...owner].flatMap(([path, { bytes }]) => (edited(path) ? [[path, bytes] as const] : [])),
  ]);
  for (const path of [...merged.map((one) => one.path), ...conflicting]) {
    const change = changes.find((one) => one.path === path);
    if (change) ownCode.set(path, change.bytes);
  }
  return { changes, moves, conflicts, merged, staysDeleted, keptTexts, lostImports: findLostImports(ownCode, changes, moves) };
}

/** Read a file of a release; null if it has none. */
export function readReleaseFile(repository: string, release: 'from' | 'to', path: string): string | null {
  try {
    return git(repository, ['cat-file', 'blob', `refs/releases/${release}:${path}`]).toString();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

function filterTree(tree: ReadonlyMap<string, TreeFile>, keep: (path: string) => boolean): Map<string, TreeFile> {
  return new Map([...tree].filter(([path]) => keep(path)));
}

/** Merge the release into the owner's commit and return the stages of what does not fit: 1 base, 2 owner, 3 release. */
function merge(repository: string, version: string): Map<string, Set<number>> {
  let failure: unknown = null;
  try {
    git(repository, ['merge', '--quiet', '--no-commit', '--no-ff', version]);
  } catch (error) {
    failure = error;
  }
  const stages = new Map<string, Set<number>>();
  for (const line of gitFields(repository, ['ls-files', '--unmerged', '-z'])) {
    const [, stage = '', path = ''] = /^\d+ \w+ (\d)\t([^]*)$/.exec(line) ?? [];
    stages.set(path, (stages.get(path) ?? new Set()).add(Number(stage)));
  }
  if (failure !== null && stages.size === 0) throw failure;
  return stages;
}

interface Trees {
  base: ReadonlyMap<string, TreeFile>;
  to: ReadonlyMap<string, TreeFile>;
}

/** Decide what git leaves open where one side is clearly right, and describe the rest. */
function settle(
  repository: string,
  unmerged: ReadonlyMap<string, Set<number>>,
  { base, to }: Trees,
): Pick<Merge, 'conflicts' | 'staysDeleted' | 'keptTexts'> {
  const conflicts: Conflict[] = [];
  const staysDeleted: string[] = [];
  const keptTexts: string[] = [];
  const blob = (id: string | undefined): Buffer => (id === undefined ? Buffer.alloc(0) : git(repository, ['cat-file', 'blob', id]));
  for (const [path, stages] of unmerged) {
    const [hasBase, hasOwner, hasRelease] = [stages.has(1), stages.has(2), stages.has(3)];
    const keepMine = (): Buffer => git(repository, ['checkout', '--quiet', '--ours', '--', path]);
    if (!hasOwner && hasRelease && hasBase) {
      rmSync(join(repository, path), { force: true });
      staysDeleted.push(path);
    } else if (hasOwner && !hasRelease && hasBase) {
      conflicts.push({ path, lines: [], reason: 'removed' });
    } else if (hasOwner && hasRelease && textsAboutTheProject.includes(path)) {
      keepMine();
      keptTexts.push(path);
    } else if (hasOwner && hasRelease && !base.has(path) && !hasBase) {
      keepMine();
      conflicts.push({ path, lines: [], reason: 'own file', release: blob(to.get(path)?.id) });
    } else if (hasOwner && hasRelease) {
      const lines = markerLines(join(repository, path));
      if (lines.length === 0) keepMine();
      conflicts.push(
        lines.length > 0 ? { path, lines, reason: 'both changed' } : { path, lines, reason: 'binary', release: blob(to.get(path)?.id) },
      );
    } else if (existsAsFile(join(repository, path))) {
      conflicts.push({ path, lines: markerLines(join(repository, path)), reason: 'moved' });
    }
  }
  return { conflicts, staysDeleted, keptTexts };
}

/** List the lines at which conflicts begin; none in a symbolic link. */
function markerLines(file: string): number[] {
  if (!existsAsFile(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.startsWith('<<<<<<< ') ? [index + 1] : []));
}

/** Map each file that the second commit has under another name to its name in the first. */
function renames(repository: string, before: string, after: string): Map<string, string> {
  const fields = gitFields(repository, ['diff-tree', '-r', '-z', '-M', '--diff-filter=R', '--name-status', before, after]);
  const moves = new Map<string, string>();
  for (let index = 0; index < fields.length; index += 3) moves.set(fields[index + 2] ?? '', fields[index + 1] ?? '');
  return moves;
}

/** Read what the owner's folder lacks of the merged tree. */
function readChanges(
  repository: string,
  tree: string,
  owner: ReadonlyMap<string, OwnersFile>,
  moves: ReadonlyMap<string, string>,
): Change[] {
  const fields = gitFields(repository, ['diff-tree', '-r', '-z', '--no-renames', 'refs/heads/owner', tree]);
  const manyCrlf = [...owner.values()].filter(({ crlf }) => crlf).length * 2 > owner.size;
  const changes: Change[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const [, mode = '', letter = ''] = /^:\d+ (\d+) \w+ \w+ (\w)/.exec(fields[index] ?? '') ?? [];
    const path = fields[index + 1] ?? '';
    const kind = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'changed';
    const crlf = owner.get(path)?.crlf ?? owner.get(moves.get(path) ?? '')?.crlf ?? manyCrlf;
    changes.push({ path, kind, mode, bytes: kind === 'removed' ? Buffer.alloc(0) : readMerged(join(repository, path), mode, crlf) });
  }
  return changes;
}

function findLostImports(code: ReadonlyMap<string, Buffer>, changes: readonly Change[], moves: ReadonlyMap<string, string>): LostImport[] {
  const gone = new Set(changes.flatMap(({ path, kind }) => (kind === 'removed' ? [path] : [])));
  const movedTo = new Map([...moves].map(([to, from]) => [from, to]));
  return [...code].flatMap(([path, bytes]) =>
    bytes.includes(0) || gone.has(path)
      ? []
      : bytes
          .toString()
          .split('\n')
          .flatMap((text, index) =>
            [...text.matchAll(/\b(?:from|import)\b[\s(]*(['"])(\.[^'"]+)\1/g)].flatMap(([, , specifier = '']) => {
              const target = posix.join(posix.dirname(path), specifier);
              return gone.has(target) ? [{ path, line: index + 1, specifier, now: movedTo.get(target) ?? null }] : [];
            }),
          ),
  );
}

function readMerged(file: string, mode: string, crlf: boolean): Buffer {
  if (mode === '120000') return Buffer.from(lstatSync(file).isSymbolicLink() ? readlinkSync(file) : readFileSync(file));
  const bytes = readFileSync(file);
  return crlf && !bytes.includes(0) ? Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1') : bytes;
}

function topFolder(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
