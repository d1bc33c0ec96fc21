import { sectionFields } from '../../schemas/sections.ts';

/** Part of a form: fields that one thinks of together. */
export interface FieldGroup {
  name: string;
  fields: string[];
  /** Whether it is open at the start. */
  open: boolean;
}

/** Sort the fields of a schema into groups, each in its order here; a field that none names comes last, under “Other”. */
export function groupFields(fields: readonly string[]): FieldGroup[] {
  const named = groups.map(({ name, open, fields: wanted }) => ({ name, open, fields: wanted.filter((field) => fields.includes(field)) }));
  const known = new Set(groups.flatMap(({ fields: wanted }) => wanted));
  const rest = fields.filter((field) => !known.has(field));
  return [...named, { name: 'Other', open: false, fields: rest }].filter((group) => group.fields.length > 0);
}

const groups: readonly FieldGroup[] = [
  {
    name: 'Essentials',
    open: true,
    fields: ['title', 'label', 'tagline', 'description', 'for', 'projects', 'client', 'date', 'duration', 'body'],
  },
  { name: 'Outcomes', open: true, fields: ['metrics'] },
  { name: 'Pictures', open: false, fields: ['thumbnail', 'screenshots', 'metrics_charts'] },
  { name: 'Sections', open: false, fields: [...sectionFields] },
  {
    name: 'Facts',
    open: false,
    fields: ['technologies', 'topics', 'industry', 'role', 'services', 'team_size', 'credits', 'awards', 'status', 'links'],
  },
  { name: 'Quotation and related work', open: false, fields: ['testimonial', 'related', 'business_impact_score'] },
  {
    name: 'Who sees it, and where',
    open: false,
    fields: ['draft', 'publish_at', 'expires', 'unlisted', 'featured', 'order', 'updated'],
  },
  { name: 'Addresses and language', open: false, fields: ['lang', 'aliases', 'redirect_from', 'permalink'] },
  { name: 'For language models', open: false, fields: ['llm_summary', 'llm_topics'] },
];
