import { beforeAll, describe, expect, test, vi } from 'vitest';
import CaseRow from '../../src/components/project/CaseRow.astro';
import FactsBand from '../../src/components/project/FactsBand.astro';
import Hero from '../../src/components/project/Hero.astro';
import Case from '../../src/layouts/Case.astro';
import { site } from '../../src/queries/site.ts';
import Prose from '../../src/components/ui/Prose.astro';
import { stringsFor } from '../../src/i18n/strings.ts';
import { renderMarkdown } from '../../src/lib/markdown/markdown.ts';
import { makeMetric } from '../fixtures/metric.ts';
import { makeProject } from '../fixtures/project.ts';
import { render, textOf } from './render.ts';

const board = { kind: 'public', src: '/board.png', width: 600, height: 400 } as const;

describe('a row of the list', () => {
  const headline = makeMetric();

  test('reads client, year, title, tagline, technologies and figure, with spaces between', async () => {
    const technologies = ['C#', 'AWS'].map((name) => ({ name, slug: name }));
    const { text } = await render(CaseRow, { props: { project: makeProject({ headline, outcomes: [headline], technologies }) } });
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Port of Ostmark · 2024 .*Tidal Gauges That Answer .*in seconds\. .*C#, AWS .*70% less .*Page load times/,
    );
  });

  test('has one link, its title', async () => {
    const { document } = await render(CaseRow, { props: { project: makeProject({ headline }) } });
    const links = [...document.querySelectorAll('a')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
      link.parentElement?.localName,
    ]);
    expect(links).toEqual([['Tidal Gauges That Answer', '/projects/tidal-gauges/', 'h2']]);
  });

  test.each([2, 3])('has a heading of level %i', async (level) => {
    const { document } = await render(CaseRow, { props: { project: makeProject(), level } });
    expect(document.querySelector('h2, h3')?.localName).toBe(`h${level}`);
  });

  test('shows its picture as decorative', async () => {
    const thumbnail = { picture: board, alt: 'A board', caption: null };
    const { document } = await render(CaseRow, { props: { project: makeProject({ thumbnail }) } });
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('');
  });

  test('shows nothing in place of an absent date, picture or figure', async () => {
    const { text, document } = await render(CaseRow, { props: { project: makeProject({ date: null, year: null }) } });
    expect(text).not.toMatch(/null|undefined| · /);
    expect(document.querySelector('img, .figure')).toBeNull();
  });
});

test('a template uses the language of its page', async () => {
  const { text } = await render(FactsBand, { props: { project: makeProject({ teamSize: '6' }) }, lang: 'de-AT' });
  expect(text).toContain('Technologien PostgreSQL');
  expect(text).toMatch(/Mai 2024$|Mai 2024 /);
});

describe('the top of a case study', () => {
  const hero = (overrides: Parameters<typeof makeProject>[0]) => render(Hero, { props: { project: makeProject(overrides) } });

  test('names client, industry and year, each once', async () => {
    const { document } = await hero({ client: { name: 'Port', industry: null, size: null, url: 'https://port.example' } });
    expect(textOf(document.querySelector('p'))).toBe('Port\u00a0· Shipping\u00a0· 2024');
    // Without other case studies, neither the industry nor the year has a page.
    const links = [...document.querySelectorAll('p a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://port.example']);
  });

  test.each([
    [45, null],
    [46, 'title-long'],
    [80, 'title-long'],
    [81, 'title-longest'],
  ])('has a title of %i characters in the size of its length', async (length, className) => {
    const { document } = await hero({ title: 'x'.repeat(length) });
    expect(/title-\w+/.exec(document.querySelector('h1')?.className ?? '')?.[0] ?? null).toBe(className);
  });
});

describe('the facts', () => {
  const facts = async (overrides: Parameters<typeof makeProject>[0]) => {
    const { document } = await render(FactsBand, { props: { project: makeProject(overrides) } });
    const terms = [...document.querySelectorAll('dt')].map((term) => [term.textContent?.trim(), textOf(term.nextElementSibling)] as const);
    return { document, facts: Object.fromEntries(terms) as Record<string, string | undefined> };
  };

  test('are all shown when all are known, except those of the byline', async () => {
    const { facts: known } = await facts({
      client: { name: 'Port of Ostmark', industry: 'Shipping', size: '40 staff', url: 'https://port.example' },
      role: 'Architect',
      teamSize: '6',
      updated: '2025-02-14',
      duration: { text: '12 months' },
      services: ['Design', 'Review'],
      impactScore: 8.5,
      links: [{ label: 'Talk', url: 'https://talk.example' }],
    });
    expect(known).toEqual({
      'Client size': '40 staff',
      Role: 'Architect',
      Team: '6',
      Timeline: '12 months, to May 2024',
      [stringsFor('en').updated]: 'February 2025',
      Services: 'Design, Review',
      Technologies: 'PostgreSQL',
      Links: 'Talk',
    });
  });

  test('are left out when they are unknown', async () => {
    const { facts: known } = await facts({ industry: null, date: null });
    expect(Object.keys(known)).toEqual(['Technologies']);
  });

  test('have dates in machine-readable form', async () => {
    const { document } = await facts({ updated: '2024-08-30' });
    const times = [...document.querySelectorAll('time')].map((time) => [time.getAttribute('datetime'), textOf(time)]);
    expect(times).toEqual([
      ['2024-05-17', 'May 2024'],
      ['2024-08', 'August 2024'],
    ]);
  });

  test('name a technology without a link where it has no page', async () => {
    const { document, facts: known } = await facts({ technologies: [{ name: 'C#', slug: 'c-sharp' }] });
    expect(known['Technologies']).toBe('C#');
    expect(document.querySelector('ul a')).toBeNull();
  });

  test('separate technologies by a space', async () => {
    const { facts: known } = await facts({ technologies: ['A', 'B'].map((name) => ({ name, slug: name })) });
    expect(known['Technologies']).toBe('A B');
  });

  test.each([
    [9, 9, null],
    [10, 8, '2 more'],
    [30, 8, '22 more'],
  ])('of %i technologies show %i at once', async (count, shown, more) => {
    const technologies = Array.from({ length: count }, (_, index) => ({ name: `T${index}`, slug: `t${index}` }));
    const { document } = await facts({ technologies });
    const folded = document.querySelectorAll('details li').length;
    expect([document.querySelectorAll('dd li').length - folded, folded]).toEqual([shown, count - shown]);
    expect(document.querySelector('summary')?.textContent.trim() ?? null).toBe(more);
  });

  test('show a score, 0 too, only where the owner wants it', async () => {
    expect((await facts({ impactScore: 0 })).facts).not.toHaveProperty('Business impact');
    site.impactScore = true;
    const { facts: known } = await facts({ impactScore: 0 });
    site.impactScore = false;
    expect(known['Business impact']).toBe('0 of 10, self-assessed');
  });
});

describe('the story of a case study', () => {
  // The layout asks for collections, which are empty here; Astro warns of each.
  beforeAll(() => {
    for (const method of ['log', 'info', 'warn'] as const) vi.spyOn(console, method).mockReturnValue();
  });

  const headings = async (overrides: Parameters<typeof makeProject>[0]) => {
    const props = { project: makeProject(overrides), next: null, related: [] };
    const { document } = await render(Case, { props });
    return [...document.querySelectorAll('article h2')].map((heading) => heading.textContent?.trim());
  };
  const summary = { field: 'executive_summary', html: '<p>In short.</p>' } as const;
  const context = { field: 'business_context', html: '<p>By hand.</p>' } as const;

  test.each([
    ['after sections, without a heading, has one', [context], '<p>It blew.</p>', ['Context', 'Further notes']],
    ['below a summary, without a heading, has one', [summary], '<p>It blew.</p>', ['Summary', 'The story']],
    ['after sections keeps its own headings', [context], '<h2>A storm</h2><p>It blew.</p>', ['Context', 'A storm']],
    ['that begins before its headings has both', [context], '<p>Wind.</p><h2>A storm</h2>', ['Context', 'Further notes', 'A storm']],
    ['alone needs none', [], '<p>It blew.</p>', []],
  ])('%s', async (_case, sections, body, expected) => expect(await headings({ sections, body })).toEqual(expected));

  test.each([
    [5, 0],
    [6, 1],
  ])('of %i parts has %i contents', async (parts, contents) => {
    const body = Array.from({ length: parts }, (_, index) => `<h2>Part ${index}</h2><p>It blew.</p>`).join('');
    const props = { project: makeProject({ sections: [], body }), next: null, related: [] };
    const { document } = await render(Case, { props });
    expect(document.querySelectorAll('article nav')).toHaveLength(contents);
    expect(document.querySelectorAll('article nav li')).toHaveLength(contents * parts);
  });
});

describe('prose', () => {
  const prose = (source: string, pictures = {}) =>
    render(Prose, { props: { html: renderMarkdown(source, { headingBase: 3 }), pictures, class: 'wide' } });

  test('keeps the spaces between inline elements', async () => {
    const { text } = await prose('**42** *ms* and [a link](https://example.com) here');
    expect(text).toBe('42 ms and a link here');
  });

  test('puts pictures where they were written', async () => {
    const { document } = await prose('before ![A board](./board.png) after', { './board.png': board });
    const image = document.querySelector('p > img');
    expect(image?.getAttribute('src')).toBe('/board.png');
    expect([image?.getAttribute('alt'), image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['A board', '600', '400']);
    expect(document.body.textContent?.replace(/\s+/g, ' ').trim()).toBe('before after');
  });

  test('shows nothing for a picture that was not found', async () => {
    expect((await prose('a ![A board](./gone.png) b')).document.querySelector('img')).toBeNull();
  });

  const quay = { kind: 'public', src: '/quay.png', width: 600, height: 900 } as const;
  const both = { 'a.png': board, 'b.png': quay };

  test('shows the pictures of a paragraph at one height, each with its caption', async () => {
    const { document } = await prose('![A](a.png "One")\n![B](b.png)', both);
    const images = [...document.querySelectorAll('.row > figure img')];
    expect(images.map((image) => [image.getAttribute('width'), image.getAttribute('height')])).toEqual([
      ['1500', '1000'],
      ['667', '1000'],
    ]);
    expect([...document.querySelectorAll('.row figcaption')].map(textOf)).toEqual(['One']);
    expect(images.some((image) => image.hasAttribute('title'))).toBe(false);
  });

  test('shows the title of a lone picture as its caption, once', async () => {
    const { document } = await prose('![A](a.png "One")', both);
    expect(textOf(document.querySelector('.prose > figure > figcaption'))).toBe('One');
    expect(document.querySelector('img')?.hasAttribute('title')).toBe(false);
  });

  test('lets a keyboard reach a comparison, whose pictures follow each other', async () => {
    const { document } = await prose('![B](b.png "after") ![A](a.png "before")', both);
    const view = document.querySelector('.compare [role=group][tabindex="0"]');
    expect(view?.getAttribute('aria-label')).toBe('Before and after: slide to compare');
    expect([...(view?.querySelectorAll('img') ?? [])].map(({ alt }) => alt)).toEqual(['A', 'B']);
    expect(textOf(document.querySelector('.compare-names'))).toBe('Before slide to compare After');
  });

  test('shows a link to a film as a card, and nothing of the service', async () => {
    const { document, html } = await prose('[![A board](a.png)](https://www.youtube.com/embed/x)\n\n[A talk](https://youtu.be/y)', both);
    const [first, second] = [...document.querySelectorAll('a.embed')];
    expect([first?.getAttribute('href'), textOf(first)]).toEqual(['https://www.youtube.com/watch?v=x', 'opens on YouTube']);
    expect(textOf(second)).toBe('A talk opens on YouTube');
    expect(html).not.toMatch(/(?:src|srcset)="https?:/);
  });

  test('names its elements in the language of the page', async () => {
    const html = renderMarkdown('> [!NOTE]\n> a\n\n[b](https://youtu.be/x)\n\n![A](a.png "vorher") ![B](b.png "nachher")', {
      headingBase: 2,
    });
    const { text } = await render(Prose, { props: { html, pictures: both }, lang: 'de' });
    expect(text).toMatch(/Hinweis a b öffnet YouTube Vorher zum Vergleichen schieben Nachher/);
  });

  test('takes a class', async () => {
    expect((await prose('a')).document.querySelector('.prose')?.className).toBe('prose wide');
  });
});
