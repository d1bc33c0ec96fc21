import type { Merge } from './merge-releases.ts';

/** How many removed files to name. */
const maxRemoved = 20;

/** Count what an upgrade changes. */
export function formatCounts({ changes }: Merge): string {
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return `${count('changed')} files changed, ${count('added')} added, ${count('removed')} removed.`;
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
  const removed = merge.changes.filter(({ kind }) => kind === 'removed').map(({ path }) => path);
  return [
    section(
      'Conflicts that you must settle:',
      merge.conflicts.flatMap(({ path, lines, reason, release }) => {
        const text = `${reasons[reason]}${release ? path : ''}`;
        return lines.length > 0 ? lines.map((line) => `${path}:${line}  ${text}`) : [`${path}  ${text}`];
      }),
    ),
    section(
      'Changed by you and by the upgrade; see whether both still fit:',
      merge.merged.map(({ path, from }) => (from === undefined ? path : `${path} (was ${from})`)),
    ),
    section(`Deleted by you and changed in ${version}; they stay deleted:`, merge.staysDeleted),
    section(`Rewritten by you; they stay as they are, without the changes of ${version}:`, merge.keptTexts),
    section('Removed; code of your own may still import them:', [
      ...removed.slice(0, maxRemoved),
      ...(removed.length > maxRemoved ? [`and ${removed.length - maxRemoved} more`] : []),
    ]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}
