/** Read from the head of a built page its date, pictures and `noindex`, and its address in each language. */
export function readPageMetadata(text: string) {
  const html = text.slice(0, text.indexOf('</head>'));
  const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1];
  const graph = block ? ((JSON.parse(block) as { '@graph'?: GraphNode[] })['@graph'] ?? []) : [];
  const page = graph.find((node) => /Page$/.test(String(node['@type'])));
  return {
    /** Calendar date of the last change. */
    modified: page?.dateModified,
    /** Absolute addresses. */
    images: [...new Set(graph.flatMap(({ image = [] }) => [image].flat().flatMap(({ url }) => url ?? [])))],
    /** Absolute addresses by language, `x-default` included. */
    alternates: [...html.matchAll(/<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">/g)].map(([, url = '', lang = '']) => ({
      lang,
      url,
    })),
    noindex: /<meta name="robots" content="[^"]*noindex/.test(html),
  };
}

interface GraphNode {
  '@type'?: string | string[];
  dateModified?: string;
  image?: { url?: string } | { url?: string }[];
}
