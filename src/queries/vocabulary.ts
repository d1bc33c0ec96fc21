import { technologyKey } from '../lib/technologies.ts';
import { getEntries } from './entries.ts';
import { once } from './once.ts';

/** What the owner's technologies file says, found under every spelling of a name. */
export const getVocabulary = once(async (): Promise<ReadonlyMap<string, Entry>> => {
  const entries = (await getEntries('technologies')).map(({ data }) => data);
  return new Map(entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [technologyKey(name), entry] as const)));
});

interface Entry {
  name: string;
  description?: string | undefined;
  url?: string | undefined;
}
