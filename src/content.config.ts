import { defineCollection } from 'astro:content';
import { documents, pictures } from './integrations/loader.ts';
import { storedDocument, storedPicture, storedTechnology } from './integrations/stored.ts';

/** The owner's documents; the loader reads, checks and renders them, the schemas are those of `src/schemas/`. */
export const collections = {
  projects: defineCollection({ loader: documents('projects'), schema: storedDocument }),
  pages: defineCollection({ loader: documents('pages'), schema: storedDocument }),
  technologies: defineCollection({ loader: documents('technologies'), schema: storedTechnology }),
  pictures: defineCollection({ loader: pictures(), schema: storedPicture }),
};
