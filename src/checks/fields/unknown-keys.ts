import type { z } from 'zod';
import type { Document } from '../../documents/document.ts';
import { errorIn, escapeControlCharacters, fieldName, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { keysAt, suggestParents } from './schema-shape.ts';
import { closestMatch } from '../../schemas/closest-match.ts';
import { isStructured, structuredMetric } from '../../schemas/metric.ts';
import { valueAt } from '../../documents/values.ts';

/** Report a key the schema does not know and suggest the key that was meant; it also explains why that key is absent. */
export function unknownKey(key: string, parent: readonly PropertyKey[], { document, schema, path = [] }: IssueContext): FieldDiagnostic {
  const known = knownKeys(parent, { document, schema, path });
  const table = parent.length === 0 ? synonyms : innerSynonyms;
  const synonym = table.get(spelling(key));
  const meant = synonym?.find((name) => known.includes(name)) ?? closestMatch(key, known);
  const field = [...path, ...parent, key];
  const taken = meant !== null && valueAt(document.data, [...path, ...parent, meant]) !== undefined;
  const fix = meant !== null ? suggestion(meant, taken) : otherFix(key, { known, parent, schema });
  const explains = meant === null || taken ? {} : { explains: fieldName([...path, ...parent, meant]) };
  return errorIn(field, `unknown key \`${escapeControlCharacters(key)}\``, fix, explains);
}

/** Report the keys without a value that the schema does not know; its input lacks them. */
export function unknownEmptyKeys({ document, schema, path = [] }: IssueContext): FieldDiagnostic[] {
  return document.emptyKeys.flatMap((field) => {
    const [parent, key] = [field.slice(path.length, -1), String(field.at(-1))];
    if (field.length <= path.length || path.some((part, index) => part !== field[index])) return [];
    const known = knownKeys(parent, { document, schema, path });
    return known.length > 0 && !known.includes(key) ? [unknownKey(key, parent, { document, schema, path })] : [];
  });
}

/** List the keys that a map may have; none where they are the author's choice. */
function knownKeys(parent: readonly PropertyKey[], { document, schema, path = [] }: IssueContext): string[] {
  const isOneMetric = parent.length === 1 && parent[0] === 'metrics' && isStructured(valueAt(document.data, [...path, ...parent]));
  return isOneMetric ? Object.keys(structuredMetric.shape) : keysAt(schema, parent);
}

function suggestion(meant: string, taken: boolean): string {
  return taken ? `did you mean \`${meant}\`? It exists already: keep one of the two` : `did you mean \`${meant}\`?`;
}

function otherFix(
  key: string,
  { known, parent, schema }: { known: string[]; parent: readonly PropertyKey[]; schema: IssueContext['schema'] },
): string {
  const names = [key, ...(innerSynonyms.get(spelling(key)) ?? [])];
  const parents = names.map((name) => suggestParents(name, schema, parent)).find((some) => some.length > 0) ?? [];
  if (parents.length > 0) return `it belongs below ${parents.map((name) => `\`${name}\``).join(' or ')}`;
  if (parent.length === 0 && known.includes('extra')) return 'delete it, or move it below `extra`, which is stored and never shown';
  return `valid keys are ${known.join(', ')}`;
}

function spelling(key: string): string {
  return key
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Names that other systems give our fields; of two fields, the first that a document may have is meant. */
const synonyms = byName({
  title: 'name heading',
  tagline: 'description excerpt subtitle summary',
  description: 'description excerpt subtitle summary tagline',
  client: 'company customer partner',
  thumbnail: 'image cover img hero feature_image featured_image',
  topics: 'tags keywords categories',
  technologies: 'skills tools tech stack tech_stack',
  metrics: 'results impact highlights outcomes',
  screenshots: 'gallery images',
  draft: 'published hidden private',
  publish_at: 'publish_date',
  updated: 'last_modified_at lastmod modified',
  team_size: 'team',
  order: 'weight sort_order',
  status: 'state',
  credits: 'contributors collaborators authors',
  awards: 'award recognition',
  related: 'related_projects see_also',
  technical_challenges: 'challenge challenges problem',
  business_context: 'context background',
  solutions: 'solution',
  solution_architecture: 'architecture',
  implementation_details: 'implementation',
  key_learnings: 'learnings lessons',
  testimonial: 'quote',
  lang: 'language',
  industry: 'category sector',
  duration: 'timeline',
  links: 'url link website',
});

/** The same for nested keys: `links[0].name` means `links[0].label`. */
const innerSynonyms = byName({
  label: 'name title text',
  author: 'name person',
  title: 'name award',
  caption: 'title',
  role: 'title position',
  name: 'title',
  quote: 'text content',
  alt: 'text alt_text description',
  url: 'href link website',
  image: 'src path file url',
  start: 'from begin',
  end: 'to until',
  industry: 'sector',
  after: 'position section',
  video: 'film',
  captions: 'subtitles',
  by: 'issuer organizer',
  year: 'date',
  company: 'organisation organization',
  confidential: 'anonymous nda',
});

/** List the fields that each name may mean, in their order. */
function byName(names: Record<string, string>): ReadonlyMap<string, string[]> {
  const pairs = Object.entries(names).flatMap(([field, others]) => others.split(' ').map((name) => ({ name, field })));
  return new Map([...Map.groupBy(pairs, ({ name }) => name)].map(([name, meant]) => [name, meant.map(({ field }) => field)]));
}

export interface IssueContext {
  document: Document;
  schema: z.ZodType;
  /** Path of the parsed value in the document. */
  path?: readonly PropertyKey[];
  /** Whether the document is a draft, which may lack required fields. */
  draft?: boolean;
}
