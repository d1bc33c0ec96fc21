import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { postprocessHtml } from '../../../src/lib/delivery/postprocess-html.ts';
import { readCsp } from '../../../src/lib/delivery/csp.ts';

const hashOf = (code: string) => `'sha256-${hash('sha256', code, 'base64')}'`;

const islands = 'astro-island,astro-slot{display:contents}';
const run = 'go()';

/** A page as Astro renders it, with a style in its head and islands in its body on request. */
function rendered({ css, body = '<p>Text</p>' }: { css?: string; body?: string }): string {
  const policy = `default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('gone{}')}; script-src 'self' ${hashOf(run)};`;
  const style = css === undefined ? '' : `<style>${css}</style>`;
  return `<html><head><meta http-equiv="content-security-policy" content="${policy}"><title>T</title>${style}</head><body>${body}</body></html>`;
}

const island = `<style>${islands}</style><script>${run}</script><astro-island uid="Z1ab" ssr></astro-island><astro-island uid="Q2" ssr></astro-island>`;

test('the style of islands moves to the end of the head, and the policy allows only what the page contains', () => {
  const html = postprocessHtml(rendered({ css: 'a{}', body: `<p>Text</p>${island}` }));
  expect(html).toContain(`<style>a{}</style><style>${islands}</style></head><body><p>Text</p><script>${run}</script>`);
  expect(html.split(islands)).toHaveLength(2);
  expect(readCsp(html)).toBe(`default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('a{}')}; script-src 'self' ${hashOf(run)};`);
});

test('ids are removed from islands only', () => {
  const html = postprocessHtml(rendered({ body: `${island}<p uid="x">uid="Z1ab"</p>` }));
  expect(html.match(/<astro-island[^>]*>/g)).toEqual(['<astro-island ssr>', '<astro-island ssr>']);
  expect(html).toContain('<p uid="x">uid="Z1ab"</p>');
});

test('only the policy changes in a page without styles and islands', () => {
  const page = rendered({ body: '<p>Text</p>' });
  expect(postprocessHtml(page)).toBe(page.replace(/ 'sha256-[^']*'/g, ''));
});

test('a response without a head is unchanged', () => expect(postprocessHtml('<p>Moved</p>')).toBe('<p>Moved</p>'));

test('hashes are of UTF-8 text, as browsers compute them', () => {
  const [code, css, text] = ["say('Žluťoučký')", 'i::after{content:"…"}', '東京 – İstanbul 🜂'];
  const policy = `style-src 'self'; script-src ${hashOf(code)}`;
  const page = `<head><meta http-equiv="content-security-policy" content="${policy}"><style>${css}</style></head><p>${text}</p><script>${code}</script>`;
  const html = postprocessHtml(page);
  expect(html).toContain(`<style>${css}</style></head><p>${text}</p><script>${code}</script>`);
  expect(readCsp(html)).toBe(`style-src 'self' ${hashOf(css)}; script-src ${hashOf(code)}`);
});
