import { posix } from 'node:path';
import { documentStem } from './collections.ts';
import { readFrontMatter } from './front-matter/front-matter.ts';
import { asText, isRecord } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';
import { matchesPattern } from './path-pattern.ts';
import { readScriptLiterals } from './script-literals.ts';
import type { SourceFile, SourceSite } from './source-site.ts';
import type { System } from './systems.ts';

/** Get the front matter that the configuration of a site or the folder of a document gives it. */
export function inheritedData(site: SourceSite, file: SourceFile): Record<string, unknown> {
  return inheritance[site.system]?.(site, file) ?? {};
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

/** Get what Hugo's configuration and the `_index` of each enclosing section cascade to a document; the nearer wins. */
function hugoCascade({ config, files, read, languages, contentFolders }: SourceSite, { path }: SourceFile): Record<string, unknown> {
  const content = [...languages.folders.keys(), ...contentFolders].find((folder) => path.startsWith(`${folder}/`)) ?? '';
  const folders = posix.dirname(path).split('/');
  const sections = folders.flatMap((_, index) => {
    const names = ['md', 'html'].map((extension) => `${folders.slice(0, index + 1).join('/')}/_index.${extension}`);
    return names.filter((name) => files.has(name)).map((name) => readFrontMatter(read(name)).data);
  });
  const entries = [config, ...sections].flatMap(({ cascade }) => [cascade ?? []].flat()).filter(isRecord);
  const maps = entries.map(({ target, _target = target, params, ...values }) => {
    const { path: pattern, kind } = isRecord(_target) ? _target : {};
    const isMeant = matchesPattern(path.slice(content.length + 1), asText(pattern) ?? '**') && (asText(kind) ?? 'page') === 'page';
    return isMeant ? { ...values, ...(isRecord(params) && params) } : {};
  });
  return Object.assign({}, ...maps) as Record<string, unknown>;
}

const inheritance: Partial<Record<System, typeof jekyllDefaults>> = {
  jekyll: jekyllDefaults,
  eleventy: directoryData,
  hugo: hugoCascade,
};
