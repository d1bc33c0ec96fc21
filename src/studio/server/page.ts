import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './workspace.ts';

/** The policy of the page. Pictures that are not stored yet have `blob:` addresses. */
export const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "connect-src 'self'", "frame-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

/** Read the page and write the token into it. The development server serves its script and style sheet, without the base of the site. */
export function pageHtml({ root }: Pick<Workspace, 'root'>, token: string): string {
  const file = join(root, 'src/studio/page/index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : placeholder;
  return html.replace('name="studio-token" content=""', `name="studio-token" content="${token}"`);
}

const placeholder = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="studio-token" content="" />
  <title>Studio</title>
  <p>The page of the studio is missing: restore <code>src/studio/page/</code>.</p>
</html>
`;
