import { hash } from 'node:crypto';
import { allowInlined, tightenPolicy } from './policy.ts';

/** A style sheet of the build; `css` is its text, as the page's is held. */
export interface Sheet {
  css: string;
  /** `'sha256-…'`, as policies name what stands in a page. */
  source: string;
}

/** Make a style sheet out of its bytes in UTF-8. */
export function sheetOf(bytes: Buffer): Sheet {
  return { css: bytes.toString('latin1'), source: `'sha256-${hash('sha256', bytes, 'base64')}'` };
}

/**
 * Make what Astro has rendered into the page that is published: the sheets of its head stand in it (`sheet` finds one by its
 * address), the islands' own style does too, their ids are gone, and the policy allows nothing that isn't there.
 * Both texts hold a byte of UTF-8 in each character, Latin-1: such are made, searched and written several times as fast.
 */
export function finishPage(rendered: string, sheet: (href: string) => Sheet): string {
  const end = rendered.indexOf('</head>');
  const body = withoutIds(rendered.slice(end));
  const style = islandStyle.exec(body)?.[0] ?? '';
  const inlined: Sheet[] = [];
  const page = tightenPolicy(rendered.slice(0, end) + style + (style ? body.replace(style, '') : body), 'latin1');
  const head = page.slice(0, page.indexOf('</head>')).replace(sheetLink, (_, href: string) => {
    inlined.push(sheet(href));
    return `<style>${inlined.at(-1)?.css ?? ''}</style>`;
  });
  return (
    allowInlined(
      head,
      inlined.map(({ source }) => source),
    ) + page.slice(page.indexOf('</head>'))
  );
}

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/** What Astro links to when it is not told to write it into the page; writing it in itself, it would digest it for each page anew. */
const sheetLink = /<link rel="stylesheet" href="([^"]*)">/g;

/** Nothing reads them, and each is a digest of the folder the site is built in: two builds would differ by it. */
function withoutIds(body: string): string {
  return body.includes('<astro-island uid="') ? body.replace(/(<astro-island) uid="[^"]*"/g, '$1') : body;
}
