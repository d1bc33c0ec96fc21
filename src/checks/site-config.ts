import type { Diagnostic } from '../documents/diagnostic.ts';

/** Path of the owner's options. */
export const siteConfigPath = 'src/site.config.ts';

/** Turn the error that `defineSite` throws into one diagnostic per option, each at the line of its key in the source. */
export function siteConfigDiagnostics(error: unknown, source: string): Diagnostic[] {
  const text = error instanceof Error ? error.message : String(error);
  const issues = [...text.matchAll(/✖ ([^\n]*)(?:\n\s*→ at ([^\n]*))?/g)].map(([, message = '', field = '']) => ({ message, field }));
  const reported = issues.length > 0 ? issues : [{ message: `cannot be read: ${text.split('\n', 1)[0] ?? ''}`, field: '' }];
  return reported.map(({ message, field }) => ({
    path: siteConfigPath,
    ...positionOf(field, source),
    severity: 'error',
    field,
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    fix: 'correct it; `src/schemas/site.ts` describes each option',
    related: [],
  }));
}

/** Find the innermost key of a field (`author.email`) after its parents, or `value` in a list (`navigation[2]`); 1:1 when it is absent. */
export function positionOf(field: string, source: string, value?: string): { line: number; column: number } {
  let offset = 0;
  const find = (pattern: string): boolean => {
    const match = new RegExp(pattern).exec(source.slice(offset));
    offset += match?.index ?? 0;
    return match !== null;
  };
  const [list = ''] = value === undefined ? [field.replace(/\[\d+\]/g, '')] : field.split('[');
  for (const key of list.split('.').filter((one) => /^\w+$/.test(one))) if (!find(`(?<![\\w.])["']?${key}["']?\\s*:`)) break;
  if (value !== undefined) find(`(["'\`])${RegExp.escape(value)}\\1`);
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
