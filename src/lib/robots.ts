/** Crawlers of language models by user agent: they collect training data, or look up answers for a person. */
export const aiCrawlers = [
  ...['GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider', 'meta-externalagent', 'Amazonbot'].map(
    training,
  ),
  ...['cohere-training-data-crawler', 'AI2Bot', 'Diffbot', 'omgili'].map(training),
  ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User', 'DuckAssistBot'].map(answers),
  ...['MistralAI-User', 'meta-externalfetcher'].map(answers),
] as const satisfies readonly { agent: string; purpose: 'training' | 'answers' }[];

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

function training(agent: string): { agent: string; purpose: 'training' } {
  return { agent, purpose: 'training' };
}

function answers(agent: string): { agent: string; purpose: 'answers' } {
  return { agent, purpose: 'answers' };
}
