import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkOwnPages, checkPage } from '../../../../src/checks/cross-document/own-pages.ts';

const front = "---\nimport Page from '../layouts/Page.astro';\nconst a = '<script>';\n---\n";
const check = (template: string) => checkPage('src/pages/talks.astro', front + template);

describe('an own page', () => {
  test.each([
    [
      '<p>Talks</p>\n<script>\n  import "./x";\n</script>',
      '6:1',
      'is a script, and no page of the site has JavaScript except the metric strip',
    ],
    ['<script is:inline src="/x.js"></script>', '5:1', 'is a script, and no page of the site has JavaScript except the metric strip'],
    ['<Map client:load places={[1]} />', '5:1', 'is an island, and no page of the site has JavaScript except the metric strip'],
    ['<ul>{talks.map((t) => <li style={`color: ${t}`}>{t}</li>)}</ul>', '5:23', 'has a style in its tag, which the security policy blocks'],
    ['<p\n  class="a"\n  style="color: red"\n>a</p>', '5:1', 'has a style in its tag, which the security policy blocks'],
    ['<style define:vars={{ a }}>p { color: var(--a) }</style>', '5:1', 'has a style in its tag, which the security policy blocks'],
    ['<button onclick="go()">Go</button>', '5:1', 'has code in an attribute, which the security policy blocks'],
  ])('%j is reported at %s', (template, position, message) => {
    const found = check(template);
    expect(found.map(({ line, column, ...rest }) => [`${line}:${column}`, rest.severity, rest.message])).toEqual([
      [position, 'error', message],
    ]);
  });

  test.each([
    '<script type="application/ld+json" set:html={JSON.stringify({ a: { b: 1 } })} />',
    '<!-- <script></script> --><p>{/* <p style="a"> */}</p>',
    "<p>{'<script>'} and &lt;script&gt;</p>",
    '<p title="a style=b onclick=c" class="style" data-style="x">a</p>',
    '<Chart style="bold" />',
    '<style>p { color: red }</style>',
    '<p>{a < b && a > c}</p>',
  ])('%j is right', (template) => expect(check(template)).toEqual([]));

  test('may show the islands of the template', () => {
    const source = "---\nimport MetricStrip from '../islands/MetricStrip.astro';\n---\n<MetricStrip client:visible />";
    expect(checkPage('src/pages/talks.astro', source)).toEqual([]);
  });

  test('as docs/own-pages.md shows it is right, and so are the pages of the template', () => {
    const root = join(import.meta.dirname, '../../../..');
    const [, example = ''] = /```astro\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/own-pages.md'), 'utf8')) ?? [];
    expect(example).toContain('<Page');
    expect([...checkPage('src/pages/talks.astro', example), ...checkOwnPages(root)]).toEqual([]);
  });
});
