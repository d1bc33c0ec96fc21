import { escapeHtml } from './escape-html.ts';
import type { Redirect } from './redirects.ts';

/** Write the page that stands at an old address: it names the new one, sends browsers there, and keeps itself out of search. */
export function redirectPage({ to, canonical, lang, moved }: RedirectPage): string {
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${moved}</title>`,
    `<meta http-equiv="refresh" content="0; url=${escapeHtml(to)}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    '</head>',
    `<body><main><h1>${moved}</h1><p><a href="${escapeHtml(to)}">${escapeHtml(canonical)}</a></p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The file of the output in which a static host looks for an address: `/a/b` and `/a/b/` in a folder, `/a/b.html` as it is. */
export function redirectFile({ from }: Redirect): string {
  const path = decodeURI(from).replace(/^\/+|\/+$/g, '');
  return /\.html?$/.test(path) ? path : `${path}/index.html`;
}

export interface RedirectPage {
  /** Path of the new page below the origin, so that a preview stays on its own host. */
  to: string;
  /** Absolute address of the new page. */
  canonical: string;
  lang: string;
  /** Title and heading of the page. */
  moved: string;
}
