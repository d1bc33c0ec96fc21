import { expect, test } from 'vitest';
import Head from '../../src/components/site/Head.astro';
import { render } from './render.ts';

test('the head prints each of its elements and escapes text', async () => {
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

test('the first picture is preloaded, after the viewport is set', async () => {
  const source = { type: 'image/avif', sizes: '90vw', srcset: '/a.avif 800w' };
  const { document, html } = await render(Head, { props: { elements: [], graph: [], sheets: [], picture: { source, src: '/a.jpg' } } });
  const asked = [...document.querySelectorAll('link[rel=preload]')];
  expect(asked.map((link) => ['as', 'type', 'imagesrcset', 'imagesizes'].map((name) => link.getAttribute(name)))).toEqual([
    ['image', 'image/avif', '/a.avif 800w', '90vw'],
  ]);
  expect(html.indexOf('rel="preload"')).toBeGreaterThan(html.indexOf('name="viewport"'));
});

test('structured data cannot end its block', async () => {
  const { document, html } = await render(Head, { props: { elements: [], sheets: [], graph: [{ name: '</script><b>' }] } });
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).toMatchObject({ '@graph': [{ name: '</script><b>' }] });
});
