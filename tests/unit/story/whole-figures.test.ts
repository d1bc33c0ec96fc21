import { expect, test } from 'vitest';
import { keepUnits, withWholeFigures } from '../../../src/lib/story/whole-figures.ts';

const shown = (html: string) => withWholeFigures(html).replaceAll('\u00a0', '~').replaceAll('\u2060', '|');

test.each([
  ['1 240 €', '1~240~€'],
  ['2019–2021', '2019|–|2021'],
  ['−12 kWh/m²', '−12~kWh/m²'],
  ['&lt; 1 s', '&lt; 1~s'],
])('a cell keeps its figures together: %s', (text, expected) => {
  expect(shown(`<table><tr><td>${text}</td></tr></table>`)).toBe(`<table><tr><td>${expected}</td></tr></table>`);
});

test('a sentence keeps the groups of a number and its sign together, but may break before a unit', () => {
  expect(shown('<p>Costs fell from 1 240 € to 410 km in 2019–2021.</p>')).toBe('<p>Costs fell from 1~240~€ to 410 km in 2019–2021.</p>');
});

test.each([
  ['Waiting fell from 1 420 ms to 35 s', 'Waiting fell from 1~420~ms to 35~s'],
  ['12 500 בקשות לשנייה', '12~500~בקשות לשנייה'],
  ['زمن الاستجابة من 420 ms', 'زمن الاستجابة من 420~ms'],
])('the words of an outcome keep its figures and their units together: %s', (text, expected) => {
  expect(keepUnits(text).replaceAll('\u00a0', '~')).toBe(expected);
});

test('code and attributes stay as written', () => {
  const html = '<p title="1 240 €"><code>1 240 €</code></p><pre><code>1 240 €</code></pre>';
  expect(withWholeFigures(html)).toBe(html);
});

test('a long paragraph without a figure costs no more than its length', () => {
  const html = `<p>${'words '.repeat(20_000)}</p>`;
  const started = performance.now();
  expect(withWholeFigures(html)).toBe(html);
  expect(performance.now() - started).toBeLessThan(500);
});
