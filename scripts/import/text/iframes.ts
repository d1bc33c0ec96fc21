import { markBlock } from './blocks.ts';
import type { ConversionContext } from './conversion-context.ts';
import { linkDestination } from './figures.ts';

/** Replace the iframes of videos and pages, which our pages do not allow, by links, as marked Markdown. Expects protected code. */
export function convertIframes(text: string, { log, part }: ConversionContext): string {
  return text.replace(
    /<iframe\b([^>]*)>([^]*?)<\/iframe>|<iframe\b([^>]*)\/>/gi,
    (iframe, attributes: string | undefined, content: string | undefined, selfClosing: string | undefined) => {
      const read = (name: string): string | undefined =>
        new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(attributes ?? selfClosing ?? '')?.[1];
      const source = read('src') ?? read('data-src');
      const url = source?.startsWith('//') ? `https:${source}` : source;
      if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
        log.add('unsure', part, `an iframe, which the page will not show: ${iframe.replace(/\s+/g, ' ')}`);
        return iframe;
      }
      log.add('unsure', part, `an iframe became a link to ${url}`);
      const label = read('title') || (/youtu|vimeo|loom/.test(url) ? 'Video' : new URL(url).host);
      const fallback = content?.replace(/<[^>]*>/g, ' ').trim();
      return markBlock(`[${[label, fallback].filter(Boolean).join(' ')}](${linkDestination(url)})`);
    },
  );
}
