import { documentStem } from '../collections.ts';
import { toFormerPath } from '../former-path.ts';
import { asText, normalizeKey } from '../front-matter/values.ts';
import type { SourceSite } from '../source-site.ts';
import type { System } from '../systems.ts';
import type { AddressInput, AddressRule } from './address-rule.ts';
import { astroAddresses } from './astro.ts';
import { eleventyAddresses } from './eleventy.ts';
import { hugoAddresses } from './hugo.ts';
import { jekyllAddresses } from './jekyll.ts';
import { middlemanAddresses } from './middleman.ts';

/** Compute the paths at which the old site served a document, the likeliest first, each with and without the old base path. */
export function oldAddresses(site: SourceSite, input: AddressInput): string[] {
  const explicit = explicitAddresses(input.data);
  // `permalink: false` keeps a document from having a page.
  if (explicit.includes('false')) return [];
  const paths = explicit.filter((path) => !hasPlaceholder(path));
  const computed = paths.length > 0 ? paths : addressRules[site.system](site, input, explicit[0]);
  const formerPaths = computed.map((path) => toFormerPath(path)).filter((path) => path !== null);
  return [
    ...new Set(formerPaths.flatMap((path) => (site.base === '' || path.startsWith(`${site.base}/`) ? [path] : [site.base + path, path]))),
  ];
}

const addressRules: Record<System, AddressRule> = {
  jekyll: jekyllAddresses,
  hugo: hugoAddresses,
  eleventy: eleventyAddresses,
  astro: astroAddresses,
  middleman: middlemanAddresses,
  folder: unknownAddresses,
};

/** Most systems serve `content/work/a.md` at `/work/a/`; a folder without a project was no site. */
function unknownAddresses({ files }: SourceSite, { file }: AddressInput): string[] {
  if (!files.has('package.json')) return [];
  return [`/${documentStem(file.path).replace(/^(?:(?:src|content|data|pages|app|_?posts)\/)+|\/index$/g, '')}/`];
}

/** Get the addresses that front matter contains: `permalink`, and Hugo's `url`. */
function explicitAddresses(data: Record<string, unknown>): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const text = asText(value)?.trim();
    const name = normalizeKey(key);
    if (!text) return [];
    return name === 'permalink' || (name === 'url' && text.startsWith('/')) ? [text] : [];
  });
}

/** Placeholders of Jekyll and Hugo (`:title`), and template syntax (`{{ title }}`). */
function hasPlaceholder(path: string): boolean {
  return /:\w|\{[{%]/.test(path);
}
