import { escapeHtml } from '../../lib/markdown/escape-html.ts';
import type { Bundle } from './bundle.ts';

/** Write the page of the editor. What it knows of its site is data in it, since scripts of a page would need a policy of their own. */
export function editorPage({ name, language, policy, data, bundle, address }: EditorPageOptions): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(name)}</title>
${bundle.styles.map((href) => `<link rel="stylesheet" href="${address}${href}">`).join('\n')}
<script type="application/json" id="site">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${address}${bundle.script}"></script>
</head>
<body></body>
</html>
`;
}

interface EditorPageOptions {
  /** Title of the page. */
  name: string;
  /** Language of the editor before it knows that of its reader, BCP 47. */
  language: string;
  policy: string;
  data: unknown;
  bundle: Bundle;
  /** Path of its folder below the origin, with its slashes: some hosts serve its page without the slash at the end. */
  address: string;
}
