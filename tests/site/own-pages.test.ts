import { describe, expect, test } from 'vitest';
import { pageAt, read, textOf, urls } from './dist.ts';

// What holds for every page of the sitemap (policy, no JavaScript, landmarks, headings) is tested with all the others.
describe('a page that the owner wrote in src/pages, with the layout', () => {
  const { document, html } = pageAt('talks/');
  const content = (selector: string) => document.querySelector(selector)?.getAttribute('content');

  test('has the header and the footer of every page', () => {
    expect(textOf(document.querySelector('body > header'))).toContain('Tern & Tide');
    expect(document.querySelector(`header a[href="${urls.page('projects')}"]`)).not.toBeNull();
    expect(document.querySelector(`footer a[href="${urls.page('feeds')}"]`)).not.toBeNull();
  });

  test('has an address and structured data of its own', () => {
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(urls.absolute(urls.page('talks')));
    expect(html).toContain(`"item":"${urls.absolute(urls.page('talks'))}"`);
  });

  test('has the social image of the home page', () => {
    const home = pageAt('').document.querySelector('meta[property="og:image"]')?.getAttribute('content');
    expect(content('meta[property="og:image"]')).toBe(home);
  });

  test('has the utilities that it uses in its style sheet', () => {
    const sheets = [...document.querySelectorAll('head style')].map(({ textContent }) => textContent);
    expect(sheets.join('')).toMatch(/\.line-t\s*\{/);
  });
});

test('a page in Markdown without a description has the first sentence of its text as one', () => {
  const sentence = 'This site aims to conform to the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.';
  const names = ['meta[name=description]', 'meta[property="og:description"]'];
  const { document } = pageAt('accessibility/');
  expect(names.map((name) => document.querySelector(name)?.getAttribute('content'))).toEqual([sentence, sentence]);
  expect(read('llms.txt')).toContain(sentence);
});
