import type { z } from 'zod';
import { TypedScalar } from '../schemas/scalar.ts';
import type { Document } from '../documents/document.ts';
import { fieldName, type Finding } from '../documents/diagnostic.ts';
import { describedAt } from './schema-shape.ts';
import { nearest } from '../documents/closest-match.ts';
import { unknownKey } from './unknown-keys.ts';
import { valueAt } from '../documents/values.ts';

/**
 * Turn what the schema found into findings for the author: unknown keys with the key that was meant, absent fields told from wrong
 * ones, and one finding where a misspelt key leaves its field missing.
 */
export function schemaFindings(error: z.ZodError, { document, schema, path = [], draft = false }: IssueContext): Finding[] {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, issue.path, { document, schema, path })) : [],
  );
  const explained = new Set(unknown.flatMap(({ explains }) => explains ?? []));
  // What YAML could not give was reported by the reader; that it is missing too says nothing more.
  const reported = new Set(document.findings.flatMap(({ field }) => (field.length > 0 ? [fieldName(field)] : [])));
  const others = error.issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys') return [];
    const field = [...path, ...issue.path];
    const value = valueAt(document.data, field);
    const missing = value === undefined;
    if ((missing && explained.has(fieldName(field))) || reported.has(fieldName(field))) return [];
    const severity = draft && missing && issue.path.length === 1 ? 'warning' : 'error';
    const wanted = describedAt(schema, issue.path);
    return [{ severity, field, ...describeIssue(issue, { value, written: document.has(field), wanted }), value: document.written(field) }];
  });
  return [...unknown, ...others];
}

export interface IssueContext {
  document: Document;
  schema: z.ZodType;
  /** Where in the document the value stands that was parsed. */
  path?: readonly PropertyKey[];
  /** A draft may still lack required fields. */
  draft?: boolean;
}

function describeIssue(issue: z.core.$ZodIssue, { value, written, wanted }: Written): Pick<Finding, 'message' | 'fix'> {
  const fallback = wanted && `wanted: ${wanted}`;
  if (value === undefined && issue.code !== 'custom') {
    return {
      message: written ? 'is empty, and required' : 'is missing',
      fix: fallback ?? (written ? 'fill it in' : `add \`${String(issue.path.at(-1) ?? '')}\``),
    };
  }
  if (value === null) return { message: 'is an empty entry', fix: 'fill the entry in, or delete it' };
  const read = value instanceof TypedScalar && String(value.value) !== value.source ? ` (YAML reads ${String(value.value)})` : '';
  if (issue.code === 'invalid_value') return choice(issue, value, fallback);
  if (issue.code !== 'invalid_type' || value === undefined) return { message: `${issue.message}${read}`, fix: remedyIn(issue) ?? fallback };
  return { message: `${issue.message}, not ${kindOf(value)}${read}`, fix: remedyFor(issue.expected, value) ?? fallback };
}

interface Written {
  value: unknown;
  /** Whether the key is there, even if its value counts as absent. */
  written: boolean;
  /** What the schema says the field is for. */
  wanted: string | undefined;
}

/** One of a closed set was wanted. */
function choice(
  { values, message }: z.core.$ZodIssueInvalidValue,
  value: unknown,
  fallback: string | undefined,
): Pick<Finding, 'message' | 'fix'> {
  const options = values.map(String);
  const near = typeof value === 'string' ? nearest(value, options) : null;
  const own = message.startsWith('Invalid') ? `must be one of ${options.join(', ')}` : message;
  const remedy = options.length > 6 ? fallback : `write ${options.map((option) => `\`${option}\``).join(' or ')}`;
  return { message: own, fix: near ? `did you mean \`${near}\`?` : remedy };
}

/** A rule can carry its own remedy. */
function remedyIn(issue: z.core.$ZodIssue): string | undefined {
  const fix: unknown = issue.code === 'custom' ? issue.params?.['fix'] : undefined;
  return typeof fix === 'string' ? fix : undefined;
}

function kindOf(value: unknown): string {
  if (value instanceof TypedScalar) return typeof value.value === 'number' ? 'a number' : `the value ${String(value.value)}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : 'text';
}

function remedyFor(expected: string, value: unknown): string | undefined {
  if (expected === 'array' && typeof value === 'string')
    return `write a list: [${value
      .split(/\s*,\s*/)
      .slice(0, 3)
      .join(', ')}]`;
  if (expected === 'boolean') return 'write true or false, without quotes';
  if (expected === 'number') return 'write the number alone, without quotes';
  return undefined;
}
