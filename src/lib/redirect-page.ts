import { escapeHtml } from './markdown/escape-html.ts';
import type { Redirect } from './redirects.ts';

/** Write the page at an old address: it redirects browsers, links to the new address, and excludes itself from search. */
export function redirectPage({ to, canonical, lang, title }: RedirectPage): string {
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<meta http-equiv="refresh" content="0; url=${escapeHtml(to)}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    '</head>',
    `<body><main><h1>${title}</h1><p><a href="${escapeHtml(to)}">${escapeHtml(canonical)}</a></p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** Name the output file that a static host serves for an old address: `a/b/index.html` for `/a/b` and `/a/b/`, `a/b.html` for `/a/b.html`. */
export function redirectFile({ from }: Redirect): string {
  const path = decodeURIComponent(from).replace(/^\/+|\/+$/g, '');
  return /\.html?$/.test(path) ? path : `${path}/index.html`;
}

interface RedirectPage {
  /** Path of the new page below the origin, so that a preview stays on its own host. */
  to: string;
  /** Absolute address of the new page. */
  canonical: string;
  lang: string;
  /** Title and heading, such as "This page has moved". */
  title: string;
}
