import { escapeHtml } from '../../lib/markdown/escape-html.ts';

/** The policy of the page. Pictures that are not stored yet have `blob:` addresses. */
export const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'"],
  ...["frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** Write the page, which its script fills. The development server serves the script and the style sheet, without the base of the site. */
export function pageHtml({ name, token }: { name: string; token: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="studio-token" content="${escapeHtml(token)}">
    <title>Studio – ${escapeHtml(name)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/src/studio/page/studio.css">
    <script type="module" src="/src/studio/page/main.ts"></script>
  </head>
  <body>
    <noscript><p>The studio is a program: switch JavaScript on for this address.</p></noscript>
  </body>
</html>
`;
}
