import type { Problem } from '../documents/diagnostic.ts';

/** Tell the faults of the owner's options, which `defineSite` throws as one error, each at the line of its key. */
export function siteProblems(error: unknown, source: string): Problem[] {
  const path = 'src/site.config.ts';
  const text = error instanceof Error ? error.message : String(error);
  const faults = [...text.matchAll(/✖ ([^\n]*)(?:\n\s*→ at ([^\n]*))?/g)].map(([, message = '', field = '']) => ({ message, field }));
  const told = faults.length > 0 ? faults : [{ message: `cannot be read: ${text.split('\n', 1)[0] ?? ''}`, field: '' }];
  return told.map(({ message, field }) => ({
    path,
    ...placeOf(field, source),
    severity: 'error',
    field,
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    fix: 'mend it; each option is described in `src/schemas/site.ts`',
    related: [],
  }));
}

/** The line of the innermost key of a field (`author.email`), behind its parents; the beginning where it is not written. */
function placeOf(field: string, source: string): { line: number; column: number } {
  const keys = field.split('.').filter((key) => /^\w+$/.test(key));
  let at = 0;
  let found = false;
  for (const key of keys) {
    const match = new RegExp(`(?<![\\w.])["']?${key}["']?\\s*:`).exec(source.slice(at));
    if (!match) break;
    at += match.index;
    found = true;
  }
  if (!found) return { line: 1, column: 1 };
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
