import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import { jsonSchemaOf } from '../lib/json-schema.ts';

/**
 * Add what the loader knows of a document to the author's fields. Editors see the author's fields alone: the JSON Schema is
 * that of `schema`, because Zod cannot derive one from every rule in it.
 */
export function withLoaderFields<S extends z.ZodObject>(schema: S) {
  // Astro asks for the schema of each document anew, and a JSON Schema takes a millisecond.
  const jsonSchema = jsonSchemaOf(schema);
  return ({ image }: SchemaContext) => {
    const stored = schema.safeExtend(loaderFields(image)) as unknown as z.ZodType<z.output<S> & LoaderFields>;
    return z.unknown().pipe(stored).meta(jsonSchema);
  };
}

type LoaderFields = z.output<z.ZodObject<ReturnType<typeof loaderFields>>>;

const loaderFields = (image: SchemaContext['image']) => ({
  pictures: z.record(z.string(), picture(image)).describe('Pictures of the document, by their paths as written'),
  targets: z
    .record(z.string(), z.object({ path: z.string().nullable(), title: z.string().optional(), hreflang: z.string().optional() }))
    .describe('Where the links of the document lead, by their addresses as written'),
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  hidden: z.boolean().describe('Whether the visibility gate keeps the document from the public'),
});

/** The entry of the owner's picture, if there is one. */
export const portraitSchema = ({ image }: SchemaContext) => z.object({ picture: picture(image) });

/** `image()` marks a picture below `src/` for Astro to optimise; the others are published as they are. */
const picture = (image: SchemaContext['image']) =>
  z.discriminatedUnion('kind', [
    z.object({
      ...{ kind: z.literal('asset'), src: image(), width: z.number(), height: z.number() },
      ...{ format: z.string(), animated: z.boolean().optional() },
    }),
    z.object({ kind: z.literal('public'), src: z.string(), width: z.number().optional(), height: z.number().optional() }),
    z.object({ kind: z.literal('remote'), src: z.string(), width: z.number(), height: z.number() }),
  ]);
