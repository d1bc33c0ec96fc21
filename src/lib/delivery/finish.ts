import { tightenPolicy } from './policy.ts';

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;

/** Nothing reads it, and it is a digest of the folder the site is built in: two builds would differ by it. */
const islandId = /(<astro-island) uid="[^"]*"/g;

/**
 * Make what Astro has rendered into the page that is published, both UTF-8: the islands' own style stands in the head, their ids
 * are gone, and the policy allows nothing that isn't there.
 */
export function finishPage(rendered: Buffer): Buffer {
  // Signs beyond ASCII pass through as bytes: a string of bytes is made, searched and written several times as fast.
  const html = rendered.latin1Slice().replace(islandId, '$1');
  const style = islandStyle.exec(html)?.[0];
  const moved = style ? html.replace(style, '').replace('</head>', () => `${style}</head>`) : html;
  return Buffer.from(tightenPolicy(moved, 'latin1'), 'latin1');
}
