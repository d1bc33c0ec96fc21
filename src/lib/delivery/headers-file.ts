import type { HeaderRule } from './headers.ts';
import type { RedirectRule } from './redirect-rules.ts';

/** Write `_headers`, which Netlify and Cloudflare read from the published folder. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return withoutExceptions(rules)
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'))
    .join('\n');
}

/**
 * Move the headers of a rule with an exception to the rules of all other files: no pattern of these hosts leaves a folder out, and they
 * disagree about two rules for one header. Each file at the top of the site, and each folder, has one rule with its `Cache-Control`.
 */
function withoutExceptions(rules: readonly HeaderRule[]): HeaderRule[] {
  const moved = rules.filter(({ except }) => except !== undefined);
  const isTop = ({ path, headers }: HeaderRule): boolean => 'Cache-Control' in headers && !moved.some(({ except }) => except === path);
  const added = Object.assign({}, ...moved.map(({ headers }) => headers)) as HeaderRule['headers'];
  return rules
    .filter(({ except }) => except === undefined)
    .map((rule) => (isTop(rule) ? { ...rule, headers: { ...rule.headers, ...added } } : rule));
}

/**
 * Write `_redirects`. Cloudflare redirects before it looks for a file. Netlify serves a file at the old path first, unless the
 * status ends in `!` (`forced`), which Cloudflare rejects.
 */
export function redirectsFile(redirects: readonly RedirectRule[], { forced = false } = {}): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301${forced ? '!' : ''}\n`).join('');
}

/** List the limits of Cloudflare that `_headers` and `_redirects` exceed, as warnings. */
export function cloudflareWarnings(rules: readonly HeaderRule[], redirects: readonly RedirectRule[]): string[] {
  const lines = rules.flatMap(({ headers }) => Object.entries(headers).map(([name, value]) => name.length + value.length + 2));
  const limits = [
    [rules.length, 100, 'rules in _headers. Fewer files and folders at the top of the site make fewer rules'],
    [Math.max(0, ...lines), 2000, 'characters in one line of _headers. Fewer inline styles and scripts make a shorter policy'],
    [redirects.length, 2000, 'lines in _redirects. The remaining old addresses redirect by their pages'],
  ] as const;
  return limits.flatMap(([count, limit, what]) => (count > limit ? [`Cloudflare reads ${limit} of ${count} ${what}.`] : []));
}
