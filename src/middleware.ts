import { defineMiddleware, sequence } from 'astro:middleware';
import { finishPage } from './lib/delivery/postprocess-html.ts';
import { getEdition } from './queries/locales.ts';

/** Tell the templates the language of their page. */
const language = defineMiddleware(async ({ locals, params }, next) => {
  Object.assign(locals, await getEdition(params['lang']));
  return next();
});

/** Publish pages with a policy that allows nothing but what stands in them. */
const finish = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(finishPage(await response.text()), response);
});

export const onRequest = sequence(finish, language);
