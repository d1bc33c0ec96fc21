import { describe, expect, test } from 'vitest';
import { checkCodeBlock } from '../../../../src/checks/texts/code-blocks.ts';
import { diagnosticsOf, makeDocument } from '../../../fixtures/documents/make.ts';

const notes = (language: string | undefined, meta = '') =>
  checkCodeBlock({ language, meta, code: 'a\nb\nc' }, { root: '/' }).map(
    ({ line, severity, message, value, fix }) => `${line} ${severity} ${message}: ${value}; ${fix}`,
  );

describe('the check of a listing warns of', () => {
  test.each([
    [
      'an unknown language',
      'pyhton',
      '',
      '0 warning has code in an unknown language: pyhton; write `python`, or `text` for code without colours',
    ],
    ['a language like no other', 'qwertz', '', '0 warning has code in an unknown language: qwertz; write `text` for code without colours'],
    ['a language with a file', 'js:app.js', '', '0 warning has code in an unknown language: js:app.js; write `js`, then a space'],
    ['a language before braces', 'js{1,3}', '', '0 warning has code in an unknown language: js{1,3}; write `js`, then a space'],
    [
      'an unknown word',
      'js',
      'warp',
      '0 warning has code with a word after its language that means nothing: warp; write `wrap`, or delete it',
    ],
    [
      'a chart with a misspelt word',
      'csv',
      'chrat',
      '0 warning has code with a word after its language that means nothing: chrat; write `chart`, or delete it',
    ],
    ['an unknown option', 'js', 'frame="none"', '0 warning has code with a word after its language that means nothing: frame; delete it'],
    ['an unknown name of lines', 'js', 'mark={1}', '0 warning has code with a word after its language that means nothing: mark; delete it'],
    [
      'a line beyond the last',
      'js',
      '{2,4}',
      '0 warning has code whose marked lines do not exist: {4}; write numbers from 1 to 3, like `{1}`',
    ],
    [
      'a line before the first',
      'js',
      'ins={0}',
      '0 warning has code whose marked lines do not exist: ins={0}; write numbers from 1 to 3, like `{1}`',
    ],
    ['no line', 'js', 'del={x}', '0 warning has code whose marked lines do not exist: del={}; write numbers from 1 to 3, like `{1}`'],
  ])('%s', (_, language, meta, note) => expect(notes(language, meta)).toEqual([note]));

  test.each([
    ['no language', undefined, ''],
    ['plain text', 'text', 'title="a" {1-3}'],
    ['an alias, in any case', 'TypeScript', 'wrap'],
    ['signs in its name', 'c++', 'ins={3} del={1,2}'],
    ['a console', 'console', ''],
  ])('nothing where it has %s', (_, language, meta) => expect(notes(language, meta)).toEqual([]));
});

test('more code than a build can colour in a few seconds is an error at the block with which it is too much', async () => {
  const listing = (language: string) => `\`\`\`${language}\n${`${'alpha = beta '.repeat(15)}\n`.repeat(345)}\`\`\``;
  const errors = async (language: string) =>
    (await diagnosticsOf(makeDocument({}, Array.from({ length: 3 }, () => listing(language)).join('\n\n')))).filter((one) =>
      one.includes(' error '),
    );
  expect(await errors('cpp')).toEqual(['712:1 error body has more than 200000 characters of code in colours']);
  expect(await errors('text')).toEqual([]);
});
