import { defineMiddleware, sequence } from 'astro:middleware';
import { postprocessHtml } from './lib/delivery/postprocess-html.ts';
import { getPageLocale } from './queries/locales.ts';

/** Give templates the locale of their page, as `Astro.locals`. */
const locale = defineMiddleware(async ({ locals, params }, next) => {
  Object.assign(locals, await getPageLocale(params['lang']));
  return next();
});

/** Postprocess the HTML of a build. The development server needs the page as Astro renders it. */
const postprocess = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(postprocessHtml(await response.text()), response);
});

export const onRequest = sequence(postprocess, locale);
