import type { ConversionContext } from './conversion-context.ts';

/** Remove the syntax that only other Markdown processors read: attribute lists, table of contents markers, heading ids. Expects protected code. */
export function convertKramdown(text: string, { log, part }: ConversionContext): string {
  const drop = (name: string): string => {
    log.add('dropped', part, name);
    return '';
  };
  return (
    text
      .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*\n?/gim, () => drop('the table of contents marker'))
      .replace(/[ \t]*\{:(?=[\s.#:/\w])[^}\n]*\}(?=(\w?))/g, (_, next: string) => drop('attribute lists of kramdown') + (next && ' '))
      .replace(/(?<=^#{1,6} [^\n]*?)[ \t]*\{#[\w:-]+\}[ \t]*$/gm, () => drop('heading ids'))
      // Attributes of markdown-it and Hugo: after a mark, or at the end of a line.
      .replace(markedAttributes, () => drop('attribute lists'))
      .replace(/^[ \t]*\{[.#][\w-]+[^{}\n]*\}[ \t]*$/gm, () => drop('attribute lists'))
      .replace(/^\[\[toc\]\][ \t]*$/gim, () => drop('the table of contents marker'))
  );
}

const attribute = /(?:[.#][A-Za-z][\w-]*|[\w-]+="[^"\n]*")/.source;
const markedAttributes = new RegExp(
  `(?:(?<=[\\])*_])|(?<=\\S)[ \\t]*(?=\\{[^}]*\\}[ \\t]*$))\\{${attribute}(?:\\s+${attribute})*\\}`,
  'gm',
);
