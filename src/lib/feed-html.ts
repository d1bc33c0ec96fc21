import sanitize from 'sanitize-html';
import { escape, unescape } from './written-html.ts';

/**
 * Make HTML stand alone in a feed reader: absolute addresses, no script, style, class or id. What a sanitiser has written before,
 * as it has all Markdown, is only sifted, in a small part of the time; both ways come to the same.
 */
export function standAlone(html: string, base: string): string {
  return sift(html, base) ?? sanitised(html, base);
}

/** The same by the sanitiser, which takes whatever it is given. */
export function sanitised(html: string, base: string): string {
  const absolute = (address: string | undefined): string => (address && URL.parse(address, base)?.href) || '';
  return sanitize(html, {
    allowedTags,
    allowedAttributes,
    allowedSchemes,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template'],
    transformTags: {
      a: (tagName, { href, ...attribs }) => ({ tagName, attribs: { ...attribs, ...(href ? { href: absolute(href) } : {}) } }),
      img: (tagName, { src, ...attribs }) => ({ tagName, attribs: { ...attribs, src: absolute(src) } }),
    },
  });
}

/**
 * Sift tags and attributes that are written as a sanitiser writes them, in an order that no parser would change; null where anything is
 * not. Nothing gets through but text without `<` and allowed tags with allowed attributes, so that what is missed here is safe as well.
 */
export function sift(html: string, base: string): string | null {
  const open: string[] = [];
  let sifted = '';
  let end = 0;
  for (const { 0: written, 1: closing, 2: name = '', 3: attributes = '', index } of html.matchAll(tag)) {
    const text = siftText(html.slice(end, index));
    if (text === null) return null;
    sifted += text;
    end = index + written.length;
    if (closing) {
      if (open.pop() !== name) return null;
      if (kept.has(name)) sifted += written;
      continue;
    }
    if (!(kept.has(name) || dropped.has(name)) || endedBy.get(open.at(-1) ?? '')?.has(name)) return null;
    if (!empty.has(name)) open.push(name);
    if (!kept.has(name)) continue;
    const ofTag = siftAttributes(name, attributes, base);
    if (ofTag === null) return null;
    sifted += `<${name}${ofTag}${empty.has(name) ? ' />' : '>'}`;
  }
  const text = siftText(html.slice(end));
  return text === null || open.length > 0 ? null : sifted + text;
}

const tag = /<(\/)?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)(?: \/)?>/g;
const attribute = / ([a-z-]+)(?:="([^"]*)")?/g;
/** What text is not written with where `&`, `<` and `>` have become entities. */
const unusual = /[<>]|&(?!(?:amp|lt|gt|quot);)/;

const allowedTags = [...sanitize.defaults.allowedTags, 'img', 'del', 'ins'];
const allowedSchemes = ['http', 'https', 'mailto'];
const allowedAttributes: Record<string, string[]> = { a: ['href'], img: ['src', 'alt', 'width', 'height'], th: ['scope'], ol: ['start'] };

// A sanitiser closes these two though they are empty.
const kept = new Set(allowedTags.filter((name) => name !== 'wbr' && name !== 'col'));
/** Tags of Markdown that feeds do without; what they hold stays. */
const dropped = new Set(['details', 'summary', 'input']);
const empty = new Set(['br', 'hr', 'img', 'input']);

const words = 'a abbr b bdi bdo br cite code del dfn em i img input ins kbd mark q s samp small span strong sub sup time u var'.split(' ');
const others = new Set([...kept, ...dropped].filter((name) => !words.includes(name)));

/** The elements that a parser ends where one of these begins in them. */
const endedBy = new Map<string, ReadonlySet<string>>([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, ReadonlySet<string>] => [name, others]),
  ...Object.entries({
    a: 'a',
    li: 'li',
    ...{ dt: 'dt dd', dd: 'dt dd', rt: 'rt rp', rp: 'rt rp' },
    ...{ tr: 'tr', th: 'tr th td', td: 'tr td', thead: 'td tbody tfoot', tbody: 'tbody tfoot' },
  }).map(([name, enders]): [string, ReadonlySet<string>] => [name, new Set(enders.split(' '))]),
]);

function siftText(text: string): string | null {
  if (unusual.test(text)) return null;
  return text.includes('&quot;') ? text.replaceAll('&quot;', '"') : text;
}

/** The allowed ones of a tag's attributes, the address last; null where the sanitiser has to look at them. */
function siftAttributes(name: string, attributes: string, base: string): string | null {
  const allowed = allowedAttributes[name];
  if (!allowed) return '';
  let sifted = '';
  let address = '';
  for (const [written, key = '', value = ''] of attributes.matchAll(attribute)) {
    if (!allowed.includes(key)) continue;
    if (unusual.test(value) || (!value && key !== 'alt')) return null;
    if (key !== 'href' && key !== 'src') sifted += value ? written : ' alt=""';
    else {
      const url = URL.parse(unescape(value), base);
      if (!url || !allowedSchemes.includes(url.protocol.slice(0, -1))) return null;
      address = ` ${key}="${escape(url.href)}"`;
    }
  }
  return name === 'img' && !address ? null : sifted + address;
}
