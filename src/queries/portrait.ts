import { getEntry } from 'astro:content';
import { ownerTexts, site } from './site.ts';

/** The picture of the owner with its alternative text in a language; null without one. */
export async function getPortrait(lang?: string) {
  if (!site.portrait) return null;
  const entry = await getEntry('portrait', 'portrait');
  return entry ? { picture: entry.data.picture, alt: ownerTexts(lang).portrait?.alt ?? site.portrait.alt } : null;
}
