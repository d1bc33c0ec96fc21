import { posix } from 'node:path';
import { isRecord } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';
import { documentStem } from './collections.ts';
import { readScriptLiterals } from './script-literals.ts';
import type { SourceSite } from './source-site.ts';

/**
 * Get the data that Eleventy's files give a document: `work/work.json` and `work/work.11tydata.js` for a folder, `work/x.11tydata.json`
 * for one document; the nearer file wins. Scripts are read, not run.
 */
export function directoryData({ system, files, read }: SourceSite, path: string): Record<string, unknown> {
  if (system !== 'eleventy') return {};
  const folders = posix.dirname(path).split('/');
  const stems = folders.map((name, index) => `${folders.slice(0, index + 1).join('/')}/${name}`);
  const names = [...stems, documentStem(path)].flatMap((stem) => dataExtensions.map((extension) => stem + extension));
  const maps = names.flatMap((name) => {
    if (!files.has(name)) return [];
    const text = new TextDecoder().decode(read(name));
    return name.endsWith('.json') ? readYaml(text).data : readScriptLiterals(text).objects.slice(0, 1);
  });
  return Object.assign({}, ...maps.filter(isRecord)) as Record<string, unknown>;
}

const dataExtensions = ['.json', '.11tydata.json', '.11tydata.js', '.11tydata.mjs', '.11tydata.cjs'];
