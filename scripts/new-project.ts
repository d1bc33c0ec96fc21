import { Document, isMap, Scalar, type Pair } from 'yaml';
import { readFileName, slugify } from '../src/documents/file-names.ts';
import type { CalendarDate } from '../src/schemas/calendar.ts';
import { projectSchema } from '../src/schemas/project.ts';

/** The author's answers as typed; `technologies` separates names with commas. */
export type Answers = Partial<Record<Question, string>>;

export type Question = keyof typeof questions;

/** The questions for a new case study, in order; the document lists the other fields as comments. */
export const questions = {
  title: { prompt: 'Title', required: true },
  client: { prompt: 'Client', required: true },
  tagline: { prompt: 'Tagline, one sentence', required: true },
  technologies: { prompt: 'Technologies, separated by commas', required: true },
  date: { prompt: 'Delivered on (YYYY-MM-DD, YYYY-MM or YYYY)', required: false },
  industry: { prompt: 'Industry', required: false },
  role: { prompt: 'Your role', required: false },
  duration: { prompt: 'How long it took', required: false },
  business_context: { prompt: 'Why the work mattered to the client', required: false },
  technical_challenges: { prompt: 'Difficulties of the work', required: false },
  solutions: { prompt: 'What you did', required: false },
  metrics: { prompt: 'An outcome, with figures', required: false },
} as const satisfies Partial<Record<keyof typeof projectSchema.shape, { prompt: string; required: boolean }>>;

/** A new document; paths are relative to the project's root. */
export interface NewProject {
  slug: string;
  path: string;
  /** Folder for its pictures. */
  pictures: string;
  text: string;
  /** Fields still to be written; the document is a draft until then. */
  missing: string[];
}

/** Return what the schema finds wrong with an answer, as the rest of a sentence about it; null when it is valid. */
export function checkAnswer(question: Question, answer: string): string | null {
  if (answer.trim() === '') return questions[question].required ? 'is missing' : null;
  const parsed = projectSchema.shape[question].safeParse(asField(question, answer));
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'is not valid');
}

/** Return what is wrong with a slug, with a valid one; null when it is valid. */
export function checkSlug(slug: string): string | null {
  const name = readFileName(`${slug}.md`);
  if (name?.lang) return 'is the name of a translation; remove the dot';
  const message = name ? name.diagnostics[0]?.message : 'cannot be an address';
  return message === undefined ? null : `${message}; write \`${slugify(slug)}\``;
}

/**
 * Create the document of a new case study from valid answers, with a line of guidance for each field without one. In a folder, its
 * pictures go beside it; for a single file, they go into `src/assets/images/projects/`.
 */
export function newProject(
  answers: Answers,
  { slug = slugify(answers.title ?? ''), form = 'folder', today }: NewProjectOptions,
): NewProject {
  const path = `src/content/projects/${form === 'folder' ? `${slug}/index.md` : `${slug}.md`}`;
  const pictures = form === 'folder' ? `src/content/projects/${slug}` : `src/assets/images/projects/${slug}`;
  const written = (Object.keys(questions) as Question[]).filter((question) => (answers[question] ?? '').trim() !== '');
  const missing = narrative.filter((field) => !(written as string[]).includes(field));
  const fields: Record<string, unknown> = { ...(missing.length > 0 && { draft: true }) };
  for (const question of written) fields[question] = asField(question, answers[question] ?? '');
  const picture = form === 'folder' ? './' : `/assets/images/projects/${slug}/`;
  return { slug, path, pictures, text: write(fields, { missing, picture, today }), missing };
}

export interface NewProjectOptions {
  /** Defaults to the slugified title. */
  slug?: string | undefined;
  form?: 'folder' | 'file';
  /** Example date for the line of guidance. */
  today: CalendarDate;
}

const narrative = ['business_context', 'technical_challenges', 'solutions'];

function asField(question: Question, answer: string): unknown {
  const text = answer.trim();
  return question === 'technologies' ? text.split(/\s*,\s*/).filter((name) => name !== '') : text;
}

/** Add a hint for each field without an answer; hints use the schema's descriptions, as editors do. */
function write(
  fields: Record<string, unknown>,
  { missing, picture, today }: { missing: readonly string[]; picture: string; today: string },
): string {
  const order = Object.keys(projectSchema.shape);
  const document = new Document(Object.fromEntries(order.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]])));
  const pairs = isMap(document.contents) ? (document.contents.items as unknown as Pair<Scalar, Scalar>[]) : [];
  for (const { key, value } of pairs) {
    if (key.value === 'draft')
      key.commentBefore = ` A draft is not published; delete this line when you have written ${missing.join(', ')}.`;
    if (narrative.includes(String(key.value)) && value instanceof Scalar) {
      value.type = Scalar.BLOCK_LITERAL;
      value.value = `${String(value.value)}\n`;
    }
  }
  const block = (field: string): string[] => [`${field}: |`, `  ${hint(field)}.`];
  const line = (field: string, example: string): string[] => [`${field}: ${example} # ${hint(field)}`];
  const hints = {
    date: line('date', today),
    ...Object.fromEntries(narrative.map((field) => [field, block(field)])),
    results_metrics: block('results_metrics'),
    key_learnings: block('key_learnings'),
    metrics: [
      'metrics:',
      '  speed: Page loads fell from 3.5 s to 0.8 s',
      '  cost: { label: Hosting, before: 900 EUR a month, after: 400 EUR a month, source: Invoices }',
    ],
    industry: line('industry', 'Retail'),
    role: line('role', 'Lead engineer'),
    duration: line('duration', '5 months'),
    thumbnail: [`thumbnail: ${picture}picture.jpg`],
    screenshots: ['screenshots:', `  - image: ${picture}screen.jpg`, '    alt: What the picture shows'],
  };
  const open = Object.entries(hints).flatMap(([field, lines]) => (fields[field] === undefined ? lines.map((one) => `# ${one}`) : []));
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}\n# Remove the number sign from the fields you fill in, and delete the rest.\n${open.join('\n')}\n---\n`;
}

function hint(field: string): string {
  return projectSchema.shape[field as Question].description ?? '';
}
