import type { APIRoute, GetStaticPaths } from 'astro';
import { getTechnologyFeeds, getRss, type Feed } from '../../../queries/feed.ts';

export const getStaticPaths = (async () =>
  [...(await getTechnologyFeeds())].map(([slug, feed]) => ({ params: { slug }, props: { feed } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => getRss(props.feed);
