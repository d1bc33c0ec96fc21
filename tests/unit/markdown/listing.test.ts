import { expect, test } from 'vitest';
import { joinLines, readListing } from '../../../src/lib/markdown/listing.ts';

const joined = (meta: string) => joinLines(['a', 'b', 'c'], readListing(meta));

test.each([
  ['nothing', '', 'a\nb\nc'],
  ['a marked line', '{2}', '<span>a\n</span><mark>b\n</mark><span>c</span>'],
  ['a range up to the end', '{2-3}', '<span>a\n</span><mark>b\n</mark><mark>c</mark>'],
  ['inserted and deleted lines', 'del={1} ins={2}', '<del>a\n</del><ins>b\n</ins><span>c</span>'],
  ['a line that is deleted and marked', '{1} del={1}', '<del>a\n</del><span>b\nc</span>'],
  ['lines beyond the last', '{7}', 'a\nb\nc'],
])('joins lines with %s', (_, meta, html) => expect(joined(meta)).toBe(html));

test('reads title and wrap', () => {
  expect(readListing('wrap title="A < b"')).toMatchObject({ title: 'A < b', wrap: true });
  expect(readListing('')).toMatchObject({ title: undefined, wrap: false });
});
