import { documentStem } from '../collections.ts';
import { asText, isRecord } from '../front-matter/values.ts';
import type { SourceSite } from '../source-site.ts';
import { slugifyAddress, type AddressInput } from './address-rule.ts';

/** A page of `src/pages`, or the routes there that show the document's collection. */
export function astroAddresses(site: SourceSite, { file, data }: AddressInput): string[] {
  const stem = documentStem(file.relative).replace(/\/index$/, '');
  if (file.path.startsWith('src/pages/')) return [`/${documentStem(file.path.slice('src/pages/'.length)).replace(/\/index$/, '')}/`];
  const id = asText(data['slug']) ?? stem.split('/').map(slugifyId).join('/');
  const routes = routesOf(site, file.path);
  const filled = routes.flatMap((route) => fillRoute(route, file.lang, site));
  // One route for all languages keeps the folder of the language in the address.
  const folders = filled.length > 0 ? filled : routes.filter((route) => !route.includes('[')).map((route) => `${route}/${file.lang ?? ''}`);
  return [...new Set(folders)].map((folder) => `${folder}/${id}/`);
}

/** Astro's slugs keep underscores and drop other signs. */
function slugifyId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]+/gu, '')
    .replace(/ /g, '-');
}

/** Find the folders of the routes that read a document's collection, else those of the collection's name. */
function routesOf(site: SourceSite, path: string): string[] {
  const bases = isRecord(site.config['contentCollections']) ? site.config['contentCollections'] : {};
  const declared = Object.entries(bases).flatMap(([name, base]) => (path.startsWith(`${asText(base) ?? ''}/`) ? [name] : []));
  const folders = path.split('/').slice(0, -1);
  const names = [...declared, ...folders].map((name) => name.replace(/\W/g, '\\$&'));
  const readsCollection = new RegExp(`get(?:Collection|Entry)\\(\\s*['"\`](?:${names.join('|')})['"\`]`);
  const routes = [...site.files].filter(
    (file) => /^src\/pages\/.*\[(?:\.\.\.)?\w+\]\.astro$/.test(file) && !/\[\.{0,3}(?:page|tag|category)\]\.astro$/.test(file),
  );
  const reading = routes.filter((file) => readsCollection.test(new TextDecoder().decode(site.read(file))));
  const keys = [...declared, ...folders].map(slugKey);
  const namesakes = routes.filter((file) => keys.includes(slugKey(file.split('/').at(-2) ?? '')));
  return (reading.length > 0 ? reading : namesakes).map((file) => file.slice('src/pages'.length).replace(/\/\[[^/]*$/, ''));
}

function slugKey(name: string): string {
  return slugifyAddress(name).replaceAll('-', '');
}

/** A route below `/de/` shows the documents in that language only; `[lang]` is every language. */
function fillRoute(route: string, lang: string | null, { languages }: SourceSite): string[] {
  const [, first = ''] = route.split('/');
  const known = new Set([...languages.folders.values()].map((tag) => tag.toLowerCase()));
  if (/^\[(?:\.\.\.)?(?:lang|locale|language)\]$/.test(first)) {
    const language = lang ?? languages.main;
    const rest = route.slice(first.length + 1);
    if (language === null) return [rest];
    // A rest parameter is empty for the main language on many sites.
    return lang === null ? [`/${language}${rest}`, rest] : [`/${language}${rest}`];
  }
  if (route.includes('[')) return [];
  const routeLanguage = known.has(first.toLowerCase()) ? first.toLowerCase() : null;
  const own = (lang ?? languages.main)?.toLowerCase() ?? null;
  return routeLanguage === null ? (lang === null ? [route] : []) : routeLanguage === own ? [route] : [];
}
