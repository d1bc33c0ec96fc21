import { asText, isRecord } from './front-matter/values.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** Get the front matter that `defaults` of Jekyll's configuration give a document; later entries win. */
export function jekyllDefaults({ config, system }: SourceSite, { path, collection }: SourceFile): Record<string, unknown> {
  if (system !== 'jekyll') return {};
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
