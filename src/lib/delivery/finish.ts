import { sheetOf } from '../sheets.ts';
import { allowInlined, tightenPolicy } from './policy.ts';

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
  const head = rendered.slice(0, end);
  const body = withoutIds(rendered.slice(end));
  const style = islandStyle.exec(body)?.[0] ?? '';
  const named = Array.from(head.matchAll(sheetLink), ([, name = '']) => sheetOf(name));
  const plain = allowInlined(
    tightenPolicy(head.replace(sheetLink, '') + style + (style ? body.replace(style, '') : body), 'latin1'),
    named.map(({ source }) => source),
  );
  // After the policy, which holds for what follows it.
  const close = plain.indexOf('</head>') - style.length;
  return { html: plain.slice(0, close) + named.map(({ css }) => `<style>${css}</style>`).join('') + plain.slice(close), plain };
}

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

const sheetLink = /<link rel="stylesheet" href="(sheet:\d+)">/g;

/** Nothing reads them, and each is a digest of the folder the site is built in: two builds would differ by it. */
function withoutIds(body: string): string {
  return body.includes('<astro-island uid="') ? body.replace(/(<astro-island) uid="[^"]*"/g, '$1') : body;
}
