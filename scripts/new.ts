import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { slugify } from '../src/documents/file-names.ts';
import { diagramsFolder } from '../src/lib/charts/diagrams.ts';
import { help } from './commands.mjs';
import { checkAnswer, newProject, questions, checkSlug, type Answers, type Template } from '../src/lib/new-project.ts';

const flagOf = (question: string): string => `--${question.replaceAll('_', '-')}`;
/** What the author is asked for. */
const prompts = { title: 'Title', story: 'What happened, in a sentence (Enter to write it later)' } as const satisfies Answers;

const templates = join(import.meta.dirname, 'templates');

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const flags = Object.fromEntries(questions.map((name) => [flagOf(name).slice(2), { type: 'string' as const }]));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...flags,
      template: { type: 'string' },
      slug: { type: 'string' },
      root: { type: 'string' },
      folder: { type: 'boolean' },
      file: { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
    },
  });
  if (values.folder && values.file) return refuse('Use either --folder or --file, not both.');
  const [named, ...more] = positionals;
  if (more.length > 0) return refuse(`The title has several words: write it in quotation marks, as in "${positionals.join(' ')}".`);
  const typed: Record<string, unknown> = { title: named, ...values };
  const kinds = readdirSync(templates);
  if (values.template !== undefined && !kinds.includes(values.template))
    return refuse(`--template ${values.template} does not exist; there is ${kinds.join(', ')}.`);
  if (values.template !== undefined && typed['story'] !== undefined) return refuse('Use either --story or --template, not both.');
  const template = values.template === undefined ? undefined : readTemplate(values.template);
  const given: Answers = Object.fromEntries(
    questions.flatMap((name) => {
      const value = typed[flagOf(name).slice(2)];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  for (const name of questions) {
    const message = given[name] === undefined ? null : checkAnswer(name, given[name]);
    if (message !== null) return refuse(`${flagOf(name)} ${message}.`);
  }
  const asking = process.stdin.isTTY === true && !values.yes;
  if (!asking && given.title === undefined) return refuse(`Missing: --title.\n\n${help('new')}`);
  const answers = asking ? await ask(given, template ? ['title'] : ['title', 'story']) : given;
  const slug = values.slug ?? slugify(answers.title ?? '');
  const message = checkSlug(slug);
  if (message !== null) return refuse(`--slug ${slug} ${message}.`);
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const existing = existingPath(root, slug);
  if (existing !== null) return refuse(`${existing} already exists; choose another --slug.`);
  const today = new Date().toISOString().slice(0, 10);
  const project = newProject(answers, { slug, form: values.file ? 'file' : 'folder', today, template });
  mkdirSync(dirname(join(root, project.path)), { recursive: true });
  writeFileSync(join(root, project.path), project.text, { flag: 'wx' });
  mkdirSync(join(root, project.pictures), { recursive: true });
  if (template && values.template !== undefined) {
    const from = join(templates, values.template);
    for (const name of template.pictures) cpSync(join(from, name), join(root, project.pictures, name), { force: false });
    // The drawings of its diagrams, which are those of `npm run diagrams`.
    if (existsSync(join(from, 'diagrams'))) cpSync(join(from, 'diagrams'), join(root, diagramsFolder), { recursive: true, force: false });
  }
  console.log(`${project.path}\nPictures go to ${project.pictures}/.`);
  if (project.draft) console.log('It is a draft until you write its story.');
  return 0;
}

function readTemplate(name: string): Template {
  const files = readdirSync(join(templates, name), { withFileTypes: true });
  const pictures = files.filter((file) => file.isFile() && file.name !== 'story.md').map((file) => file.name);
  return { story: readFileSync(join(templates, name, 'story.md'), 'utf8'), pictures };
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

/** Ask for what has no flag, until each answer is valid. */
async function ask(given: Answers, names: readonly (keyof typeof prompts)[]): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Answers = { ...given };
  // Without this, the end of input would leave the question open and end the process silently.
  const ended = new Promise<never>((_, reject) => terminal.once('close', () => reject(new Error('\nNothing was written.'))));
  try {
    for (const name of names) {
      while (answers[name] === undefined) {
        const asked = terminal.question(`${prompts[name]}: `);
        const answer = await Promise.race([asked, ended]);
        const problem = checkAnswer(name, answer);
        if (problem === null) answers[name] = answer;
        else console.log(`  The answer ${problem}.`);
      }
    }
  } finally {
    ended.catch(() => {});
    terminal.close();
  }
  return answers;
}

/** Return the file or folder that makes the same page, in any case and with any extension; null when there is none. */
function existingPath(root: string, slug: string): string | null {
  const folder = 'src/content/projects';
  let names: string[];
  try {
    names = readdirSync(join(root, folder));
  } catch {
    return null;
  }
  const same = names.find((name) => name.toLowerCase().replace(/\.mdx?$/, '') === slug);
  return same === undefined ? null : `${folder}/${same}`;
}
