import { isDeepStrictEqual } from 'node:util';
import { compareVersions } from './releases.ts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = Record<string, Json>;

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'];

interface MergedPackage {
  package: JsonObject;
  /** Whether the packages to install are exactly those of the release. */
  sameDependencies: boolean;
  /** What the owner and the release set differently, and what was chosen. */
  notes: string[];
  /** The same where the owner has to decide. */
  conflicts: string[];
}

/**
 * Merge the package.json of the owner with the change between two releases, key by key: lines would conflict wherever the owner has
 * changed the neighbour of a changed line. The version is always that of the release.
 */
export function mergePackage(base: JsonObject, owner: JsonObject, release: JsonObject): MergedPackage {
  const notes: string[] = [];
  const conflicts: string[] = [];
  const merge = (path: readonly string[], before: Json | undefined, mine: Json | undefined, theirs: Json | undefined): Json | undefined => {
    if (path.join() === 'version' || isDeepStrictEqual(mine, before)) return theirs;
    if (isDeepStrictEqual(theirs, before) || isDeepStrictEqual(mine, theirs)) return mine;
    if (isObject(mine) && isObject(theirs)) {
      const start = isObject(before) ? before : {};
      const entries = mergeNames(mine, theirs).map(
        (name) => [name, merge([...path, name], start[name], mine[name], theirs[name])] as const,
      );
      return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
    }
    if (!dependencyFields.includes(path[0] ?? '') || path.length !== 2) {
      conflicts.push(`${path.join('.')} is yours: ${show(mine)}; the release has ${show(theirs)}`);
      return mine;
    }
    const chosen = typeof mine === 'string' && typeof theirs === 'string' && newer(theirs, mine) ? theirs : mine;
    notes.push(`${path[1]}: you have ${show(mine)}, the release has ${show(theirs)}; ${chosen === theirs ? 'its' : 'your'} choice is kept`);
    return chosen;
  };
  const merged = merge([], base, owner, release) as JsonObject;
  return {
    package: merged,
    sameDependencies: dependencyFields.every((field) => isDeepStrictEqual(merged[field], release[field])),
    notes,
    conflicts,
  };
}

/** Return the lock file of a release for a package of another name. */
export function lockFor({ name, version }: JsonObject, lock: string): string {
  const parsed = JSON.parse(lock) as JsonObject;
  const packages = isObject(parsed['packages']) ? parsed['packages'] : {};
  for (const entry of [parsed, packages['']]) if (isObject(entry)) Object.assign(entry, { name, version });
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/** List the names of both objects in the order of the release, each that only the owner has behind its neighbour. */
function mergeNames(mine: JsonObject, theirs: JsonObject): string[] {
  const names = Object.keys(theirs);
  for (const [index, name] of Object.keys(mine).entries()) {
    if (!names.includes(name)) names.splice(index === 0 ? 0 : names.indexOf(Object.keys(mine)[index - 1] ?? '') + 1, 0, name);
  }
  return names;
}

/** Say whether a version is newer than another; one that is a range, a tag or an address is not. */
function newer(a: string, b: string): boolean {
  return [a, b].every((version) => /^\d+\.\d+\.\d+$/.test(version)) ? compareVersions(a, b) > 0 : false;
}

function show(value: Json | undefined): string {
  return value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
