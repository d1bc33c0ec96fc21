import type { ConversionContext } from './liquid.ts';

/** Take out what only Jekyll's Markdown (kramdown) and Hugo read: attribute lists, contents marks, heading ids. Code is to be set aside before. */
export function convertKramdown(text: string, { note, part }: ConversionContext): string {
  const drop =
    (what: string) =>
    (whole: string): string => {
      note('dropped', part, `${what}: ${whole.trim()}`);
      return '';
    };
  return text
    .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*\n?/gim, drop('the mark of the table of contents'))
    .replace(
      /[ \t]*\{:(?=[\s.#:/\w])[^}\n]*\}(\w?)/g,
      (whole: string, next: string) =>
        `${drop('an attribute list of kramdown')(whole.slice(0, whole.length - next.length))}${next && ` ${next}`}`,
    )
    .replace(/(?<=^#{1,6} [^\n]*?)[ \t]*\{#[\w:-]+\}[ \t]*$/gm, drop('the id of a heading'))
    .replace(/^\[\[toc\]\][ \t]*$/gim, drop('the mark of the table of contents'));
}

/** Write frames of films and pages, which are removed here, as links. Code is to be set aside before. */
export function convertFrames(text: string, { note, part }: ConversionContext): string {
  return text.replace(
    /<iframe\b([^>]*)>([^]*?)<\/iframe>|<iframe\b([^>]*)\/>/gi,
    (whole, attributes: string | undefined, inside: string | undefined, alone: string | undefined) => {
      const read = (name: string): string | undefined =>
        new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(attributes ?? alone ?? '')?.[1];
      const written = read('src') ?? read('data-src');
      const address = written?.startsWith('//') ? `https:${written}` : written;
      if (address === undefined || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
        note('unsure', part, `a frame, which is removed from the page: ${whole.replace(/\s+/g, ' ')}`);
        return whole;
      }
      note('unsure', part, `a frame became a link to ${address}`);
      const words = [
        read('title') || (/youtu|vimeo|loom/.test(address) ? 'Video' : new URL(address).host),
        inside?.replace(/<[^>]*>/g, ' ').trim() ?? '',
      ];
      return `<a href="${address.replaceAll('"', '%22')}">${words.filter(Boolean).join(' ')}</a>`;
    },
  );
}
