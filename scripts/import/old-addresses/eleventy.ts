import { documentStem } from '../collections.ts';
import { asText } from '../front-matter/values.ts';
import { inheritedData } from '../inherited-data.ts';
import type { SourceSite } from '../source-site.ts';
import { withoutDate, type AddressInput } from './address-rule.ts';
import { renderTemplate } from './render-template.ts';

/** https://www.11ty.dev/docs/permalinks/ */
export function eleventyAddresses(site: SourceSite, { file, data, date }: AddressInput, ownPattern: string | undefined): string[] {
  const [input = ''] = site.contentFolders;
  const inherited = inheritedData(site, file);
  const parts = documentStem(file.path.slice(input === '' ? 0 : input.length + 1)).split('/');
  const isIndex = parts.at(-1) === 'index' && parts.length > 1;
  const fileSlug = withoutDate(parts.at(isIndex ? -2 : -1) ?? '');
  const filePathStem = `/${[...parts.slice(0, -1), withoutDate(parts.at(-1) ?? '')].join('/')}`;
  const template = ownPattern ?? asText(inherited['permalink']);
  if (template === undefined) return [`${filePathStem.replace(/\/index$/, '')}/`];
  if (template === 'false') return [];
  const page = { fileSlug, filePathStem, date: date ?? '', inputPath: `./${file.path}` };
  const path = renderTemplate(template, { ...inherited, ...data, page });
  return path === null ? [] : [path.replace(/(?<=^|\/)index\.html$/, '')];
}
