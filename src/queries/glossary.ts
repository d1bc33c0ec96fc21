import { getCollection } from 'astro:content';
import { technologyKey } from '../lib/technologies.ts';
import { typeset } from '../lib/markdown/typography.ts';
import { memo } from './memo.ts';
import { site } from './site.ts';

/** The owner's glossary of technologies, by the normalized form of every name and alias. */
export const getVocabulary = memo(async () => {
  const entries = (await getCollection('technologies')).map(({ data }) => ({
    ...data,
    description: data.description && typeset(data.description, site.locale),
  }));
  return new Map(entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [technologyKey(name), entry] as const)));
});
