import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { slugify } from '../src/documents/file-names.ts';
import { checkAnswer, newProject, questions, checkSlug, type Answers, type Question } from './new-project.ts';

const names = Object.keys(questions) as Question[];
const flagOf = (question: string): string => `--${question.replaceAll('_', '-')}`;
const usage = `npm run new -- [${names.map((name) => `${flagOf(name)} "…"`).join('] [')}] [--slug x] [--folder | --file] [--yes]

Creates a case study and a folder for its pictures, and asks for every field without a flag; with --yes, or without a
terminal, those fields are left out. --root is the project's folder.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const flags = Object.fromEntries(names.map((name) => [flagOf(name).slice(2), { type: 'string' as const }]));
  const { values } = parseArgs({
    options: {
      ...flags,
      slug: { type: 'string' },
      root: { type: 'string' },
      folder: { type: 'boolean' },
      file: { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.folder && values.file) return refuse('Use either --folder or --file, not both.');
  const given: Answers = Object.fromEntries(
    names.flatMap((name) => {
      const value = (values as Record<string, unknown>)[flagOf(name).slice(2)];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  for (const name of names) {
    const message = given[name] === undefined ? null : checkAnswer(name, given[name]);
    if (message !== null) return refuse(`${flagOf(name)} ${message}.`);
  }
  const asking = process.stdin.isTTY === true && !values.yes;
  const absent = names.filter((name) => questions[name].required && given[name] === undefined);
  if (!asking && absent.length > 0) return refuse(`Missing: ${absent.map(flagOf).join(', ')}.\n\n${usage}`);
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
  if (project.missing.length > 0) console.log(`It is a draft until you write ${project.missing.join(', ')}.`);
  return 0;
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

/** Ask for every field without a flag, until each answer is valid. */
async function ask(given: Answers): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Answers = { ...given };
  // Without this, the end of input would leave the question open and end the process silently.
  const ended = new Promise<never>((_, reject) => terminal.once('close', () => reject(new Error('\nNothing was written.'))));
  try {
    for (const name of names) {
      while (answers[name] === undefined) {
        const asked = terminal.question(`${questions[name].prompt}${questions[name].required ? '' : ' (Enter to skip)'}: `);
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
