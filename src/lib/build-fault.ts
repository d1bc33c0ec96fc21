/** Say what stopped a build: the message of an error and its remedy, and what the system means by its code. */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  const meaning = code === undefined ? undefined : meanings[code];
  return [error.message, hint, meaning && `${meaning} The site that was built last is untouched.`].filter(Boolean).join('\n');
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const meanings: Record<string, string> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'The quota of the disk is used up: make room, then build again.',
  EACCES: 'The build may not write there: give it the right to, or delete the folder.',
  EPERM: 'The build may not write there: give it the right to, or delete the folder.',
  EROFS: 'The folder is read-only: the build writes into `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
  EMFILE: 'Too many files are open: raise the limit (`ulimit -n`).',
  ENOENT: 'A file vanished while the build ran: build again.',
};
