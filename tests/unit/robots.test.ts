import { describe, expect, test } from 'vitest';
import { aiCrawlers, robotsTxt } from '../../src/lib/robots.ts';

const robots = (ai: 'all' | 'answers' | 'none', root = '/') => robotsTxt({ ai, root, sitemap: 'https://example.com/sitemap-index.xml' });

/** List the agents of the blocked group. */
const blocked = (text: string) => {
  const group = text.split('\n\n').find((part) => part.includes('Disallow:')) ?? '';
  return [...group.matchAll(/^User-agent: (.+)$/gm)].map(([, agent]) => agent);
};

describe('crawlers of language models', () => {
  const agents = (purpose: string) => aiCrawlers.flatMap((one) => (one.purpose === purpose ? [one.agent] : []));

  test.each([
    ['all', []],
    ['answers', agents('training')],
    ['none', [...agents('training'), ...agents('answers')]],
  ] as const)('with ai: %j, %j are blocked', (ai, expected) => expect(blocked(robots(ai))).toEqual(expected));
});

test.each(['all', 'answers', 'none'] as const)('search engines may crawl every page and find the sitemap: %s', (ai) => {
  expect(robots(ai)).toMatch(/^User-agent: \*\nAllow: \/\n\n/);
  expect(robots(ai)).toMatch(/\n\nSitemap: https:\/\/example\.com\/sitemap-index\.xml\n$/);
});

test('the block covers everything below the base', () => expect(robots('none', '/work/')).toContain('Disallow: /work/\n'));
