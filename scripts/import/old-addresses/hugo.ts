import { documentStem } from '../collections.ts';
import { asText, isRecord } from '../front-matter/values.ts';
import type { SourceSite } from '../source-site.ts';
import { slugifyAddress, type AddressInput } from './address-rule.ts';

/** https://gohugo.io/content-management/urls/ */
export function hugoAddresses(site: SourceSite, { file, data, date }: AddressInput, ownPattern: string | undefined): string[] {
  const { config, languages } = site;
  const folder = [...languages.folders.keys(), ...site.contentFolders].find((start) => file.path.startsWith(`${start}/`)) ?? '';
  const parts = documentStem(file.path.slice(folder.length).replace(/^\//, ''))
    .replace(/(?<=\/index|[^/])\.[a-z]{2}(?:-[a-z]{2})?$/i, '')
    .replace(/\/index$/, '')
    .split('/');
  const section = parts[0] ?? '';
  const permalinks = isRecord(config['permalinks']) ? config['permalinks'] : {};
  const rules = { ...permalinks, ...(isRecord(permalinks['page']) ? permalinks['page'] : {}) };
  const pattern = ownPattern ?? asText(rules[section]);
  const slug = asText(data['slug']);
  const last = slug ?? parts.at(-1) ?? '';
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const title = slugifyAddress(asText(data['title']) ?? last);
  const values: Record<string, string> = {
    year,
    month,
    day,
    title,
    slug: slugifyAddress(slug ?? title),
    slugorfilename: last,
    slugorcontentbasename: last,
    filename: parts.at(-1) ?? '',
    contentbasename: parts.at(-1) ?? '',
    section,
    sections: parts.slice(0, -1).join('/'),
  };
  const path = pattern
    ? pattern.replace(/:([a-z]+)/g, (_, placeholder: string) => values[placeholder] ?? '')
    : [...parts.slice(0, -1), last].join('/');
  const cased = asText(config['disablePathToLower']) === 'true' ? path : path.toLowerCase();
  const address = `/${cased.replace(/ /g, '-').replace(/^\/|\/$/g, '')}/`;
  if (file.lang !== null) return [`/${file.lang.toLowerCase()}${address}`];
  const isInSubfolder = asText(config['defaultContentLanguageInSubdir']) === 'true' && languages.main !== null;
  return isInSubfolder ? [`/${languages.main}${address}`, address] : [address];
}
