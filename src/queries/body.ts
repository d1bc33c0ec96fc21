import { getEntry, render } from 'astro:content';

/** The compiled body of an MDX case study; null where the body is Markdown, which the store holds as HTML. */
export async function getMdxBody(slug: string): Promise<Awaited<ReturnType<typeof render>>['Content'] | null> {
  const entry = await getEntry('projects', slug);
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}
