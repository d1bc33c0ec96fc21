import type { ImageMetadata } from 'astro';
import { z } from 'zod';
import type { StoredPicture } from '../lib/pictures.ts';
import { technologySchema } from '../schemas/technology.ts';

/**
 * What the store holds of a case study or a page: what Astro has to resolve, and what decides whether it is shown. The fields
 * themselves go from the loader to the queries in memory.
 */
export const storedDocument = z.object({
  pictures: z.record(z.string(), z.custom<StoredPicture<ImageMetadata>>()).describe('Pictures by the path as written'),
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  hidden: z.boolean().describe('Kept from the public by the visibility gate'),
});

/** What the store holds of a technology. */
export const storedTechnology = technologySchema;
