import { posix } from 'node:path';
import { addressKey } from '../../../src/lib/redirects.ts';
import { toFormerPath } from '../former-path.ts';
import { readToml } from '../front-matter/toml.ts';
import { asText, isRecord } from '../front-matter/values.ts';
import { readYaml } from '../front-matter/yaml.ts';
import type { SourceSite } from '../source-site.ts';

/** Read the redirects of a host's tables (Netlify, Vercel, Cloudflare): former paths by the `addressKey` of their target. */
export function readRedirectTables({ files, read }: Pick<SourceSite, 'files' | 'read'>): ReadonlyMap<string, string[]> {
  const rules = [...files].flatMap((file) => {
    const parse = file.split('/').length <= 2 ? tables[posix.basename(file)] : undefined;
    return parse === undefined ? [] : parse(new TextDecoder().decode(read(file)));
  });
  const byTarget = new Map<string, string[]>();
  for (const { from, to } of rules) {
    // Rules with placeholders name no single page.
    const path = /[*:()$?]/.test(from) ? null : toFormerPath(from);
    if (path === null || addressKey(path) === addressKey(to)) continue;
    byTarget.set(addressKey(to), [...(byTarget.get(addressKey(to)) ?? []), path]);
  }
  return byTarget;
}

interface Rule {
  from: string;
  to: string;
}

const tables: Record<string, ((text: string) => Rule[]) | undefined> = {
  _redirects: (text) => text.split('\n').flatMap((line) => toRule(...(line.replace(/#.*/, '').trim().split(/\s+/) as [string?, string?]))),
  'vercel.json': (text) => fromMaps(readYaml(text).data, 'source', 'destination'),
  'netlify.toml': (text) => fromMaps(readToml(text).data, 'from', 'to'),
};

function fromMaps({ redirects }: Record<string, unknown>, from: string, to: string): Rule[] {
  return [redirects ?? []].flat().flatMap((entry) => (isRecord(entry) ? toRule(asText(entry[from]), asText(entry[to])) : []));
}

function toRule(from: string | undefined, to: string | undefined): Rule[] {
  return from?.startsWith('/') && to ? [{ from, to: to.replace(/^https?:\/\/[^/]+/, '') }] : [];
}
