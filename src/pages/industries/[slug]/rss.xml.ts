import type { APIRoute, GetStaticPaths } from 'astro';
import { getIndustryFeeds, getRss, type Feed } from '../../../queries/feed.ts';

export const getStaticPaths = (async () =>
  [...(await getIndustryFeeds())].map(([slug, feed]) => ({ params: { slug }, props: { feed } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => getRss(props.feed);
