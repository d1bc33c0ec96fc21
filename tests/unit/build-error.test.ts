import { describe, expect, test } from 'vitest';
import { formatBuildError } from '../../src/lib/build-error.ts';

const system = (code: string, message: string): Error => Object.assign(new Error(`${code}: ${message}`), { code });
const readOnly = system('EROFS', "read-only file system, mkdir '/x/.cache'");

describe('a system error is explained with a remedy', () => {
  test.each([
    [system('ENOSPC', 'no space left on device, write'), 'The disk is full: make room, then build again.'],
    [readOnly, 'The folder is read-only: the build writes to `.cache`, `.astro`, `node_modules/.astro` and `dist`.'],
    [system('EACCES', "permission denied, open '/x'"), 'The build may not write there: give it permission, or delete the folder.'],
  ])('%s', (error, remedy) => {
    expect(formatBuildError(error)).toBe(`${error.message}\n${remedy} The last successful build is unchanged.`);
  });

  test('from the message of a bundler', () => {
    const message = 'Failed to write file in /x\n\nCaused by:\n    No space left on device (os error 28)';
    expect(formatBuildError(new Error(`${message}\n\nStack backtrace:\n   0: <unknown>`))).toBe(
      `${message}\nThe disk is full: make room, then build again. The last successful build is unchanged.`,
    );
  });

  test.each([
    ['its cause', new Error('Unknown.', { cause: readOnly })],
    ['the cause of its cause', new Error('Unknown.', { cause: new Error('Unknown.', { cause: readOnly }) })],
    ['an error with a hint', Object.assign(new Error('', { cause: readOnly }), { hint: 'It can be caused by many things.' })],
    ['several errors', new AggregateError([new Error('A.', { cause: readOnly }), new Error('B.', { cause: readOnly })], '2 errors.')],
  ])('inside %s', (_name, error) => {
    expect(formatBuildError(error)).toBe(formatBuildError(readOnly));
  });
});

test('any other error keeps its message and hint', () => {
  const error = Object.assign(new Error('Two errors in the documents.', { cause: new Error('x') }), { hint: 'Fix them.', code: 'ERR_X' });
  expect(formatBuildError(error)).toBe('Two errors in the documents.\nFix them.');
  expect(formatBuildError('text')).toBe('text');
});
