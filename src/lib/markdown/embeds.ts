import { escapeHtml } from './escape-html.ts';
import { readAttribute } from './tag-attributes.ts';

/** A work on the site of a service, at the address where a reader sees it. */
export interface Embed {
  service: string;
  url: string;
}

/** Recognise the address of a film, drawing or program at a service whose players other sites embed; null for any other address. */
export function readEmbed(address: string): Embed | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.protocol = 'https:';
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const known = services.find(({ hosts }) => hosts.includes(host));
  const work = known?.read(url);
  return known && work ? { service: known.service, url: work } : null;
}

/** Replace the frames of services, which no page loads, by links in HTML that is not yet sanitized. */
export function framesToLinks(html: string): string {
  return html.replace(
    /(<p>\s*)?<iframe\b([^>]*)>(?:[^<]*<\/iframe\s*>)?(\s*<\/p>)?/gi,
    (frame, start: string | undefined, attributes: string, end: string | undefined) => {
      const embed = frameOf(attributes);
      if (!embed) return frame;
      const link = `<a href="${escapeHtml(embed.url)}">${escapeHtml(embed.title)}</a>`;
      const inText = (start === undefined) !== (end === undefined);
      return inText ? (start ?? '') + link + (end ?? '') : `<p>${link}</p>`;
    },
  );
}

/** Read the attributes of an `<iframe>`; null where it shows nothing of a known service. */
export function frameOf(attributes: string): (Embed & { title: string }) | null {
  const read = (name: string) => readAttribute(attributes, name)?.trim() ?? '';
  const source = read('src') || read('data-src');
  const embed = readEmbed(source.startsWith('//') ? `https:${source}` : source);
  return embed && { ...embed, title: read('title') || embed.service };
}

interface Service {
  service: string;
  hosts: readonly string[];
  /** Return the address of the work itself, also for that of its player; undefined for other pages of the service. */
  read: (url: URL) => string | undefined;
}

const services: readonly Service[] = [
  {
    service: 'YouTube',
    hosts: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    read: ({ href, hostname, pathname, searchParams }) => {
      if (hostname.endsWith('youtu.be')) return pathname.length > 1 ? href : undefined;
      const id = /^\/(?:embed|v)\/([\w-]+)/.exec(pathname)?.[1];
      const [list, start] = [searchParams.get('list'), searchParams.get('start')];
      if (id === 'videoseries') return list ? `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}` : undefined;
      if (id) return `https://www.youtube.com/watch?v=${id}${start && /^\d+$/.test(start) ? `&t=${start}` : ''}`;
      return /^\/(?:watch$|shorts\/|live\/|playlist$)/.test(pathname) ? href : undefined;
    },
  },
  {
    service: 'Vimeo',
    hosts: ['vimeo.com', 'player.vimeo.com'],
    read: ({ href, hostname, pathname, searchParams }) => {
      const id = /^\/video\/(\d+)/.exec(pathname)?.[1];
      if (hostname.startsWith('player.')) return id && ['https://vimeo.com', id, searchParams.get('h')].filter(Boolean).join('/');
      return /^\/(?:[a-z]+\/)*\d+/i.test(pathname) ? href : undefined;
    },
  },
  {
    service: 'Loom',
    hosts: ['loom.com'],
    read: ({ pathname }) => {
      const id = /^\/(?:embed|share)\/(\w+)/.exec(pathname)?.[1];
      return id && `https://www.loom.com/share/${id}`;
    },
  },
  {
    service: 'Figma',
    hosts: ['figma.com', 'embed.figma.com'],
    read: ({ href, pathname, searchParams }) => {
      if (pathname === '/embed') return readEmbed(searchParams.get('url') ?? '')?.url;
      return /^\/(?:file|design|proto|board|slides|deck)\//.test(pathname)
        ? href.replace('//embed.figma.com', '//www.figma.com')
        : undefined;
    },
  },
  {
    service: 'CodePen',
    hosts: ['codepen.io'],
    read: ({ pathname }) => {
      const [, author = '', id] = /^\/([\w-]+)\/(?:pen|full|details|embed)\/(?:preview\/)?(\w+)/.exec(pathname) ?? [];
      return id && `https://codepen.io/${author}/pen/${id}`;
    },
  },
  {
    service: 'StackBlitz',
    hosts: ['stackblitz.com'],
    read: (url) => {
      if (!/^\/(?:edit|github)\//.test(url.pathname)) return undefined;
      url.searchParams.delete('embed');
      return url.href;
    },
  },
];
