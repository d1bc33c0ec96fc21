import { expect, test } from 'vitest';
import { filmLabel, filmLength } from '../../../src/lib/pictures/films.ts';

test.each([
  [0.2, '0:01'],
  [42.2, '0:42'],
  [119.6, '2:00'],
  [3725, '1:02:05'],
])('a film of %f seconds lasts %s', (seconds, length) => expect(filmLength(seconds)).toBe(length));

test.each([
  ['en', 3_100_000, 'Film, 0:42, 3.1\u00a0MB'],
  ['de', 3_140_000, 'Film, 0:42, 3,1\u00a0MB'],
  ['es', 123_400_000, 'Vídeo, 0:42, 123\u00a0MB'],
  ['en', 45_000, 'Film, 0:42, 45\u00a0kB'],
])('in %s, a film of %i bytes is called %s', (locale, bytes, label) => {
  const files = [{ src: '/a.mp4', type: 'video/mp4', bytes }];
  expect(filmLabel({ files, captions: [], width: 1, height: 1, seconds: 42 }, locale)).toBe(label);
});
