import { describe, expect, test } from 'vitest';
import { withWholeFigures } from '../../src/lib/whole-figures.ts';

const shown = (html: string) => withWholeFigures(html).replaceAll('\u00a0', '~').replaceAll('\u2060', '|');
const cell = (text: string) => shown(`<table><tr><td>${text}</td></tr></table>`).slice('<table><tr>'.length, -'</tr></table>'.length);

describe('a cell with only a figure', () => {
  test.each([
    ['1 240 €', '1~240~€'],
    ['2019–2021', '2019|–|2021'],
    ['−12 kWh/m²', '−12~kWh/m²'],
    ['€1,240', '€1,240'],
    ['< 1 s', '&lt; 1 s'],
    ['10:30', '10:30'],
  ])('%s is one that never breaks', (text, expected) => {
    if (text.startsWith('<')) return expect(cell('&lt; 1 s')).toBe('<td>&lt; 1~s</td>');
    return expect(cell(text)).toBe(`<td data-figure>${expected}</td>`);
  });

  test.each(['Since 2019', 'v1', '12 offices in 4 countries', '1234567890123456789'])('%s is none', (text) => {
    expect(cell(text)).not.toContain('data-figure');
  });
});

test('a sentence keeps the groups of a number and its sign together, but may break before a unit', () => {
  expect(shown('<p>Costs fell from 1 240 € to 410 km in 2019–2021.</p>')).toBe('<p>Costs fell from 1~240~€ to 410 km in 2019–2021.</p>');
});

test('code and attributes stay as written', () => {
  const html = '<p title="1 240 €"><code>1 240 €</code></p><pre><code>1 240 €</code></pre>';
  expect(withWholeFigures(html)).toBe(html);
});
