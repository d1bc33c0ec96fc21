import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getEntry, render } from 'astro:content';
import { loadRenderers } from 'astro:container';
import type { AlternateOptions } from '../lib/markdown-alternate.ts';
import { getPageLocale } from './locales.ts';
import { resolveLinks } from '../lib/links.ts';
import { entryId, linksOf, type Project } from './projects.ts';

/** Get the compiled body of an MDX case study; null where the body is Markdown, which the store holds as HTML. */
export async function getMdxBody(
  project: Pick<Project, 'slug' | 'translation' | 'body'>,
): Promise<Awaited<ReturnType<typeof render>>['Content'] | null> {
  if (project.body !== null) return null;
  const entry = await getEntry('projects', entryId(project));
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}

/** Render the body of an MDX case study to HTML; undefined where the body is Markdown. */
export async function getMdxHtml(project: Project): Promise<string | undefined> {
  const Content = await getMdxBody(project);
  if (!Content) return undefined;
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  const html = await (await container).renderToString(Content, { locals: await getPageLocale(project.translation) });
  return resolveLinks(html, linksOf(project));
}

/** Get what the author wrote of a case study, as Markdown by field; an MDX body is left out. */
export async function getWritten(project: Project): Promise<AlternateOptions['written']> {
  const entry = await getEntry('projects', entryId(project));
  return { ...entry?.data, body: entry?.filePath?.endsWith('.mdx') ? undefined : entry?.body };
}

let container: Promise<AstroContainer> | undefined;
