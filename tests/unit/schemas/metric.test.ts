import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isStructured, metricsSchema } from '../../../src/schemas/metric.ts';
import { SourceScalar } from '../../../src/schemas/scalar.ts';

describe('metrics may be', () => {
  test.each([
    ['a sentence', '70% less waiting'],
    ['a list', ['70% less waiting', { value: '3x', label: 'quotes' }]],
    [
      'one structured metric',
      { label: 'Fees', before: '€1.4M', after: '€1.75M', period: '2022', method: 'ledger', source: 'https://example.com' },
    ],
    ['categories', { speed: '70% less waiting', 'repeat-trade': ['12% more', { value: '3x', label: 'quotes' }] }],
    ['the names other templates use', { metric: 'Load', improvement: '70%', from: '3 s', to: '1 s' }],
    ['a number and its text', { number: 12, text: 'deliveries a day' }],
  ])('%s', (_, written) => expect(metricsSchema.parse(written)).toEqual(written));

  test('scalars that YAML reads as something else are taken as typed', () => {
    const written = {
      value: new SourceScalar(99.9, '99.9'),
      unit: 'percent',
      label: new SourceScalar(404, '404'),
      period: new SourceScalar(2023, '2023'),
      headline: new SourceScalar(true, 'yes'),
    };
    expect(metricsSchema.parse(written)).toEqual({ value: 99.9, unit: 'percent', label: '404', period: '2023', headline: true });
  });
});

describe('invalid metrics are reported at their paths', () => {
  test.each([
    ['a bare number', new SourceScalar(70, '70'), ''],
    ['a bare number of a category', { speed: new SourceScalar(70, '70') }, 'speed'],
    ['a bare boolean in a list', ['70% less', new SourceScalar(true, 'false')], '1'],
    ['a bare number in quotes', { speed: '70' }, 'speed'],
    ['an unknown key', { label: 'x', value: 3, valeu: 4 }, ''],
    ['an unknown key of a category', { speed: { label: 'x', valeu: 4 } }, 'speed'],
    ['an unknown unit', { label: 'x', value: 3, unit: 'parsec' }, 'unit'],
    ['a currency that is none', { label: 'x', value: 3, currency: 'euro' }, 'currency'],
    ['money without its currency', { label: 'x', value: 3, unit: 'money' }, 'currency'],
    ['a currency of hours', { label: 'x', value: 3, unit: 'hour', currency: 'EUR' }, 'currency'],
    ['one thing said twice', { value: 3, number: 4, label: 'x' }, 'number'],
    ['nothing said', { unit: 'percent' }, ''],
    ['an address that runs', { label: 'x', value: '3x', source: 'javascript:alert(1)' }, 'source'],
    ['an empty list', [], ''],
    ['an empty map', {}, ''],
    ['an empty string', { speed: ' ' }, 'speed'],
    ['a list of lists', [['70% less']], '0'],
    ['an invalid category name', { 'Page Speed!': '70% less' }, 'Page Speed!'],
  ])('%s', (_, written, path) => {
    const { error } = metricsSchema.safeParse(written);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('with messages that include the fix', () => {
    const messages = [
      new SourceScalar(70, '70'),
      { 'Page Speed!': '70% less' },
      { value: 3, number: 4, label: 'x' },
      { unit: 'percent' },
    ].map((written) => metricsSchema.safeParse(written).error?.issues[0]?.message);
    expect(messages).toMatchInlineSnapshot(`
      [
        "\`70\` has no label; write a sentence such as "70% less waiting time", or \`value\`, \`unit\` and \`label\`",
        "is not a valid category name: use letters, digits, hyphens and underscores; write \`page_speed\`",
        "means the same as \`value\`; keep one of them",
        "has neither a figure nor a label; write \`value\`, or \`before\` and \`after\`, and a \`label\`",
      ]
    `);
  });
});

test('a map with one of the structured keys at its top is one metric', () => {
  expect(isStructured({ label: 'x' })).toBe(true);
  expect(isStructured({ speed: 'x' })).toBe(false);
  expect(isStructured(['label'])).toBe(false);
});

test('the JSON Schema has every shape and description', () => {
  const schema = JSON.stringify(z.toJSONSchema(z.object({ metrics: metricsSchema.optional() }), { io: 'input', unrepresentable: 'any' }));
  for (const expected of ['anyOf', '"percentage_point"', 'How the figures were measured', '"additionalProperties":false'])
    expect(schema).toContain(expected);
});
