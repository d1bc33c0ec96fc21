import { describe, expect, test } from 'vitest';
import { valueAt } from '../../../src/documents/values.ts';
import { fromForm, toForm, type FormFields } from '../../../src/lib/content/form.ts';
import { formShape } from '../../../src/lib/content/form-shape.ts';
import { jsonSchemaOf } from '../../../src/lib/json-schema.ts';
import { projectSchema } from '../../../src/schemas/project.ts';
import { formPathOf, parseFieldName, withValue, writtenRows } from '../../../src/studio/page/form-paths.ts';

const schema = jsonSchemaOf(projectSchema);
const shapes = formShape(schema);
const formOf = (front: string): FormFields => toForm(`---\n${front}\n---\n`, schema).fields;
const find = (name: string, fields: FormFields) => formPathOf(name, fields, shapes);

test('reads the name of a field as diagnostics write it', () => {
  expect(parseFieldName('screenshots[0].compare.before.alt')).toEqual(['screenshots', 0, 'compare', 'before', 'alt']);
});

test('replaces one value and shares the rest', () => {
  const before: FormFields = { title: 'Rota', links: [{ url: '/a' }, { url: '/b' }], client: { name: 'Quay' } };
  const after = withValue(before, ['links', 1, 'url'], '/c');
  expect(valueAt(after, ['links', 1, 'url'])).toBe('/c');
  expect(valueAt(before, ['links', 1, 'url'])).toBe('/b');
  expect(after['client']).toBe(before['client']);
});

describe('the place of a finding in the form', () => {
  test('is the field itself, or the deepest part that the form has', () => {
    const fields = formOf('title: Rota\nclient: {name: Quay}');
    expect(find('title', fields)).toEqual(['title']);
    expect(find('client.alias', fields)).toEqual(['client', 'alias']);
    expect(find('client.nonsense', fields)).toEqual(['client']);
    expect(find('nonsense', fields)).toEqual([]);
  });

  test('skips entries that the form holds empty, which are not written', () => {
    const fields = { ...formOf('title: Rota'), screenshots: [{ image: '' }, { image: 'a.png' }, {}, { image: 'b.png' }] };
    expect(find('screenshots[1].alt', fields)).toEqual(['screenshots', 3, 'alt']);
  });

  test.each<[string, string, (string | number)[]]>([
    ['metrics: 70', 'metrics', ['metrics', 0, 'sentence']],
    ['metrics: [one 1% less, two 2% less]', 'metrics[1]', ['metrics', 1, 'sentence']],
    ['metrics: {speed: a 1% less, cost: [b 2% less, c 3% less]}', 'metrics.cost[1]', ['metrics', 2, 'sentence']],
    ['metrics: {label: Loads, before: 3 s}', 'metrics.before', ['metrics', 0, 'before']],
    ['metrics: {speed: {metric: Loads, from: 3 s}}', 'metrics.speed.from', ['metrics', 0, 'before']],
    ['metrics: {speed: {label: Loads, before: 3 s}}', 'metrics.speed', ['metrics', 0]],
  ])('%s: %s', (front, name, path) => {
    expect(find(name, formOf(`title: Rota\n${front}`))).toEqual(path);
  });
});

test('outcomes are counted in the order in which they are written', () => {
  const rows = [
    { category: 'speed', sentence: 'a 1% less' },
    { category: 'cost', sentence: '' },
    { category: 'cost', sentence: 'b 2% less' },
    { category: '', sentence: 'c 3% less' },
    { category: 'speed', sentence: 'd 4% less' },
  ];
  expect(writtenRows(rows)).toEqual([0, 4, 2, 3]);
  const text = fromForm({ fields: { ...formOf('title: Rota'), metrics: rows }, body: '' }, '---\ntitle: Rota\n---\n', schema);
  const read = toForm(text, schema).fields['metrics'] as FormFields[];
  expect(read.map(({ sentence }) => sentence)).toEqual(writtenRows(rows).map((index) => rows[index]?.sentence));
});
