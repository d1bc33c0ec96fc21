import { defineMiddleware } from 'astro:middleware';
import { getEdition } from './queries/editions.ts';

/** Tell the templates the language of their page. */
export const onRequest = defineMiddleware(async ({ locals, params }, next) => {
  Object.assign(locals, await getEdition(params['lang']));
  return next();
});
