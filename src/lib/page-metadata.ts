/** Read from a built page what it states of itself: the day of its last change, its subject's pictures, its languages, and whether it wants no index. */
export function readPageFacts(text: string): PageFacts {
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

export interface PageFacts {
  /** Calendar date. */
  modified: string | undefined;
  /** Absolute addresses. */
  images: string[];
  /** Where the page stands in each of its languages, the default among them. */
  versions: { lang: string; url: string }[];
  noindex: boolean;
}

interface GraphNode {
  '@type'?: string | string[];
  dateModified?: string;
  image?: { url?: string } | { url?: string }[];
}
