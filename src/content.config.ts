import { defineCollection } from 'astro:content';
import { documents } from './integrations/loader.ts';
import { storedPage, storedProject, storedTechnology } from './integrations/stored.ts';

/** The owner's documents; the loader reads, checks and renders them, the schemas are those of `src/schemas/`. */
export const collections = {
  projects: defineCollection({ loader: documents('projects'), schema: storedProject }),
  pages: defineCollection({ loader: documents('pages'), schema: storedPage }),
  technologies: defineCollection({ loader: documents('technologies'), schema: storedTechnology }),
};
