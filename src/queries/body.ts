import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getEntry, render } from 'astro:content';
import { loadRenderers } from 'astro:container';
import { inDocument } from '../lib/build-error.ts';
import type { AlternateOptions } from '../lib/alternates/markdown-alternate.ts';
import { getPageLocale } from './locales.ts';
import type { PageDocument } from './pages.ts';
import { finishMdx } from '../lib/markdown/mdx-html.ts';
import { entryId, linksOf, type Project } from './projects.ts';

type Content = Awaited<ReturnType<typeof render>>['Content'];

/** Get the compiled body of an MDX case study; null where the body is Markdown, which the store holds as HTML. */
export async function getMdxBody(project: Pick<Project, 'slug' | 'translation' | 'body'>): Promise<Content | null> {
  return project.body === null ? getContent('projects', entryId(project)) : null;
}

/** Render the body of an MDX case study to HTML; undefined where the body is Markdown. */
export async function getMdxHtml(project: Project): Promise<string | undefined> {
  const Content = await getMdxBody(project);
  return Content ? renderContent(Content, project, 'projects') : undefined;
}

/** Get the compiled body of an MDX page; null where the body is Markdown. */
export async function getPageContent({ html, ...page }: PageDocument): Promise<Content | null> {
  return html === '' ? getContent('pages', entryId(page)) : null;
}

/** The body of a page as HTML. */
export async function getPageHtml(page: PageDocument): Promise<string> {
  const Content = await getPageContent(page);
  return Content ? renderContent(Content, page, 'pages') : page.html;
}

async function getContent(collection: 'projects' | 'pages', id: string): Promise<Content | null> {
  const entry = await getEntry(collection, id);
  return entry?.filePath?.endsWith('.mdx') ? (await render(entry)).Content : null;
}

async function renderContent(
  Content: Content,
  document: Pick<Project, 'slug' | 'translation' | 'targets'>,
  collection: 'projects' | 'pages',
): Promise<string> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  try {
    const locals = await getPageLocale(document.translation);
    const html = await (await container).renderToString(Content, { locals });
    return finishMdx(html, linksOf(document), locals.t);
  } catch (error) {
    throw inDocument(error, (await getEntry(collection, entryId(document)))?.filePath);
  }
}

/** Get what the author wrote of a case study, as Markdown by field; an MDX body is left out. */
export async function getWritten(project: Project): Promise<AlternateOptions['written']> {
  const entry = await getEntry('projects', entryId(project));
  return { ...entry?.data, body: entry?.filePath?.endsWith('.mdx') ? undefined : entry?.body };
}

let container: Promise<AstroContainer> | undefined;
