import { getCollection } from 'astro:content';
import { technologyKey } from '../lib/technologies.ts';
import { memo } from './memo.ts';

/** What the owner's technologies file says, found under every spelling of a name. */
export const getVocabulary = memo(async (): Promise<ReadonlyMap<string, Entry>> => {
  const entries = (await getCollection('technologies')).map(({ data }) => data);
  return new Map(entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [technologyKey(name), entry] as const)));
});

interface Entry {
  name: string;
  description?: string | undefined;
  url?: string | undefined;
}
