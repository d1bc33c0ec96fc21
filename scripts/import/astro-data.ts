import { posix } from 'node:path';
import { asText, isRecord, mapScalars } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';
import { readScriptLiterals } from './script-literals.ts';
import type { SourceSite } from './source-site.ts';

/** What an Astro site's scripts and data files contain about its documents. */
export interface AstroData {
  /** Fields by the name of a document. */
  fields: ReadonlyMap<string, Record<string, unknown>>;
  /** Lists of hidden documents, by the name of the constant. */
  hiddenLists: ReadonlyMap<string, { names: string[]; script: string }>;
}

/** Read the literals of an Astro site's data files (`src/data/projects.ts`, `src/lib/projects/x.json`); nothing is run. */
export function readAstroData({ system, files, read }: Pick<SourceSite, 'system' | 'files' | 'read'>): AstroData {
  const fields = new Map<string, Record<string, unknown>>();
  const hiddenLists = new Map<string, { names: string[]; script: string }>();
  const paths = system === 'astro' ? [...files].filter((path) => dataFile.test(path)) : [];
  for (const path of paths.toSorted()) {
    const text = new TextDecoder().decode(read(path));
    if (text.length > maxLength) continue;
    const { constants, objects } = path.endsWith('.json') ? readJson(text, path) : readScriptLiterals(text);
    for (const object of objects) {
      const name = asText(object['slug']) ?? asText(object['id']);
      // An entry with no more than a name and a title is a link to the document.
      if (name !== undefined && Object.keys(object).length > 2 && !fields.has(name)) fields.set(name, withPicturePaths(object, path));
    }
    for (const [list, value] of constants) {
      const names = Array.isArray(value) ? value.flatMap((entry) => asText(entry) ?? []) : [];
      if (hidingName.test(list) && names.length > 0) hiddenLists.set(list, { names, script: path });
    }
  }
  return { fields, hiddenLists };
}

const dataFile = /^src\/(?:data|lib|content|config|utils|constants)\/(?!.*\.d\.ts$).*\.(?:json|[jt]s|mjs)$/;
const hidingName = /delisted|unlisted|hidden|private|draft/i;
const maxLength = 500_000;

function readJson(text: string, path: string): ReturnType<typeof readScriptLiterals> {
  const { data } = readYaml(`{"entries": ${text}}`);
  const objects = [data['entries'] ?? []].flat().filter(isRecord);
  const [single] = objects;
  // A file of one entry is named after it.
  const named = objects.length === 1 && single ? [{ slug: posix.basename(path, '.json'), ...single }] : objects;
  return { constants: new Map(), objects: named };
}

/** Pictures are named from the data file's folder; a document would look for them in its own. */
function withPicturePaths(object: Record<string, unknown>, file: string): Record<string, unknown> {
  const isRelative = (value: unknown): value is string => typeof value === 'string' && /^\.{1,2}\/.*\.\w{3,4}$/.test(value);
  const fromRoot = (value: unknown): unknown => (isRelative(value) ? `/${posix.join(posix.dirname(file), value)}` : value);
  return mapScalars(object, fromRoot) as Record<string, unknown>;
}
