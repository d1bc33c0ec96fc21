import { expect, test } from 'vitest';
import { llmsFullTxt, llmsTxt } from '../../src/lib/llms.ts';

test('a site is told in the form of llms.txt', () => {
  const text = llmsTxt({
    name: 'Marlow',
    description: 'Case\nstudies.',
    about: 'A practice.',
    sections: [
      {
        heading: 'Work',
        links: [
          { title: 'Gauges [2024]', url: 'https://example.com/a(1).md', about: 'A  harbour.' },
          { title: 'B', url: 'https://example.com/b.md' },
        ],
      },
      { heading: 'Nothing', links: [] },
    ],
  });
  expect(text).toMatchInlineSnapshot(`
    "# Marlow

    > Case studies.

    A practice.

    ## Work

    - [Gauges (2024)](https://example.com/a(1).md): A harbour.
    - [B](https://example.com/b.md)
    "
  `);
});

test('the whole text has every document under its address', async () => {
  const documents = [
    { url: 'https://example.com/a/', markdown: '# A\n' },
    { url: 'https://example.com/b/', markdown: '# B' },
  ];
  expect((await Array.fromAsync(llmsFullTxt('# Marlow\n\n> d', documents))).join('')).toBe(
    '# Marlow\n\n> d\n\n---\n\n<https://example.com/a/>\n\n# A\n\n---\n\n<https://example.com/b/>\n\n# B\n',
  );
});
