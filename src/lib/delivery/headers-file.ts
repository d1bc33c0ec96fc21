import type { HeaderRule } from './headers.ts';
import type { Move } from './redirect-rules.ts';

/** Write `_headers`, which Netlify and Cloudflare read from the published folder. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'))
    .join('\n');
}

/**
 * Write `_redirects`. Cloudflare answers a redirect before any file; Netlify serves the file that stands at an old address
 * unless the status is marked with `!` (`forced`), which Cloudflare does not know.
 */
export function redirectsFile(moves: readonly Move[], { forced = false } = {}): string {
  return moves.map(({ from, to }) => `${from} ${to} 301${forced ? '!' : ''}\n`).join('');
}

/** Say what of the two files is more than Cloudflare reads. */
export function cloudflareExcess(rules: readonly HeaderRule[], moves: readonly Move[]): string[] {
  const longest = Math.max(
    0,
    ...rules.flatMap(({ headers }) => Object.entries(headers).map(([name, value]) => name.length + value.length + 2)),
  );
  const counts = [
    [rules.length, 100, 'rules in _headers; fewer files and folders at the top of the site make fewer rules'],
    [longest, 2000, 'characters in a line of _headers; fewer inline styles and scripts make a shorter policy'],
    [moves.length, 2000, 'lines in _redirects; the pages at the old addresses lead on without them'],
  ] as const;
  return counts.flatMap(([count, limit, what]) => (count > limit ? [`Cloudflare reads ${limit} and there are ${count} ${what}.`] : []));
}
