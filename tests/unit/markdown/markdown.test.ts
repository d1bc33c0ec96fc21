import { describe, expect, test } from 'vitest';
import { createLinks } from '../../../src/lib/markdown/links.ts';
import { renderedAddress, renderMarkdown } from '../../../src/lib/markdown/markdown.ts';
import { splitProse } from '../../../src/lib/markdown/prose-parts.ts';

const render = (source: string) => renderMarkdown(source, { headingBase: 2 });

describe('headings nest without a gap', () => {
  test.each([
    ['they begin at the given level', '# A', 3, ['h3']],
    ['a jump is closed', '# A\n\n#### B\n\n###### C', 2, ['h2', 'h3', 'h4']],
    ['a return finds its own level', '## A\n\n#### B\n\n## C', 2, ['h2', 'h3', 'h2']],
    ['the first heading is the topmost', '### A\n\n## B', 2, ['h2', 'h2']],
    [
      'no heading is below the sixth level',
      '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F',
      3,
      ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'],
    ],
  ])('%s', (_case, source, headingBase, levels) => {
    const found = [...renderMarkdown(source, { headingBase }).matchAll(/<(h\d)/g)].map(([, level]) => level);
    expect(found).toEqual(levels);
  });
});

describe('straight quotation marks follow the language', () => {
  test.each([
    ['en', 'say “so”'],
    ['de', 'say „so“'],
    ['fr', 'say «\u202fso\u202f»'],
    ['es', 'say «so»'],
  ])('%s', (locale, said) => {
    expect(renderMarkdown('say "so"', { headingBase: 2, locale })).toBe(`<p>${said}</p>`);
  });

  test.each(['„so“', '“so”', '**“so”**s', '`"so" “so”`', 'it’s'])('%s stays as written', (source) => {
    const text = (locale: string) => renderMarkdown(source, { headingBase: 2, locale });
    expect(text('de')).toBe(text('en'));
    expect(text('de').replace(/<[^>]*>|[`*]/g, '')).toBe(source.replace(/[`*]/g, ''));
  });

  test('a picture with quotation marks in its name is found', () => {
    const parts = splitProse(renderMarkdown('![a](./“b”.jpg)', { headingBase: 2, locale: 'de' }));
    expect(parts.find((part) => typeof part !== 'string')).toMatchObject({ picture: './%E2%80%9Cb%E2%80%9D.jpg' });
  });
});

describe('code that only a policy would stop is removed', () => {
  test.each([
    ['a script with its code', 'a <script>alert(1)</script> b', /script|alert/],
    ['a style sheet', '<style>p { color: red }</style>text', /style|color/],
    ['a frame', '<iframe src="https://example.com">x</iframe>', /iframe|example/],
    ['a handler', '<p onclick="x()">hi</p>', /onclick/],
    ['an inline style', '<p style="color: red">hi</p>', /style/],
    ['a script address', '<a href="javascript:alert(1)">x</a>', /javascript/],
    ['a script address in disguise', '<a href="java&#10;script:alert(1)">x</a>', /href/],
    ['a data address', '[x](data:text/html,hi)', /href/],
    ['the end of a script block in text', '`</script>`', /<\/script/],
  ])('%s', (_case, source, trace) => {
    expect(render(source)).not.toMatch(trace);
  });

  test('harmless tags stay', () => {
    expect(render('<kbd>Ctrl</kbd> and <mark>this</mark>')).toBe('<p><kbd>Ctrl</kbd> and <mark>this</mark></p>');
  });

  test('table alignment becomes an attribute', () => {
    const html = render('| a | b |\n|:-:|--:|\n| 1 | 2 |');
    expect(html).toContain('<th scope="col" data-align="center">a</th>');
    expect(html).toContain('<td data-align="right">2</td>');
    expect(html).not.toContain('style');
  });
});

describe('text', () => {
  test('a list right after its sentence is a list', () => {
    expect(render('Key challenges included: \n- one\n- two')).toBe(
      '<p>Key challenges included:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });

  test('a task has its state as a label', () => {
    expect(render('- [x] a\n- [ ] b').match(/aria-label="\w+"/g)).toEqual(['aria-label="done"', 'aria-label="open"']);
  });

  test('every id has the prefix', () => {
    const html = renderMarkdown('a[^1]\n\n[^1]: note', { headingBase: 3, idPrefix: 'solutions-' });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).not.toEqual([]);
    expect(ids.filter((id) => !id?.startsWith('solutions-'))).toEqual([]);
    for (const [, target] of html.matchAll(/(?:href="#|aria-describedby=")([^"]*)"/g)) expect(ids).toContain(target);
  });
});

describe('beyond the Markdown of GitHub', () => {
  test.each([
    ['single tildes set text low', 'H~2~O', '<p>H<sub>2</sub>O</p>'],
    ['double tildes strike it out', '~~old~~', '<p><del>old</del></p>'],
    ['tildes before figures stay', '~20% to ~30%, ~5', '<p>~20% to ~30%, ~5</p>'],
    ['a line with a colon explains the one above', 'Term\n: words', '<dl>\n<dt>Term</dt>\n<dd>words</dd>\n</dl>'],
    ['a time and a ratio stay', 'at 10:30 and\n3:4', '<p>at 10:30 and\n3:4</p>'],
  ])('%s', (_case, source, html) => expect(render(source)).toBe(html));

  test('the frame of a film becomes a link to it, any other is removed', () => {
    expect(render('<iframe src="https://www.youtube.com/embed/x1" title="A film"></iframe>')).toBe(
      '<p><a href="https://www.youtube.com/watch?v=x1">A film</a></p>',
    );
    expect(render('a <iframe src="https://player.vimeo.com/video/12"></iframe>')).toContain('<a href="https://vimeo.com/12">Vimeo</a>');
    expect(render('<iframe src="https://example.com/embed/x"></iframe>')).toBe('');
  });

  test('a trusted author keeps form fields, and the boxes of a task list have a name', () => {
    const field = '<input type="checkbox" disabled id="q" />';
    const html = renderMarkdown(`- [ ] a\n- [x] b\n\n${field}`, { headingBase: 2, trusted: true });
    expect(html).toContain('<input type="checkbox" disabled aria-label="open" />');
    expect(html).toContain('<input type="checkbox" disabled checked aria-label="done" />');
    expect(html).toContain(field);
  });

  test('a trusted author keeps the frame', () => {
    const frame = '<iframe src="https://www.youtube.com/embed/x1"></iframe>';
    expect(renderMarkdown(frame, { headingBase: 2, trusted: true })).toBe(frame);
  });
});

describe('pictures', () => {
  test('become data for the template, in place', () => {
    expect(splitProse(render('a ![A "map" & <b>](./a%20b.jpg "Title") b'))).toEqual([
      '<p>a ',
      { picture: './a%20b.jpg', alt: 'A “map” & <b>', title: 'Title' },
      ' b</p>',
    ]);
  });

  test('written as HTML stay without their handlers', () => {
    expect(splitProse(render('<img src="x.png" alt="X" onerror="y()">'))).toEqual([{ picture: 'x.png', alt: 'X', title: undefined }]);
  });

  test('are absent from a text without any', () => expect(splitProse('<p>a</p>')).toEqual(['<p>a</p>']));
});

test('of links that the check has not resolved, only paths from the root go through the address builder', () => {
  const html = renderMarkdown('[a](/contact/) [b](#x) [c](https://example.org/) [d](other.html)', {
    headingBase: 2,
    links: createLinks({}, (path) => `/base${path}`),
  });
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/base/contact/',
    '#x',
    'https://example.org/',
    'other.html',
  ]);
});

test('labels of the renderer are in the language of the text', () => {
  const html = renderMarkdown('a[^1]\n\n- [x] b\n\n[^1]: c', { headingBase: 2, locale: 'de-AT' });
  expect(html).toContain('>Anmerkungen</h2>');
  expect(html).toContain('aria-label="Zurück zur Textstelle 1"');
  expect(html).toContain('aria-label="erledigt"');
});

test.each([
  ['a b.png', 'a%20b.png'],
  ['a%20b.png', 'a%20b.png'],
  ['ü.png', '%C3%BC.png'],
  ['100%.png', '100%25.png'],
])('a picture named %s is %s in rendered HTML', (written, rendered) => {
  expect(renderedAddress(written)).toBe(rendered);
  expect(splitProse(render(`![a](<${written}>)`))[1]).toMatchObject({ picture: rendered });
});
