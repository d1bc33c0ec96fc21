import type { APIRoute, GetStaticPaths } from 'astro';
import { icons, type IconOptions } from '../../lib/head/head-icons.ts';
import { getIcon } from '../../queries/icons.ts';

export const getStaticPaths = (() =>
  Object.entries(icons).map(([name, options]) => ({ params: { name }, props: { options } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ options: IconOptions }> = async ({ props }) => new Response(await getIcon(props.options));
