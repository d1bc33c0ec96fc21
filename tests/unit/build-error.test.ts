import { expect, test } from 'vitest';
import { explainFault } from '../../src/lib/build-error.ts';

test.each([
  [
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    'The disk is full: make room, then build again.',
  ],
  [
    Object.assign(new Error("EROFS: read-only file system, mkdir '/x/.cache'"), { code: 'EROFS' }),
    'The folder is read-only: the build writes',
  ],
  [Object.assign(new Error("EACCES: permission denied, open '/x'"), { code: 'EACCES' }), 'The build may not write there'],
])('%s', (error, meaning) => {
  const [message, told = ''] = explainFault(error).split('\n');
  expect(message).toBe(error.message);
  expect(told).toContain(meaning);
  expect(told).toMatch(/The site that was built last is untouched\.$/);
});

test('a full disk is told as one though a bundler wraps it', () => {
  const error = new Error(
    'Failed to write file in /x\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
  );
  expect(explainFault(error)).toBe(
    'Failed to write file in /x\n\nCaused by:\n    No space left on device (os error 28)\n' +
      'The disk is full: make room, then build again. The site that was built last is untouched.',
  );
});

test('where only the cause is the system’s, the cause is told', () => {
  const cause = Object.assign(new Error('EROFS: read-only file system, open /x'), { code: 'EROFS' });
  const error = Object.assign(new Error('', { cause }), { hint: 'It can be caused by many things.' });
  expect(explainFault(error)).toMatch(/^EROFS: read-only file system, open \/x\nThe folder is read-only: /);
  expect(explainFault(new Error('Two errors.', { cause: new Error('x') }))).toBe('Two errors.');
});

test('a hint is told, a code that says nothing is not', () => {
  const error = Object.assign(new Error('Two errors in the documents.'), { hint: 'Mend them.', code: 'ERR_X' });
  expect(explainFault(error)).toBe('Two errors in the documents.\nMend them.');
  expect(explainFault('what')).toBe('what');
});
