import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { finishPage } from '../../../src/lib/delivery/postprocess-html.ts';
import { policyOf } from '../../../src/lib/delivery/policy.ts';

const hashOf = (code: string) => `'sha256-${hash('sha256', code, 'base64')}'`;

const islands = 'astro-island,astro-slot{display:contents}';
const run = 'go()';

/** A page as Astro renders it, with a style sheet in its head and islands in its body where asked for. */
function rendered({ css, body = '<p>Text</p>' }: { css?: string; body?: string }): string {
  const policy = `default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('gone{}')}; script-src 'self' ${hashOf(run)};`;
  const style = css === undefined ? '' : `<style>${css}</style>`;
  return `<html><head><meta http-equiv="content-security-policy" content="${policy}"><title>T</title>${style}</head><body>${body}</body></html>`;
}

const island = `<style>${islands}</style><script>${run}</script><astro-island uid="Z1ab" ssr></astro-island><astro-island uid="Q2" ssr></astro-island>`;

test('the style of islands moves to the end of the head, once, and the policy allows just what is in the page', () => {
  const html = finishPage(rendered({ css: 'a{}', body: `<p>Text</p>${island}` }));
  expect(html).toContain(`<style>a{}</style><style>${islands}</style></head><body><p>Text</p><script>${run}</script>`);
  expect(html.split(islands)).toHaveLength(2);
  expect(policyOf(html)).toBe(
    `default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('a{}')}; script-src 'self' ${hashOf(run)};`,
  );
});

test('the ids of islands go, and no other', () => {
  const html = finishPage(rendered({ body: `${island}<p uid="x">uid="Z1ab"</p>` }));
  expect(html.match(/<astro-island[^>]*>/g)).toEqual(['<astro-island ssr>', '<astro-island ssr>']);
  expect(html).toContain('<p uid="x">uid="Z1ab"</p>');
});

test('a page without style sheets and islands keeps every byte but those of its policy', () => {
  const page = rendered({ body: '<p>Text</p>' });
  expect(finishPage(page)).toBe(page.replace(/ 'sha256-[^']*'/g, ''));
});

test('an answer without a head is left as it is', () => expect(finishPage('<p>Moved</p>')).toBe('<p>Moved</p>'));

test('hashes are those of the UTF-8 that browsers hash', () => {
  const [code, css, text] = ["say('Žluťoučký')", 'i::after{content:"…"}', '東京 – İstanbul 🜂'];
  const policy = `style-src 'self'; script-src ${hashOf(code)}`;
  const page = `<head><meta http-equiv="content-security-policy" content="${policy}"><style>${css}</style></head><p>${text}</p><script>${code}</script>`;
  const html = finishPage(page);
  expect(html).toContain(`<style>${css}</style></head><p>${text}</p><script>${code}</script>`);
  expect(policyOf(html)).toBe(`style-src 'self' ${hashOf(css)}; script-src ${hashOf(code)}`);
});
