import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

describe('what an own page imports', () => {
  const checkFiles = (files: Record<string, string>): string[] => {
    const root = mkdtempSync(join(tmpdir(), 'own-pages-'));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    const found = checkOwnPages(root);
    rmSync(root, { recursive: true });
    return found.map(({ path, line, column, value, message }) => `${path}:${line}:${column} ${value}: ${message}`);
  };
  const page = (...lines: string[]): string => ['---', ...lines, '---', '<p>A page</p>', ''].join('\n');

  test.each([
    [page("import Page from '../layouts/Pgae.astro';"), 'src/pages/talks.astro:2:19 ../layouts/Pgae.astro'],
    [page('', 'import {', '  one,', '  two,', '} from "../lib/gone";'), 'src/pages/talks.astro:6:9 ../lib/gone'],
    [page("import './talks.css'"), 'src/pages/talks.astro:2:9 ./talks.css'],
    [page("const talks = await import('../data/talks.json');"), 'src/pages/talks.astro:2:29 ../data/talks.json'],
    [page("import logo from '/src/assets/logo.svg?raw';"), 'src/pages/talks.astro:2:19 /src/assets/logo.svg?raw'],
    [page("export * from '../lib';"), 'src/pages/talks.astro:2:16 ../lib'],
  ])('%j is named', (source, place) => {
    expect(checkFiles({ 'src/pages/talks.astro': source })).toEqual([`${place}: imports a file that does not exist`]);
  });

  test('is looked for in a module too', () => {
    expect(checkFiles({ 'src/pages/talks.json.ts': "import { talks } from '../talks.ts';\n" })).toEqual([
      'src/pages/talks.json.ts:1:24 ../talks.ts: imports a file that does not exist',
    ]);
  });

  test('may leave out its ending, name a folder, or be of no file', () => {
    const source = page(
      "import Page from '../layouts/Page.astro';",
      "import { one } from '../lib/one';",
      "import { two } from '../lib/two/';",
      "import { three } from '../lib/one.js';",
      "import logo from '/src/assets/logo.svg?raw';",
      "import mark from '/mark.svg';",
      "import type { Talk } from '../talk';",
      "import { getCollection } from 'astro:content';",
      "export const text = './not-imported';",
      "// import old from './old';",
      "/* import older from './older'; */",
    );
    const files = ['src/layouts/Page.astro', 'src/lib/one.ts', 'src/lib/two/index.js', 'src/assets/logo.svg', 'public/mark.svg'];
    const written = { 'src/pages/talks.astro': `${source}<p>import './gone'</p>`, ...Object.fromEntries(files.map((path) => [path, ''])) };
    expect(checkFiles(written)).toEqual([]);
  });
});
