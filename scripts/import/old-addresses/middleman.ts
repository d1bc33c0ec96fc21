import { documentStem } from '../collections.ts';
import { asText } from '../front-matter/values.ts';
import type { SourceSite } from '../source-site.ts';
import type { AddressInput } from './address-rule.ts';

/** A page's own path, or the permalink of the blog that it belongs to. https://middlemanapp.com/basics/blogging/ */
export function middlemanAddresses({ config }: SourceSite, { file }: AddressInput): string[] {
  const code = asText(config['ruby']) ?? '';
  const stem = documentStem(file.path.replace(/^source\//, '')).replace(/\/index$/, '');
  const isDirectory = /^\s*activate\s+:directory_indexes/m.test(code);
  const path = blogPath(stem, code) ?? stem;
  return [`/${path.replace(/\.html$/, '')}${isDirectory ? '/' : '.html'}`];
}

function blogPath(stem: string, code: string): string | null {
  for (const [, block = ''] of code.matchAll(/activate\s+:blog\b([^]*?)^end/gm)) {
    const setting = (name: string): string =>
      (new RegExp(`\\.${name}\\s*=\\s*['"]([^'"]*)`).exec(block)?.[1] ?? '').replace(/^\/|\/$/g, '').replace(/:(\w+)/g, '{$1}');
    const prefix = setting('prefix');
    const within = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
    const sources = within(setting('sources') || '{year}-{month}-{day}-{title}.html').replace(/\.html$/, '');
    const names = [...sources.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = sources
      .split(/\{\w+\}/)
      .map((text) => text.replace(/\W/g, '\\$&'))
      .reduce((before, after, index) => `${before}${/year|month|day/.test(names[index - 1] ?? '') ? String.raw`(\d+)` : '(.+?)'}${after}`);
    const match = new RegExp(`^${pattern}$`).exec(stem);
    if (match === null) continue;
    const permalink = within(setting('permalink') || '{year}/{month}/{day}/{title}.html');
    return permalink.replace(/\{(\w+)\}/g, (_, name: string) => match[names.indexOf(name) + 1] ?? '');
  }
  return null;
}
