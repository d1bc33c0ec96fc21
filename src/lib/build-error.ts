import { getSystemErrorName } from 'node:util';

/** Say what stopped a build: the message of an error and its remedy, and what the system means by its code. */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = codeOf(error) ?? (cause instanceof Error ? codeOf(cause) : undefined);
  const meaning = code === undefined ? undefined : `${meanings[code] ?? ''} The site that was built last is untouched.`;
  // Where the cause says it all, the error around it can only guess.
  if (meaning && cause instanceof Error && codeOf(error) === undefined) return [cause.message, meaning].join('\n');
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  return [error.message.replace(/\s*Stack backtrace:[\s\S]*/, ''), hint, meaning].filter(Boolean).join('\n');
}

/** The system's code of an error that we know the meaning of; bundlers tell it in their message alone. */
function codeOf({ code, message }: NodeJS.ErrnoException): string | undefined {
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return [code ?? '', number ? getSystemErrorName(-Number(number)) : ''].find((one) => one in meanings);
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const meanings: Record<string, string> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'The quota of the disk is used up: make room, then build again.',
  EACCES: 'The build may not write there: give it the right to, or delete the folder.',
  EPERM: 'The build may not write there: give it the right to, or delete the folder.',
  EROFS: 'The folder is read-only: the build writes into `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
  EBUSY: 'Another program holds the folder, or it is a disk of its own, which nothing can take the place of: mount the one above it.',
  EMFILE: 'Too many files are open: raise the limit (`ulimit -n`).',
  ENOENT: 'A file vanished while the build ran: build again.',
};
