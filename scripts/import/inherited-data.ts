import { posix } from 'node:path';
import { documentStem } from './collections.ts';
import { asText, isRecord } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';
import { readScriptLiterals } from './script-literals.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** Get the front matter that the configuration of a site or the folder of a document gives it. */
export function inheritedData(site: SourceSite, file: SourceFile): Record<string, unknown> {
  if (site.system === 'jekyll') return jekyllDefaults(site, file);
  return site.system === 'eleventy' ? directoryData(site, file) : {};
}

/** Get the front matter that `defaults` of Jekyll's configuration give a document; later entries win. */
function jekyllDefaults({ config }: SourceSite, { path, collection }: SourceFile): Record<string, unknown> {
  const types = [collection, ...(/(?:^|\/)_(?:posts|drafts)\//.test(path) ? ['posts'] : [])];
  const matching = [config['defaults'] ?? []].flat().flatMap((entry) => {
    if (!isRecord(entry) || !isRecord(entry['values'])) return [];
    const scope = isRecord(entry['scope']) ? entry['scope'] : {};
    const folder = asText(scope['path'])?.replace(/\*.*$|^\/|\/$/g, '') ?? '';
    const type = asText(scope['type']);
    return (type === undefined || types.includes(type)) && path.startsWith(folder) ? [entry['values']] : [];
  });
  return Object.assign({}, ...matching) as Record<string, unknown>;
}

/**
 * Get the data that Eleventy's files give a document: `work/work.json` and `work/work.11tydata.js` for a folder, `work/x.11tydata.json`
 * for one document; the nearer file wins. Scripts are read, not run.
 */
function directoryData({ files, read }: SourceSite, { path }: SourceFile): Record<string, unknown> {
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
