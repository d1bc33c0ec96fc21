import { readEmbed } from '../../../src/lib/markdown/embeds.ts';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';
import { readAttribute } from '../../../src/lib/markdown/tag-attributes.ts';
import type { ConversionContext } from './conversion-context.ts';
import { embedLabel } from './figures.ts';

/** Replace the iframes of videos and pages, which our pages do not allow, by links. Expects protected code. */
export function convertIframes(text: string, { log, part }: ConversionContext): string {
  return text.replace(
    /<iframe\b([^>]*)>([^]*?)<\/iframe>|<iframe\b([^>]*)\/>/gi,
    (iframe, attributes: string | undefined, content: string | undefined, selfClosing: string | undefined, offset: number) => {
      const read = (name: string): string | undefined => readAttribute(attributes ?? selfClosing ?? '', name)?.trim();
      const source = read('src') ?? read('data-src');
      const url = source?.startsWith('//') ? `https:${source}` : source;
      if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
        log.add('unsure', part, `an iframe, which the page will not show: ${iframe.replace(/\s+/g, ' ')}`);
        return iframe;
      }
      const embed = readEmbed(url);
      const target = embed?.url ?? url;
      log.add('unsure', part, `an iframe became a link to ${target}`);
      const label = read('title') || (embed ? embedLabel(target) : new URL(url).host);
      const fallback = content?.replace(/<[^>]*>/g, ' ').trim();
      const link = `<a href="${escapeHtml(target)}">${escapeHtml([label, fallback].filter(Boolean).join(' '))}</a>`;
      // On a line of its own it is a paragraph, in Markdown and in HTML.
      return /^\s*$/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset)) ? `<p>${link}</p>` : link;
    },
  );
}
