import { asText, isRecord } from './front-matter/values.ts';
import type { SourceSite } from './source-site.ts';

/** The languages of a site. */
export interface SiteLanguages {
  /** The language of documents without a suffix; null if neither configuration nor layouts name it. */
  main: string | null;
  /** The folders that contain the documents of one language, by their path from the site's root. */
  folders: ReadonlyMap<string, string>;
}

type Site = Pick<SourceSite, 'config' | 'files' | 'read'>;

/** Find the languages of a site: in its configuration, in its layouts, and in sibling folders that are named like languages. */
export function findLanguages({ config, files, read }: Site): SiteLanguages {
  const i18n = isRecord(config['i18n']) ? config['i18n'] : {};
  const main =
    asText(i18n['defaultLocale']) ??
    asText(config['defaultContentLanguage']) ??
    asText(config['default_lang']) ??
    asText(config['lang']) ??
    asText(config['languageCode']) ??
    asText(config['locale']) ??
    layoutLanguage(files, read);
  const settings = isRecord(config['languages']) ? config['languages'] : {};
  const configured = [config['languages'] ?? i18n['locales'] ?? []]
    .flat()
    .flatMap(
      (entry) => asText(entry) ?? (isRecord(entry) ? [asText(entry['path']) ?? asText(entry['code']) ?? Object.keys(entry)].flat() : []),
    )
    .map(toTag);
  const folders = new Map<string, string>();
  for (const [language, value] of Object.entries(settings)) {
    const folder = isRecord(value) ? asText(value['contentDir']) : undefined;
    if (folder !== undefined) folders.set(folder.replace(/^\.?\/|\/$/g, ''), toTag(language));
  }
  for (const [parent, names] of subfolders(files)) {
    const tags = names.filter((name) => configured.includes(toTag(name)) || isLanguage(name));
    if (tags.length < 2 && !tags.some((name) => configured.includes(toTag(name)))) continue;
    for (const name of tags) folders.set(parent === '' ? name : `${parent}/${name}`, toTag(name));
  }
  return { main: main === undefined ? null : toTag(main), folders };
}

/** Bring a name such as `pt_br` into the form of a language tag, `pt-BR`. */
export function toTag(name: string): string {
  const [language = '', region] = name.trim().split(/[-_]/);
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region.toUpperCase()}`;
}

/** Read the language of the first layout that names one: `<html lang="it">`. */
function layoutLanguage(files: ReadonlySet<string>, read: Site['read']): string | undefined {
  for (const file of files) {
    if (!layoutFile.test(file)) continue;
    const lang = /<html\b[^>]*?\slang=["']?([a-z]{2}(?:[-_][a-z]{2})?)\b/i.exec(
      new TextDecoder().decode(read(file).subarray(0, 5000)),
    )?.[1];
    if (lang !== undefined) return lang;
  }
  return undefined;
}

const layoutFile = /(?:layout|base|default|main|head|index|root)[^/]*\.(?:astro|html?|njk|liquid|erb|hbs|[jt]sx)$/i;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isLanguage(name: string): boolean {
  return /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(name) && languageNames.of(name.slice(0, 2).toLowerCase()) !== undefined;
}

function subfolders(files: ReadonlySet<string>): Map<string, string[]> {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  const byParent = new Map<string, string[]>();
  for (const folder of folders) {
    const cut = folder.lastIndexOf('/');
    const parent = cut === -1 ? '' : folder.slice(0, cut);
    byParent.set(parent, [...(byParent.get(parent) ?? []), folder.slice(cut + 1)]);
  }
  return byParent;
}
