import { defineMiddleware } from 'astro:middleware';
import { tightenPolicy } from './lib/delivery/policy.ts';
import { getEdition } from './queries/editions.ts';

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/** Nothing reads it, and it is a digest of the folder the site is built in: two builds would differ by it. */
const islandId = /(?<=<astro-island) uid="[^"]*"/g;

/** Tell the templates the language of their page; move the islands' own style into the head, take their ids off, and allow nothing that isn't there. */
export const onRequest = defineMiddleware(async ({ locals, params }, next) => {
  Object.assign(locals, await getEdition(params['lang']));
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const html = (await response.text()).replace(islandId, '');
  const style = islandStyle.exec(html)?.[0];
  const moved = style ? html.replace(style, '').replace('</head>', () => `${style}</head>`) : html;
  return new Response(tightenPolicy(moved), response);
});
