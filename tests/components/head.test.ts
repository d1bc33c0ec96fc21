import { expect, test } from 'vitest';
import Head from '../../src/components/site/Head.astro';
import { render } from './render.ts';

test('the head prints each element it is given, its text escaped', async () => {
  const elements = [
    { tag: 'title', content: 'R&D </title><script>' },
    { tag: 'meta', attributes: { name: 'description', content: '"quoted" & <more>' } },
    { tag: 'link', attributes: { rel: 'canonical', href: 'https://example.com/' } },
  ];
  const { document, html } = await render(Head, { props: { elements, graph: [], sheets: [] } });
  expect(document.title).toBe('R&D </title><script>');
  expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe('"quoted" & <more>');
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('https://example.com/');
  expect(html).not.toContain('</title><script>');
});

test('the structured data stays in its block', async () => {
  const { document, html } = await render(Head, { props: { elements: [], sheets: [], graph: [{ name: '</script><b>' }] } });
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).toMatchObject({ '@graph': [{ name: '</script><b>' }] });
});
