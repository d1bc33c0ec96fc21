import { getEntry, render } from 'astro:content';
import { entryId, type Project } from './projects.ts';

/** The compiled body of an MDX case study; null where the body is Markdown, which the store holds as HTML. */
export async function getMdxBody(
  project: Pick<Project, 'slug' | 'translation'>,
): Promise<Awaited<ReturnType<typeof render>>['Content'] | null> {
  const entry = await getEntry('projects', entryId(project));
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}
