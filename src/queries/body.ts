import { getEntry, render } from 'astro:content';
import { entryId, type Project } from './projects.ts';

/** The compiled body of an MDX case study; null where the body is Markdown, which the store holds as HTML. */
export async function getMdxBody(
  project: Pick<Project, 'slug' | 'translation' | 'body'>,
): Promise<Awaited<ReturnType<typeof render>>['Content'] | null> {
  // Astro copies an entry for whoever asks.
  if (project.body !== null) return null;
  const entry = await getEntry('projects', entryId(project));
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}
