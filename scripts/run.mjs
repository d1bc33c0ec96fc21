/**
 * The entry of every command: `node scripts/run.mjs COMMAND`. It checks what a command needs before it loads any of it, and explains
 * what is missing. Old versions of Node read this file too: no syntax newer than Node 14.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkArguments, commands, help, listCommands } from './commands.mjs';
import { cacheCompiledCode } from './compile-cache.mjs';
import { checkFolder, checkNode, checkPackages, offersNode } from './requirements.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

main(process.argv[2], process.argv.slice(3)).catch((error) => {
  // Node imports nothing from a folder with a backslash in its name.
  if (error.code === 'ERR_INVALID_MODULE_SPECIFIER') refuse(checkFolder(root));
  const missing = /Cannot find package '([^']+)'/.exec(error.message);
  if (!missing) throw error;
  end(`The package ${missing[1]} is not installed. Run \`npm ci\`.`);
});

/**
 * @param {string} name
 * @param {string[]} args
 */
async function main(name, args) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = { packaged: existsSync(join(bin, 'node')), offered: offersNode(root, manifest) };
  refuse(checkNode(process.versions.node, manifest, node));
  // Before any TypeScript: without a compiled form, Node would load its compiler for one small module.
  await cacheCompiledCode(join(root, '.cache', 'code'));
  const { closestMatch } = await import('../src/schemas/closest-match.ts');
  if (!Object.keys(commands).includes(name)) {
    const match = closestMatch(name || '', Object.keys(commands));
    const unknown = name ? `There is no command \`${name}\`.${match ? ` Did you mean \`${match}\`?` : ''} ` : '';
    end(`${unknown}The commands are:\n${listCommands()}`);
  }
  const { builds, runs } = commands[name];
  if (args.includes('--help') || args.includes('-h')) return console.log(help(name));
  refuse(checkArguments(name, args, closestMatch));
  refuse(checkPackages(root, manifest));
  if (builds) refuse(checkFolder(root));
  // Astro would write its settings for telemetry to the home folder, which may be read-only.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  if (runs) return runTools(runs, args);
  const script = join(root, 'scripts', `${name}.ts`);
  process.argv = [process.argv[0], script, ...args];
  await import(pathToFileURL(script).href);
}

/**
 * @param {readonly (string | string[])[]} steps
 * @param {readonly string[]} args
 */
async function runTools(steps, args) {
  for (const [index, step] of steps.entries()) {
    const given = index < steps.length - 1 ? [] : args;
    const statuses = await Promise.all([step].flat().map((line) => runTool(line, given)));
    const failed = statuses.find((status) => status !== 0);
    if (failed !== undefined) process.exit(failed || 1);
  }
}

/**
 * @param {string} line
 * @param {readonly string[]} args
 * @returns {Promise<number | null>} Its exit code; null if a signal has ended it.
 */
function runTool(line, args) {
  const [tool, ...fixed] = line.split(' ');
  // Under npm the installed tools come first in the path already.
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  // On Windows, tools are scripts of the shell. Elsewhere none reads the arguments, which may contain anything.
  const shell = process.platform === 'win32';
  const given = shell ? args.map((one) => JSON.stringify(one)) : args;
  return new Promise((resolve) => {
    spawn(tool, [...fixed, ...given], { cwd: root, env, shell, stdio: 'inherit' })
      .on('error', () => end(`\`${tool}\` is not installed. Run \`npm ci\`.`))
      .on('exit', resolve);
  });
}

/** @param {string | null} reason */
function refuse(reason) {
  if (reason !== null) end(reason);
}

/**
 * @param {string} message
 * @returns {never}
 */
function end(message) {
  console.error(message);
  process.exit(2);
}
