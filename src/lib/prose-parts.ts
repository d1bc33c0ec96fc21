import { unescapeHtml } from './escape-html.ts';

/** Split rendered HTML at its pictures and code blocks, for which the templates have components; the rest stays HTML. */
export function splitProse(html: string): ProsePart[] {
  return withFilmsApart(html)
    .split(splitAt)
    .flatMap((part): ProsePart[] => {
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

const filmTag = /(<img data-picture="[^"]+\.(?:mp4|webm)"[^>]*>)/i;

/** Take films out of their paragraphs: a film has a caption, which no paragraph may contain. */
function withFilmsApart(html: string): string {
  if (!filmTag.test(html)) return html;
  return html.replace(/<p>((?:(?!<\/?p>).)*)<\/p>/gs, (paragraph, inner: string) => {
    if (!filmTag.test(inner)) return paragraph;
    const parts = inner.split(filmTag).filter((part) => part.trim() !== '');
    return parts.map((part) => (filmTag.test(part) ? part : `<p>${part.trim()}</p>`)).join('');
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}
