import { hash } from 'node:crypto';

/** Read the content security policy that a page states in its own `<meta>`, or null. */
export function policyOf(html: string): string | null {
  const meta = metaPolicy.exec(html)?.[0] ?? '';
  return /\bcontent="([^"]*)"/i.exec(meta)?.[1]?.replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? null;
}

/**
 * Leave in a page's policy only the hashes of scripts and styles that stand in it; Astro lists those of every page and island
 * there may be. `encoding` says what the characters of the string stand for: text, or bytes in UTF-8.
 */
export function tightenPolicy(html: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const needed = new Set(inlineCode(html).map((code) => `'sha256-${hash('sha256', Buffer.from(code, encoding), 'base64')}'`));
  return html.replace(metaPolicy, (meta) =>
    meta.replace(/ ('sha256-[^']*')/g, (token, digest: string) => (needed.has(digest) ? token : '')),
  );
}

/** Let a page's policy allow styles that stand in it, by their sources (`'sha256-…'`). */
export function allowInlined(html: string, sources: readonly string[]): string {
  return html.replace(metaPolicy, (meta) =>
    meta.replace(/style-src [^;"]*/, (directive) => [directive, ...sources.filter((source) => !directive.includes(source))].join(' ')),
  );
}

/**
 * Unite the policies of all pages into the one a host sends with each: it allows what any page allows, so that a page is
 * held to its own policy by its `<meta>`, and forbids framing, which only a header can. Throws on `'unsafe-inline'`.
 */
export function unitePolicies(policies: Iterable<string>): string {
  const pages = [...new Set(policies)].map(directives);
  const names = new Set(['default-src', ...pages.flatMap((page) => [...page.keys()])]);
  const united = [...names].map((name) => {
    const sources = new Set(pages.flatMap((page) => page.get(name) ?? (name.endsWith('-src') ? page.get('default-src') : []) ?? []));
    if (sources.has("'unsafe-inline'")) {
      throw new Error(`A page's policy has 'unsafe-inline' in ${name}. Take out the inline style or script that asks for it.`);
    }
    if (sources.size > 1) sources.delete("'none'");
    return [name, ...(sources.size > 0 ? sources : ["'none'"])].join(' ');
  });
  return [...united, "frame-ancestors 'none'"].join('; ');
}

/** What stands between the tags of scripts and styles; data is no code. */
function inlineCode(html: string): string[] {
  return Array.from(html.matchAll(/<(?:script|style)\b[^>]*>/gi)).flatMap(({ 0: tag, index }) => {
    if (tag.includes('application/ld+json')) return [];
    const begin = index + tag.length;
    const closing = /<\/(?:script|style)>/gi;
    closing.lastIndex = begin;
    const end = closing.exec(html)?.index;
    return end === undefined ? [] : [html.slice(begin, end)];
  });
}

const metaPolicy = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i;

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );
}
