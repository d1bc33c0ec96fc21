import { z } from 'zod';
import { structuredMetric } from '../../schemas/metric.ts';
import { TypedScalar } from '../../schemas/scalar.ts';
import type { Document } from './document.ts';
import { fieldName, printable, type Finding } from './problem.ts';
import { nearest } from './suggestions.ts';

/**
 * Turn what the schema found into findings for the author: unknown keys with the key that was meant, absent fields told from wrong
 * ones, and one finding where a misspelt key leaves its field missing.
 */
export function schemaFindings(error: z.ZodError, { document, schema, path = [], draft = false }: IssueContext): Finding[] {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, issue.path, { document, schema, path })) : [],
  );
  const explained = new Set(unknown.flatMap(({ meant }) => (meant ? [meant] : [])));
  const others = error.issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys') return [];
    const field = [...path, ...issue.path];
    const value = valueAt(document.data, field);
    const missing = value === undefined;
    if (missing && explained.has(fieldName(issue.path))) return [];
    const severity = draft && missing && issue.path.length === 1 ? 'warning' : 'error';
    return [{ severity, field, ...describeIssue(issue, { value, written: document.has(field) }), value: document.written(field) }];
  });
  return [...unknown.map(({ finding }) => finding), ...others];
}

export interface IssueContext {
  document: Document;
  schema: z.ZodType;
  /** Where in the document the value stands that was parsed. */
  path?: readonly PropertyKey[];
  /** A draft may still lack required fields. */
  draft?: boolean;
}

/** The value at a path of the raw data; undefined where there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || value instanceof TypedScalar) return undefined;
    return Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, data);
}

/** What other systems call our fields. */
const synonyms: Record<string, string> = {
  name: 'title',
  description: 'tagline',
  excerpt: 'tagline',
  subtitle: 'tagline',
  summary: 'tagline',
  company: 'client',
  customer: 'client',
  partner: 'client',
  image: 'thumbnail',
  cover: 'thumbnail',
  img: 'thumbnail',
  feature_image: 'thumbnail',
  tags: 'technologies',
  skills: 'technologies',
  tools: 'technologies',
  tech: 'technologies',
  stack: 'technologies',
  tech_stack: 'technologies',
  results: 'metrics',
  impact: 'metrics',
  highlights: 'metrics',
  gallery: 'screenshots',
  images: 'screenshots',
  published: 'draft',
  team: 'team_size',
  challenges: 'technical_challenges',
  context: 'business_context',
  architecture: 'solution_architecture',
  learnings: 'key_learnings',
  lessons: 'key_learnings',
  language: 'lang',
  category: 'industry',
  sector: 'industry',
};

/** The same, below a key: `links[0].name` is meant as `links[0].label`. */
const innerSynonyms: Record<string, string> = {
  name: 'label',
  title: 'label',
  text: 'quote',
  href: 'url',
  link: 'url',
  src: 'image',
  path: 'image',
  file: 'image',
  alt_text: 'alt',
  alternative: 'alt',
  description: 'alt',
  from: 'start',
  begin: 'start',
  to: 'end',
  until: 'end',
  sector: 'industry',
  position: 'role',
  person: 'author',
  organisation: 'company',
};

function unknownKey(
  key: string,
  parent: readonly PropertyKey[],
  { document, schema, path = [] }: IssueContext,
): { finding: Finding; meant: string | null } {
  const known = keysAt(schema, parent);
  const table = parent.length === 0 ? synonyms : innerSynonyms;
  const synonym = table[key.toLowerCase().replaceAll('-', '_')];
  const meant = nearest(key, known) ?? (synonym !== undefined && known.includes(synonym) ? synonym : null);
  const field = [...path, ...parent, key];
  const taken = meant !== null && valueAt(document.data, [...path, ...parent, meant]) !== undefined;
  const elsewhere = meant === null ? homesOf(key, schema, parent) : [];
  const fix =
    meant !== null
      ? taken
        ? `\`${meant}\` is there already: delete the key, or move it below \`extra\``
        : `did you mean \`${meant}\`?`
      : elsewhere.length > 0
        ? `it belongs below ${elsewhere.map((home) => `\`${home}\``).join(', ')}`
        : parent.length === 0 && known.includes('extra')
          ? 'delete it, or move it below `extra`'
          : `known here: ${known.join(', ')}`;
  return {
    meant: meant === null || taken ? null : fieldName([...parent, meant]),
    finding: { severity: 'error', field, message: `unknown key \`${printable(key)}\``, value: document.written(field), fix },
  };
}

/** The keys a map may have at a path of the schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  if (path[0] === 'metrics') return Object.keys(structuredMetric.shape);
  const target = path.reduce<z.ZodType | undefined>((inner, key) => {
    const bare = inner && unwrap(inner);
    if (bare instanceof z.ZodArray) return bare.element as z.ZodType;
    return bare instanceof z.ZodObject ? (bare.shape[String(key)] as z.ZodType | undefined) : undefined;
  }, schema);
  const bare = target && unwrap(target);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner: unknown = schema;
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) inner = inner.def.innerType;
    else if (inner instanceof z.ZodPipe) inner = inner.def.in instanceof z.ZodTransform ? inner.def.out : inner.def.in;
    else return inner as z.ZodType;
  }
}

/** The fields of the schema below which a key would be right. */
function homesOf(key: string, schema: z.ZodType, parent: readonly PropertyKey[]): string[] {
  if (parent.length > 0) return keysAt(schema, []).includes(key) ? ['the top of the document'] : [];
  return keysAt(schema, []).filter(
    (name) => name !== 'metrics' && (keysAt(schema, [name]).includes(key) || keysAt(schema, [name, 0]).includes(key)),
  );
}

function describeIssue(
  issue: z.core.$ZodIssue,
  { value, written }: { value: unknown; written: boolean },
): Pick<Finding, 'message' | 'fix'> {
  if (value === undefined && issue.code !== 'custom') {
    return {
      message: written ? 'is empty, and required' : 'is missing',
      fix: written ? 'fill it in' : `add \`${String(issue.path.at(-1) ?? '')}\``,
    };
  }
  if (value === null) return { message: 'is an empty entry', fix: 'fill the entry in, or delete it' };
  const read = value instanceof TypedScalar && String(value.value) !== value.source ? ` (YAML reads ${String(value.value)})` : '';
  if (issue.code !== 'invalid_type' || value === undefined) return { message: `${issue.message}${read}`, fix: undefined };
  return { message: `${issue.message}, not ${kindOf(value)}${read}`, fix: remedyFor(issue.expected, value) };
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
