import type { ImageMetadata } from 'astro';
import { z } from 'zod';
import type { StoredPicture } from '../lib/pictures.ts';
import { pageSchema } from '../schemas/page.ts';
import { projectSchema } from '../schemas/project.ts';
import { technologySchema } from '../schemas/technology.ts';

const rendered = {
  html: z.record(z.string(), z.string()).describe('Markdown fields and body as HTML, by field'),
  pictures: z.record(z.string(), z.custom<StoredPicture<ImageMetadata>>()).describe('Pictures by the path as written'),
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  hidden: z.boolean().describe('Kept from the public by the visibility gate'),
};

/** What the store holds of a case study: the author's fields as the schema leaves them, and what the loader adds. */
export const storedProject = z.object({ ...projectSchema.shape, ...rendered });

/** What the store holds of a page. */
export const storedPage = z.object({ ...pageSchema.shape, ...rendered });

/** What the store holds of a technology. */
export const storedTechnology = technologySchema;
