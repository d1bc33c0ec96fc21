import type { ConversionContext } from './conversion-context.ts';

/** Remove the syntax that only kramdown and Hugo read: attribute lists, table of contents markers, heading ids. Expects protected code. */
export function convertKramdown(text: string, { log, part }: ConversionContext): string {
  const drop =
    (name: string) =>
    (match: string): string => {
      log.add('dropped', part, `${name}: ${match.trim()}`);
      return '';
    };
  return text
    .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*\n?/gim, drop('the table of contents marker'))
    .replace(
      /[ \t]*\{:(?=[\s.#:/\w])[^}\n]*\}(\w?)/g,
      (match: string, next: string) =>
        `${drop('a kramdown attribute list')(match.slice(0, match.length - next.length))}${next && ` ${next}`}`,
    )
    .replace(/(?<=^#{1,6} [^\n]*?)[ \t]*\{#[\w:-]+\}[ \t]*$/gm, drop('a heading id'))
    .replace(/^\[\[toc\]\][ \t]*$/gim, drop('the table of contents marker'));
}
