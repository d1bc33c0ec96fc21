import { sectionFields } from '../../schemas/sections.ts';
import type { Document } from '../../documents/document.ts';
import { textAt, valueAt } from '../../documents/values.ts';

/** Whether a document has something to read: words in its body or in a section of its front matter. */
export function hasText({ data, body }: Document): boolean {
  if (hasWords(body)) return true;
  return sectionFields.some((field) => {
    const text = textAt(data, [field]);
    // Any other value has a diagnostic of its own.
    return text === undefined ? valueAt(data, [field]) !== undefined : hasWords(text);
  });
}

/** Whether Markdown has words besides pictures, comments, tags and the addresses of links. */
function hasWords(markdown: string): boolean {
  const text = markdown
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/<[a-z/!][^<>]*>/gi, ' ')
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, ' ')
    .replace(/^ {0,3}\[[^[\]\n]+\]:.*$/gm, ' ');
  return /[\p{L}\p{N}]/u.test(text);
}
