import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './workspace.ts';

/** The policy of the page. Pictures that are not stored yet have `blob:` addresses. */
export const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'", "frame-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** Read the page and write the token into it, and the base before the addresses of its script and style sheet, which the development server serves. */
export function pageHtml({ root, urls }: Pick<Workspace, 'root' | 'urls'>, token: string): string {
  const file = join(root, 'src/studio/page/index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : placeholder;
  return html
    .replace('name="studio-token" content=""', `name="studio-token" content="${token}"`)
    .replaceAll('="/src/', `="${urls.file('src/')}`);
}

const placeholder = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="studio-token" content="" />
  <title>Studio</title>
  <p>The page of the studio is missing: restore <code>src/studio/page/</code>.</p>
</html>
`;
