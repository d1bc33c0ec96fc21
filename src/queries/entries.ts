import { getCollection, type CollectionEntry } from 'astro:content';
import { handedOver } from '../lib/handed-over.ts';

/**
 * The entries of a collection. While developing, those the loader has just read: Astro's store gets them half a second later, and
 * one asked for as it is written may stay as it was. Of a collection that is empty Astro would say that it may not exist.
 */
export async function getEntries<C extends 'projects' | 'pages' | 'technologies' | 'pictures'>(
  collection: C,
): Promise<CollectionEntry<C>[]> {
  const read = handedOver<CollectionEntry<C>[]>(collection, '');
  return read && (import.meta.env.DEV || read.length === 0) ? read : getCollection(collection);
}
