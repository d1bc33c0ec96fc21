const agents = {
  training: [
    ...['GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider', 'meta-externalagent', 'Amazonbot'],
    ...['cohere-training-data-crawler', 'AI2Bot', 'Diffbot', 'omgili'],
  ],
  answers: [
    ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User', 'DuckAssistBot'],
    ...['MistralAI-User', 'meta-externalfetcher'],
  ],
};

/** Crawlers of language models by user agent: they collect training data, or look up answers for a person. */
export const aiCrawlers = Object.entries(agents).flatMap(([purpose, names]) => names.map((agent) => ({ agent, purpose })));

/** Write `robots.txt`: search engines may crawl every page, and `ai` decides which crawlers of language models may. */
export function robotsTxt({ ai, root, sitemap }: RobotsOptions): string {
  const blocked = aiCrawlers.filter(({ purpose }) => ai === 'none' || (ai === 'answers' && purpose === 'training'));
  const group = blocked.length > 0 ? [[...blocked.map(({ agent }) => `User-agent: ${agent}`), `Disallow: ${root}`].join('\n')] : [];
  return `${[`User-agent: *\nAllow: ${root}`, ...group, `Sitemap: ${sitemap}`].join('\n\n')}\n`;
}

interface RobotsOptions {
  /** Allow all AI crawlers, only those that answer a person's question, or none. */
  ai: 'all' | 'answers' | 'none';
  /** Path of the home page. */
  root: string;
  /** Absolute address of the sitemap index. */
  sitemap: string;
}
