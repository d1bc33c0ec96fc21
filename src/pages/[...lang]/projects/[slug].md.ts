import type { APIRoute, GetStaticPaths } from 'astro';
import { getListedProjects, type Project } from '../../../queries/projects.ts';
import { getMarkdownAlternate } from '../../../queries/markdown-alternates.ts';

export const getStaticPaths = (async () =>
  (await getListedProjects()).map((project) => ({
    params: { lang: project.translation, slug: project.slug },
    props: { project },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ project: Project }> = async ({ props }) =>
  new Response(await getMarkdownAlternate(props.project), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
