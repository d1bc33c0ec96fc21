import type { AlertKind } from '../../../src/lib/markdown/alerts.ts';
import { parseArguments } from './figures.ts';

/** Tell the kind of a box of a theme from its classes, such as `alert alert-warning`, `notice--info` and `custom-block tip`; null for others. */
export function alertKindOfClasses(classes: readonly string[]): AlertKind | null {
  const isBox = classes.some((name) => /^(?:bs-|markdown-)?(?:alert|notice|callout|admonition|custom-block|hint|message)$/i.test(name));
  for (const name of classes) {
    const [, prefix, word = ''] =
      /^(?:((?:bs-|markdown-)?(?:alert|notice|callout|admonition|prompt|hint|message|is)-{1,2}))?(\w+)$/i.exec(name) ?? [];
    const kind = kinds.get(word.toLowerCase());
    // A bare word may be a class of anything else.
    if (kind !== undefined && (isBox || (prefix !== undefined && prefix !== 'is-') || bareClass.test(name))) return kind;
  }
  return null;
}

const bareClass = /^(?:note|tip|warning|caution)$/i;

/** Write as an alert a tag such as `{% include note.html content="…" %}`, or one that has its kind as an argument; null for any other. */
export function writeAlert(name: string, args: Readonly<Record<string, string>>): string | null {
  const kind = kinds.get(name.toLowerCase()) ?? (boxName.test(name) ? kinds.get(kindOfArguments(args).toLowerCase()) : undefined);
  const content = args['content'] ?? args['text'] ?? args['message'];
  return kind === undefined || content === undefined ? null : quoteAlert(kind, content, args['title']);
}

const boxName = /^(?:notice|callout|admonition|alert|hint|aside|banner)$/i;

function kindOfArguments(args: Readonly<Record<string, string>>): string {
  return args['type'] ?? args['level'] ?? args['style'] ?? args['color'] ?? args['0'] ?? '';
}

function quoteAlert(kind: AlertKind, content: string, title = ''): string {
  const lines = `[!${kind.toUpperCase()}] ${title.trim()}`.trim() + `\n${content.trim()}`;
  return lines.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/**
 * Convert the boxes of other systems to alerts: `:::note` of Docusaurus and VitePress, `!!! note` of MkDocs, the classes of Jekyll themes
 * and the shortcodes of Hugo themes. Expects protected code; `quoteCode` puts code into a quotation.
 */
export function convertAdmonitions(text: string, quoteCode: (text: string) => string): string {
  const write = (whole: string, name: string, content: string, title = ''): string => {
    const kind = kinds.get(name.toLowerCase());
    if (kind === undefined) return whole;
    return `\n\n${quoteAlert(kind, quoteCode(content.trim()), title)}\n\n`;
  };
  /** A box names its kind first, then its title; a tag that is named after its kind has only the title. */
  const writeTag = (whole: string, name: string, args: Record<string, string>, content: string): string => {
    const isBox = boxName.test(name);
    return write(whole, isBox ? kindOfArguments(args) || 'note' : name, content, args['title'] ?? (isBox ? args['1'] : args['0']));
  };
  return (
    text
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
      // Chirpy names the kind below a quotation, Just the Docs above a paragraph or quotation.
      .replace(/^((?:>[^\n]*\n)+)\{:\s*\.(?:prompt-|notice--)?(\w+)\s*\}[ \t]*$/gm, (whole: string, content: string, name: string) =>
        write(whole, name, content.replace(/^> ?/gm, '')),
      )
      .replace(
        /^\{:\s*\.(?:\w+-{1,2})?(\w+)\s*\}[ \t]*\n((?:[^\s#|{-][^\n]*(?:\n|$))+)/gm,
        (whole: string, name: string, content: string) => write(whole, name, content.replace(/^> ?/gm, '')),
      )
      // GitHub's notes before they had a mark.
      .replace(
        /(?<!^>[^\n]*\n)^> ?\*\*(note|tip|important|warning|caution)(?:\*\*(?=[ \t]*$)|:\*\*|\*\*:)[ \t]*([^\n]*(?:\n>[^\n]*)*)/gim,
        (whole: string, name: string, content: string) => write(whole, name, content.replace(/^> ?/gm, '')),
      )
      .replace(
        new RegExp(`\\{\\{[<%]\\s*(${tagNames})(?![\\w-])([^]*?)[>%]\\}\\}([^]*?)\\{\\{[<%]\\s*/\\s*\\1\\s*[>%]\\}\\}`, 'gi'),
        (whole: string, name: string, rest: string, content: string) => writeTag(whole, name, parseArguments(rest), content),
      )
      .replace(
        new RegExp(`<(${tagNames})(?![\\w.-])((?:"[^"]*"|'[^']*'|[^"'>])*)(?<!/)>([^]*?)</\\1>`, 'gi'),
        (whole: string, name: string, rest: string, content: string) =>
          /^[A-Z]/.test(name) ? writeTag(whole, name, parseArguments(rest), content.replace(/^[ \t]+/gm, '')) : whole,
      )
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

const tagNames = ['notice', 'callout', 'admonition', 'alert', 'hint', 'aside', ...kinds.keys()].join('|');
