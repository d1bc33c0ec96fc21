import type { ImageMetadata } from 'astro';
import { z } from 'zod';
import { technologySchema } from '../schemas/technology.ts';

/**
 * What the store holds of a case study or a page: what decides whether it is shown. The fields themselves go from the loader to
 * the queries in memory.
 */
export const storedDocument = z.object({
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  hidden: z.boolean().describe('Kept from the public by the visibility gate'),
});

/** What the store holds of a picture that documents show, by its path from the root: what Astro makes of it. */
export const storedPicture = z.object({ image: z.custom<ImageMetadata>() });

/** What the store holds of a technology. */
export const storedTechnology = technologySchema;
