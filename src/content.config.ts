import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { documents } from './loaders/documents.ts';
import { pageSchema } from './schemas/page.ts';
import { projectSchema } from './schemas/project.ts';
import { technologySchema } from './schemas/technology.ts';

/** The pictures a document names, by their paths as written; those below `src/` are optimised by Astro. */
const pictures = (image: () => z.ZodType) =>
  z.record(
    z.string(),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('asset'), path: z.string(), src: image(), width: z.number(), height: z.number(), format: z.string() }),
      z.object({ kind: z.literal('public'), src: z.string(), width: z.number().optional(), height: z.number().optional() }),
      z.object({ kind: z.literal('remote'), src: z.string(), width: z.number(), height: z.number() }),
    ]),
  );

/** What the loader adds to the author's fields. */
const loaded = (image: () => z.ZodType) => ({
  pictures: pictures(image),
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  hidden: z.boolean().describe('Kept from the public by the visibility gate'),
});

export const collections = {
  projects: defineCollection({ loader: documents('projects'), schema: ({ image }) => projectSchema.safeExtend(loaded(image)) }),
  pages: defineCollection({ loader: documents('pages'), schema: ({ image }) => pageSchema.safeExtend(loaded(image)) }),
  technologies: defineCollection({ loader: documents('technologies'), schema: technologySchema }),
};
