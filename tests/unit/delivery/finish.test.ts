import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { finishPage } from '../../../src/lib/delivery/finish.ts';
import { policyOf } from '../../../src/lib/delivery/policy.ts';
import { sheetName } from '../../../src/lib/sheets.ts';

const hashOf = (code: string) => `'sha256-${hash('sha256', code, 'base64')}'`;
const latin1 = (text: string) => Buffer.from(text).toString('latin1');
const utf8 = (text: string) => Buffer.from(text, 'latin1').toString();

const islands = 'astro-island,astro-slot{display:contents}';
const run = 'go()';

/** A page as Astro renders it, with islands in its body where asked for. */
function rendered({ sheets = [], body = '<p>Text</p>' }: { sheets?: readonly string[]; body?: string }): string {
  const policy = `default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('gone{}')}; script-src 'self' ${hashOf(run)};`;
  const links = sheets.map((css) => `<link rel="stylesheet" href="${sheetName(css)}">`).join('');
  return `<html><head><meta http-equiv="content-security-policy" content="${policy}"><title>T</title>${links}</head><body>${body}</body></html>`;
}

const island = `<style>${islands}</style><script>${run}</script><astro-island uid="Z1ab" ssr></astro-island><astro-island uid="Q2" ssr></astro-island>`;

describe('style sheets', () => {
  const sheets = ['a{color:red}', 'b::before{content:"→"}'];
  const { html, plain } = finishPage(rendered({ sheets }));

  test('stand at the end of the head, in their order', () => {
    const [head = ''] = utf8(html).split('</head>');
    expect(head.endsWith(`<title>T</title>${sheets.map((css) => `<style>${css}</style>`).join('')}`)).toBe(true);
    expect(html).not.toContain('sheet:');
  });

  test('are what the policy allows, and come after it', () => {
    expect(policyOf(html)).toContain(`style-src 'self' ${sheets.map(hashOf).join(' ')};`);
    expect(html.indexOf('http-equiv="content-security-policy"')).toBeLessThan(html.indexOf('<style>'));
  });

  test('are no part of what the page says', () => {
    expect(plain).toBe(html.replace(/<style>.*<\/style>/, ''));
    expect(plain).toContain('<title>T</title></head>');
  });

  test('that nobody has named are an error', () => {
    const page = '<head><link rel="stylesheet" href="sheet:99"></head>';
    expect(() => finishPage(page)).toThrow('There is no style sheet sheet:99.');
  });
});

test('the style of islands moves into the head, after the sheets, once', () => {
  const { html, plain } = finishPage(rendered({ sheets: ['a{}'], body: `<p>Text</p>${island}` }));
  expect(html).toContain(`<style>a{}</style><style>${islands}</style></head><body><p>Text</p><script>${run}</script>`);
  expect(html.split(islands)).toHaveLength(2);
  expect(plain).toContain(`<title>T</title><style>${islands}</style></head>`);
  expect(policyOf(html)).toBe(
    `default-src 'none'; style-src 'self' ${hashOf(islands)} ${hashOf('a{}')}; script-src 'self' ${hashOf(run)};`,
  );
});

test('the ids of islands go, and no other', () => {
  const { html } = finishPage(rendered({ body: `${island}<p uid="x">uid="Z1ab"</p>` }));
  expect(html.match(/<astro-island[^>]*>/g)).toEqual(['<astro-island ssr>', '<astro-island ssr>']);
  expect(html).toContain('<p uid="x">uid="Z1ab"</p>');
});

test('a page without sheets and islands keeps every byte but those of its policy', () => {
  const { html, plain } = finishPage(rendered({ body: '<p>Text</p>' }));
  expect(html).toBe(plain);
  expect(html).toBe(rendered({ body: '<p>Text</p>' }).replace(/ 'sha256-[^']*'/g, ''));
});

test('an answer without a head is left as it is', () => expect(finishPage('<p>Moved</p>').html).toBe('<p>Moved</p>'));

test('bytes beyond ASCII survive, and so do the digests of code that has some', () => {
  const [code, css, text] = ["say('Žluťoučký')", 'i::after{content:"…"}', '東京 – İstanbul 🜂'];
  const policy = `style-src 'self'; script-src ${hashOf(code)}`;
  const page = `<head><meta http-equiv="content-security-policy" content="${policy}"><link rel="stylesheet" href="${sheetName(css)}"></head>`;
  const html = utf8(finishPage(latin1(`${page}<p>${text}</p><script>${code}</script>`)).html);
  expect(html).toContain(`<style>${css}</style></head><p>${text}</p><script>${code}</script>`);
  expect(policyOf(html)).toBe(`style-src 'self' ${hashOf(css)}; script-src ${hashOf(code)}`);
});
