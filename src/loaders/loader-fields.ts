import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import { jsonSchemaOf } from '../lib/json-schema.ts';
import type { StoredPicture } from '../lib/pictures/pictures.ts';

/**
 * Add what the loader knows of a document to the author's fields. Editors see the author's fields alone: the JSON Schema is
 * that of `schema`, because Zod cannot derive one from every rule in it.
 */
export function withLoaderFields<S extends z.ZodObject>(schema: S) {
  // Astro asks for the schema of each document anew; only the part that Astro's `image` belongs to is made for each.
  const jsonSchema = jsonSchemaOf(schema);
  const stored = schema.safeExtend(loaderFields.shape) as unknown as z.ZodType<z.output<S> & LoaderFields>;
  return ({ image }: SchemaContext) => {
    const source = image();
    return z
      .unknown()
      .pipe(stored)
      .transform((data): z.output<S> & Optimized<z.output<typeof source>> => ({
        ...data,
        pictures: Object.fromEntries(Object.entries(data.pictures).map(([path, picture]) => [path, optimized(picture, source)])),
      }))
      .meta(jsonSchema);
  };
}

const film = z
  .object({
    files: z.array(z.object({ src: z.string(), type: z.string(), bytes: z.number() })),
    captions: z.array(z.object({ src: z.string(), lang: z.string().nullable() })),
    ...{ width: z.number(), height: z.number(), seconds: z.number() },
  })
  .optional();

const picture = z.discriminatedUnion('kind', [
  z.object({
    film,
    ...{ kind: z.literal('asset'), src: z.string(), width: z.number(), height: z.number() },
    ...{ format: z.string(), animated: z.boolean().optional() },
  }),
  z.object({ film, kind: z.literal('public'), src: z.string(), width: z.number().optional(), height: z.number().optional() }),
  z.object({ film, kind: z.literal('remote'), src: z.string(), width: z.number(), height: z.number() }),
  z.object({ film, kind: z.literal('blank'), width: z.number(), height: z.number() }),
]);

const loaderFields = z.object({
  pictures: z.record(z.string(), picture).describe('Pictures of the document, by their paths as written'),
  targets: z
    .record(z.string(), z.object({ path: z.string().nullable(), title: z.string().optional(), hreflang: z.string().optional() }))
    .describe('Where the links of the document lead, by their addresses as written'),
  translation: z.string().optional().describe('Language of a translation, as its file is named'),
  shared: z.string().optional().describe('Last part of the address of a document that only its address leads to'),
  hidden: z.boolean().describe('Whether the visibility gate keeps the document from the public'),
});

type LoaderFields = z.output<typeof loaderFields>;
type Optimized<Source> = Omit<LoaderFields, 'pictures'> & { pictures: Record<string, StoredPicture<Source>> };

/** The entry of the owner's picture, if there is one. */
export const portraitSchema = ({ image }: SchemaContext) => {
  const source = image();
  return z.object({ picture: picture.transform((data) => optimized(data, source)) });
};

/** Let Astro optimise a picture below `src/`; the others are published as they are. */
function optimized<S extends z.ZodType>(data: z.output<typeof picture>, source: S): StoredPicture<z.output<S>> {
  return data.kind === 'asset' ? { ...data, src: source.parse(data.src) } : data;
}
