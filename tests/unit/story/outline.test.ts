import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { outline } from '../../../src/lib/story/outline.ts';

const of = (markdown: string) => outline(renderMarkdown(markdown, { headingBase: 2 }));

test('a text has its topmost headings as parts, in their order and words', () => {
  const { html, parts } = of('Before.\n\n## The *real* problem\n\n### Detail\n\n## Results & more\n');
  expect(parts.map(({ heading }) => heading)).toEqual(['The real problem', 'Results & more']);
  for (const { id } of parts) expect(html).toContain(`<h2 id="${id}">`);
  expect(html).toContain('Before.');
});

test('a heading that announces a section keeps its words and gets its role', () => {
  expect(of('## The Challenge\n\n## Ergebnisse\n\n## A storm').parts.map(({ heading, role }) => [heading, role])).toEqual([
    ['The Challenge', 'technical_challenges'],
    ['Ergebnisse', 'results_metrics'],
    ['A storm', null],
  ]);
});

test('equal headings get different ids', () => {
  const ids = of('## Again\n\n## Again').parts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

test('a heading keeps the id it has', () => {
  const html = '<h2 class="x" id="own">One</h2>';
  expect(outline(html)).toEqual({ html, parts: [{ id: 'own', heading: 'One', role: null }] });
});

test('the heading of footnotes is no part, and a text without headings has none', () => {
  expect(of('A note[^1].\n\n[^1]: Kept.').parts).toEqual([]);
  expect(outline('')).toEqual({ html: '', parts: [] });
});
