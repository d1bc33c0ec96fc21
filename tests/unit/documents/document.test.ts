import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/documents/document.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';

const read = (text: string | Uint8Array) => readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'x.md');
const messages = (text: string | Uint8Array): string[] =>
  read(text).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
const yaml = (lines: string): string => `---\n${lines}\n---\n`;

describe('front matter', () => {
  test('is read past a byte order mark, blank lines and CRLF', () => {
    const document = read('\uFEFF\r\n\r\n---\r\na: b\r\n---  \r\nBody\r\n');
    expect(document).toMatchObject({ data: { a: 'b' }, body: 'Body\n', bodyLine: 6, diagnostics: [] });
    expect(document.locate(['a'])).toEqual({ line: 4, column: 1 });
  });

  test('keeps the source of plain scalars, and quoted ones as text', () => {
    expect(read(yaml('a: 3.10\nb: true\nc: yes\nd: "5"\ne: 2023-08-15\nf: 1:30')).data).toEqual({
      a: new SourceScalar(3.1, '3.10'),
      b: new SourceScalar(true, 'true'),
      c: 'yes',
      d: '5',
      e: '2023-08-15',
      f: '1:30',
    });
  });

  test('leaves out absent values, but knows their positions', () => {
    const document = read(yaml('a:\nb: ~\nc: "  "\nd: null\ne: "null"\nf: [x, "", ~]'));
    expect(document.data).toEqual({ e: 'null', f: ['x', null, null] });
    expect(document.has(['c'])).toBe(true);
    expect(document.locate(['c'])).toEqual({ line: 4, column: 1 });
  });

  test('treats __proto__ as an ordinary key', () => {
    const { data } = read(yaml('__proto__: { polluted: true }\nconstructor: x'));
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  test('resolves anchors', () => {
    expect(read(yaml('a: &a [x, y]\nb: *a')).data).toEqual({ a: ['x', 'y'], b: ['x', 'y'] });
  });
});

describe('positions', () => {
  const document = read(yaml('shots:\n  - image: a\n    alt: |\n      one\n      two\n  - { image: b, alt: "c d" }'));

  test.each([
    [['shots'], 2, 1],
    [['shots', 0], 3, 5],
    [['shots', 0, 'alt'], 4, 5],
    [['shots', 1], 7, 5],
    [['shots', 1, 'alt'], 7, 17],
    [['shots', 1, 'caption'], 7, 5],
    [['other'], 1, 1],
  ])('%j is at %i:%i', (path, line, column) => {
    expect(document.locate(path)).toEqual({ line, column });
  });

  test('a line of a block maps to the line of the file', () => {
    expect(document.locateIn(['shots', 0, 'alt'], { line: 2, column: 2 })).toEqual({ line: 6, column: 8 });
    expect(document.locateIn(['shots', 1, 'alt'], { line: 1, column: 3 })).toEqual({ line: 7, column: 25 });
  });
});

describe('invalid files', () => {
  test.each([
    ['an empty file', '', '1:1 is empty'],
    ['words alone', '\nHello', '2:1 has no front matter: its first line is not `---`'],
    ['TOML', '+++\na = 1\n+++\n', '1:1 starts with `+++`, Hugo’s front matter in TOML'],
    ['no end', '---\na: b\n\nBody\n', '1:1 has front matter without an end'],
    ['an end with a hyphen too many', '---\na: b\n----\nBody\n', '3:1 has front matter without an end'],
    ['two front matters', '---\ntitle: a\n---\ntagline: b\n---\n', '3:1 ends the front matter, but more fields follow'],
    ['old line ends', '---\ra: b\r---\r', '1:1 has classic Mac OS line endings (CR only)'],
    ['a list', yaml('- a'), '2:1 has a list as front matter'],
    ['a word', yaml('a'), '2:1 has front matter without fields'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), '1:1 is encoded as UTF-16, not UTF-8'],
    ['Latin-1', Buffer.from('---\ntitle: fünf\n---\n', 'latin1'), '2:9 is not valid UTF-8: `�` marks the unreadable bytes'],
    ['a NUL', '---\na: b\n---\nx\0y', '4:2 contains a NUL byte U+0000, which no page or feed can contain'],
    ['a bell', '---\na: b\u0007\n---\n', '2:5 contains the control character U+0007, which no page or feed can contain'],
  ])('%s', (_, text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  test('prose above a rule is not a second front matter', () => {
    expect(messages('---\ntitle: a\n---\nnote: b\n---\n')).toEqual([]);
  });
});

describe('invalid YAML', () => {
  test.each([
    ['a tab for indentation', 'a:\n\tb: c', '3:1 is indented with a tab'],
    ['a tab in a block', 'a: |\n\tb', '3:1 is indented with a tab'],
    ['a tab behind a key', 'a:\tb', '2:3 contains a tab between key and value'],
    ['a tag', 'a: !!js/function "x"', '2:4 has the YAML tag `!!js/function`; tags are not supported'],
    ['a merge key', 'a: { x: 1 }\n<<: { y: 2 }', '3:1 uses the merge key `<<`, which is not supported'],
    ['a key twice', 'a: b\na: c', '3:1 is a duplicate: line 2 already has the key `a`'],
    ['a key twice below', 'a: { b: 1, b: 2 }', '2:12 is a duplicate: line 2 already has the key `b`'],
    ['a colon in plain text', 'a: b: c', '2:4 contains `: `, which starts a mapping'],
    ['text behind a quote', "a: 'it's'", '2:8 continues after the end of its value'],
    ['an open quote', 'a: "b\nc: d', '2:4 opens a quote that is not closed'],
    ['an open bracket', 'a: [b\nc: d', '3:1 is inside a bracket that is not closed'],
    ['a line out of line', 'a: b\n c: d', '2:4 contains `: `, which starts a mapping'],
    ['an anchor that is not set', 'a: *b', '2:4 refers to the anchor `b`, which is not defined before it'],
    ['a document mark', 'a: b\n--- c', '3:1 starts a second YAML document'],
    ['a map for a key', 'a: {{ b }}', '2:5 contains `{{`, which starts a mapping in YAML'],
    ['an escaped control', 'a: "x\\b"', '2:4 contains the control character U+0008, which no page or feed can contain'],
    ['half an emoji', 'a: "\\ud83e"', '2:4 contains a lone surrogate U+D83E, which no page or feed can contain'],
  ])('%s', (_, lines, message) => {
    expect(messages(yaml(lines))).toEqual([message]);
  });

  test('a tab within a text is allowed', () => {
    expect(messages(yaml('a: |\n  make:\n  \trun\nb: "x\ty" # c\td'))).toEqual([]);
  });

  test('nesting stops at 32', () => {
    const nested = (depth: number): string => yaml(Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n'));
    expect(messages(nested(32))).toEqual([]);
    expect(messages(nested(33))).toHaveLength(1);
    expect(messages(nested(34))).toEqual(['34:33 is nested deeper than 32 levels']);
  });

  test.each([
    ['values', `a:\n${'- b\n'.repeat(10_001)}`, '2:1 has more than 10000 values'],
    ['lists in a line', `a: ${'['.repeat(60_000)}`, '2:50003 has more than 50000 line breaks and signs of YAML'],
    ['lines', 'a: 1\n'.repeat(30_000), '25002:2 has more than 50000 line breaks and signs of YAML'],
  ])('too many %s are not read', (_, lines, message) => {
    expect(messages(yaml(lines))).toEqual([message]);
  });

  test('aliases expand to 100 values', () => {
    const list = (length: number): string => `[${Array.from({ length }, () => 'x').join(', ')}]`;
    expect(messages(yaml(`a: &a ${list(98)}\nb: *a`))).toEqual([]);
    expect(messages(yaml(`a: &a ${list(101)}\nb: *a`))).toEqual(['3:4 expands to more than 100 values']);
  });
});

describe('hostile documents are read in reasonable time', { timeout: 30_000 }, () => {
  const many = 100_000;
  test.each([
    [
      'billion laughs',
      Array.from({ length: 9 }, (_, level) => `a${level}: &a${level} [${level ? `*a${level - 1}, `.repeat(9) : 'x'}]`).join('\n'),
    ],
    ['an anchor in itself', 'a: &a [*a]'],
    ['brackets', `a: ${'['.repeat(many)}`],
    ['braces', `a: ${'{a: '.repeat(many)}`],
    ['list marks', '- '.repeat(many)],
    ['key marks', '? '.repeat(many)],
    ['steps', Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['quotes', `a: ${'"'.repeat(many * 3)}`],
    ['open quotes', 'a: "\n'.repeat(many)],
    ['colons', 'a: b: '.repeat(many)],
    ['tabs', `a: b\n${'\t'.repeat(many * 2)}\n`],
    ['keys', 'k: v\n'.repeat(many)],
    ['a line of 5 MB', `a: "${'x'.repeat(5_000_000)}"`],
    ['anchors', `${'&a '.repeat(many)}`],
  ])('%s', (_, lines) => {
    const start = performance.now();
    expect(() => read(yaml(lines))).not.toThrow();
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('reading never throws, for any bytes', () => {
  const signs = fc.array(
    fc.constantFrom(
      '---',
      '\n',
      'a: ',
      '- ',
      '\t',
      '&a',
      '*a',
      '!t',
      '"',
      "'",
      '[',
      '{',
      ']',
      '}',
      '|',
      '>',
      '#',
      ' ',
      '<<: ',
      '\r\n',
      'é',
      '\0',
      '? ',
      '%',
    ),
  );
  fc.assert(
    fc.property(signs, (parts) => void read(yaml(parts.join('')))),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes)),
    { numRuns: 200 },
  );
});
