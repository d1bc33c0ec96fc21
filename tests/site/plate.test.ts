import { describe, expect, test } from 'vitest';
import { pageAt, pages, urls } from './dist.ts';

const results = pageAt('results/').document;
const styled = ({ html }: { html: string }) => html.includes('.plate-scale');

describe('the plate', () => {
  test('opens the results page: its rows come before the results by category', () => {
    const [first] = [...results.querySelectorAll('main section')];
    expect(first?.querySelectorAll('.plate tbody tr').length).toBeGreaterThanOrEqual(3);
  });

  test('links each change to a case study that exists', () => {
    const links = [...results.querySelectorAll('.plate a')].map((link) => link.getAttribute('href') ?? '');
    const known = new Set(pages().map(({ path }) => path));
    expect(links.filter((link) => !link.startsWith(urls.page('projects')) || !known.has(link))).toEqual([]);
  });

  test('is drawn on the home page, as a link to the results with a name', () => {
    const link = pageAt('').document.querySelector('main a:has(.plate-mark)');
    expect(link?.getAttribute('href')).toBe(urls.page('results'));
    expect(link?.querySelector(':scope > :not([aria-hidden])')?.textContent?.trim()).toBe(
      results.querySelector('#plate')?.textContent?.trim(),
    );
  });

  test('brings its styles to no page without it', () => {
    expect(pages().filter((page) => styled(page) !== (page.document.querySelector('.plate, .plate-mark') !== null))).toEqual([]);
    expect(pages().some((page) => !styled(page))).toBe(true);
  });
});
