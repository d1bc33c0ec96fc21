import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { proposal } from '../src/documents/file-names.ts';
import { answerFault, newProject, questions, slugFault, type Answers, type Question } from './new-project.ts';

const names = Object.keys(questions) as Question[];
const flagOf = (question: string): string => `--${question.replaceAll('_', '-')}`;
const usage = `npm run new -- [${names.map((name) => `${flagOf(name)} "…"`).join('] [')}] [--slug x] [--folder | --file] [--yes]

Writes a case study with a folder for its pictures. What no flag says is asked; --yes, or no terminal, leaves it out.
--root is the project's folder.`;

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
  if (values.folder && values.file) return refuse('--folder and --file are two places; give one.');
  const given: Answers = Object.fromEntries(
    names.flatMap((name) => {
      const value = (values as Record<string, unknown>)[flagOf(name).slice(2)];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  for (const name of names) {
    const fault = given[name] === undefined ? null : answerFault(name, given[name]);
    if (fault !== null) return refuse(`${flagOf(name)} ${fault}.`);
  }
  const asking = process.stdin.isTTY === true && !values.yes;
  const absent = names.filter((name) => questions[name].required && given[name] === undefined);
  if (!asking && absent.length > 0) return refuse(`Missing: ${absent.map(flagOf).join(', ')}.\n\n${usage}`);
  const answers = asking ? await ask(given) : given;
  const slug = values.slug ?? proposal(answers.title ?? '');
  const fault = slugFault(slug);
  if (fault !== null) return refuse(`--slug ${slug} ${fault}.`);
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const there = occupied(root, slug);
  if (there !== null) return refuse(`${there} is there already; give another --slug.`);
  const project = newProject(answers, { slug, form: values.file ? 'file' : 'folder', today: new Date().toISOString().slice(0, 10) });
  mkdirSync(dirname(join(root, project.path)), { recursive: true });
  writeFileSync(join(root, project.path), project.text, { flag: 'wx' });
  mkdirSync(join(root, project.pictures), { recursive: true });
  console.log(`${project.path}\nPictures go to ${project.pictures}/.`);
  if (project.missing.length > 0) console.log(`It is a draft until ${project.missing.join(', ')} are written.`);
  return 0;
}

function refuse(why: string): number {
  console.error(why);
  return 2;
}

/** Ask for what no flag says, again until the schema is content. */
async function ask(given: Answers): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Answers = { ...given };
  // Without this an end of input would leave the question open and the process without a word.
  const ended = new Promise<never>((_, reject) => terminal.once('close', () => reject(new Error('\nNothing was written.'))));
  try {
    for (const name of names) {
      while (answers[name] === undefined) {
        const asked = terminal.question(`${questions[name].asks}${questions[name].required ? '' : ' (Enter to leave out)'}: `);
        const answer = await Promise.race([asked, ended]);
        const fault = answerFault(name, answer);
        if (fault === null) answers[name] = answer;
        else console.log(`  That ${fault}.`);
      }
    }
  } finally {
    ended.catch(() => {});
    terminal.close();
  }
  return answers;
}

/** Whatever makes the same page: a file or folder of that name, in any case, with any ending. */
function occupied(root: string, slug: string): string | null {
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
