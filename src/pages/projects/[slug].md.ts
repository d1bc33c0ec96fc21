import type { APIRoute, GetStaticPaths } from 'astro';
import { getProjects, type Project } from '../../queries/projects.ts';
import { getTwin } from '../../queries/twins.ts';

export const getStaticPaths = (async () =>
  (await getProjects()).map((project) => ({ params: { slug: project.slug }, props: { project } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ project: Project }> = async ({ props }) =>
  new Response(await getTwin(props.project), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
