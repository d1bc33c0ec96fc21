import { askInDialog, cancel } from './dialog.ts';
import { diffTable } from './diff-view.ts';
import { el } from './elements.ts';
import { countChanges, diffLines } from './line-diff.ts';
import { ask, ChangedOnDisk } from './server.ts';
import type { Session } from './session.ts';

/** Save; where the file has changed meanwhile, ask which version stays. Returns whether it is saved. Throws `Refusal`. */
export async function saveSession(session: Session): Promise<boolean> {
  let overwrite: string | undefined;
  for (;;) {
    try {
      await session.save(overwrite);
      return true;
    } catch (error) {
      if (!(error instanceof ChangedOnDisk)) throw error;
      const answer = await askVersion(session, error.conflict.text);
      if (answer === null) return false;
      if (answer === 'disk') {
        session.take(await ask('GET document', { path: session.path }));
        return true;
      }
      overwrite = error.conflict.version;
    }
  }
}

/** Show what saving changes in the file, and the whole of it. */
export async function showChanges(session: Session): Promise<void> {
  const { added, removed } = countChanges(diffLines(session.disk.text, session.text));
  const lines = (count: number): string => `${count} line${count === 1 ? '' : 's'}`;
  await askInDialog({
    heading: 'What saving changes',
    wide: true,
    content: [
      el(
        'p',
        added + removed === 0
          ? 'Nothing: the file is as it was.'
          : `${lines(added)} written, ${lines(removed)} taken out. Everything else keeps its bytes.`,
      ),
      added + removed > 0 &&
        diffTable({ name: 'On disk', text: session.disk.text }, { name: 'As you save it', text: session.text }, { replaces: true }),
      el('details', el('summary', `The whole of ${session.path}`), el('pre.written', { tabindex: 0 }, session.text)),
    ],
    actions: [{ value: 'ok', words: 'Close' }],
  });
}

function askVersion(session: Session, theirs: string): Promise<string | null> {
  return askInDialog({
    heading: 'The file has changed since you opened it',
    wide: true,
    content: [
      el('p', 'Somebody, or another program, has saved it meanwhile. Nothing has been overwritten. Which version is to stay?'),
      diffTable({ name: 'On disk', text: theirs }, { name: 'Yours', text: session.text }),
    ],
    actions: [
      { value: 'mine', words: 'Keep mine', class: 'button' },
      { value: 'disk', words: 'Take the version on disk', class: 'button' },
      { ...cancel, words: 'Decide later' },
    ],
  });
}
