import { readEmbed } from './embeds.ts';
import { escapeHtml, unescapeHtml } from './escape-html.ts';
import { isRootPath } from './sanitize.ts';
import { wikiTarget } from './wiki-links.ts';

/** Where the links of a document lead, by the address as written and as rendered HTML spells it. */
export type LinkTargets = Record<string, LinkTarget>;

export interface LinkTarget {
  /** From the root of the site and without its base, `/projects/x/#heading`, or `#heading` in the document; null for words without a link. */
  path: string | null;
  /** Title of the document it leads to. */
  title?: string | undefined;
  /** Language of the page, where it is not that of the document. */
  hreflang?: string | undefined;
}

/** The links of one document, ready to publish. */
export interface Links {
  /** Report whether an address is a link of the document that the check has resolved. */
  has: (address: string) => boolean;
  /** Return the attributes of a link to an address that the author wrote; without `href` the words stay without a link. */
  attributes: (address: string) => LinkAttributes;
  /** Return the title of the document that an address leads to. */
  title: (address: string) => string | undefined;
}

export type LinkAttributes = { href?: string; hreflang?: string };

/** Look up the links of one document. `written` maps a path from the root of the site to one below the origin. */
export function createLinks(targets: LinkTargets, written: (path: string) => string): Links {
  const find = (address: string): LinkTarget | undefined => (Object.hasOwn(targets, address) ? targets[address] : undefined);
  return {
    has: (address) => find(address) !== undefined,
    attributes: (address) => {
      const { path = wikiTarget(address) === null ? address : null, hreflang } = find(address) ?? {};
      if (path === null) return {};
      return { href: isRootPath(path) ? written(path) : (readEmbed(path)?.url ?? path), ...(hreflang === undefined ? {} : { hreflang }) };
    },
    title: (address) => find(address)?.title,
  };
}

/** Resolve the links in the HTML of an MDX body, which is compiled before the targets of its links are known. */
export function resolveLinks(html: string, { has, attributes, title }: Links): string {
  return html.replace(/<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(<\/a>)?/g, (link, before: string, escaped: string, after: string, end = '') => {
    const written = unescapeHtml(escaped);
    const wiki = wikiTarget(written);
    // Components make addresses of their own.
    if (!has(written) && wiki === null) return link;
    const resolved = Object.entries(attributes(written)).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    const text = end && escapeHtml(title(written) ?? wiki ?? '');
    return `<a${before}${resolved.join('')}${after}>${text}${end}`;
  });
}
