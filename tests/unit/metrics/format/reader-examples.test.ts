import { expect, test } from 'vitest';
import { readerExamples } from '../../../../src/metrics/format/reader-examples.ts';
import { readOutcomes } from '../../../../src/metrics/read-outcomes.ts';

const example = (text: string, locale = 'en-GB') => readerExamples(readOutcomes(text, undefined), locale)[0];

test('a transition begins with its old state and unit, a bare percentage with 100', () => {
  expect(example('Load time from 3.5 s to 0.7 s')).toMatchObject({ example: '3.5', factor: expect.closeTo(0.2, 10) as number });
  expect(example('70% less waiting time')).toMatchObject({ example: '100', unit: '', factor: expect.closeTo(0.3, 10) as number });
});

test('an availability begins with its percentage, formatted in the locale, and has no factor', () => {
  expect(example('99.9% uptime')).toMatchObject({ example: '99.9', unit: '%', factor: null });
  expect(example('99.9% uptime', 'de')?.example).toBe('99,9');
});

test.each(['40 towns served', '83% of applications complete', 'Nobody waits any more'])('%j has no example', (text) => {
  expect(example(text)).toBeUndefined();
});
