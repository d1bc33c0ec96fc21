import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { withWideTables } from '../../../src/lib/markdown/wide-tables.ts';

const render = (markdown: string) => withWideTables(renderMarkdown(markdown, { headingBase: 2 }), 'Table');
const table = (...cells: string[]) => `|${'h|'.repeat(cells.length)}\n|${'-|'.repeat(cells.length)}\n|${cells.join('|')}|`;

describe('a keyboard reaches a table that may be wider than a phone', () => {
  test.each([
    ['nine figures', table(...Array<string>(9).fill('1,240 ms')), true],
    ['four long words', table(...Array<string>(4).fill('transformation')), true],
    ['ten short ones', table(...Array<string>(10).fill('1')), false],
    ['sentences of short words', table('the old one was slow and it was late', 'the new one is not'), false],
    ['an address, which breaks', table('a', `https://example.com/${'x'.repeat(60)}`), false],
  ])('%s', (_case, markdown, scrolls) => expect(render(markdown).includes('tabindex="0"')).toBe(scrolls));

  const wide = table(...Array<string>(9).fill('1,240 ms'));

  test.each([
    ['its heading', `## Costs <em>a year</em>\n\n${wide}`, 'Costs a year'],
    ['the nearest heading', `## Costs\n\na\n\n### Hosts\n\n${wide}`, 'Hosts'],
    ['what it is', wide, 'Table'],
    [
      'its caption',
      '## Costs\n\n<table><caption>A "plan"</caption><tr><td>1,240,000,000 ms</td><td>1,240,000,000 ms</td><td>1,240,000,000 ms</td></tr></table>',
      'A &quot;plan&quot;',
    ],
  ])('under the name of %s', (_case, markdown, name) =>
    expect(render(markdown)).toContain(`<div class="wide" role="group" tabindex="0" aria-label="${name}"><table>`),
  );
});

test.each([
  ['14 min', 'num'],
  ['−70 %', 'num'],
  ['€ 1.2 M', 'num'],
  ['EUR 12,400', 'num'],
  ['3–5 days', 'num'],
  ['~1,240', 'num'],
  ['a'.repeat(25), 'long'],
  ['12 of 400 trains that ran', null],
  ['p95', null],
  ['Three', null],
])('the cell %j has the class %j', (text, kind) => {
  expect(/<td(?: class="(\w+)")?>/.exec(render(table('a', text)).split('<td>a</td>')[1] ?? '')?.[1] ?? null).toBe(kind);
});
