import type { z } from 'zod';
import type { Document } from '../../documents/document.ts';
import { fieldName, escapeControlCharacters, type FieldDiagnostic } from '../../documents/diagnostic.ts';
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
  const diagnostic: FieldDiagnostic = {
    severity: 'error',
    field,
    message: `unknown key \`${escapeControlCharacters(key)}\``,
    value: document.written(field),
    fix,
  };
  return meant === null || taken ? diagnostic : { ...diagnostic, explains: fieldName([...path, ...parent, meant]) };
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

/** Names that other systems give our fields. */
const synonyms = new Map(
  Object.entries({
    name: ['title'],
    heading: ['title'],
    description: ['tagline', 'description'],
    excerpt: ['tagline', 'description'],
    subtitle: ['tagline', 'description'],
    summary: ['tagline', 'description'],
    tagline: ['description'],
    company: ['client'],
    customer: ['client'],
    partner: ['client'],
    image: ['thumbnail'],
    cover: ['thumbnail'],
    img: ['thumbnail'],
    hero: ['thumbnail'],
    feature_image: ['thumbnail'],
    featured_image: ['thumbnail'],
    tags: ['topics'],
    keywords: ['topics'],
    categories: ['topics'],
    skills: ['technologies'],
    tools: ['technologies'],
    tech: ['technologies'],
    stack: ['technologies'],
    tech_stack: ['technologies'],
    results: ['metrics'],
    impact: ['metrics'],
    highlights: ['metrics'],
    outcomes: ['metrics'],
    gallery: ['screenshots'],
    images: ['screenshots'],
    published: ['draft'],
    hidden: ['draft'],
    private: ['draft'],
    publish_date: ['publish_at'],
    last_modified_at: ['updated'],
    lastmod: ['updated'],
    modified: ['updated'],
    team: ['team_size'],
    weight: ['order'],
    sort_order: ['order'],
    state: ['status'],
    contributors: ['credits'],
    collaborators: ['credits'],
    authors: ['credits'],
    award: ['awards'],
    recognition: ['awards'],
    related_projects: ['related'],
    see_also: ['related'],
    challenge: ['technical_challenges'],
    challenges: ['technical_challenges'],
    problem: ['technical_challenges'],
    context: ['business_context'],
    background: ['business_context'],
    solution: ['solutions'],
    architecture: ['solution_architecture'],
    implementation: ['implementation_details'],
    learnings: ['key_learnings'],
    lessons: ['key_learnings'],
    quote: ['testimonial'],
    language: ['lang'],
    category: ['industry'],
    sector: ['industry'],
    timeline: ['duration'],
    url: ['links'],
    link: ['links'],
    website: ['links'],
  }),
);

/** The same for nested keys: `links[0].name` means `links[0].label`. */
const innerSynonyms = new Map(
  Object.entries({
    name: ['label', 'author', 'title'],
    title: ['label', 'caption', 'role', 'name'],
    text: ['label', 'quote', 'alt'],
    content: ['quote'],
    href: ['url'],
    link: ['url'],
    website: ['url'],
    src: ['image'],
    path: ['image'],
    file: ['image'],
    url: ['image'],
    alt_text: ['alt'],
    description: ['alt'],
    from: ['start'],
    begin: ['start'],
    to: ['end'],
    until: ['end'],
    sector: ['industry'],
    position: ['role', 'after'],
    section: ['after'],
    film: ['video'],
    subtitles: ['captions'],
    award: ['title'],
    issuer: ['by'],
    organizer: ['by'],
    date: ['year'],
    person: ['author'],
    organisation: ['company'],
    organization: ['company'],
    anonymous: ['confidential'],
    nda: ['confidential'],
  }),
);

export interface IssueContext {
  document: Document;
  schema: z.ZodType;
  /** Path of the parsed value in the document. */
  path?: readonly PropertyKey[];
  /** Whether the document is a draft, which may lack required fields. */
  draft?: boolean;
}
