import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { formatReport } from '../src/checks/report.ts';
import { checkContent } from '../src/checks/run.ts';
import type { SiteInput } from '../src/schemas/site.ts';
import { checkAnswer, example, looks, normalizeAnswer, questions, required, siteOptions, type Answers } from './init/answers.ts';
import { gitState, undoCommand } from './init/git.ts';
import { carryOut, isOwn, makePlan, type Plan } from './init/plan.ts';
import { readSamples } from './init/samples.ts';
import { configPath, siteFiles } from './init/site-files.ts';

const systemLocale = new Intl.DateTimeFormat().resolvedOptions().locale;

/** What Enter stands for. */
const defaults = {
  kind: 'person',
  language: checkAnswer('language', systemLocale) === null ? systemLocale : 'en-GB',
  theme: 'report',
} as const satisfies Answers;

const prompts = {
  name: 'Your name, or that of your practice',
  kind: `Are you a person (“I”) or a practice (“we”)? [${defaults.kind}]`,
  address: 'Address of the site, like example.com or example.com/work (you can change it later)',
  language: `Language of the site: en-GB, en-US, de-DE, fr-FR, es-ES, or another region of these languages [${defaults.language}]`,
  sentence: 'What you do and for whom, in one sentence (the top of your home page)',
  mail: 'Email address for your readers',
  theme: [...Object.entries(looks).map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`), `Look [${defaults.theme}]`].join('\n'),
} as const satisfies Answers;

const root = resolve(import.meta.dirname, '..');
const today = new Date().toISOString().slice(0, 10);

/** The end of a run that has changed nothing. */
class Stopped extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

type Ask = (prompt: string) => Promise<string>;

try {
  process.exitCode = await run();
} catch (error) {
  const exitCode = error instanceof Stopped ? error.exitCode : 2;
  (exitCode === 0 ? console.log : console.error)(error instanceof Error ? error.message : String(error));
  process.exitCode = exitCode;
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(questions.map((name) => [name, { type: 'string' as const }])),
      'no-serve': { type: 'boolean' },
      yes: { type: 'boolean', short: 'y' },
      force: { type: 'boolean' },
    },
  });
  const samples = readSamples(root);
  const again = isOwn(root, configPath, samples);
  const git = gitState(root);
  const { plan, options } = await withTerminal(async (ask) => {
    if (!again && !values['yes']) await confirmUndo(git, ask);
    const options = again ? await ownOptions() : siteOptions(await complete(readFlags(values), ask));
    const plan = makePlan(root, { samples, files: await siteFiles(options, { root, today }) });
    if (again) await confirmAgain(plan, { forced: values['force'] === true, ask });
    if (again && !values['yes']) await confirmUndo(git, ask);
    return { plan, options };
  });
  carryOut(root, plan);
  const built = again ? [] : ['dist', 'pdf'].filter((folder) => existsSync(join(root, folder)));
  for (const folder of built) rmSync(join(root, folder), { recursive: true });
  console.log(`\n${describe(again ? { ...plan, changed: [] } : plan, ['Wrote', 'Removed'])}`);
  if (built.length > 0) console.log(`Removed what was built from the samples: ${built.map((folder) => `${folder}/`).join(', ')}`);
  if (git === 'clean') console.log(`\nTo undo all this:\n  ${undoCommand(plan)}`);
  const report = await checkContent({ root, today, clock: new Date(), locale: options.locale });
  if (report.diagnostics.length > 0) console.log(`\n${formatReport(report)}`);
  const first = [...plan.write.keys()].find((path) => /^src\/content\/projects\/.*\.md$/.test(path));
  if (first) console.log(`\nYour first case study is ${first}: save it, and the page follows. Your options are in ${configPath}.`);
  if (values['no-serve'] || !process.stdin.isTTY) {
    console.log('\nNext: npm run dev');
    return 0;
  }
  return serve();
}

/** Run the part that may ask; without a terminal there is nobody to ask. Ctrl-C and the end of input stop it. */
async function withTerminal<T>(part: (ask: Ask | null) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) return part(null);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let interrupted = false;
  terminal.on('SIGINT', () => {
    interrupted = true;
    terminal.close();
  });
  // Keeps lines that come before their question, as pasted ones do.
  const answers = terminal[Symbol.asyncIterator]();
  const stop = (): never => {
    throw new Stopped('\nNothing was changed.', 130);
  };
  try {
    const result = await part(async (prompt) => {
      const lines = prompt.split('\n');
      for (const line of lines.slice(0, -1)) console.log(line);
      terminal.setPrompt(`${lines.at(-1)}: `);
      terminal.prompt();
      const { value, done } = await answers.next();
      return interrupted || done ? stop() : value;
    });
    return interrupted ? stop() : result;
  } finally {
    terminal.close();
  }
}

/** Return the flags that are answers; throw what is wrong with them. */
function readFlags(values: Record<string, unknown>): Answers {
  const given = Object.fromEntries(
    questions.flatMap((name) => (typeof values[name] === 'string' ? [[name, normalizeAnswer(name, values[name])]] : [])),
  ) as Answers;
  const problems = questions.flatMap((name) => {
    const problem = given[name] === undefined ? null : checkAnswer(name, given[name]);
    return problem === null ? [] : [`--${name}: ${problem}`];
  });
  if (problems.length > 0) throw new Stopped(problems.join('\n'));
  return given;
}

/** Ask for what has no flag, until each answer is valid. Who gives every required answer as a flag is asked nothing. */
async function complete(given: Answers, ask: Ask | null): Promise<Answers> {
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length === 0) return given;
  if (!ask) {
    const flags = { ...example, ...given };
    const command = Object.entries(flags).map(([name, value]) => `--${name} ${/^[\w@.:/-]+$/.test(value) ? value : JSON.stringify(value)}`);
    throw new Stopped(`Missing: ${missing.map((name) => `--${name}`).join(', ')}. For example:\n  npm run init -- ${command.join(' ')}`);
  }
  const answers: Answers = { ...given };
  for (const name of Object.keys(prompts) as (keyof typeof prompts)[])
    while (answers[name] === undefined) {
      const typed = (await ask(prompts[name])).trim();
      const answer = normalizeAnswer(name, typed === '' ? ((defaults as Answers)[name] ?? '') : typed);
      const problem = checkAnswer(name, answer);
      if (problem === null) answers[name] = answer;
      else console.log(`  ${problem}`);
    }
  return answers;
}

/** The options of a site that is already its owner's. */
async function ownOptions(): Promise<SiteInput> {
  try {
    return ((await import('../src/site.config.ts')) as { default: SiteInput }).default;
  } catch (error) {
    throw new Stopped(
      `${configPath} is yours, and has an error. Correct it first:\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function confirmUndo(git: ReturnType<typeof gitState>, ask: Ask | null): Promise<void> {
  if (git === 'clean') return;
  const reason =
    git === 'dirty'
      ? 'Git has changes here that you have not committed, so it could not undo this alone. You can commit them first.'
      : 'Git does not keep this folder, so nothing can undo this. You can copy the folder first.';
  await confirm(reason, { ask, flag: '--yes', exitCode: 2 });
}

/** Say what a second run would do; it does so only by force, or if its owner agrees. */
async function confirmAgain(plan: Plan, { forced, ask }: { forced: boolean; ask: Ask | null }): Promise<void> {
  const yours = `This site is already yours: ${configPath} and whatever you wrote or changed stay as they are.`;
  if (plan.write.size + plan.remove.length === 0) throw new Stopped(`${yours}\nThere is nothing to do.`, 0);
  if (forced) return;
  await confirm(`${yours}\n\n${describe({ ...plan, changed: [] }, ['Would write', 'Would remove'])}\n`, {
    ask,
    flag: '--force',
    exitCode: 0,
  });
}

/** Ask whether to go on; without a terminal, a flag has to say so. */
async function confirm(reason: string, { ask, flag, exitCode }: { ask: Ask | null; flag: string; exitCode: number }): Promise<void> {
  if (!ask) throw new Stopped(`${reason}\nNothing was changed. To go on, add ${flag}.`, exitCode);
  console.log(reason);
  if (!/^y(?:es)?$/i.test((await ask('Go on? [y/N]')).trim())) throw new Stopped('Nothing was changed.', exitCode);
}

function describe({ write, remove, changed, used }: Plan, [wrote, removed]: [string, string]): string {
  const documents = remove.filter((path) => /\.(?:mdx?|ya?ml)$/.test(path)).length;
  const list = (title: string, paths: readonly string[]): string[] =>
    paths.length === 0 ? [] : [`${title}:`, ...paths.map((path) => `  ${path}`)];
  return [
    ...list(wrote, [...write.keys()]),
    ...(remove.length === 0 ? [] : [`${removed}: ${documents} sample documents, ${remove.length - documents} pictures`]),
    ...list('Left, because you changed them', changed),
    ...list('Left, because your documents use them', used),
  ].join('\n');
}

/** Run the development server as the owner will. Ctrl-C reaches it through the terminal. */
function serve(): Promise<number> {
  process.on('SIGINT', () => {});
  const server = spawn('npm', ['run', '--silent', 'dev'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done, reject) => server.on('exit', (code) => done(code ?? 0)).on('error', reject));
}
