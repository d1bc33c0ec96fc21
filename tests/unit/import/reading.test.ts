import { describe, expect, test } from 'vitest';
import { readForeign } from '../../../scripts/import/front-matter.ts';
import { readLooseDate } from '../../../scripts/import/loose-dates.ts';
import { oldAddresses } from '../../../scripts/import/old-addresses.ts';
import { openSite } from '../../../scripts/import/site.ts';
import { readToml } from '../../../scripts/import/toml.ts';
import { lostWords, textsIn } from '../../../scripts/import/words.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { plant, type Files } from '../../fixtures/import/sites.ts';

describe('TOML', () => {
  test.each([
    ['a = "x\\u00e9\\n"', { a: 'xé\n' }],
    ["a = 'C:\\x'", { a: 'C:\\x' }],
    ['a = """\nx \\\n  y"""', { a: 'x y' }],
    ['a = [1, "b", # c\n [true]]', { a: [new SourceScalar(1, '1'), 'b', [new SourceScalar(true, 'true')]] }],
    ['a.b = 1_000\n"c d" = 2.50', { a: { b: new SourceScalar(1000, '1_000') }, 'c d': new SourceScalar(2.5, '2.50') }],
    ['[x.y]\na = {b = 1979-05-27T07:32:00Z}', { x: { y: { a: { b: '1979-05-27T07:32:00Z' } } } }],
    ['[[x]]\na = 1\n[[x]]\n[x.z]\nb = 2', { x: [{ a: new SourceScalar(1, '1') }, { z: { b: new SourceScalar(2, '2') } }] }],
  ])('%s', (text, data) => expect(readToml(text)).toEqual({ data, faults: [] }));

  test('what cannot be read is listed, the rest is read', () => {
    expect(readToml('a = \nb = 1 2\n= 3\nc = "ok"\nc = "twice"')).toEqual({
      data: { b: new SourceScalar(1, '1'), c: 'ok' },
      faults: ['a =', 'b = 1 2', '= 3', 'c = "twice"'],
    });
  });

  test('nesting and names of the language itself do no harm', () => {
    expect(readToml(`a = ${'['.repeat(5000)}`).faults).toHaveLength(1);
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
  ])('%s is %s', (written, date, whole) => expect(readLooseDate(written)).toEqual({ date, whole }));

  test.each(['04/05/2021', 'soon', '2021-02-30', '31 Feb 2020', '2015 - 2019', ''])('%s is not guessed at', (written) =>
    expect(readLooseDate(written)).toBeNull(),
  );
});

describe('front matter', () => {
  test.each([
    ['JSON', '{\n"a": "x"\n}\nBody', { a: 'x' }],
    ['YAML of Windows', '\uFEFF---\r\na: x\r\n---\r\nBody', { a: 'x' }],
    ['merged maps', '---\nb: &b {a: x, c: y}\n<<: *b\nc: z\n---\nBody', { a: 'x', b: { a: 'x', c: 'y' }, c: 'z' }],
    ['none', 'Body', {}],
  ])('%s', (_, text, data) => {
    const read = readForeign(Buffer.from(text));
    expect({ data: read.data, body: read.body }).toEqual({ data, body: 'Body' });
  });

  test('bytes of Windows are read as such', () => {
    expect(readForeign(Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1')).data).toEqual({ title: 'Café' });
  });
});

describe('the old address', () => {
  const jekyll = (config: string): Files => ({ '_config.yml': config, '_projects/2020-05-06-My App.md': '---\n---\n' });
  test.each([
    ['of a collection without a rule', jekyll('collections: {projects: {output: true}}'), ['/projects/My%20App.html']],
    ['of a collection with one', jekyll('collections: {projects: {output: true, permalink: "/w/:year/:title"}}'), ['/w/2020/my-app']],
    [
      'of defaults',
      jekyll('collections: {projects: {output: true}}\ndefaults: [{scope: {type: projects}, values: {permalink: "/d/:name/"}}]'),
      ['/d/my-app/'],
    ],
    [
      'below a base path',
      jekyll('baseurl: /b\npermalink: pretty\ncollections: {projects: {output: true}}'),
      ['/b/projects/My%20App/', '/projects/My%20App/'],
    ],
    ['of a collection that makes no pages', jekyll('collections: {projects: {output: false}}'), []],
    [
      'of a permalink',
      { ...jekyll('collections: {projects: {output: true}}'), '_projects/2020-05-06-My App.md': '---\npermalink: /x/\n---\n' },
      ['/x/'],
    ],
    ['of Hugo', { 'hugo.yaml': '', 'content/en/work/A.md': '---\n---\n' }, ['/work/a/', '/en/work/a/']],
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
    expect(oldAddresses(site, { file, data: readForeign(site.read(file.path)).data, date: '2020-05-06' })).toEqual(expected);
  });
});

describe('lost words', () => {
  test('are those of texts a reader saw, as often as they are missing', () => {
    expect(lostWords(['One two two <b class="x">three</b> <img alt="Four" src="five.png"> [six](/seven)'], ['two One three'])).toEqual([
      'two',
      'four',
      'six',
    ]);
  });
  test('are looked for at every depth of the fields', () => {
    expect(textsIn({ a: ['x', { b: new SourceScalar(3, '3.0') }], c: new SourceScalar(true, 'true') })).toEqual(['x', '3.0']);
  });
});
