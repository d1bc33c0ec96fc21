import { z } from 'zod';
import { closestMatch } from './closest-match.ts';
import { unwrap } from './schema-tree.ts';

/** What is wrong with an option of the owner's, and how to correct it. */
export interface OptionError {
  path: PropertyKey[];
  message: string;
}

/** Parse the owner's options; instead of Zod's own errors, list each with its remedy. */
export function parseOptions<S extends z.ZodObject>(schema: S, input: unknown): { data: z.output<S> | undefined; errors: OptionError[] } {
  const { data, error } = schema.safeParse(input, { error: (issue) => explain(issue, schema) });
  const errors = error ? error.issues.flatMap(toErrors) : [];
  // A misspelt option is one error, not also a missing one.
  const meant = new Set(errors.map(meantPath));
  return { data, errors: errors.filter(({ path, message }) => !message.startsWith('is missing') || !meant.has(path.join('.'))) };
}

/** Write errors as a list, each with the path of its option. */
export function formatErrors(errors: readonly OptionError[]): string {
  return errors.map(({ path, message }) => `✖ ${message}${path.length > 0 ? `\n  → at ${z.core.toDotPath(path)}` : ''}`).join('\n');
}

/** Options that have moved, by their former path. */
const moved: Record<string, string> = {
  'author.profiles': 'write `social`, a list of addresses, at the top of the options',
  mark: "write it in `theme`, like theme: { mark: 'plate' }",
};

/** Return our words for an issue of Zod; undefined where Zod's own serve. An issue about several keys has a line for each. */
function explain(issue: z.core.$ZodRawIssue, root: z.ZodObject): string | undefined {
  const { input } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue['keys'] as string[]).map((key) => unknownOption(key, issue, root)).join('\n');
    case 'invalid_value':
      return wrongValue(input, issue['values'] as unknown[]);
    case 'invalid_type':
      return input === undefined
        ? 'is missing'
        : `must be ${kinds[String(issue['expected'])] ?? String(issue['expected'])}${example(issue)}`;
    case 'invalid_format':
      return formats[String(issue['format'])] && `\`${String(input)}\` is not ${formats[String(issue['format'])]}`;
    case 'too_big':
      return limit(issue, 'at most', issue['maximum']);
    case 'too_small':
      return input === '' ? 'is empty' : limit(issue, 'at least', issue['minimum']);
    default:
      return undefined;
  }
}

/** Show how to write a map: the keys that it needs, or else all of them. */
function example({ inst, path = [] }: z.core.$ZodRawIssue): string {
  if (!(inst instanceof z.ZodObject)) return '';
  const fields = Object.entries<z.ZodType>(inst.shape);
  const needed = fields.filter(([, field]) => !field.safeParse(undefined).success);
  const keys = (needed.length > 0 ? needed : fields).map(([key]) => `${key}: …`);
  return `; write ${String(path.at(-1) ?? '')}: { ${keys.join(', ')} }`;
}

const kinds: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'a map in { }',
  record: 'a map in { }',
};

const formats: Record<string, string> = { email: 'an email address', url: 'a full address; write it like https://example.com' };

function meantPath({ path, message }: OptionError): string | undefined {
  const key = / is not an option.*did you mean `(\w+)`/.exec(message)?.[1];
  return key && [...path.slice(0, -1), key].join('.');
}

function unknownOption(key: string, issue: z.core.$ZodRawIssue, root: z.ZodObject): string {
  const parent = issue.path ?? [];
  const known = keysOf(issue.inst);
  const name = `\`${key}\` is not an option${parent.length > 0 ? ` of \`${z.core.toDotPath(parent)}\`` : ''}`;
  const remedy = moved[[...parent, key].join('.')];
  if (remedy) return `${name}; ${remedy}`;
  const near = closestMatch(key, known);
  if (near) return `${name}; did you mean \`${near}\`?`;
  const elsewhere = optionPaths(root).find((path) => path.at(-1) === key);
  if (elsewhere) return `${name}; it belongs ${elsewhere.length > 1 ? `below \`${elsewhere.slice(0, -1).join('.')}\`` : 'at the top'}`;
  return `${name}; ${parent.length > 0 ? `it has ${listOf(known)}` : 'README.md lists the options'}`;
}

/** List the keys of a map, or of a record whose keys are a closed set. */
function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
}

function wrongValue(input: unknown, values: readonly unknown[]): string {
  const texts = values.filter((value) => typeof value === 'string');
  const near = typeof input === 'string' ? closestMatch(input, texts) : null;
  const choice = `write ${listOf(values, 'disjunction')}`;
  return input === undefined
    ? `is missing; ${choice}`
    : `\`${String(input)}\` is not one of its values; ${near ? `did you mean \`${near}\`? The values are ${listOf(values)}` : choice}`;
}

function limit({ origin, input }: z.core.$ZodRawIssue & { origin?: unknown }, bound: string, most: unknown): string {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  const size = typeof input === 'string' || Array.isArray(input) ? `has ${input.length}${unit}` : `is ${String(input)}`;
  return `${size}; it may have ${bound} ${String(most)}${unit}`.replace('may have at least', 'needs at least');
}

/** One error for each unknown key; of a union, the errors of the alternative that the owner has chosen. */
function toErrors(issue: z.core.$ZodIssue): OptionError[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    const lines = message.split('\n');
    return issue.keys.map((key, index) => ({ path: [...path, key], message: lines[index] ?? message }));
  }
  if (issue.code === 'invalid_union') {
    const chosen = issue.errors.find((issues) => issues.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'));
    if (chosen) return chosen.flatMap(toErrors).map((error) => ({ ...error, path: [...path, ...error.path] }));
  }
  return [{ path, message }];
}

/** List the paths of all options, the shallowest first. */
function optionPaths(schema: z.ZodType, path: string[] = []): string[][] {
  const bare = unwrap(schema);
  if (!(bare instanceof z.ZodObject)) return [];
  const here = Object.keys(bare.shape).map((key) => [...path, key]);
  return [...here, ...here.flatMap((one) => optionPaths(bare.shape[one.at(-1) ?? ''] as z.ZodType, one))];
}

function listOf(values: readonly unknown[], type: Intl.ListFormatType = 'conjunction'): string {
  return new Intl.ListFormat('en-GB', { type }).format(values.map((value) => `\`${String(value)}\``));
}
