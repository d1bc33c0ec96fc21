import { hash } from 'node:crypto';

/** Read the content security policy in a page's `<meta>`; null when the page has none. */
export function readCsp(html: string): string | null {
  const meta = metaPolicy.exec(html)?.[0] ?? '';
  return /\bcontent="([^"]*)"/i.exec(meta)?.[1]?.replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? null;
}

/**
 * Keep in the page's own policy only what the page needs. Astro lists every hash of a script or style that any page might need, where
 * any form may send, and films, which few pages have. Styles without a hash, which a layout has inlined, get one.
 */
export function pruneCsp(html: string): string {
  const present = new Set(inlineHashes(html));
  const hasMedia = /<(?:video|audio)\b/i.test(html);
  const hasForm = /<form\b/i.test(html);
  return html.replace(metaPolicy, (meta) => {
    const missing = [...present].filter((source) => !meta.includes(source));
    return meta
      .replace(/ ('sha256-[^']*')/g, (token, source: string) => (present.has(source) ? token : ''))
      .replace(/style-src [^;"]*/, (directive) => [directive, ...missing].join(' '))
      .replace(/form-action [^;"]*/, (directive) => (hasForm ? directive : "form-action 'none'"))
      .replace(/media-src [^;"]*; ?/, (directive) => (hasMedia ? directive : ''));
  });
}

/**
 * Merge the policies of all pages into the one a host sends with each page. It allows what any page allows, and each page's `<meta>`
 * narrows it again. It also forbids framing, which only a header can do. Throws on `'unsafe-inline'`.
 */
export function mergeCsp(policies: Iterable<string>): string {
  const pages = [...new Set(policies)].map(directives);
  const names = new Set(['default-src', ...pages.flatMap((page) => [...page.keys()])]);
  const merged = [...names].map((name) => {
    const sources = new Set(pages.flatMap((page) => page.get(name) ?? (name.endsWith('-src') ? page.get('default-src') : []) ?? []));
    if (sources.has("'unsafe-inline'")) {
      throw new Error(`A page allows 'unsafe-inline' in ${name}. Remove the inline style or script that needs it.`);
    }
    if (sources.size > 1) sources.delete("'none'");
    return [name, ...(sources.size > 0 ? sources : ["'none'"])].join(' ');
  });
  return [...merged, "frame-ancestors 'none'"].join('; ');
}

const metaPolicy = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i;

/** Hash the inline scripts and styles as a policy lists them, `'sha256-…'`. JSON-LD is data and needs no hash. */
function inlineHashes(html: string): string[] {
  return Array.from(html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi)).flatMap(([, , attributes = '', code = '']) =>
    attributes.includes('application/ld+json') ? [] : [`'sha256-${hash('sha256', code, 'base64')}'`],
  );
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );
}
