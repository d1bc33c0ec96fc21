import { unescapeHtml } from './escape-html.ts';

/** Split rendered HTML at its pictures and code blocks, for which the templates have components; the rest stays HTML. */
export function splitProse(html: string): ProsePart[] {
  return html.split(splitAt).flatMap((part): ProsePart[] => {
    if (part.startsWith('<img data-picture=')) {
      return [{ picture: attribute(part, 'data-picture') ?? '', alt: attribute(part, 'alt') ?? '', title: attribute(part, 'title') }];
    }
    const [, open = '', code] = codeBlock.exec(part) ?? [];
    if (code === undefined) return part ? [part] : [];
    const language = /(?:^|\s)language-(\S+)/.exec(attribute(open, 'class') ?? '')?.[1];
    return [{ code: unescapeHtml(code), language, meta: attribute(open, 'data-meta') ?? '', html: part }];
  });
}

export type ProsePart = string | ProsePicture | CodeBlock;

export interface ProsePicture {
  picture: string;
  alt: string;
  title: string | undefined;
}

export interface CodeBlock {
  code: string;
  language: string | undefined;
  /** What follows the language of its fence. */
  meta: string;
  /** The block as rendered, without a form of its own. */
  html: string;
}

const splitAt = /(<img data-picture="[^"]*"[^>]*>|<pre><code(?: [^>]*)?>[^<]*<\/code><\/pre>)/;
const codeBlock = /^<pre>(<code(?: [^>]*)?>)([^<]*)<\/code><\/pre>$/;

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}
