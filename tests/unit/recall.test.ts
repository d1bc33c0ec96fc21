import { expect, test, vi } from 'vitest';
import { recall } from '../../src/lib/recall.ts';

test('a value is computed again only for an input that differs from the last one of its key', () => {
  const compute = vi.fn(({ words }: { words: string[] }) => words.join(' '));
  const recalled = recall(compute);
  expect(recalled('a', { words: ['calm', 'sea'] })).toBe('calm sea');
  expect(recalled('a', { words: ['calm', 'sea'] })).toBe('calm sea');
  expect(recalled('b', { words: ['calm', 'sea'] })).toBe('calm sea');
  expect(compute).toHaveBeenCalledTimes(2);
  expect(recalled('a', { words: ['rough', 'sea'] })).toBe('rough sea');
  expect(recalled('a', { words: ['calm', 'sea'] })).toBe('calm sea');
  expect(compute).toHaveBeenCalledTimes(4);
});
