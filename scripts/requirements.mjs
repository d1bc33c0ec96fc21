// Old versions of Node read this file too: no syntax newer than Node 14.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Explain why a version of Node is too old; null when it is not.
 * @param {string} version Like `20.11.1`.
 * @param {{ engines: { node: string } }} manifest The project's package.json.
 * @param {{ packaged?: boolean; offered?: boolean }} [options] Whether the packages have brought a Node, and whether they would.
 */
export function checkNode(version, { engines }, { packaged = false, offered = false } = {}) {
  const needed = engines.node.replace(/[^\d.]/g, '');
  const [major, minor = 0] = version.split('.').map(Number);
  const [neededMajor, neededMinor = 0] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return null;
  if (!packaged && offered)
    return `Casefolio needs Node ${needed} or newer; this is Node ${version}.\nRun \`npm ci\`: the packages bring a newer one.`;
  const remedy = packaged
    ? 'Start the command with `npm run`, which uses the Node that the packages brought, or install a newer Node from https://nodejs.org.'
    : 'Install a newer one from https://nodejs.org (or run `nvm install --lts`), then run `npm ci` again.';
  return `Casefolio needs Node ${needed} or newer; this is Node ${version}.\n${remedy}`;
}

/**
 * Whether installing the packages brings a Node: none are installed, and there is one for this computer. npm 9 and older do not install it.
 * @param {string} root The project's folder.
 * @param {{ optionalDependencies?: Record<string, string> }} manifest
 */
export function offersNode(root, { optionalDependencies = {} }) {
  const name = `node-${process.platform}-${process.arch}`;
  const [major] = process.versions.node.split('.').map(Number);
  return major >= 20 && name in optionalDependencies && !existsSync(join(root, 'node_modules'));
}

/**
 * Explain which packages are missing or have another version than package.json names; null when they all match.
 * @param {string} root The project's folder.
 * @param {{ dependencies: Record<string, string> }} manifest Its package.json.
 */
export function checkPackages(root, { dependencies }) {
  if (!existsSync(join(root, 'node_modules'))) return 'The packages are not installed (there is no node_modules). Run `npm ci`.';
  const wrong = Object.keys(dependencies)
    .map((name) => ({ name, installed: installedVersion(root, name) }))
    .filter(({ name, installed }) => installed !== dependencies[name]);
  if (wrong.length === 0) return null;
  const [{ name, installed }] = wrong;
  const first = installed ? `${name} is ${installed} instead of ${dependencies[name]}` : `${name} is missing`;
  const more = wrong.length > 1 ? `, and ${wrong.length - 1} more differ` : '';
  return `The installed packages do not match package.json: ${first}${more}. Run \`npm ci\`.`;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string | null}
 */
function installedVersion(root, name) {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch (error) {
    return null;
  }
}

/** Characters that Astro or Vite splice into code, URLs and patterns; a build was tried with each sign of the keyboard. */
const unbuildable = process.platform === 'win32' ? /['#%]/ : /['"#%?*\\]/;

/**
 * Explain which character in the path of the project Astro cannot build with; null when there is none.
 * @param {string} root
 */
export function checkFolder(root) {
  const found = unbuildable.exec(root);
  if (!found) return null;
  return `Astro cannot build in a folder whose path contains \`${found[0]}\`: ${root}\nRename the folder, or move the project.`;
}
