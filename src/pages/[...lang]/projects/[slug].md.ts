import type { APIRoute, GetStaticPaths } from 'astro';
import { getLocalePaths } from '../../../queries/locales.ts';
import { getProjects, type Project } from '../../../queries/projects.ts';
import { getMarkdownAlternate } from '../../../queries/markdown-alternates.ts';

export const getStaticPaths = (async () => {
  const paths = (await getLocalePaths()).map(async ({ params }) =>
    (await getProjects(params.lang)).map((project) => ({ params: { ...params, slug: project.slug }, props: { project } })),
  );
  return (await Promise.all(paths)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ project: Project }> = async ({ props }) =>
  new Response(await getMarkdownAlternate(props.project), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
