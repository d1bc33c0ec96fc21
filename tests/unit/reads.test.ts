import { expect, test } from 'vitest';
import { digestOfRead, noteReads, registerRead, withoutReads } from '../../src/lib/reads.ts';

const ask = registerRead('cases', async (key) => `digest of ${key ?? 'all'}`);

test('a page is told from another by what it asked, however the two run into each other', async () => {
  const page = (key?: string) =>
    noteReads(async () => {
      await Promise.resolve();
      ask(key);
      return key;
    });
  const pages = await Promise.all([page('a b'), page()]);
  expect(pages).toEqual([
    { result: 'a b', asked: ['cases a b'] },
    { result: undefined, asked: ['cases'] },
  ]);
  expect(await digestOfRead('cases a b')).toBe('digest of a b');
  expect(await digestOfRead('cases')).toBe('digest of all');
  expect(await digestOfRead('gone')).toBeNull();
});

test('what a query asks of others is its own matter', async () => {
  const { asked } = await noteReads(async () => withoutReads(() => ask('inner')));
  expect(asked).toEqual([]);
});

test('two queries of one code have two names', async () => {
  const twin = registerRead('cases', async () => 'another');
  const { asked } = await noteReads(async () => twin(undefined));
  expect(asked).toEqual(['cases-2']);
  expect(await digestOfRead('cases-2')).toBe('another');
});
