import { describe, expect, test } from 'vitest';
import { pageAt, read, urls } from './dist.ts';

/** Links of the fixtures: the path of the page, their text, and the path they lead to. */
const links = [
  ['projects/claims-worklist', 'timetables of a ferry', 'projects/ferry-timetable-single-source/'],
  ['projects/claims-worklist', 'permits', 'projects/planning-permits-online/'],
  ['projects/claims-worklist', 'Back to the heading', 'projects/claims-worklist/#who-else-works-through-a-list'],
  ['projects/grid-balance-desk', titleOf('parcel-sorting-replay'), 'projects/parcel-sorting-replay/'],
  ['projects/grid-balance-desk', 'the case about orchards', 'projects/irrigation-by-soil/'],
  ['projects/grid-balance-desk', 'that day', 'projects/grid-balance-desk/#the-day-that-decided-it'],
  ['de/projects/editorial-desk', 'schreibt uns', 'de/contact/'],
  ['de/projects/editorial-desk', titleOf('claims-worklist'), 'projects/claims-worklist/'],
] as const;

const feed = JSON.parse(read('feed.json')) as Feed;
const germanFeed = JSON.parse(read('de/feed.json')) as Feed;

describe.each(links)('a link on /%s/: %s', (page, text, target) => {
  const address = urls.absolute(urls.file(target));
  const squeezed = (html: string) => html.replace(/\s+/g, ' ');

  test('leads to the document on the page', () => {
    const { document, url } = pageAt(`${page}/`);
    const found = [...document.querySelectorAll('article a')].filter((link) => squeezed(link.textContent) === text);
    expect(found.map((link) => new URL(link.getAttribute('href') ?? '', url).href)).toContain(address);
  });

  test('has its full address in the feed', () => {
    const item = [...feed.items, ...germanFeed.items].find(({ url }) => url === urls.absolute(urls.file(`${page}/`)));
    expect(squeezed(item?.content_html ?? '')).toContain(`<a href="${address}">${text}</a>`);
  });

  test('has its full address in the Markdown alternate', () => {
    expect(squeezed(read(`${page}.md`))).toContain(`[${text}](${address})`);
  });
});

function titleOf(slug: string): string {
  return pageAt(`projects/${slug}/`).document.querySelector('h1')?.textContent.trim() ?? '';
}

interface Feed {
  items: { url: string; content_html: string }[];
}
