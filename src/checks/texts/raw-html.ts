import { frameOf } from '../../lib/markdown/embeds.ts';
import { columnAlignment, isHarmless } from '../../lib/markdown/sanitize.ts';
import { readAttributes } from '../../lib/markdown/tag-attributes.ts';

/** The parts of raw HTML that are removed, and its links and pictures; offsets count from its start. */
interface RawHtml {
  links: { offset: number; href: string }[];
  removed: { offset: number; part: string; written: string }[];
  pictures: { offset: number; src: string; alt: string; width: number | undefined; height: number | undefined }[];
}

const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset']);

/** Scan the tags of a piece of HTML, without building a tree. */
export function readRawHtml(html: string): RawHtml {
  const result: RawHtml = { links: [], removed: [], pictures: [] };
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  const tags = /<([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
  for (let match = tags.exec(text); match && result.removed.length < 50; match = tags.exec(text)) {
    const [written, name = '', rest = ''] = match;
    const tag = name.toLowerCase();
    const offset = match.index;
    const attributes = readAttributes(rest);
    if (!isHarmless(tag)) result.removed.push({ offset, part: `<${tag}>`, written });
    for (const [attribute, value] of attributes) {
      const scheme = addressAttributes.has(attribute) && tag !== 'img' ? hostileScheme(value) : null;
      const isAlignment = /^t[dh]$/.test(tag) && columnAlignment(value) !== undefined;
      if (attribute === 'style' && !isAlignment) result.removed.push({ offset, part: styleAttribute, written });
      if (/^on[a-z]/.test(attribute)) result.removed.push({ offset, part: `the event handler \`${attribute}\``, written });
      else if (scheme) result.removed.push({ offset, part: `the \`${scheme}:\` address`, written });
    }
    const href = attributes.get('href');
    if (tag === 'a' && href !== undefined) result.links.push({ offset, href: decodeEntities(href) });
    if (tag === 'img' && attributes.has('src')) result.pictures.push({ offset, ...pictureOf(attributes) });
    if (tag === 'script' || tag === 'style') {
      const end = text.slice(tags.lastIndex).search(new RegExp(`</${tag}`, 'i'));
      if (end === -1) break;
      tags.lastIndex += end;
    }
  }
  return result;
}

/** An inline style, which the policy of the page blocks. */
export const styleAttribute = 'the `style` attribute';

/** Say what becomes of a removed part: of the frame of a known service, a link to the work itself. */
export function describeRemoval(part: string, written: string): { message: string; fix: string } {
  const frame = part === '<iframe>' ? frameOf(written) : null;
  return frame
    ? {
        message: `contains <iframe>, of which the page shows a link to ${frame.service}`,
        fix: `write a link alone in its paragraph: \`[${frame.title}](${frame.url})\``,
      }
    : {
        message: `contains ${part}, which is removed from the page`,
        fix: part === styleAttribute ? giveClass : 'delete it, or put it in backticks to show it',
      };
}

const giveClass = 'delete it, or give the element a class, with a rule in src/styles/owner.css';

/** Return the scheme of an address that would run code or embed a document, also when whitespace or entities disguise it. */
export function hostileScheme(address: string): string | null {
  const plain = decodeEntities(address).replace(/[\s\p{Cc}]/gu, '');
  return /^(javascript|vbscript|data|file):/i.exec(plain)?.[1]?.toLowerCase() ?? null;
}

function pictureOf(attributes: Map<string, string>): Omit<RawHtml['pictures'][number], 'offset'> {
  const pixels = (name: string): number | undefined => {
    const value = Number(attributes.get(name) ?? NaN);
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  return {
    src: decodeEntities(attributes.get('src') ?? ''),
    alt: decodeEntities(attributes.get('alt') ?? ''),
    width: pixels('width'),
    height: pixels('height'),
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", colon: ':', tab: '\t', newline: '\n' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
