import { isFilm } from '../../../src/documents/films.ts';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';
import { readAttribute } from '../../../src/lib/markdown/tag-attributes.ts';
import type { PictureFinder } from '../pictures.ts';
import type { ConversionContext } from './conversion-context.ts';
import { linkDestination, writeFigure } from './figures.ts';

/**
 * Replace the players of films by pictures of their files, which are films on our pages: poster, captions and second format get the name
 * of the film. A film or a recording on another site becomes a link. Expects protected code.
 */
export function convertFilms(text: string, context: ConversionContext, pictures: PictureFinder): string {
  const { part, log } = context;
  return withPosters(convertRecordings(text, context)).replace(
    /<video\b((?:"[^"]*"|'[^']*'|[^"'>])*?)(?:\/>|>([^]*?)<\/video\s*>)/gi,
    (player, opening: string, content = '', at: number) => {
      const inside = String(content);
      const tags = inside.match(/<(?:source|track)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? [];
      const of = (name: string): string[] => tags.filter((tag) => new RegExp(`^<${name}\\b`, 'i').test(tag));
      const sources = [opening, ...of('source')].flatMap((tag) => readAttribute(tag, 'src')?.trim() || []);
      const [first] = sources.toSorted((one, other) => rank(one) - rank(other));
      if (first === undefined) return player;
      const fallback = inside
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      const words = ['aria-label', 'title', 'alt'].flatMap((name) => readAttribute(opening, name)?.trim() || [])[0];
      const isExcuse = /browser|javascript|support/i.test(fallback);
      if (isExcuse) log.add('dropped', part, `the words of a player for old browsers: ${fallback}`);
      const alt = words ?? (isExcuse ? '' : fallback);
      const shown = /^(?:https?:)?\/\//i.test(first) && pictures.find(first, part) === null ? link(first, alt) : null;
      if (shown === null) {
        pictures.addFilm(first, part, {
          formats: sources.filter((source) => source !== first),
          poster: readAttribute(opening, 'poster'),
          captions: of('track').flatMap((tag) => captionsOf(tag)),
        });
      }
      const written = shown ?? `<img src="${escapeHtml(first)}" alt="${escapeHtml(alt)}">`;
      // On a line of its own it is a paragraph, in Markdown and in HTML.
      return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at)) ? `<p>${written}</p>` : written;
    },
  );
}

/**
 * Show the films that links lead to: in place of a link that is alone, below the block of any other, whose words stay. A film that the text
 * shows already is not repeated. Expects protected code.
 */
export function showLinkedFilms(markdown: string): string {
  const targets = [...markdown.matchAll(/!\[[^\]\n]*\]\(\s*(<[^>\n]*>|[^\s()]+)/g)].map(([, target = '']) => target);
  const shown = new Set(targets);
  return markdown
    .split(/(\n[ \t]*\n)/)
    .map((block) => {
      const films: string[] = [];
      const words = block.replace(filmLink, (link, text = '', target = '', htmlTarget = '', htmlText = '') => {
        const film = String(target) || linkDestination(String(htmlTarget));
        if (!isFilm(film.replace(/^<|>$/g, '')) || /^<?\/\//.test(film)) return link;
        const label = String(text) || String(htmlText);
        if (!shown.has(film)) films.push(`![${label}](${film})`);
        shown.add(film);
        return label;
      });
      const isAlone = films.length === 1 && films[0]?.startsWith(`![${words.trim()}](`);
      return (isAlone ? films : [words, ...films]).join('\n\n');
    })
    .join('');
}

const filmLink = /(?<!!)\[([^[\]\n]+)\]\(\s*(<[^>\n]*>|[^\s()]+)\s*\)|<a\b[^>]*?\bhref\s*=\s*["']([^"'\n]+)["'][^>]*>([^<\n]*)<\/a>/gi;

/** A picture that links to a film of the site is its poster. */
function withPosters(text: string): string {
  return text.replace(/\[!\[([^\]\n]*)\]\(([^\s()]+)\)\]\(([^\s()]+)\)/g, (whole, alt: string, poster: string, film: string) =>
    isFilm(film) && !film.startsWith('//') ? writeFigure({ src: film, alt, poster }) : whole,
  );
}

/** Replace the players of recordings by links: our pages have no player of sound. */
function convertRecordings(text: string, { part, log }: ConversionContext): string {
  return text.replace(/<audio\b((?:"[^"]*"|'[^']*'|[^"'>])*?)(?:\/>|>([^]*?)<\/audio\s*>)/gi, (player, opening: string, content = '') => {
    const tags = [opening, ...(String(content).match(/<source\b[^>]*>/gi) ?? [])];
    const address = tags.flatMap((tag) => readAttribute(tag, 'src')?.trim() || [])[0];
    if (address === undefined) return player;
    const words = ['aria-label', 'title'].flatMap((name) => readAttribute(opening, name)?.trim() || [])[0] ?? 'Audio';
    if (/^(?:https?:)?\/\//i.test(address)) return link(address, words);
    log.add('missing', part, `the recording ${address} has no player here: put the file into public/, and link to it`);
    return words === 'Audio' ? '' : escapeHtml(words);
  });
}

/** A film of another site can only be linked to. */
function link(address: string, words: string): string {
  const url = address.startsWith('//') ? `https:${address}` : address;
  return `<a href="${escapeHtml(url)}">${escapeHtml(words || 'Video')}</a>`;
}

/** MP4 plays everywhere, so it comes first. */
function rank(source: string): number {
  const [, ending = ''] = /\.(mp4|m4v|webm)(?=[?#]|$)/i.exec(source) ?? [];
  return ['mp4', 'm4v', 'webm', ''].indexOf(ending.toLowerCase());
}

function captionsOf(tag: string): { file: string; lang: string | undefined }[] {
  const file = readAttribute(tag, 'src')?.trim();
  const kind = readAttribute(tag, 'kind')?.toLowerCase() ?? 'subtitles';
  return file && /^(?:subtitles|captions)$/.test(kind) ? [{ file, lang: readAttribute(tag, 'srclang')?.toLowerCase() }] : [];
}
