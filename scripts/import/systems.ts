import { readToml } from './front-matter/toml.ts';
import { asText, isRecord } from './front-matter/values.ts';
import { readYaml } from './front-matter/yaml.ts';
import { readScriptLiterals } from './script-literals.ts';

/** A system whose sites are imported. */
export type System = keyof typeof configFiles | 'folder';

/** The configuration files of each system; a folder with one of them is the root of a site. */
export const configFiles = {
  jekyll: ['_config.yml', '_config.yaml'],
  eleventy: ['.eleventy.js', 'eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.cjs', 'eleventy.config.ts'],
  astro: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js', 'astro.config.mts'],
  middleman: ['config.rb'],
  hugo: [
    ...['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json'],
    ...['config/_default/hugo.toml', 'config/_default/hugo.yaml', 'config/_default/config.toml', 'config/_default/config.yaml'],
  ],
} as const satisfies Record<string, readonly string[]>;

/** The folders in which each system keeps documents. */
export const contentFoldersOf = {
  jekyll: (config) => [withoutSlashes(asText(config['collections_dir']) ?? ''), ''],
  eleventy: (config) => [withoutSlashes(asText(config['input']) ?? '')],
  astro: () => ['src/content', 'content', 'src/data', 'src/pages'],
  middleman: () => ['source'],
  hugo: (config) => [withoutSlashes(asText(config['contentDir']) ?? 'content')],
} as const satisfies Record<keyof typeof configFiles, (config: Record<string, unknown>) => readonly string[]>;

/** The folder of the built site, if it may be among the files. */
export function outputFolder(system: System, config: Record<string, unknown>): string | undefined {
  const keys = { jekyll: 'destination', hugo: 'publishDir', eleventy: 'output' } as const;
  const key = system in keys ? keys[system as keyof typeof keys] : undefined;
  return (key && withoutSlashes(asText(config[key]) ?? '')) || undefined;
}

function withoutSlashes(path: string): string {
  return path.replace(/^(?:\.?\/)+|^\.$|\/+$/g, '');
}

/** Read the configuration of a site. */
export function readConfig(
  system: keyof typeof configFiles,
  files: ReadonlySet<string>,
  read: (path: string) => Uint8Array,
): Record<string, unknown> {
  const text = (name: string): string => new TextDecoder().decode(read(name));
  if (system === 'middleman') return { ruby: text('config.rb') };
  if (system === 'eleventy' || system === 'astro') return readScriptConfig(system, files, text);
  const names = [...configFiles[system].filter((name) => files.has(name)), ...[...files].filter((file) => isPartialConfig.test(file))];
  const configs = [...new Set(names)].map((name) => {
    const data = name.endsWith('.toml') ? readToml(text(name)).data : readYaml(text(name)).data;
    // `config/_default/languages.en.toml` contains the map `languages.en`.
    const keys = (isPartialConfig.exec(name)?.[1] ?? 'config').split('.');
    return /^(?:config|hugo)$/.test(keys[0] ?? '')
      ? data
      : keys.reduceRight<Record<string, unknown>>((inner, key) => ({ [key]: inner }), data);
  });
  return Object.assign({}, ...(system === 'hugo' ? configs.toReversed() : configs.slice(0, 1))) as Record<string, unknown>;
}

const isPartialConfig = /^config\/_default\/([\w.-]+)\.(?:toml|ya?ml|json)$/;

/** A configuration in JavaScript is never run; its literals suffice. */
function readScriptConfig(
  system: 'eleventy' | 'astro',
  files: ReadonlySet<string>,
  text: (name: string) => string,
): Record<string, unknown> {
  const literals = (names: readonly string[]): Record<string, unknown>[] =>
    names.filter((name) => files.has(name)).flatMap((name) => readScriptLiterals(text(name)).objects);
  const objects = literals(configFiles[system]);
  if (system === 'eleventy') {
    const folders = objects.find(({ dir }) => isRecord(dir))?.['dir'];
    return isRecord(folders) ? folders : {};
  }
  const config = objects.find((object) => object['site'] !== undefined || object['base'] !== undefined) ?? {};
  const collections = literals(['src/content.config.ts', 'src/content.config.js', 'src/content.config.mjs', 'src/content/config.ts']);
  const bases = collections.flatMap((object) =>
    Object.entries(object).flatMap(([name, collection]) => {
      const loader = isRecord(collection) && isRecord(collection['loader']) ? collection['loader'] : {};
      const base = asText(loader['base']);
      return base === undefined ? [] : [[name, withoutSlashes(base)] as const];
    }),
  );
  return {
    url: config['site'],
    baseurl: config['base'],
    i18n: objects.find((object) => isRecord(object['i18n']))?.['i18n'],
    contentCollections: Object.fromEntries(bases),
  };
}
