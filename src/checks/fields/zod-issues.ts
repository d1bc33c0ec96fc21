import type { z } from 'zod';
import { SourceScalar } from '../../schemas/scalar.ts';
import { fieldName, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { describedAt } from './schema-shape.ts';
import { closestMatch } from '../../schemas/closest-match.ts';
import { unknownEmptyKeys, unknownKey, type IssueContext } from './unknown-keys.ts';
import { valueAt } from '../../documents/values.ts';

/** Turn the schema's issues, and unknown keys without a value, into diagnostics; a misspelt key is not also a missing field. */
export function schemaDiagnostics(
  error: z.ZodError | undefined,
  { document, schema, path = [], draft = false }: IssueContext,
): FieldDiagnostic[] {
  const issues = error?.issues ?? [];
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, issue.path, { document, schema, path })) : [],
  );
  unknown.push(...unknownEmptyKeys({ document, schema, path }));
  const explained = new Set(unknown.flatMap(({ explains }) => explains ?? []));
  // The YAML reader has already reported values it could not read; they are not also missing.
  const reported = new Set(
    document.diagnostics.flatMap(({ severity, field }) => (severity === 'error' && field.length > 0 ? [fieldName(field)] : [])),
  );
  const others = issues.flatMap((issue): FieldDiagnostic[] => {
    if (issue.code === 'unrecognized_keys') return [];
    const field = [...path, ...issue.path];
    const value = valueAt(document.data, field);
    const missing = value === undefined;
    if ((missing && explained.has(fieldName(field))) || reported.has(fieldName(field))) return [];
    const severity = draft && missing && issue.path.length === 1 ? 'warning' : 'error';
    const wanted = describedAt(schema, issue.path);
    return [{ severity, field, ...describeIssue(issue, { value, written: document.has(field), wanted }) }];
  });
  return [...unknown, ...others];
}

function describeIssue(issue: z.core.$ZodIssue, { value, written, wanted }: IssueValue): Pick<FieldDiagnostic, 'message' | 'fix'> {
  const fallback = wanted && `expected: ${wanted}`;
  if (value === undefined && issue.code !== 'custom') {
    return {
      message: written ? 'is empty but required' : 'is missing',
      fix: fallback ?? (written ? 'fill it in' : `add \`${String(issue.path.at(-1) ?? '')}\``),
    };
  }
  if (value === null) return { message: 'is an empty entry', fix: 'fill it in, or delete it' };
  const read = value instanceof SourceScalar && String(value.value) !== value.source ? ` (YAML reads ${String(value.value)})` : '';
  if (issue.code === 'invalid_value') return describeChoice(issue, value, fallback);
  if (issue.code !== 'invalid_type' || value === undefined) return { message: `${issue.message}${read}`, fix: fixIn(issue) ?? fallback };
  return { message: `${issue.message}, not ${kindOf(value)}${read}`, fix: fixFor(issue.expected, value) ?? fallback };
}

interface IssueValue {
  value: unknown;
  /** Whether the key is present, with or without a value. */
  written: boolean;
  /** The schema's description of the field. */
  wanted: string | undefined;
}

/** Describe a value outside a closed set. */
function describeChoice(
  { values, message }: z.core.$ZodIssueInvalidValue,
  value: unknown,
  fallback: string | undefined,
): Pick<FieldDiagnostic, 'message' | 'fix'> {
  const options = values.map(String);
  const match = typeof value === 'string' ? closestMatch(value, options) : null;
  const text = message.startsWith('Invalid') ? `must be one of ${options.join(', ')}` : message;
  const fix = options.length > 6 ? fallback : `write ${options.map((option) => `\`${option}\``).join(' or ')}`;
  return { message: text, fix: match ? `did you mean \`${match}\`?` : fix };
}

/** A rule can carry its own fix. */
function fixIn(issue: z.core.$ZodIssue): string | undefined {
  const fix: unknown = issue.code === 'custom' ? issue.params?.['fix'] : undefined;
  return typeof fix === 'string' ? fix : undefined;
}

function kindOf(value: unknown): string {
  if (value instanceof SourceScalar) return typeof value.value === 'number' ? 'a number' : `the value ${String(value.value)}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : 'text';
}

function fixFor(expected: string, value: unknown): string | undefined {
  if (expected === 'array' && typeof value === 'string')
    return `write a list: [${value
      .split(/\s*,\s*/)
      .slice(0, 3)
      .join(', ')}]`;
  if (expected === 'boolean') return 'write true or false, without quotes';
  if (expected === 'number') return 'write the number alone, without quotes';
  return undefined;
}
