/** Read the content security policy that a page states in its own `<meta>`, or null. */
export function policyOf(html: string): string | null {
  const meta = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/i.exec(html)?.[0] ?? '';
  return /\bcontent="([^"]*)"/i.exec(meta)?.[1]?.replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? null;
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

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').flatMap((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );
}
