import { inlineSources, tightenPolicy } from './policy.ts';

/**
 * Make what Astro has rendered into the page that is published: the islands' own style stands in the head, their ids are gone, and
 * the policy allows nothing that isn't there.
 */
export function finishPage(rendered: string): string {
  const [style = ''] = islandStyle.exec(rendered) ?? [];
  const html = rendered
    .replace(islandStyle, '')
    .replace('</head>', () => `${style}</head>`)
    // Each is a digest of the folder the site is built in: two builds would differ by it.
    .replace(/(<astro-island) uid="[^"]*"/g, '$1');
  return tightenPolicy(html, new Set(inlineSources(html)));
}

/** Astro prints this style before the first island, in the middle of the body, where HTML does not allow it. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;
