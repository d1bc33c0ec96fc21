import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { slugify } from '../src/documents/file-names.ts';
import { help } from './commands.mjs';
import { checkAnswer, newProject, questions, checkSlug, type Answers } from '../src/lib/new-project.ts';

const flagOf = (question: string): string => `--${question.replaceAll('_', '-')}`;
/** What the author is asked for. */
const prompts = { title: 'Title', story: 'What happened, in a sentence (Enter to write it later)' } as const satisfies Answers;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const flags = Object.fromEntries(questions.map((name) => [flagOf(name).slice(2), { type: 'string' as const }]));
  const { values } = parseArgs({
    options: {
      ...flags,
      slug: { type: 'string' },
      root: { type: 'string' },
      folder: { type: 'boolean' },
      file: { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
    },
  });
  if (values.folder && values.file) return refuse('Use either --folder or --file, not both.');
  const given: Answers = Object.fromEntries(
    questions.flatMap((name) => {
      const value = (values as Record<string, unknown>)[flagOf(name).slice(2)];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  for (const name of questions) {
    const message = given[name] === undefined ? null : checkAnswer(name, given[name]);
    if (message !== null) return refuse(`${flagOf(name)} ${message}.`);
  }
  const asking = process.stdin.isTTY === true && !values.yes;
  if (!asking && given.title === undefined) return refuse(`Missing: --title.\n\n${help('new')}`);
  const answers = asking ? await ask(given) : given;
  const slug = values.slug ?? slugify(answers.title ?? '');
  const message = checkSlug(slug);
  if (message !== null) return refuse(`--slug ${slug} ${message}.`);
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const existing = existingPath(root, slug);
  if (existing !== null) return refuse(`${existing} already exists; choose another --slug.`);
  const project = newProject(answers, { slug, form: values.file ? 'file' : 'folder', today: new Date().toISOString().slice(0, 10) });
  mkdirSync(dirname(join(root, project.path)), { recursive: true });
  writeFileSync(join(root, project.path), project.text, { flag: 'wx' });
  mkdirSync(join(root, project.pictures), { recursive: true });
  console.log(`${project.path}\nPictures go to ${project.pictures}/.`);
  if (project.draft) console.log('It is a draft until you write its story.');
  return 0;
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

/** Ask for what has no flag, until each answer is valid. */
async function ask(given: Answers): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Answers = { ...given };
  // Without this, the end of input would leave the question open and end the process silently.
  const ended = new Promise<never>((_, reject) => terminal.once('close', () => reject(new Error('\nNothing was written.'))));
  try {
    for (const name of Object.keys(prompts) as (keyof typeof prompts)[]) {
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
