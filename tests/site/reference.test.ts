import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageAt, textOf } from './dist.ts';
import { documents, leaves } from './documents.ts';

const slug = 'ecommerce-platform-re-architecture';
const page = pageAt(`projects/${slug}/`);
const article = page.document.querySelector('main') as Element;
const shown = plain(textOf(article));
const document = documents().find((one) => one.slug === slug);

/** How the page shows fields whose text it does not print. */
const shownDifferently: Record<string, (text: string) => boolean> = {
  layout: () => true,
  date: (text) => article.querySelector(`time[datetime="${text}"]`) !== null && shown.includes('15 August 2023'),
  thumbnail: (text) => hasPicture(text),
  image: (text) => hasPicture(text),
  alt: (text) => [...article.querySelectorAll('img')].some(({ alt }) => alt === text),
  performance: (text) => hasFigures(text),
  roi: (text) => hasFigures(text),
  impact: (text) => hasFigures(text),
};

describe('the reference document', () => {
  test('is unchanged, byte for byte', () => {
    const file = readFileSync(new URL(`../fixtures/site/src/content/projects/${slug}.md`, import.meta.url));
    expect(createHash('sha256').update(file).digest('hex')).toBe('b17b866f9a145261f974bd5864bd1a11d13d05c2265e83771aed373e7f2da5a6');
  });

  test.each(
    leaves(document?.fields).map(({ path, text }) => ({
      field: path.join('.'),
      key: path.findLast((part) => !/^\d+$/.test(part)) ?? '',
      text,
    })),
  )('shows its $field', ({ key, text }) => {
    const isShown = shownDifferently[key];
    if (isShown) expect(isShown(text)).toBe(true);
    else for (const part of paragraphs(text)) expect(shown).toContain(part);
  });

  test('shows its body', () => {
    expect(paragraphs(document?.body ?? '')).toHaveLength(1);
    for (const part of paragraphs(document?.body ?? '')) expect(shown).toContain(part);
  });

  test.each([
    ['technical_challenges', 'Challenges', 5, 0],
    ['solutions', 'Solution', 5, 5],
  ])('renders the Markdown of %s', (_field, heading, items, bold) => {
    const section = [...article.querySelectorAll('section')].find((one) => textOf(one.querySelector('h2')) === heading);
    expect(section?.querySelectorAll('.prose > ul > li')).toHaveLength(items);
    expect(section?.querySelectorAll('.prose li > strong')).toHaveLength(bold);
  });

  test('leaves no syntax of Markdown', () => expect(shown).not.toMatch(/\*\*|(?:^|\s)- [A-Z]|\[.*\]\(/));

  test('shows its four figures', () => {
    const cells = [...article.querySelectorAll('.strip .cell')];
    expect(cells.map((cell) => textOf(cell.querySelector('.figure')))).toEqual(['70% less', '25% more', '99.9%', '15% more']);
  });

  test('links to each of its technologies', () => {
    const linked = [...article.querySelectorAll('a[href*="/technologies/"]')].map(textOf);
    expect(linked).toEqual(expect.arrayContaining(document?.fields['technologies'] as string[]));
  });
});

/** Whether each outcome of a text has a cell with its figure and its subject: "70% less", "Page load times". */
function hasFigures(text: string): boolean {
  const cells = [...article.querySelectorAll('.strip .cell')].map((cell) => plain(textOf(cell)).toLowerCase());
  return paragraphs(text).every((part) => {
    const [, figure = '?', subject = '?'] = /^([\d.]+%) (?:(?:reduction|increase) in )?(.+)$/.exec(part) ?? [];
    return cells.some((cell) => cell.includes(figure) && cell.includes(subject));
  });
}

function hasPicture(path: string): boolean {
  const name = /([^/]+)\.\w+$/.exec(path)?.[1] ?? path;
  return [...article.querySelectorAll('img')].some(({ src }) => src.includes(name));
}

/** Split a Markdown text into paragraphs, list entries and figures, without its syntax. */
function paragraphs(markdown: string): string[] {
  return markdown
    .split(/\n\s*(?:\n|- )|\n(?=- )|, (?=\d)/)
    .map((part) =>
      plain(
        part
          .replace(/^- |\*\*/gm, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    )
    .filter(Boolean);
}

/** Replace typographic characters by those of a keyboard. */
function plain(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, ' ');
}
