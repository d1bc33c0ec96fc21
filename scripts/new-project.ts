import { Document, isMap, Scalar, type Pair } from 'yaml';
import { projectSchema } from '../src/schemas/project.ts';
import type { CalendarDate } from '../src/schemas/calendar.ts';
import { proposal, readName } from '../src/documents/file-names.ts';

/** What an author answers, each as typed; `technologies` and `services` with commas between the names. */
export type Answers = Partial<Record<Question, string>>;

export type Question = keyof typeof questions;

/** What is asked for a new case study, in this order; the rest of the fields stands in the document as comments. */
export const questions = {
  title: { asks: 'Title', required: true },
  client: { asks: 'Client', required: true },
  tagline: { asks: 'Tagline, one sentence', required: true },
  technologies: { asks: 'Technologies, with commas', required: true },
  date: { asks: 'Delivered on (YYYY-MM-DD, YYYY-MM or YYYY)', required: false },
  industry: { asks: 'Industry', required: false },
  role: { asks: 'Your role', required: false },
  duration: { asks: 'How long it took', required: false },
  business_context: { asks: 'Why it mattered to the client', required: false },
  technical_challenges: { asks: 'What stood in the way', required: false },
  solutions: { asks: 'What you did', required: false },
  metrics: { asks: 'An outcome with its figure', required: false },
} as const satisfies Partial<Record<keyof typeof projectSchema.shape, { asks: string; required: boolean }>>;

/** A new document: where it goes, where its pictures go, and its text. Paths are from the project's root. */
export interface NewProject {
  slug: string;
  path: string;
  pictures: string;
  text: string;
  /** Fields that are still to be written; the document is a draft until then. */
  missing: string[];
}

/** Say what is wrong with an answer, by the schema's own rule, as the rest of a sentence about it; null when it will do. */
export function answerFault(question: Question, answer: string): string | null {
  if (answer.trim() === '') return questions[question].required ? 'is missing' : null;
  const parsed = projectSchema.shape[question].safeParse(asField(question, answer));
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'will not do');
}

/** Say what is wrong with a slug, with the legal one; null when it will do. */
export function slugFault(slug: string): string | null {
  const [finding] = readName(`${slug}.md`)?.findings ?? [{ message: 'makes no address', fix: `write \`${proposal(slug)}\`` }];
  if (readName(`${slug}.md`)?.lang) return 'is the name of a translation; leave out the dot';
  return finding ? `${finding.message}; write \`${proposal(slug)}\`` : null;
}

/**
 * Make the document of a new case study out of answers that have no fault: those fields that are answered, and a line of guidance for
 * each that is not. In a folder its pictures lie beside it; as a single file they lie in `src/assets/images/projects/`.
 */
export function newProject(
  answers: Answers,
  { slug = proposal(answers.title ?? ''), form = 'folder', today }: NewProjectOptions,
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
  /** Made of the title where absent. */
  slug?: string | undefined;
  form?: 'folder' | 'file';
  /** An example of a date for its line of guidance. */
  today: CalendarDate;
}

const narrative = ['business_context', 'technical_challenges', 'solutions'];

function asField(question: Question, answer: string): unknown {
  const text = answer.trim();
  return question === 'technologies' ? text.split(/\s*,\s*/).filter((name) => name !== '') : text;
}

/** A hint for each field that is not answered; the words are the schema's, so they agree with the editor's help. */
function write(
  fields: Record<string, unknown>,
  { missing, picture, today }: { missing: readonly string[]; picture: string; today: string },
): string {
  const order = Object.keys(projectSchema.shape);
  const document = new Document(Object.fromEntries(order.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]])));
  const pairs = isMap(document.contents) ? (document.contents.items as unknown as Pair<Scalar, Scalar>[]) : [];
  for (const { key, value } of pairs) {
    if (key.value === 'draft') key.commentBefore = ` A draft is on no page; delete this line when ${missing.join(', ')} are written.`;
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
    screenshots: ['screenshots:', `  - image: ${picture}screen.jpg`, '    alt: What the picture shows, for those who do not see it'],
  };
  const open = Object.entries(hints).flatMap(([field, lines]) => (fields[field] === undefined ? lines.map((one) => `# ${one}`) : []));
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}\n# Take away the number sign of what you fill in, and delete the rest.\n${open.join('\n')}\n---\n`;
}

function hint(field: string): string {
  return projectSchema.shape[field as Question].description ?? '';
}
