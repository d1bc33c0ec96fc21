import { fromHtml } from 'hast-util-from-html';

/** Reduce a text to one plain line: no tags, no emphasis, character references decoded. */
export function toPlainLine(text: string): string {
  // A tag of a line would become a space, also before a full stop.
  const line = toSingleLine(text.replace(/<\/?(?:a|b|strong|i|em|span|code|u|small|mark)(?:\s[^<>]*)?>/gi, ''))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
  return decodeReferences(line).replace(/\s+/g, ' ').trim();
}

/** Remove links, pictures and emphasis from Markdown. */
export function toPlainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Decode `&amp;`, `&#8211;`, `&eacute;`. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi, (reference) => {
    const [node] = fromHtml(reference, { fragment: true }).children;
    return node?.type === 'text' ? node.value : reference;
  });
}

/** Reduce a text to one line without tags. */
export function toSingleLine(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z\d]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
