import { expect, test } from 'vitest';
import CodeBlock from '../../src/components/content/CodeBlock.astro';
import { render } from './render.ts';

const show = async (language: string | undefined, meta: string, code: string, lang?: string) => {
  const { document } = await render(CodeBlock, { props: { language, meta, code, html: '' }, ...(lang && { lang }) });
  return { pre: document.querySelector('pre'), caption: document.querySelector('figure > figcaption')?.textContent };
};

test.each([
  ['its language', 'ts', '', undefined, 'Code: TypeScript'],
  ['its language, in the language of the page', 'ts', '', 'de', 'Quelltext: TypeScript'],
  ['its title', 'ts', 'title="Retry"', undefined, 'Retry'],
  ['what it is, without a language', undefined, '', undefined, 'Code'],
  ['what it is, in an unknown language', 'qwertz', '', undefined, 'Code'],
])('a listing can be scrolled with a keyboard, under the name of %s', async (_, language, meta, lang, name) => {
  const { pre } = await show(language, meta, 'a\n', lang);
  expect([pre?.getAttribute('tabindex'), pre?.getAttribute('role'), pre?.getAttribute('aria-label')]).toEqual(['0', 'group', name]);
});

test('a listing that wraps is no stop for the keyboard', async () => {
  const { pre } = await show('ts', 'wrap', 'a\n');
  expect(['tabindex', 'role', 'aria-label'].filter((name) => pre?.hasAttribute(name))).toEqual([]);
});

test('a title is a caption; without one there is no figure', async () => {
  expect((await show('ts', 'title="a < b"', 'a\n')).caption).toBe('a < b');
  expect((await show('ts', '', 'a\n')).caption).toBeUndefined();
});

test('marked lines have their elements, and what is copied is the code', async () => {
  const code = 'const a = 1;\nif (a < 2) f("&lt;");\n\tg();';
  const { pre } = await show('js', 'del={1} ins={2} {3}', `${code}\n`);
  expect([...(pre?.querySelectorAll('code > :is(mark, ins, del)') ?? [])].map(({ localName }) => localName)).toEqual([
    'del',
    'ins',
    'mark',
  ]);
  expect(pre?.textContent).toBe(code);
  expect(pre?.querySelectorAll('.k').length).toBeGreaterThan(1);
});

test('code in no known language stays plain', async () => {
  for (const language of [undefined, 'text', 'qwertz'])
    expect((await show(language, '', 'const a = "<b>"\n')).pre?.querySelector('span')).toBeNull();
});
