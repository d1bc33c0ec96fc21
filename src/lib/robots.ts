/** Crawlers of language models by their names in `robots.txt`, and whether they gather training data or look up answers for a person. */
export const aiCrawlers = [
  ...['GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider', 'meta-externalagent', 'Amazonbot'].map(
    training,
  ),
  ...['cohere-training-data-crawler', 'AI2Bot', 'Diffbot', 'omgili'].map(training),
  ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User', 'DuckAssistBot'].map(answers),
  ...['MistralAI-User', 'meta-externalfetcher'].map(answers),
] as const satisfies readonly { agent: string; purpose: 'training' | 'answers' }[];

/** Write `robots.txt`: all pages are open to search; `ai` says which crawlers of language models are let in. */
export function robotsTxt({ ai, root, sitemap }: RobotsOptions): string {
  const refused = aiCrawlers.filter(({ purpose }) => ai === 'none' || (ai === 'answers' && purpose === 'training'));
  const refusal = refused.length > 0 ? [[...refused.map(({ agent }) => `User-agent: ${agent}`), `Disallow: ${root}`].join('\n')] : [];
  return `${[`User-agent: *\nAllow: ${root}`, ...refusal, `Sitemap: ${sitemap}`].join('\n\n')}\n`;
}

export interface RobotsOptions {
  /** `all`, or those that answer a person's question only, or none. */
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
