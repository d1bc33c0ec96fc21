import { alternatives } from '../../lib/content/form-shape.ts';
import type { JsonSchema } from '../../lib/json-schema.ts';

/** Name a field as a person would: `business_context` becomes “Business context”. */
export function labelOf(key: string): string {
  return labels[key] ?? capitalized(key.replaceAll('_', ' '));
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Say in one word how much a field is wanted; empty for one that is not missed. */
export function needOf(key: string, field: JsonSchema | undefined, parent: JsonSchema): 'required' | 'advised' | '' {
  if (parent.required?.includes(key)) return 'required';
  return field?.['advised'] === true ? 'advised' : '';
}

/** Find the schema of a map among the shapes that a field may have. */
export function mapSchemaOf(schema: JsonSchema): JsonSchema {
  return alternatives(schema).find(({ properties }) => properties) ?? {};
}

/** Find the schema of a list's entries among the shapes that a field may have. */
export function itemSchemaOf(schema: JsonSchema): JsonSchema {
  return alternatives(schema).find(({ items }) => items)?.items ?? {};
}

/** Say what a field is for to one who fills in a form: without the notation of the file. */
export function helpOf(key: string, schema: JsonSchema): string {
  const own = ownHelp[key];
  if (own !== undefined) return own;
  const words = (schema.description ?? '').replace(/^`true` /, '').replace(/: text, or \{[^}]*\}/, '');
  const hint = entryOf(key, schema).kind === 'date' ? 'like 2025-04-30 or 2025-04' : '';
  return capitalized([words, hint].filter(Boolean).join('; '));
}

/** What one types into a text field. */
export type Entry = { kind: 'choice'; options: string[] } | { kind: 'date' | 'number' | 'address' | 'sentence' | 'word' };

/** Choose the input of a text field from its schema. */
export function entryOf(key: string, schema: JsonSchema): Entry {
  const ways = alternatives(schema);
  const options = ways.flatMap((way) => way.enum ?? []).filter((one): one is string => typeof one === 'string');
  const types = new Set(ways.flatMap(({ type }) => type ?? []));
  if (options.length > 0) return { kind: 'choice', options };
  if (types.has('integer') && types.has('string')) return { kind: 'date' };
  if (types.has('number') && !types.has('string')) return { kind: 'number' };
  if (ways.some(({ format }) => String(format).startsWith('uri'))) return { kind: 'address' };
  return { kind: sentences.has(key) ? 'sentence' : 'word' };
}

/** Words for one entry of a list, as in “Add a technology”. */
export function entryName(key: string): string {
  return entries[key] ?? 'an entry';
}

/** Texts that may need more than one line on the screen. */
const sentences = new Set(['title', 'tagline', 'description', 'alt', 'caption', 'sentence', 'context', 'method']);

/** What the words of the schema do not say in a form. */
const ownHelp: Record<string, string> = {
  alt: '',
  caption: '',
  body: 'Markdown: `## Heading`, `**bold**`, `[words](address)`. Readers see it after the sections below.',
  category: 'A word of your own that groups outcomes, like `performance`',
  decorative: 'It says nothing that the text does not say, and needs no words',
  metrics: 'What changed, with its figure: “Page loads fell from 3.5 s to 0.8 s”, or “70% less waiting time”',
  text: 'Where dates do not say it',
};

const labels: Record<string, string> = {
  alt: 'What the picture shows',
  body: 'The story',
  by: 'Given by',
  for: 'For whom',
  lang: 'Language',
  llm_summary: 'Summary for language models',
  llm_topics: 'Topics for language models',
  metrics: 'Outcomes',
  metrics_charts: 'Charts',
  projects: 'Case studies',
  screenshots: 'Pictures',
  text: 'In words',
  thumbnail: 'Main picture',
  updated: 'Last changed',
  url: 'Address',
};

const entries: Record<string, string> = {
  aliases: 'an old path',
  also: 'a spelling',
  awards: 'an award',
  credits: 'a person or firm',
  links: 'a link',
  llm_topics: 'a topic',
  metrics: 'an outcome',
  metrics_charts: 'a chart',
  projects: 'a case study',
  redirect_from: 'an old path',
  related: 'a case study',
  screenshots: 'a picture',
  services: 'a service',
  technologies: 'a technology',
  topics: 'a topic',
};
