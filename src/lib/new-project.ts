import { Document, isMap, Scalar, type Pair } from 'yaml';
import { readFileName, slugify } from '../documents/file-names.ts';
import type { CalendarDate } from '../schemas/calendar.ts';
import { projectSchema } from '../schemas/project.ts';

/** Sections of the front matter that have a flag. */
const narrative = ['business_context', 'technical_challenges', 'solutions'] as const;

/** The author's answers as typed; `technologies` separates names with commas, `story` is the Markdown of the body. */
export type Answers = Partial<Record<Question, string>>;

export type Question = (typeof questions)[number];

/** What a new case study can start with, each by a flag; the document lists other fields as comments. */
export const questions = [
  'title',
  'story',
  'tagline',
  'client',
  'date',
  'technologies',
  'industry',
  'role',
  'duration',
  ...narrative,
  'metrics',
] as const satisfies readonly ('story' | keyof typeof projectSchema.shape)[];

/** A body to begin with, whose pictures are beside it as `./name`. */
export interface Template {
  story: string;
  pictures: readonly string[];
}

/** Return why the schema rejects an answer, as a predicate (`is …`); null when it is valid. */
export function checkAnswer(question: Question, answer: string): string | null {
  if (answer.trim() === '') return question === 'title' ? 'is missing' : null;
  if (question === 'story') return null;
  const parsed = projectSchema.shape[question].safeParse(asField(question, answer));
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'is not valid');
}

/** Return why a slug is invalid, with a valid one; null when it is valid. */
export function checkSlug(slug: string): string | null {
  const name = readFileName(`${slug}.md`);
  if (name?.lang) return 'is the name of a translation; remove the dot';
  const message = name ? name.diagnostics[0]?.message : 'cannot be an address';
  return message === undefined ? null : `${message}; write \`${slugify(slug)}\``;
}

/**
 * Create the document of a new case study from valid answers, with a line of guidance for each field without one. In a folder, its
 * pictures go beside it; for a single file, they go into `src/assets/images/projects/`. Paths are relative to the root of the project. It is
 * a `draft` for as long as it has nothing to read.
 */
export function newProject(
  { story = '', ...answers }: Answers,
  { slug = slugify(answers.title ?? ''), form = 'folder', today, template }: NewProjectOptions,
) {
  const path = `src/content/projects/${form === 'folder' ? `${slug}/index.md` : `${slug}.md`}`;
  const pictures = form === 'folder' ? `src/content/projects/${slug}` : `src/assets/images/projects/${slug}`;
  const fields = Object.fromEntries(
    Object.entries(answers).flatMap(([field, answer]) => (answer.trim() === '' ? [] : [[field, asField(field, answer)]])),
  );
  const isUnwritten = story.trim() === '' && narrative.every((field) => fields[field] === undefined);
  const draft = template !== undefined || isUnwritten;
  const picture = form === 'folder' ? './' : `/assets/images/projects/${slug}/`;
  const body = template?.pictures.reduce((text, name) => text.replaceAll(`(./${name}`, `(${picture}${name}`), template.story) ?? story;
  const frontMatter = writeFields({ ...(draft && { draft }), ...fields }, { picture, today });
  return { slug, path, pictures, text: `---\n${frontMatter}---\n${body.trim() && `\n${body.trim()}\n`}`, draft };
}

interface NewProjectOptions {
  /** Defaults to the slugified title. */
  slug?: string | undefined;
  form?: 'folder' | 'file';
  /** Its document is a draft until the author has replaced the body. */
  template?: Template | undefined;
  /** Example date for the line of guidance. */
  today: CalendarDate;
}

function asField(field: string, answer: string): unknown {
  const text = answer.trim();
  return field === 'technologies' ? text.split(/\s*,\s*/).filter((name) => name !== '') : text;
}

/** Add a hint for each field without an answer; hints use the schema's descriptions, as editors do. */
function writeFields(fields: Record<string, unknown>, { picture, today }: { picture: string; today: string }): string {
  const order = Object.keys(projectSchema.shape);
  const document = new Document(Object.fromEntries(order.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]])));
  const pairs = isMap(document.contents) ? (document.contents.items as unknown as Pair<Scalar, Scalar>[]) : [];
  for (const { key, value } of pairs) {
    if (key.value === 'draft') key.commentBefore = ' A draft is not published; delete this line when you have written the story below.';
    if ((narrative as readonly unknown[]).includes(key.value) && value instanceof Scalar) {
      value.type = Scalar.BLOCK_LITERAL;
      value.value = `${String(value.value)}\n`;
    }
  }
  const block = (field: keyof typeof projectSchema.shape): string[] => [`${field}: |`, `  ${hint(field)}.`];
  const line = (field: keyof typeof projectSchema.shape, example: string): string[] => [`${field}: ${example} # ${hint(field)}`];
  const hints = {
    tagline: line('tagline', 'What the work achieved, in one sentence'),
    client: line('client', 'Halden Ferry Lines'),
    date: line('date', today),
    thumbnail: [`thumbnail: ${picture}picture.jpg`],
    technologies: line('technologies', '[TypeScript, PostgreSQL]'),
    industry: line('industry', 'Retail'),
    role: line('role', 'Lead engineer'),
    duration: line('duration', '5 months'),
    ...Object.fromEntries(narrative.map((field) => [field, block(field)])),
    results_metrics: block('results_metrics'),
    key_learnings: block('key_learnings'),
    metrics: [
      'metrics:',
      '  speed: Page loads fell from 3.5 s to 0.8 s',
      '  cost: { label: Hosting, before: 900 EUR a month, after: 400 EUR a month, source: Invoices }',
    ],
    screenshots: ['screenshots:', `  - image: ${picture}screen.jpg`, '    alt: What the picture shows'],
  };
  const open = Object.entries(hints).flatMap(([field, lines]) => (fields[field] === undefined ? lines.map((one) => `# ${one}`) : []));
  return `${document.toString({ lineWidth: 0, flowCollectionPadding: false })}
# All other fields are optional. Remove the number sign from those you fill in, and delete the rest.
${open.join('\n')}
`;
}

function hint(field: keyof typeof projectSchema.shape): string {
  return projectSchema.shape[field].description ?? '';
}
