import { defineCollection } from 'astro:content';
import { documents, portrait } from './loaders/documents.ts';
import { portraitSchema, withLoaderFields } from './loaders/loader-fields.ts';
import { pageSchema } from './schemas/page.ts';
import { projectSchema } from './schemas/project.ts';
import { selectionSchema } from './schemas/selection.ts';
import { technologySchema } from './schemas/technology.ts';

export const collections = {
  /** Case studies: Markdown or MDX in `src/content/projects/`. */
  projects: defineCollection({
    loader: documents('projects'),
    schema: withLoaderFields(projectSchema),
  }),
  /** The owner's own pages, such as about and contact: Markdown or MDX in `src/content/pages/`. */
  pages: defineCollection({
    loader: documents('pages'),
    schema: withLoaderFields(pageSchema),
  }),
  /** Case studies chosen for one reader: Markdown or MDX in `src/content/selections/`. */
  selections: defineCollection({
    loader: documents('selections'),
    schema: withLoaderFields(selectionSchema),
  }),
  /** Descriptions and spellings of technologies: YAML or JSON lists in `src/content/technologies/`. */
  technologies: defineCollection({ loader: documents('technologies'), schema: technologySchema }),
  /** The picture that `src/site.config.ts` names, if any. */
  portrait: defineCollection({ loader: portrait(), schema: portraitSchema }),
};
