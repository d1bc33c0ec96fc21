/** Read the metadata of a built page: the day of its last change, its pictures, its languages, and whether search engines may index it. */
export function readPageMetadata(text: string): PageMetadata {
  const html = text.slice(0, text.indexOf('</head>'));
  const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1];
  const graph = block ? ((JSON.parse(block) as { '@graph'?: GraphNode[] })['@graph'] ?? []) : [];
  const page = graph.find((node) => /Page$/.test(String(node['@type'])));
  return {
    modified: page?.dateModified,
    images: [...new Set(graph.flatMap(({ image = [] }) => [image].flat().flatMap(({ url }) => url ?? [])))],
    versions: [...html.matchAll(/<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">/g)].map(([, url = '', lang = '']) => ({
      lang,
      url,
    })),
    noindex: /<meta name="robots" content="[^"]*noindex/.test(html),
  };
}

export interface PageMetadata {
  /** Calendar date. */
  modified: string | undefined;
  /** Absolute addresses. */
  images: string[];
  /** Address of the page in each of its languages, `x-default` included. */
  versions: { lang: string; url: string }[];
  noindex: boolean;
}

interface GraphNode {
  '@type'?: string | string[];
  dateModified?: string;
  image?: { url?: string } | { url?: string }[];
}
