import { fromHtml } from 'hast-util-from-html';
import { mdxToHast } from 'satteri';
import { expect, test } from 'vitest';
import { excerpt, shorten, wordsOf } from '../../../src/lib/story/excerpt.ts';

const of = (html: string, locale = 'en') => excerpt(fromHtml(html, { fragment: true }), locale);
const long = `It ${'really '.repeat(30)}works.`;

test.each([
  ['takes whole sentences', '<p>One is short. Two is too.</p>', 'One is short. Two is too.'],
  ['leaves out what exceeds 160 characters', `<p>One is short. ${long}</p>`, 'One is short.'],
  ['continues in the next paragraph', '<p>One.</p>\n<p>Two.</p>', 'One. Two.'],
  ['ends at a heading', '<p>One.</p><h2>Then</h2><p>Two.</p>', 'One.'],
  ['ends at a list', '<p>One.</p><ul><li>Two.</li></ul><p>Three.</p>', 'One.'],
  ['begins below a heading', '<h2>The problem</h2><p>One.</p>', 'One.'],
  [
    'reads no list, code, table, quotation or caption',
    '<ul><li>A.</li></ul><pre>b.</pre><blockquote><p>C.</p></blockquote><p>One.</p>',
    'One.',
  ],
  ['reads no picture', '<p><img data-picture="a.jpg" alt="A board."></p><p>One.</p>', 'One.'],
  [
    'keeps the words of links and of inline code',
    '<p>We run <code>cron</code> on <a href="/x">a <em>boat</em></a>.</p>',
    'We run cron on a boat.',
  ],
  ['leaves out references to footnotes', '<p>One<sup><a href="#n" data-footnote-ref>1</a></sup>.</p>', 'One.'],
  ['reads a line break as a space', '<p>One<br>two.</p>', 'One two.'],
  ['reads inside boxes', '<div><section><p>One.</p></section></div>', 'One.'],
  ['leaves out the words that introduce a list', '<p>One. These are they:</p><ul><li>a</li></ul>', 'One.'],
  ['passes over lines that are no sentence', '<p>Client: Acme</p><h2>a</h2><p>One.</p>', 'One.'],
  ['takes such a line where there is no sentence', '<p>Client: Acme</p>', 'Client: Acme'],
  ['does not end at an abbreviation', '<p>We met Dr. Ada L. Berg at no. 5. It rained.</p>', 'We met Dr. Ada L. Berg at no. 5. It rained.'],
  ['does not end at a decimal', '<p>It takes 3.5 h. It took 9.</p>', 'It takes 3.5 h. It took 9.'],
  ['keeps quotation marks after the full stop', '<p>“It works.” She left.</p>', '“It works.” She left.'],
])('%s', (_name, html, expected) => expect(of(html)).toBe(expected));

test('a sentence of more than 160 characters is cut between words', () => {
  const cut = of(`<p>${long}</p>`) ?? '';
  expect(cut).toMatch(/really…$/);
  expect(cut.length).toBeLessThanOrEqual(160);
});

test.each(['', '<ul><li>One.</li></ul>', '<p><img alt="A"></p>', '<p>42</p>', '<pre>One.</pre>'])('there is none in %j', (html) => {
  expect(of(html)).toBeNull();
});

test('German sentences end where German ones do', () => {
  expect(of('<p>Wir messen z. B. den Pegel bzw. die Flut. Das reicht.</p>', 'de')).toBe(
    'Wir messen z. B. den Pegel bzw. die Flut. Das reicht.',
  );
});

test('a line is shortened to its limit, between words', () => {
  expect([shorten('one two three', 13), shorten('one two, three', 12)]).toEqual(['one two three', 'one two…']);
});

test('words are read on one line', () => {
  expect(wordsOf(fromHtml('The <em>whole</em>\n  line', { fragment: true }))).toBe('The whole line');
});

test('takes no sentence with a part that only rendering knows', () => {
  const ofMdx = (text: string) => excerpt(mdxToHast(text), 'en');
  expect(ofMdx('One pier. It is {6 * 7} m long. Two piers.')).toBe('One pier.');
  expect(ofMdx('It is <Length /> long.\n\nTwo piers.')).toBe('Two piers.');
  expect(ofMdx('It is {6 * 7} m long')).toBeNull();
});
