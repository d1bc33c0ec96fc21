import { describe, expect, test } from 'vitest';
import { formShape } from '../../../src/lib/content/form-shape.ts';
import { framedBody, fromForm, toForm, type Form, type FormFields, type FormValue } from '../../../src/lib/content/form.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { pageSchema } from '../../../src/schemas/page.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { selectionSchema } from '../../../src/schemas/selection.ts';
import { technologySchema } from '../../../src/schemas/technology.ts';
import { nastyDocuments } from '../../fixtures/documents/nasty.ts';
import { fixtures } from './fixture-documents.ts';

const schema = jsonSchemaOf(projectSchema);
const documents = [...Object.entries(nastyDocuments), ...fixtures('projects')];

describe('a form', () => {
  test.each([
    ['projects', projectSchema, ['extra']],
    ['pages', pageSchema, []],
    ['selections', selectionSchema, []],
    ['technologies', technologySchema, []],
  ] as const)('has the fields of its schema in their order: %s', (_, one, kept) => {
    expect(Object.keys(formShape(jsonSchemaOf(one)))).toEqual(Object.keys(one.shape).filter((key) => !kept.includes(key as never)));
  });

  test.each(documents)('saved without a change keeps every byte: %s', (_, text) => {
    expect(fromForm(toForm(text, schema), text, schema)).toBe(text);
    expect(fromForm(shaken(toForm(text, schema)), text, schema)).toBe(text);
  });

  test.each<[string, string, FormFields, string]>([
    ['a name stays text', 'client: Ada', { client: { name: 'Eve' } }, 'client: Eve'],
    [
      'a name with an industry becomes a map',
      'client: Ada',
      { client: { name: 'Ada', industry: 'Rail' } },
      'client:\n  name: Ada\n  industry: Rail',
    ],
    ['a map stays a map', 'client: {name: Ada, size: 5}', { client: { name: 'Eve', size: '' } }, 'client: {name: Eve}'],
    ['a new name is text', 'title: X', { client: { name: 'Eve' } }, 'title: X\nclient: Eve'],
    ['a new picture is a map', 'title: X', { thumbnail: { image: '/a.png' } }, 'title: X\nthumbnail:\n  image: /a.png'],
    [
      'a duration in words becomes dates',
      'duration: 3 months',
      { duration: { text: '', start: '2024', end: '2024-05' } },
      'duration:\n  start: 2024\n  end: 2024-05',
    ],
    ['a number stays without quotes', 'team_size: 5', { team_size: '6' }, 'team_size: 6'],
    ['a number in quotes keeps them', 'team_size: "5"', { team_size: '6' }, 'team_size: "6"'],
    ['one alias stays text', 'aliases: /a/', { aliases: ['/b/'] }, 'aliases: /b/'],
    ['a second alias makes a list', 'aliases: /a/', { aliases: ['/a/', '/b/'] }, 'aliases: [/a/, /b/]'],
    ['an unticked box goes', 'title: X\ndraft: true', { draft: false }, 'title: X'],
    ['an emptied field goes', 'title: X\nrole: Y', { role: '' }, 'title: X'],
    [
      'credits keep their shapes',
      'credits:\n  - Ada\n  - name: Eve',
      { credits: [{ name: 'Ada' }, { name: 'Eve', role: 'Print' }] },
      'credits:\n  - Ada\n  - name: Eve\n    role: Print',
    ],
    ['one sentence stays text', 'metrics: 70% less', { metrics: [{ category: '', sentence: '80% less' }] }, 'metrics: 80% less'],
    [
      'a second sentence makes a list',
      'metrics: 70% less',
      { metrics: [{ category: '', sentence: '70% less' }, { sentence: '5x more' }] },
      'metrics: [70% less, 5x more]',
    ],
    [
      'categories stay',
      'metrics:\n  speed: "70% less"',
      {
        metrics: [
          { category: 'speed', sentence: '80% less' },
          { category: 'cost', label: 'Cost', before: '9', after: '5 EUR' },
        ],
      },
      'metrics:\n  speed: "80% less"\n  cost:\n    label: Cost\n    before: 9\n    after: 5 EUR',
    ],
    [
      'other names of a metric stay',
      'metrics:\n  - {metric: Loads, from: 3 s, to: 1 s}',
      { metrics: [{ label: 'Loads', before: '3 s', after: '0.8 s' }] },
      'metrics:\n  - {metric: Loads, from: 3 s, to: 0.8 s}',
    ],
    [
      'categories move with their comments, the rest keeps its style',
      'metrics:\n  # Measured.\n  speed: "70% less" # in May\n  cost: 5% less\n  calls: |\n    2% less',
      {
        metrics: [
          { category: 'calls', sentence: '2% less' },
          { category: 'cost', sentence: '6% less' },
          { category: 'speed', sentence: '70% less' },
        ],
      },
      'metrics:\n  calls: |\n    2% less\n  cost: 6% less\n  # Measured.\n  speed: "70% less" # in May',
    ],
    [
      'categories of a map in one line move',
      'metrics: {a: 1% less, b: 2% less}',
      {
        metrics: [
          { category: 'b', sentence: '2% less' },
          { category: 'a', sentence: '1% less' },
        ],
      },
      'metrics: {b: 2% less, a: 1% less}',
    ],
    ['a list of a category stays', 'metrics:\n  a: [x 1]', { metrics: [{ category: 'a', sentence: 'x 2' }] }, 'metrics:\n  a: [x 2]'],
    ['Markdown of several lines is a block', 'title: X', { solutions: 'One\n\n- two: b' }, 'title: X\nsolutions: |\n  One\n\n  - two: b'],
  ])('writes in the shape of the author: %s', (_, before, edit, after) => {
    const text = `---\n${before}\nextra: {a:   [1]}\nmine:  [ b ]\n---\nBody`;
    const { fields, body } = toForm(text, schema);
    expect(fromForm({ fields: { ...fields, ...edit }, body }, text, schema)).toBe(text.replace(before, after));
  });

  test('replaces only the lines of the body that differ', () => {
    const text = '---\ntitle: X\n---\r\nOne\r\nTwo\nThree';
    expect(fromForm({ ...toForm(text, schema), body: 'One\n2\nThree' }, text, schema)).toBe('---\ntitle: X\n---\r\nOne\r\n2\nThree');
  });
});

/** A form as a browser may return it: blanks at the ends, other line breaks, empty entries, keys in another order. */
function shaken({ fields, body }: Form): Form {
  const shake = (value: FormValue | undefined): FormValue | undefined => {
    if (typeof value === 'string') return `${value.trimEnd().replaceAll('\n', '\r\n')}  `;
    if (Array.isArray(value)) return [...value.map((one) => shake(one) ?? ''), ''];
    if (typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, one]) => [key, shake(one)]),
    );
  };
  return { fields: shake(fields) as FormFields, body: body.trim() };
}

test.each([
  ['', 'New', '\nNew\n'],
  ['\nOld\n', 'New', '\nNew\n'],
  ['Old', 'New', 'New'],
  ['\n\nOld\n\n', 'New\n', '\n\nNew\n\n'],
  ['Old\n', '    code', '    code\n'],
  ['\nOld\n', '', ''],
])('a body in the place of %j keeps the blank lines around it', (written, body, framed) => {
  expect(framedBody(body, written)).toBe(framed);
});
