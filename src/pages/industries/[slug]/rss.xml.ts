import type { APIRoute, GetStaticPaths } from 'astro';
import { getFacetFeeds, getRss, type Feed } from '../../../queries/feed.ts';

export const getStaticPaths = (async () =>
  (await getFacetFeeds('industry')).map((feed) => ({ params: { slug: feed.slug }, props: { feed } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => getRss(props.feed);
