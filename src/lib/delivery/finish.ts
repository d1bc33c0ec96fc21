import { sheetOf } from '../sheets.ts';
import { inlineSources, tightenPolicy } from './policy.ts';

/** A page as it is published. Texts hold a byte of UTF-8 in each character, Latin-1: such are made, searched and written several times as fast. */
export interface FinishedPage {
  html: string;
  /** The page without its style sheets, which say nothing of it. */
  plain: string;
}

/**
 * Make what Astro has rendered into the page that is published: the sheets that its head names stand in it, the islands' own style
 * does too, their ids are gone, and the policy allows nothing that isn't there. Takes and returns bytes as characters.
 */
export function finishPage(rendered: string): FinishedPage {
  const end = rendered.indexOf('</head>');
  if (end === -1) return { html: rendered, plain: rendered };
  // Each part by itself: what is replaced in a string copies all of it.
  const [head, body] = [rendered.slice(0, end), rendered.slice(end)];
  const { 0: style = '', index: place = 0 } = islandStyle.exec(body) ?? {};
  const rest = body.slice(0, place) + withoutIds(body.slice(place + style.length));
  const sheets = Array.from(head.matchAll(sheetLink), ([, name = '']) => sheetOf(name));
  const top = tightenPolicy(
    head.replace(sheetLink, ''),
    new Set([head, body].flatMap(inlineSources)),
    sheets.map(({ source }) => source),
  );
  // After the policy, which holds for what follows it.
  return { html: `${top}${sheets.map(({ css }) => `<style>${css}</style>`).join('')}${style}${rest}`, plain: top + style + rest };
}

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

const sheetLink = /<link rel="stylesheet" href="(sheet:\d+)">/g;

/** Nothing reads them, and each is a digest of the folder the site is built in: two builds would differ by it. */
function withoutIds(body: string): string {
  return body.includes('<astro-island uid="') ? body.replace(/(<astro-island) uid="[^"]*"/g, '$1') : body;
}
