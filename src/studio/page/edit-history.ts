/** The states of a document since it was opened. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last change was about, and when (milliseconds): typing on in one field is one step. */
  last: { about: string; at: number } | null;
}

/** Milliseconds between two changes of one field that belong to different steps. */
export const pause = 1500;

/** Begin a history. */
export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null };
}

/** Add a state; one that changes the same field soon after replaces the last. */
export function change<T>(history: History<T>, present: T, last: { about: string; at: number }): History<T> {
  const goesOn = history.last !== null && history.last.about === last.about && last.at - history.last.at < pause;
  return { past: goesOn ? history.past : [...history.past, history.present], present, future: [], last };
}

/** Go back one step; unchanged at the beginning. */
export function undo<T>({ past, present, future, last }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, last };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

/** Go forward one step; unchanged at the end. */
export function redo<T>({ past, present, future, last }: History<T>): History<T> {
  const [after, ...rest] = future;
  if (after === undefined) return { past, present, future, last };
  return { past: [...past, present], present: after, future: rest, last: null };
}
