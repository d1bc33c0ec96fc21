import { getCollection, type CollectionEntry } from 'astro:content';
import { handedOver } from '../lib/handed-over.ts';

/**
 * The entries of a collection. While developing, those the loader has just read: Astro's store gets them half a second later, and
 * one asked for as it is written may stay as it was.
 */
export async function getEntries<C extends 'projects' | 'pages' | 'technologies'>(collection: C): Promise<CollectionEntry<C>[]> {
  return (import.meta.env.DEV && handedOver<CollectionEntry<C>[]>(collection, '')) || getCollection(collection);
}
