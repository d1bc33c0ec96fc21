import { addressKey } from '../../../src/lib/redirects.ts';
import { address } from './figures.ts';
import type { ConversionLog } from '../conversion-log.ts';
import type { PictureFinder } from '../pictures.ts';

/** What a text's pictures and links are looked up in. */
export interface References extends ConversionLog {
  pictures: PictureFinder;
  part: string;
  /** New address of an old page, by `addressKey`; null where it is not brought over. */
  pageByAddress: (key: string) => string | null;
}

/** Point the pictures and links of Markdown at their new places; a picture that is missing stays as a comment or a link. Code is to be set aside before. */
export function convertReferences(text: string, references: References): string {
  const { pictures, part } = references;
  const markdown = text.replace(
    /!\[((?:[^\]\\[]|\\[^]|\[[^\]]*\])*)\]\(\s*(<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/g,
    (whole, alt: string, target: string, title = '') => {
      const written = target.replace(/^<|>$/g, '');
      if (written === '') return whole;
      const found = pictures.find(written, part);
      if (found !== null) return `![${alt}](${found}${title})`;
      return substitute(written, alt, whole);
    },
  );
  const html = markdown.replace(/<img\b[^>]*>/gi, (whole) => {
    const source = /\bsrc\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(whole);
    const written = source?.[1]?.replace(/^["']|["']$/g, '') ?? '';
    if (source === null || written === '') return whole;
    const sized = /\bwidth\s*=\s*["']?\d+["'\s>]/.test(whole) && /\bheight\s*=\s*["']?\d+["'\s>]/.test(whole);
    if (/^https?:\/\//i.test(written) && sized) return whole;
    const found = pictures.find(written, part);
    if (found !== null) return whole.replace(source[0], `src="${found}"`);
    return substitute(written, /\balt\s*=\s*["']([^"']*)["']/i.exec(whole)?.[1] ?? '', whole);
  });
  // A picture that leads to itself at full size needs no link: the page enlarges it.
  const unlinked = html.replace(
    /\[(!\[[^\n]*?\]\((?:<[^>\n]*>|[^\s()]+)[^()\n]*\))\]\(([^\s()]+\.(?:jpe?g|png|webp|avif|gif|svg))[^()\n]*\)/gi,
    (_, image: string, target: string) => {
      references.note('dropped', part, `the link from a picture to ${target}`);
      return image;
    },
  );
  return links(unlinked, references);
}

/** A picture elsewhere can still be led to; one that is gone leaves its words in a comment. */
function substitute(written: string, alt: string, whole: string): string {
  if (/^https?:\/\//i.test(written))
    return whole.startsWith('<') ? `<a href="${written}">${alt || written}</a>` : `[${alt || 'Picture'}](${address(written)})`;
  return `<!-- ${whole.replaceAll('--', '- -')} -->`;
}

function links(text: string, { pageByAddress, note, part, pictures }: References): string {
  const moved = (written: string): string | null => {
    if (!/^(?:\/(?!\/)|\.{1,2}\/)/.test(written) || pictures.copies.some(({ name }) => written === `./${name}`)) return null;
    const [path = '', fragment = ''] = written.split(/(?=#)/);
    const page = pageByAddress(addressKey(path.replace(/\?.*$/, '')));
    if (page !== null) return page + fragment;
    note('unsure', part, `a link to ${written}, which is not brought over`);
    return null;
  };
  return text
    .replace(/((?<!!\[[^\]\n]*)\]\(\s*)(<[^>\n]*>|[^\s()]+)(?=[^)]*\))/g, (whole, before: string, target: string) => {
      const page = moved(target.replace(/^<|>$/g, ''));
      return page === null ? whole : `${before}${page}`;
    })
    .replace(/(<a\b[^>]*?\bhref\s*=\s*["'])([^"']+)(?=["'])/gi, (whole, before: string, target: string) => {
      const page = moved(target);
      return page === null ? whole : `${before}${page}`;
    })
    .replace(/^( {0,3}\[[^\]\n]+\]:\s*)(\S+)/gm, (whole, before: string, target: string) => {
      if (/\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(target)) {
        const found = pictures.find(target, part);
        return found === null ? whole : `${before}${found}`;
      }
      const page = moved(target);
      return page === null ? whole : `${before}${page}`;
    });
}
