import { expect, test } from 'vitest';
import { explainFault } from '../../src/lib/build-fault.ts';

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

test('a hint is told, a code that says nothing is not', () => {
  const error = Object.assign(new Error('Two errors in the documents.'), { hint: 'Mend them.', code: 'ERR_X' });
  expect(explainFault(error)).toBe('Two errors in the documents.\nMend them.');
  expect(explainFault('what')).toBe('what');
});
