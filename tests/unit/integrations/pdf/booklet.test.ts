import { describe, expect, test } from 'vitest';
import { bindBooklet, casesIn, numberContents } from '../../../../src/integrations/pdf/booklet.ts';

const template = [
  '<ol><li><a href="#booklet-b">B</a><span data-page="b"></span></li><li><span data-page="a"></span></li></ol>',
  '<section class="x" data-case="b" data-path="shared/k/"><p>b/</p></section><section data-case="a" data-path="projects/a/"></section>',
].join('');
const page = (inner: string) => `<main><nav></nav><article lang="de">${inner}</article></main>`;

test('the case studies are those of the template, in order, with the paths of their pages', () =>
  expect(casesIn(template)).toEqual([
    { slug: 'b', path: 'shared/k/' },
    { slug: 'a', path: 'projects/a/' },
  ]));

describe('a bound booklet', () => {
  const bound = bindBooklet(template, [
    { slug: 'a', html: page('<h2 id="s">A</h2><a href="#s">up</a><section aria-labelledby="s t"><article>inner</article></section>') },
    { slug: 'b', html: page('B<dialog id="d"><img></dialog><script>1</script><a href="/x/#s">x</a>') },
  ]);

  test('has each case study in its section, without dialogs and scripts', () =>
    expect(bound).toContain(
      '<section class="x" data-case="b" data-path="shared/k/"><p>b/</p><article lang="de">B<a href="/x/#s">x</a></article></section>',
    ));

  test('gives each case study its own ids and references', () =>
    expect(bound).toContain('<h2 id="s--a">A</h2><a href="#s--a">up</a><section aria-labelledby="s--a t--a"><article>inner</article>'));
});

test('a case study without a page is an error', () => expect(() => bindBooklet(template, [])).toThrow('no pages for b'));

describe('the contents', () => {
  const outline = [
    { title: 'Cover', level: 1, page: 1 },
    { title: 'Contents', level: 1, page: 2 },
    { title: 'B', level: 1, page: 3 },
    { title: 'Summary', level: 2, page: 4 },
    { title: 'A', level: 1, page: 7 },
  ];

  test('show the first page of each case study', () =>
    expect(numberContents(template, outline)).toContain('data-page="b">3</span></li><li><span data-page="a">7</span>'));

  test('are not written when a page is missing', () =>
    expect(() => numberContents(template, outline.slice(0, 3))).toThrow('no pages for a'));
});
