import type { Diagnostic } from '../documents/diagnostic.ts';

/** Turn the error that `defineSite` throws into one diagnostic per option, each at the line of its key in the source. */
export function siteConfigDiagnostics(error: unknown, source: string): Diagnostic[] {
  const text = error instanceof Error ? error.message : String(error);
  const issues = [...text.matchAll(/✖ ([^\n]*)(?:\n\s*→ at ([^\n]*))?/g)].map(([, message = '', field = '']) => ({ message, field }));
  const reported = issues.length > 0 ? issues : [{ message: `cannot be read: ${text.split('\n', 1)[0] ?? ''}`, field: '' }];
  return reported.map(({ message, field }) => ({
    path: 'src/site.config.ts',
    ...(issues.length > 0 ? positionOf(field, source) : thrownAt(error)),
    severity: 'error',
    field,
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    fix: 'correct it; `src/schemas/site.ts` describes each option',
    related: [],
  }));
}

/** Find the line of the options that could not be run; 1:1 when the error names none. */
function thrownAt(error: unknown): { line: number; column: number } {
  const [, line = 1, column = 1] = /site\.config\.ts:(\d+)(?::(\d+))?/.exec(error instanceof Error ? (error.stack ?? '') : '') ?? [];
  return { line: Number(line), column: Number(column) };
}

/** Find the innermost key of a field (`author.email`) after its parents; 1:1 when it is absent. */
function positionOf(field: string, source: string): { line: number; column: number } {
  let offset = 0;
  for (const key of field.split('.').filter((one) => /^\w+$/.test(one))) {
    const match = new RegExp(`(?<![\\w.])["']?${key}["']?\\s*:`).exec(source.slice(offset));
    if (!match) break;
    offset += match.index;
  }
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
