import type { Strings } from '../../i18n/strings.ts';
import { escapeHtml } from './escape-html.ts';
import { resolveLinks, type Links } from './links.ts';

/**
 * Finish the HTML of an MDX body: it is compiled before the targets of its links and the language of its page are known. Inline styles go,
 * as they do from Markdown: the policy of the page blocks them.
 */
export function finishMdx(html: string, links: Links, { done, open, footnotes, backToNote }: Words): string {
  return resolveLinks(html, links)
    .replace(/<[a-z](?:"[^"]*"|[^"<>])*>/g, (tag) => tag.replace(/\sstyle="[^"]*"/, ''))
    .replace(/<input type="checkbox"(?![^>]*\saria-label=)([^>]*?)\s*\/?>/g, (_, state: string) => {
      const name = /\schecked\b/.test(state) ? done : open;
      return `<input type="checkbox"${state} aria-label="${escapeHtml(name)}">`;
    })
    .replace(/(?<= id="footnote-label">)Footnotes(?=<)/, escapeHtml(footnotes))
    .replace(/(?<= aria-label=")Back to reference ([\d-]+)(?=")/g, (_, reference: string) =>
      escapeHtml(backToNote.replace('{reference}', reference)),
    );
}

type Words = Pick<Strings, 'done' | 'open' | 'footnotes' | 'backToNote'>;
