import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../scripts/import/front-matter/front-matter.ts';
import { parseLenientDate } from '../../../scripts/import/fields/lenient-dates.ts';
import { oldAddresses } from '../../../scripts/import/old-addresses/old-addresses.ts';
import { openSite } from '../../../scripts/import/open-site.ts';
import { readToml } from '../../../scripts/import/front-matter/toml.ts';
import { findMissingWords, collectTexts } from '../../../scripts/import/missing-words.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { plant, type Files } from '../../fixtures/import/sites.ts';

describe('TOML', () => {
  test.each([
    ['a = "x\\u00e9\\n"', { a: 'xé\n' }],
    ['a = [1, "b", # c\n [true]]', { a: [new SourceScalar(1, '1'), 'b', [new SourceScalar(true, 'true')]] }],
    ['a.b = 1_000\n"c d" = 2.50', { a: { b: new SourceScalar(1000, '1000') }, 'c d': new SourceScalar(2.5, '2.5') }],
    ['a = 12345678901234567890', { a: '12345678901234567890' }],
    ['[x.y]\na = {b = 1979-05-27T07:32:00Z}', { x: { y: { a: { b: '1979-05-27T07:32:00Z' } } } }],
    ['a = 2020-09-30T23:00:00-05:00\nb = 07:32:00', { a: '2020-09-30T23:00:00-05:00', b: '07:32:00' }],
    ['[[x]]\na = 1\n[[x]]\n[x.z]\nb = 2', { x: [{ a: new SourceScalar(1, '1') }, { z: { b: new SourceScalar(2, '2') } }] }],
  ])('%s', (text, data) => expect(readToml(text)).toEqual({ data, diagnostics: [] }));

  test('keeps an impossible date as typed', () => {
    expect(readToml('a = 2023-03-01\nb = 2023-02-29 # leap day?\nc = 2021-13-30T10:00:00Z').data).toEqual({
      a: '2023-03-01',
      b: '2023-02-29',
      c: '2021-13-30T10:00:00Z',
    });
  });

  test('that is invalid yields its text and the reason', () => {
    expect(readToml('a = "x"\nb = ')).toEqual({
      data: {},
      diagnostics: [
        {
          reason: 'the front matter cannot be read as TOML (Invalid TOML document: invalid value)',
          text: 'a = "x"\nb = ',
        },
      ],
    });
  });

  test('may nest deeply and use the names of prototypes', () => {
    expect(readToml(`a = ${'['.repeat(5000)}`).diagnostics).toHaveLength(1);
    expect(Object.hasOwn(readToml('__proto__ = "x"').data, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a date', () => {
  test.each([
    ['2023-08-15', '2023-08-15', true],
    ['2023-8-5', '2023-08-05', false],
    ['2023/08/15', '2023-08-15', true],
    ['2023-07-20T23:59:00-09:00', '2023-07-20', false],
    ['2017-02-12 11:08:11 -0400', '2017-02-12', false],
    ['15 August 2023', '2023-08-15', true],
    ['Aug 15th, 2023', '2023-08-15', true],
    ['Sept. 2020', '2020-09', true],
    ['25/12/2021', '2021-12-25', true],
    ['12/25/2021', '2021-12-25', true],
    ['5.4.2021', '2021-04-05', true],
    ['Fall 2022', '2022', false],
    ['2019', '2019', true],
  ])('%s is %s', (written, date, exact) => expect(parseLenientDate(written)).toEqual({ date, exact }));

  test.each(['04/05/2021', 'soon', '2021-02-30', '31 Feb 2020', '2015 - 2019', ''])('%s is ambiguous or no date', (written) =>
    expect(parseLenientDate(written)).toBeNull(),
  );
});

describe('front matter', () => {
  test.each([
    ['in JSON', '{\n"a": "x"\n}\nBody', { a: 'x' }],
    ['in YAML with Windows line ends', '\uFEFF---\r\na: x\r\n---\r\nBody', { a: 'x' }],
    ['with merged maps', '---\nb: &b {a: x, c: y}\n<<: *b\nc: z\n---\nBody', { a: 'x', b: { a: 'x', c: 'y' }, c: 'z' }],
    ['that is absent', 'Body', {}],
  ])('%s', (_, text, data) => {
    const read = readFrontMatter(Buffer.from(text));
    expect({ data: read.data, body: read.body }).toEqual({ data, body: 'Body' });
  });

  test('in Windows-1252 is decoded as such', () => {
    expect(readFrontMatter(Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1')).data).toEqual({ title: 'Café' });
  });
});

describe('the old address', () => {
  const jekyll = (config: string): Files => ({ '_config.yml': config, '_projects/2020-05-06-My App.md': '---\n---\n' });
  test.each([
    ['of a collection without a rule', jekyll('collections: {projects: {output: true}}'), ['/projects/2020-05-06-My%20App.html']],
    ['of a collection with a rule', jekyll('collections: {projects: {output: true, permalink: "/w/:year/:title"}}'), ['/w/2020/My-App']],
    [
      'of defaults',
      jekyll('collections: {projects: {output: true}}\ndefaults: [{scope: {type: projects}, values: {permalink: "/d/:name/"}}]'),
      ['/d/my-app/'],
    ],
    [
      'below a base path',
      jekyll('baseurl: /b\npermalink: pretty\ncollections: {projects: {output: true}}'),
      ['/b/projects/2020-05-06-My%20App/', '/projects/2020-05-06-My%20App/'],
    ],
    ['of a collection without pages', jekyll('collections: {projects: {output: false}}'), []],
    [
      'of a permalink',
      { ...jekyll('collections: {projects: {output: true}}'), '_projects/2020-05-06-My App.md': '---\npermalink: /x/\n---\n' },
      ['/x/'],
    ],
    ['of Hugo', { 'hugo.yaml': 'languages: {en: {contentDir: content/en}}', 'content/en/work/A.md': '---\n---\n' }, ['/work/a/']],
    [
      'of Hugo with a rule',
      { 'hugo.yaml': 'permalinks: {work: "/:year/:title/"}', 'content/work/a.md': '---\ntitle: Big One\n---\n' },
      ['/2020/big-one/'],
    ],
    ['of Astro pages', { 'astro.config.mjs': '', 'src/pages/projects/a.md': '---\n---\n' }, ['/projects/a/']],
  ] satisfies [string, Files, string[]][])('%s', (_, files, expected) => {
    const site = openSite(plant(files));
    const file = site?.documents[0];
    if (!site || !file) throw new Error('no document');
    expect(oldAddresses(site, { file, data: readFrontMatter(site.read(file.path)).data, date: '2020-05-06' })).toEqual(expected);
  });
});

describe('missing words', () => {
  test('are words that a visitor saw, each as often as it is missing', () => {
    expect(
      findMissingWords(['One two two <b class="x">three</b> <img alt="Four" src="five.png"> [six](/seven)'], ['two One three']),
    ).toEqual(['two', 'four', 'six']);
  });
  test('are collected at every depth of the fields', () => {
    expect(collectTexts({ a: ['x', { b: new SourceScalar(3, '3.0') }], c: new SourceScalar(true, 'true') })).toEqual(['x', '3.0']);
  });
});
