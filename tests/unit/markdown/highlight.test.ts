import { afterEach, describe, expect, test, vi } from 'vitest';
import { highlight, plainLines } from '../../../src/lib/markdown/highlight.ts';

const typescript = 'export const least = (a: number): boolean => a < 5 && "<b>" !== `x`; // & so on';
const markdown = '# Title\n\n```js\nconst a = "b";\n```';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describe('colours', () => {
  test('are classes of one letter, one span for neighbours, and the text is escaped', async () => {
    expect(await highlight('const a = 1; // <b> & "c"\n\nf(a)', 'typescript')).toMatchInlineSnapshot(`
      [
        "<span class="k">const </span><span class="n">a </span><span class="k">= </span><span class="n">1</span>; <span class="c">// &lt;b&gt; &amp; &quot;c&quot;</span>",
        "",
        "<span class="f">f</span>(a)",
      ]
    `);
  });

  test('of a diff are those of its lines', async () => {
    expect(await highlight('-old\n+new\n same', 'diff')).toEqual(['<span class="d">-old</span>', '<span class="i">+new</span>', ' same']);
  });

  test('change no character', async () => {
    const text = (lines: string[]) => lines.map((line) => line.replace(/<\/?span[^>]*>/g, ''));
    expect(text(await highlight(typescript, 'typescript'))).toEqual(plainLines(typescript));
  });

  test('do not depend on the time that a line takes', async () => {
    const expected = await highlight(typescript, 'typescript');
    let now = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    expect(await highlight(typescript, 'typescript')).toEqual(expected);
    expect(now).toBeGreaterThan(0);
  });

  test('do not depend on what was coloured before', async () => {
    const fresh = await highlight(markdown, 'markdown');
    vi.resetModules();
    const { highlight: other } = await import('../../../src/lib/markdown/highlight.ts');
    await other(typescript, 'javascript');
    expect(await other(markdown, 'markdown')).toEqual(fresh);
  });

  test.each([
    ['a very long line', 'a = 1;'.repeat(200_000 / 6)],
    ['the language whose grammar takes minutes', 'MsgBox, % "Hi"', 'ahk'],
  ])('are left out of %s', async (_, code, language = 'javascript') => {
    expect(await highlight(code, language)).toEqual(plainLines(code));
  });
});
