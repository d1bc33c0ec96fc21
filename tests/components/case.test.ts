import { describe, expect, test } from 'vitest';
import CaseRow from '../../src/components/project/CaseRow.astro';
import FactsRail from '../../src/components/project/FactsRail.astro';
import Prose from '../../src/components/ui/Prose.astro';
import { renderMarkdown } from '../../src/lib/markdown.ts';
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
  const project = makeProject({ date: '2024-05-17', impactScore: 8.5 });
  const { text } = await render(FactsRail, { props: { project }, lang: 'de-AT' });
  expect(text).toContain('Kunde Port of Ostmark');
  expect(text).toMatch(/Abgeschlossen\s+17. Mai 2024/);
  expect(text).toContain('8,5 von 10, eigene Einschätzung');
});

describe('the facts', () => {
  const facts = async (overrides: Parameters<typeof makeProject>[0]) => {
    const { document } = await render(FactsRail, { props: { project: makeProject(overrides) } });
    const terms = [...document.querySelectorAll('dt')].map((term) => [term.textContent?.trim(), textOf(term.nextElementSibling)] as const);
    return { document, facts: Object.fromEntries(terms) as Record<string, string | undefined> };
  };

  test('are all shown when all are known', async () => {
    const { facts: known } = await facts({
      client: { name: 'Port of Ostmark', industry: 'Shipping', size: '40 staff', url: 'https://port.example' },
      role: 'Architect',
      teamSize: '6',
      updated: '2025-02',
      duration: { start: '2023-05', end: '2024-05' },
      services: ['Design', 'Review'],
      impactScore: 8.5,
      links: [{ label: 'Talk', url: 'https://talk.example' }],
    });
    expect(known).toMatchObject({
      Client: 'Port of Ostmark',
      'Client size': '40 staff',
      Industry: 'Shipping',
      Role: 'Architect',
      Team: '6',
      Timeline: expect.stringMatching(/^May 2023.+May 2024$/) as string,
      Completed: '17 May 2024',
      'Page updated': 'February 2025',
      Services: 'Design, Review',
      Technologies: 'PostgreSQL',
      'Business impact': '8.5 of 10, self-assessed',
      Links: 'Talk',
    });
  });

  test('are left out when they are unknown', async () => {
    const { facts: known } = await facts({ industry: null, date: null });
    expect(Object.keys(known)).toEqual(['Client', 'Technologies']);
  });

  test('have dates in machine-readable form', async () => {
    const { document } = await facts({ date: '2024-05' });
    expect([document.querySelector('time')?.getAttribute('datetime'), document.querySelector('time')?.textContent]).toEqual([
      '2024-05',
      'May 2024',
    ]);
  });

  test('link to each technology', async () => {
    const { document } = await facts({ technologies: [{ name: 'C#', slug: 'c-sharp' }] });
    expect(document.querySelector('ul a')?.getAttribute('href')).toBe('/technologies/c-sharp/');
  });

  test('separate technologies by a space', async () => {
    const { facts: known } = await facts({ technologies: ['A', 'B'].map((name) => ({ name, slug: name })) });
    expect(known['Technologies']).toBe('A B');
  });

  test('show a score of 0', async () => {
    const { facts: known } = await facts({ impactScore: 0 });
    expect(known['Business impact']).toBe('0 of 10, self-assessed');
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

  test('takes a class', async () => {
    expect((await prose('a')).document.querySelector('.prose')?.className).toBe('prose wide');
  });
});
