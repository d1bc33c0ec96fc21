import { pruneCspHashes } from './csp.ts';

/** Turn rendered HTML into the published page: island style in the head, no island ids, and a policy with the page's own hashes only. */
export function postprocessHtml(rendered: string): string {
  const [style] = islandStyle.exec(rendered) ?? [];
  if (style === undefined) return pruneCspHashes(rendered);
  const html = rendered
    .replace(style, '')
    .replace('</head>', () => `${style}</head>`)
    // Astro derives the id from the project's path, so builds in two folders would differ.
    .replace(/(<astro-island) uid="[^"]*"/g, '$1');
  return pruneCspHashes(html);
}

/** Astro prints this style before the first island, in the body, where HTML does not allow `<style>`. */
const islandStyle = /<style>astro-island[^<]*<\/style>/;
