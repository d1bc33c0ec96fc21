import type { Merge } from './merge-releases.ts';

/** How many files of a kind to name. */
const maxNamed = 20;

/** Count what an upgrade changes. */
export function formatCounts({ changes, moves }: Merge): string {
  const of = (kind: string): string[] => changes.filter((change) => change.kind === kind).map(({ path }) => path);
  const [changed, added, removed] = [of('changed'), of('added'), of('removed')];
  const moved = added.filter((path) => removed.includes(moves.get(path) ?? '')).length;
  return `Files: ${changed.length} changed, ${added.length - moved} added, ${removed.length - moved} removed, ${moved} moved.`;
}

/** Print what the owner must do after the upgrade, for each release. */
export function formatTasks(tasks: readonly { version: string; tasks: string }[]): string {
  if (tasks.length === 0) return '';
  return ['What you must do:', ...tasks.map(({ version, tasks }) => `\n${version}\n${tasks}`)].join('\n');
}

/** List what the owner should look at; empty if there is nothing. `saved` is the folder with files of the release. */
export function formatMerge(merge: Merge, { version, saved }: { version: string; saved: string }): string {
  const reasons = {
    'both changed': 'you and the release changed the same lines',
    removed: `you changed it, ${version} removed it; your file stays`,
    'own file': `a file of yours has this name; it stays, and that of ${version} is ${saved}`,
    moved: 'you and the release moved it to different places',
    binary: `you and the release changed it; yours stays, and that of ${version} is ${saved}`,
  } as const;
  const moved = new Set(merge.moves.values());
  const removed = merge.changes.filter(({ kind, path }) => kind === 'removed' && !moved.has(path)).map(({ path }) => path);
  return [
    section(
      'Conflicts that you must settle:',
      merge.conflicts.flatMap(({ path, lines, reason, release }) => {
        const text = `${reasons[reason]}${release ? path : ''}`;
        return lines.length > 0 ? lines.map((line) => `${path}:${line}  ${text}`) : [`${path}  ${text}`];
      }),
    ),
    section(
      'Imports in files of yours that you must change:',
      merge.lostImports.map(({ path, line, specifier, now }) => `${path}:${line}  ${specifier} is ${now ?? 'removed'}${now ? ' now' : ''}`),
    ),
    section(
      'Changed by you and by the upgrade; see whether both still fit:',
      merge.merged.map(({ path, from }) => (from === undefined ? path : `${path} (was ${from})`)),
    ),
    section(`Deleted by you and changed in ${version}; they stay deleted:`, merge.staysDeleted),
    section(`Rewritten by you; they stay as they are, without the changes of ${version}:`, merge.keptTexts),
    section('Removed:', removed),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  const more = lines.length > maxNamed && !heading.includes('you must') ? [`and ${lines.length - maxNamed} more`] : [];
  const named = more.length > 0 ? lines.slice(0, maxNamed) : lines;
  return lines.length === 0 ? '' : [heading, ...[...named, ...more].map((line) => `  ${line}`)].join('\n');
}
