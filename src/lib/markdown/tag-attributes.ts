import { unescapeHtml } from './escape-html.ts';

/** Read the attributes of a tag of HTML as they are written, by their names in lower case; one without a value has empty text. */
export function readAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', written = ''] of tag.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)) {
    const value = /^["']/.test(written) ? written.slice(1, -1) : written;
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}

/** Read an attribute of a tag of HTML, its references resolved; undefined where the tag lacks it. */
export function readAttribute(tag: string, name: string): string | undefined {
  const value = readAttributes(tag).get(name);
  return value === undefined ? undefined : unescapeHtml(value);
}
