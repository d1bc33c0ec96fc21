import { getSystemErrorName, stripVTControlCharacters } from 'node:util';

interface Context {
  /** Path of the page that was rendered. */
  page?: string | undefined;
  /** Whether to add the stack. */
  verbose?: boolean | undefined;
}

/** Explain why Astro stopped: the message and hint of an error, or the system error that caused it and its remedy. */
export function formatBuildError(error: unknown, { page, verbose = false }: Context = {}): string {
  if (!(error instanceof Error)) return String(error);
  const cause = causes(error).find((one) => systemCode(one) !== undefined);
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  if (!cause) return [error.message, hint].filter(Boolean).join('\n');
  const remedy = `${remedies[systemCode(cause) ?? '']} The last successful build is unchanged.`;
  return [cause.message.replace(/\s*Stack backtrace:[\s\S]*/, ''), remedy].join('\n');
}
/** An error and everything that caused it, outermost first; several errors can share a cause. */
function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(causes)];
}

/** The code of a system error with a known remedy. Bundlers state the number in their message alone. */
function systemCode({ code, message }: NodeJS.ErrnoException): string | undefined {
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return [code ?? '', number ? getSystemErrorName(-Number(number)) : ''].find((name) => Object.hasOwn(remedies, name));
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const remedies: Record<string, string> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'The disk quota is used up: make room, then build again.',
  EACCES: 'The build may not write there: give it permission, or delete the folder.',
  EPERM: 'The build may not write there: give it permission, or delete the folder.',
  EROFS: 'The folder is read-only: the build writes to `.cache`, `.astro`, `node_modules/.astro` and `dist`.',
  EBUSY: 'Another program uses the folder, or the folder is a mount point, which cannot be replaced: mount its parent instead.',
  EMFILE: 'Too many files are open: raise the limit (`ulimit -n`).',
  ENOENT: 'A file disappeared during the build: build again.',
};
