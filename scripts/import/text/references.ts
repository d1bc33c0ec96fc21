import { posix } from 'node:path';
import { isFilm } from '../../../src/documents/films.ts';
import { addressKey } from '../../../src/lib/redirects.ts';
import type { ConversionLog } from '../conversion-log.ts';
import type { PictureFinder } from '../pictures.ts';
import { linkDestination } from './figures.ts';
import { showLinkedFilms } from './films.ts';
import { wordsOfName } from './foreign-tag.ts';

interface ReferenceContext {
  /** The part of the document, for the log. */
  part: string;
  pictures: PictureFinder;
  /** Get the new address of the page at an old address (in the form of `addressKey`); null if there is none. */
  pageByAddress: (key: string) => string | null;
  /** Get the new address of a document by its path from the folder of this one; null if it is not imported. */
  pageBeside: (path: string) => string | null;
  log: ConversionLog;
}

/**
 * Point the pictures and links of Markdown to their new addresses; a missing picture becomes a comment or a link. What is in a comment
 * already stays as it is. Expects protected code.
 */
export function convertReferences(text: string, context: ReferenceContext): string {
  const comments: string[] = [];
  const shown = text.replace(/<!--[^]*?-->/g, (comment) => `\u{F0008}${comments.push(comment) - 1}\u{F0009}`);
  const pictures = convertHtmlPictures(convertPictures(unwrapRemotePictures(showLinkedFilms(shown)), context), context);
  const converted = convertLinks(unlinkPictures(pictures, context), context);
  return converted.replace(/\u{F0008}(\d+)\u{F0009}/gu, (_, index: string) => comments[Number(index)] ?? '');
}

/** A link around a picture of another site, such as a badge, keeps the picture's words, because a link cannot contain a link. */
function unwrapRemotePictures(text: string): string {
  return text
    .replace(/\[!\[([^\]]*)\]\(https?:[^()\s]*[^()]*\)\](?=\(https?:)/gi, (_, alt: string) => `[${alt || 'Link'}]`)
    .replace(/(<a\b[^>]*>)\s*<img\b([^>]*\bsrc\s*=\s*["']https?:[^>]*)>\s*<\/a>/gi, (_, link: string, attributes: string) => {
      const alt = /\balt\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1];
      return `${link}${alt || 'Link'}</a>`;
    });
}

function convertPictures(text: string, { pictures, part, log }: ReferenceContext): string {
  return text.replace(
    /!\[((?:[^\]\\[]|\\[^]|\[[^\]]*\])*)\]\(\s*(<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/g,
    (image, alt: string, target: string, title = '') => {
      const source = target.replace(/^<|>$/g, '');
      if (source === '') return image;
      const path = pictures.find(source, part);
      if (path === null) return substitute(source, alt, image);
      const isSilent = isFilm(path) && alt.trim() === '';
      if (isSilent) log.add('missing', part, `the film ${path} says nothing of what it shows: write it between its brackets`);
      return `![${isSilent ? wordsOfName(posix.parse(path).name) : alt}](${path}${title})`;
    },
  );
}

function convertHtmlPictures(text: string, { pictures, part }: ReferenceContext): string {
  return text.replace(/<img\b[^>]*>/gi, (image) => {
    const attribute = /\bsrc\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(image);
    const source = attribute?.[1]?.replace(/^["']|["']$/g, '') ?? '';
    if (attribute === null || source === '') return image;
    // The page may show a remote picture whose size is known.
    const isSized = /\bwidth\s*=\s*["']?\d+["'\s>]/.test(image) && /\bheight\s*=\s*["']?\d+["'\s>]/.test(image);
    if (/^https?:\/\//i.test(source) && isSized) return image;
    const path = pictures.find(source, part);
    if (path !== null) return image.replace(attribute[0], `src="${path}"`);
    return substitute(source, /\balt\s*=\s*["']([^"']*)["']/i.exec(image)?.[1] ?? '', image);
  });
}

/** Link to a picture on another site; keep the words of a missing one in a comment. */
function substitute(source: string, alt: string, image: string): string {
  if (!/^https?:\/\//i.test(source)) return `<!-- ${image.replaceAll('--', '- -')} -->`;
  return image.startsWith('<') ? `<a href="${source}">${alt || source}</a>` : `[${alt || 'Picture'}](${linkDestination(source)})`;
}

/** A picture needs no link to its full size, because the page enlarges it. */
function unlinkPictures(text: string, { log, part }: ReferenceContext): string {
  return text.replace(
    /\[(!\[[^\n]*?\]\((?:<[^>\n]*>|[^\s()]+)[^()\n]*\))\]\(([^\s()]+\.(?:jpe?g|png|webp|avif|gif|svg))[^()\n]*\)/gi,
    (_, image: string, target: string) => {
      log.add('dropped', part, `the link from a picture to ${target}`);
      return image;
    },
  );
}

/** An address of another site whose author left out `https://`. */
const bareDomain = /^(?:www\.[a-z0-9-]|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|co\.uk)(?:[/?#]|$))/i;

function convertLinks(text: string, { pageByAddress, pageBeside, log, part, pictures }: ReferenceContext): string {
  const newAddress = (target: string): string | null => {
    const sibling = /^[^:#?]+\.(?:md|mdx|markdown)(?:#.*)?$/i.test(target) ? pageBeside(target.replace(/#.*$/, '')) : null;
    if (sibling !== null) return sibling + (/#.*$/.exec(target)?.[0] ?? '');
    if (bareDomain.test(target)) return `https://${target}`;
    if (!/^(?:\/(?!\/)|\.{1,2}\/)/.test(target) || pictures.copies.some(({ name }) => target === `./${name}`)) return null;
    const [path = '', fragment = ''] = target.split(/(?=#)/);
    const page = pageByAddress(addressKey(path.replace(/\?.*$/, '')));
    if (page !== null) return page + fragment;
    log.add('unsure', part, `a link to ${target}, which is not imported`);
    return null;
  };
  const replaceTarget = (link: string, before: string, address: string | null): string => (address === null ? link : before + address);
  return (
    text
      // A page that template code could not find.
      .replace(/(?<!!)\[([^[\]\n]+)\]\(\s*\)/g, '$1')
      .replace(/((?<!!\[[^\]\n]*)\]\(\s*)(<[^>\n]*>|[^\s()]+)(?=[^)]*\))/g, (link, before: string, target: string) =>
        replaceTarget(link, before, newAddress(target.replace(/^<|>$/g, ''))),
      )
      .replace(/(<a\b[^>]*?\bhref\s*=\s*["'])([^"']+)(?=["'])/gi, (link, before: string, target: string) =>
        replaceTarget(link, before, newAddress(target)),
      )
      .replace(/^( {0,3}\[[^\]\n]+\]:\s*)(\S+)/gm, (definition, before: string, target: string) => {
        const isPicture = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(target);
        return replaceTarget(definition, before, isPicture ? pictures.find(target, part) : newAddress(target));
      })
  );
}
