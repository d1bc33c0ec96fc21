import { hash } from 'node:crypto';

/** Read the content security policy that a page states in its own `<meta>`, or null. */
export function policyOf(html: string): string | null {
  const meta = metaPolicy.exec(html)?.[0] ?? '';
  return /\bcontent="([^"]*)"/i.exec(meta)?.[1]?.replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? null;
}

/**
 * Leave in the policy that a head states only the hashes of scripts and styles that stand in the page (`present`, by their sources);
 * Astro lists those of every page and island there may be. Allow `styles` besides.
 */
export function tightenPolicy(html: string, present: ReadonlySet<string>): string {
  return html.replace(metaPolicy, (meta) => {
    const missing = [...present].filter((source) => !meta.includes(source));
    return meta
      .replace(/ ('sha256-[^']*')/g, (token, source: string) => (present.has(source) ? token : ''))
      .replace(/style-src [^;"]*/, (directive) => [directive, ...missing].join(' '));
  });
}

/** Name the scripts and styles in HTML as policies do, `'sha256-…'`; a byte in each character. Data is no code. */
export function inlineSources(html: string): string[] {
  return Array.from(html.matchAll(/<(?:script|style)\b[^>]*>/gi)).flatMap(({ 0: tag, index }) => {
    if (tag.includes('application/ld+json')) return [];
    const begin = index + tag.length;
    const closing = /<\/(?:script|style)>/gi;
    closing.lastIndex = begin;
    const end = closing.exec(html)?.index;
    return end === undefined ? [] : [`'sha256-${hash('sha256', html.slice(begin, end), 'base64')}'`];
  });
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

const metaPolicy = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i;

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );
}
