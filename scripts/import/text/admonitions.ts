import type { AlertKind } from '../../../src/lib/alerts.ts';
import { parseArguments } from './figures.ts';

/**
 * Convert the boxes of other systems to alerts: `:::note` of Docusaurus and VitePress, `!!! note` of MkDocs, the classes of Jekyll themes
 * and the shortcodes of Hugo themes. Expects protected code; `quoteCode` puts code into a quotation.
 */
export function convertAdmonitions(text: string, quoteCode: (text: string) => string): string {
  const write = (whole: string, name: string, content: string, title = ''): string => {
    const kind = kinds.get(name.toLowerCase());
    if (kind === undefined) return whole;
    const lines = `[!${kind.toUpperCase()}] ${title.trim()}`.trim() + `\n${quoteCode(content.trim())}`;
    return `\n\n${lines.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`;
  };
  return text
    .replace(
      /^(:{3,}) *(\w+)(?:\[([^\]\n]*)\]| +([^\n{]*))?(?:\{[^\n]*\})? *\n([^]*?)\n\1 *$/gm,
      (whole: string, _, name: string, bracketed: string | undefined, title: string | undefined, content: string) =>
        write(whole, name, content, bracketed ?? title),
    )
    .replace(
      /^(?:!!!|\?\?\?)\+? +(\w+)(?: +"([^"\n]*)")? *\n((?:(?: {4}|\t)[^\n]*(?:\n|$)|[ \t]*\n(?= {4}|\t))+)/gm,
      (whole: string, name: string, title: string | undefined, content: string) =>
        write(whole, name, content.replace(/^(?: {4}|\t)/gm, ''), title),
    )
    .replace(/^((?:[^\s>#|{-][^\n]*\n)+)\{:\s*\.(?:notice--)?(\w+)\s*\}[ \t]*$/gm, (whole: string, content: string, name: string) =>
      write(whole, name, content),
    )
    .replace(
      /\{\{[<%]\s*(?:notice|callout|admonition|alert|hint)\b([^]*?)[>%]\}\}([^]*?)\{\{[<%]\s*\/\s*(?:notice|callout|admonition|alert|hint)\s*[>%]\}\}/gi,
      (whole: string, rest: string, content: string) => {
        const args = parseArguments(rest);
        return write(
          whole,
          args['type'] ?? args['level'] ?? args['style'] ?? args['color'] ?? args['0'] ?? '',
          content,
          args['title'] ?? args['1'],
        );
      },
    );
}

/** What other systems call our kinds. */
const kinds = new Map<string, AlertKind>([
  ...['note', 'info', 'abstract', 'summary', 'primary', 'seealso', 'secondary'].map((name) => [name, 'note'] as const),
  ...['tip', 'hint', 'success', 'check'].map((name) => [name, 'tip'] as const),
  ['important', 'important'],
  ...['warning', 'attention'].map((name) => [name, 'warning'] as const),
  ...['caution', 'danger', 'error', 'failure', 'bug'].map((name) => [name, 'caution'] as const),
]);
