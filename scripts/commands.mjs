// Old versions of Node read this file too: no syntax newer than Node 14.

/**
 * @typedef {object} Command
 * @property {string} does What it does: one sentence.
 * @property {string} [takes] Its arguments, as the usage names them.
 * @property {Record<string, string>} [flags] What each flag does. A flag that takes a value names it in capitals, an optional one in brackets.
 * @property {(string | string[])[]} [runs] Command lines of installed tools, in order, those of a list at the same time; the last receives every argument. Without it, the script of the same name runs.
 * @property {boolean} [builds] Whether Astro runs, which it cannot do in every folder, or the command says whether it could.
 */

const verbose = { '--verbose': 'print everything that Astro and Vite log, and the stack of an error' };
const server = {
  '--port NUMBER': 'port of the server; 4321 by default',
  '--host [ADDRESS]': 'let other devices of the network open the site',
  '--open': 'open the site in the browser',
};
const build = { '--force': 'ignore what earlier builds have stored', ...verbose };
const helpFlag = { '-h, --help': 'print this help' };
const root = { '--root FOLDER': 'the folder of the project' };

/** @type {Record<string, Command>} */
export const commands = {
  start: { does: 'Builds the site and serves it.', flags: { ...server, ...build }, builds: true },
  dev: { does: 'Serves the site while you write; drafts are included and marked.', flags: { ...server, ...verbose }, builds: true },
  studio: {
    does: 'Serves the site and a page that edits its documents: forms of all fields, checked while you type.',
    flags: { ...server, '--open': 'open the studio in the browser', ...verbose },
    builds: true,
  },
  build: {
    does: 'Checks every document, builds, and replaces dist/ only if everything passed.',
    flags: build,
    builds: true,
  },
  preview: { does: 'Serves the last build.', flags: { ...server, ...verbose }, builds: true },
  pdf: {
    does: 'Prints every public case study and a portfolio into pdf/, or one booklet of some. It needs Chromium.',
    flags: {
      '--selection NAME': 'print the booklet of a selection alone',
      '--only SLUGS': 'print one booklet of these case studies, like a,b,c',
      '--intro FILE': 'Markdown for the cover of that booklet',
      ...verbose,
    },
    builds: true,
  },
  check: {
    does: 'Reports every problem in every document and option, with file, line and fix.',
    flags: {
      '--strict': 'fail on warnings too',
      '--json': 'print one JSON object',
      '--explain FILE': 'print what each outcome of a case study is understood as, and check nothing else',
    },
    builds: true,
  },
  diagrams: {
    does: 'Draws the Mermaid and Graphviz diagrams of your documents that have no drawing or have changed, into src/assets/diagrams/, and removes drawings that no document uses.',
    flags: { '--install': 'install what draws first, into .cache/diagrams/ (about 230 MB, once)' },
  },
  editor: {
    does: 'Writes the editor for an address of its own into dist-editor/, with the styles of the last build. An editor at a path of the site is part of its build. docs/editor.md has more.',
    flags: { '--install': 'install what the editor is built from first, into .cache/editor/ (about 85 MB, once)' },
  },
  init: {
    does: 'Makes the site yours: writes the options, your pages and an example of a case study, and removes the samples that you have not changed. Asks for what is no flag; without a terminal, it asks nothing.',
    flags: {
      '--name TEXT': 'your name, or that of your practice',
      '--kind KIND': 'person (“I”) or practice (“we”)',
      '--address ADDRESS': 'address of the site, like example.com',
      '--language TAG': 'language of the site, like en-GB or de-AT',
      '--sentence TEXT': 'what you do and for whom: the top of your home page',
      '--mail ADDRESS': 'email address for your readers',
      '--theme TYPE': 'typefaces: report, studio, almanac, works or plain',
      '--paper PAPER': 'background: warm, white, cool, cream or grey',
      '--accent COLOUR': 'colour of links and drawings',
      '--no-serve': 'do not start the development server at the end',
      '--force': 'run again in a site that is already yours',
      '-y, --yes': 'go on although Git cannot undo it',
    },
    builds: true,
  },
  upgrade: {
    does: 'Applies what has changed between two releases to all files that are not yours. docs/upgrade.md has more.',
    flags: {
      '--to VERSION': 'the release to go to; the newest by default',
      '--from VERSION': 'the release that the site has; package.json names it',
      '--upstream ADDRESS': 'where the releases are; `repository` of package.json by default',
      '--dry-run': 'change nothing and print the same plan',
      '--no-install': 'do not install packages, nor check the content',
      ...root,
    },
  },
  share: {
    does: 'Lists what only its address leads to: unlisted case studies and selections.',
    flags: { '--init': 'make the secret that the addresses come from', '--json': 'print JSON' },
  },
  verify: {
    takes: '[FILE …]',
    does: 'Tests what dist/ promises: links, headings, no scripts, policy, feeds, accessibility. Build the site first.',
    runs: ['vitest run --config tests/promises/vitest.config.ts'],
    builds: true,
  },
  new: {
    takes: '[TITLE]',
    does: 'Creates a case study and a folder for its pictures. Asks for the title and the story, unless they are flags. Without a terminal it asks nothing.',
    flags: {
      '--title TEXT': 'title of the case study',
      '--story TEXT': 'what happened; without it, the case study is a draft',
      '--template NAME': 'start with an example of each kind of content; NAME is engineering (listing, diagram, chart, comparison)',
      '--tagline TEXT': 'sentence below the title',
      '--client TEXT': 'name of the client',
      '--date DATE': 'when the work was delivered, like 2025-04',
      '--technologies LIST': 'names, separated by commas',
      '--industry TEXT': 'industry of the client',
      '--role TEXT': 'what you did in the project',
      '--duration TEXT': 'how long it took',
      '--business-context TEXT': 'why it mattered to the client',
      '--technical-challenges TEXT': 'what was in the way',
      '--solutions TEXT': 'what you did',
      '--metrics TEXT': 'an outcome',
      '--slug SLUG': 'last part of its address; by default made from the title',
      '--folder': 'write a folder, which holds the pictures too (default)',
      '--file': 'write a single file',
      '-y, --yes': 'ask nothing',
      ...root,
    },
  },
  import: {
    takes: 'PATH',
    does: 'Imports case studies with their pictures and films into src/content/projects/. PATH is a site (Jekyll, Hugo, Eleventy, Astro, Middleman or another), a folder of documents, or one document. Existing files are never overwritten.',
    flags: {
      '--collection FOLDER': 'the folder of case studies in the site, where its name does not say so',
      '--dry-run': 'write nothing and print the same report',
      '--json': 'print the report as JSON',
      ...root,
    },
  },
  'verify-urls': {
    takes: 'SITEMAP_OR_LIST',
    does: 'Checks that old addresses still work in dist/. Reads the sitemap.xml of the old site, or a file with one address on each line, and reports the addresses that are no page, file or redirect.',
    flags: { '--base PATH': 'base path of the old site', '--dist FOLDER': 'the built site; dist/ by default' },
  },
  bench: {
    does: 'Times builds of generated case studies. They are built in a temporary copy of the project, twice (with --force, then unchanged). CPU is user and system time of all threads, memory the largest resident set.',
    flags: { '--n LIST': 'how many case studies; 20,200 by default' },
  },
  schema: {
    does: 'Writes the JSON Schema of the editor and the tables in README.md.',
    flags: {
      '--check': 'write nothing, and fail where they are out of date',
      '--samples': 'list the sample files, which `npm run init` removes',
    },
  },
  pictures: {
    takes: '[PART_OF_PATH …]',
    does: 'Redraws the sample pictures and the sample film. It needs Chromium, and FFmpeg for the film.',
  },
  test: {
    does: 'Checks content, types and code style, tests the code on documents of its own, then builds your site and tests what it promises.',
    runs: [
      'node scripts/run.mjs check',
      ['astro check', 'eslint .', 'prettier --check .'],
      'vitest run',
      'node scripts/run.mjs build',
      'node scripts/run.mjs verify',
    ],
    builds: true,
  },
  'test:unit': {
    takes: '[FILE …]',
    does: 'Runs the fast tests.',
    runs: ['vitest run --project unit --project components'],
    builds: true,
  },
  'test:delivery': {
    does: 'Tests the headers on nginx and Caddy.',
    runs: ['vitest run --config tests/delivery/vitest.config.ts'],
    builds: true,
  },
  lint: { does: 'Checks the code with ESLint and Prettier.', runs: [['eslint .', 'prettier --check .']] },
  format: { does: 'Formats the code with Prettier and ESLint.', runs: ['prettier --write .', 'eslint --fix .'] },
};

/**
 * Format the help of a command.
 * @param {string} name
 */
export function help(name) {
  const { does, takes, flags = {} } = commands[name];
  const npm = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
  const lines = Object.entries({ ...flags, ...helpFlag });
  const width = Math.max(...lines.map(([flag]) => flag.length));
  const options = `${takes ? `${takes} ` : ''}[flags]`;
  return `${npm} -- ${options}\n\n${wrap(does)}\n\n${lines.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`).join('\n')}`;
}

/** List every command with what it does. */
export function listCommands() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return Object.keys(commands)
    .map((name) => `  ${name.padEnd(width)}  ${commands[name].does.replace(/(?<=\.) .*/, '')}`)
    .join('\n');
}

/**
 * Find what is wrong with the arguments of a command: a flag that it does not know, or one that lacks its value.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {(wanted: string, known: string[]) => string | null} closest
 * @returns {string | null}
 */
export function checkArguments(name, args, closest) {
  const { flags = {}, takes, runs } = commands[name];
  if (runs) return null;
  /** @type {Record<string, string | undefined>} */
  const values = {};
  for (const flag of Object.keys({ ...flags, ...helpFlag })) {
    const [names, value] = flag.split(/ (?=[A-Z[])/);
    for (const one of names.split(', ')) values[one] = value || '';
  }
  for (let index = 0; index < args.length; index++) {
    const [flag, given] = args[index].split(/=(.*)/s);
    if (flag === '--' && takes) return null;
    if (!flag.startsWith('-')) {
      if (takes) continue;
      return `\`npm run ${name}\` takes no argument \`${flag}\`. ${known(name)}`;
    }
    const value = values[flag];
    if (value === undefined) {
      const match = closest(flag, Object.keys(values));
      return `\`npm run ${name}\` has no flag \`${flag}\`.${match ? ` Did you mean \`${match}\`?` : ''} ${known(name)}`;
    }
    if (value === '' && given !== undefined) return `\`${flag}\` takes no value. ${known(name)}`;
    const next = args[index + 1];
    if (value === '' || given !== undefined) continue;
    if (next !== undefined && !next.startsWith('-')) index++;
    else if (!value.startsWith('[')) return `\`${flag}\` needs a value: \`${flag} ${value}\`. ${known(name)}`;
  }
  return null;
}

/** @param {string} name */
function known(name) {
  return `\`npm run ${name} -- --help\` lists its flags.`;
}

/** @param {string} text */
function wrap(text) {
  return text.replace(/(.{1,100})(?: |$)/g, '$1\n').trim();
}
