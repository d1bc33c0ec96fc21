import { describe, expect, test } from 'vitest';
import { formatBuildError, inDocument } from '../../src/lib/build-error.ts';

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

  test.each([
    [{ code: 'EADDRNOTAVAIL', syscall: 'listen' }, 'This computer has no such address: `--host` alone serves the site at all that it has.'],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
      'This computer has no such address: `--host` alone serves the site at all that it has.',
    ],
    [{ code: 'EACCES', syscall: 'listen' }, 'This port is reserved for the system: choose one from 1024 on, as in `--port 4321`.'],
  ])('of a server, %o', (fields, remedy) => {
    expect(formatBuildError(Object.assign(new Error(fields.code), fields))).toBe(`${fields.code}\n${remedy}`);
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

test('an error of the code of a document names it, wherever it is rendered', () => {
  const error = inDocument(new Error('tide is not defined'), 'src/content/projects/quay.mdx');
  expect(formatBuildError(error, { page: '/llms-full.txt' })).toMatch(/^src\/content\/projects\/quay\.mdx cannot be rendered: tide/);
});

test('any other error keeps its message and hint', () => {
  const error = Object.assign(new Error('Two errors in the documents.', { cause: new Error('x') }), { hint: 'Fix them.', code: 'ERR_X' });
  expect(formatBuildError(error)).toBe('Two errors in the documents.\nFix them.');
  expect(formatBuildError('text')).toBe('text');
});

describe('an error is explained without a stack trace', () => {
  const root = '/work/site';
  const bundle = (text: string): Error => new Error(`Build failed with 1 error:\n\n${text}`);

  test.each([
    [
      'a template that cannot be compiled',
      '[plugin astro:build] /work/site/src/components/site/Nav.astro:5:15\nCompilerError: Unexpected token\n    at compile (file:///x.js:1:1)',
      'src/components/site/Nav.astro:5:15  Unexpected token\nCorrect the file.',
    ],
    [
      'a style sheet',
      '[plugin @tailwindcss/vite:generate:build] /work/site/src/styles/global.css?inline\nCssSyntaxError: Missing closing } at .b\n    at Te (file:///x.mjs:3:5)\n[plugin @tailwindcss/vite:generate:build] /work/site/src/styles/case.css?inline\nCssSyntaxError: Missing closing } at .b\n    at Te (file:///x.mjs:3:5)',
      'src/styles/global.css  Missing closing } at .b\nCorrect the file. The error is in this style sheet or in one that it imports.',
    ],
    [
      'a missing import',
      "\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve './Map.astro' in src/pages/map.astro\n   ╭─[ src/pages/map.astro:2:17 ]\n   │",
      "src/pages/map.astro:2:17  Could not resolve './Map.astro' in src/pages/map.astro\nCorrect the file.",
    ],
  ])('%s', (_name, text, explained) => {
    expect(formatBuildError(bundle(text), { root })).toBe(`${explained} The last successful build is unchanged.`);
  });

  const thrown = Object.assign(new Error('tide is not defined'), { id: 'src/pages/llms-full.txt.ts' });

  test('a page that throws', () => {
    expect(formatBuildError(thrown, { page: '/map/' })).toContain(
      'The page /map/ (src/pages/llms-full.txt.ts) cannot be rendered: tide is',
    );
    thrown.stack = 'Error\n    at file:///work/site/.cache/dist/.prerender/chunks/quay_4OuBElSp.mjs:8:3';
    const documents = ['src/content/projects/pier.md', 'src/content/projects/quay.mdx'];
    expect(formatBuildError(thrown, { page: '/llms-full.txt', documents })).toBe(
      'src/content/projects/quay.mdx cannot be rendered: tide is not defined\nOpen the page in `npm run dev`, which shows the line. The last successful build is unchanged.',
    );
  });

  test('a file of the owner that is missing', () => {
    const missing = system('ENOENT', "no such file or directory, open '/work/site/public/favicon.svg'");
    expect(formatBuildError(missing, { root })).toContain("open 'public/favicon.svg'\nRestore the file, or correct the option");
  });

  test('only --verbose adds the stack', () => {
    expect(formatBuildError(thrown, { page: '/', verbose: true })).toContain('chunks/quay_4OuBElSp.mjs:8:3');
  });
});
