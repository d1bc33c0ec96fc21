import type { RSSOptions } from '@astrojs/rss';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { feedContent, type FeedPicture } from '../lib/feed.ts';
import { lastModified } from '../lib/project.ts';
import { getMdxBody } from './body.ts';
import { publishedImage } from './images.ts';
import { getProjects, type Picture, type Project } from './projects.ts';
import { site, t, urls } from './site.ts';

/** The RSS feed of the newest case studies, each whole. */
export async function getFeed(): Promise<RSSOptions> {
  const projects = (await getProjects()).slice(0, site.feedLength);
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  const newest = lastModified(projects);
  return {
    title: site.name,
    description: site.description,
    site: urls.absolute(urls.page()),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${site.locale.toLowerCase()}</language>`,
      ...(newest ? [`<lastBuildDate>${midnight(newest).toUTCString()}</lastBuildDate>`] : []),
      `<atom:link href="${urls.absolute(urls.file('rss.xml'))}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    trailingSlash: site.trailingSlash === 'always',
    items: await Promise.all(
      projects.map(async (project) => {
        const url = urls.absolute(urls.page('projects', project.slug));
        const pictures = await publishedPictures(project);
        const Content = await getMdxBody(project.slug);
        return {
          title: project.title,
          link: url,
          description: project.tagline,
          ...(project.date ? { pubDate: midnight(project.date) } : {}),
          categories: project.technologies.map(({ name }) => name),
          content: feedContent(project, {
            url,
            locale: site.locale,
            strings: t,
            picture: (key) => pictures.get(typeof key === 'string' ? project.pictures[key] : (key as Picture)),
            mdxBody: Content ? await container.renderToString(Content) : undefined,
          }),
        };
      }),
    ),
  };
}

/** RSS wants an instant where we have a day, or a month: its first, at midnight UTC. */
function midnight(date: string): Date {
  return new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
}

async function publishedPictures(project: Project): Promise<Map<unknown, FeedPicture>> {
  const published = await Promise.all(
    Object.values(project.pictures).map(async (picture) => [picture, await publishedImage(picture, 1200)] as const),
  );
  return new Map(published.flatMap(([picture, file]) => (file ? [[picture, file] as const] : [])));
}
