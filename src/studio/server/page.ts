import { escapeHtml } from '../../lib/escape-html.ts';

/** The name of the meta element that tells the page its token. */
const tokenName = 'studio-token';

/** The policy of the page. Pictures that are not stored yet have `blob:` addresses. */
export const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'", "frame-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** Write the page: its script fills it. The script and the style sheet are modules of the development server, which knows no Astro there. */
export function pageHtml({ name, token, script, style }: { name: string; token: string; script: string; style: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="${tokenName}" content="${escapeHtml(token)}">
    <title>Studio – ${escapeHtml(name)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${escapeHtml(style)}">
    <script type="module" src="${escapeHtml(script)}"></script>
  </head>
  <body>
    <noscript>The studio needs JavaScript.</noscript>
  </body>
</html>
`;
}
