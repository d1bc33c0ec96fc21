import { expect, test } from 'vitest';
import { llmsFullTxt, llmsTxt } from '../../../src/lib/alternates/llms.ts';

test('llms.txt lists the parts of a site in the form that its readers expect', () => {
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

    - [Gauges (2024)](https://example.com/a%281%29.md): A harbour.
    - [B](https://example.com/b.md)
    "
  `);
});

test('llms-full.txt has every document under its address', () => {
  const documents = [
    { url: 'https://example.com/a/', markdown: '# A\n' },
    { url: 'https://example.com/b/', markdown: '# B\n' },
  ];
  expect(llmsFullTxt({ name: 'Marlow', description: 'd' }, documents)).toBe(
    '# Marlow\n\n> d\n\n---\n\n<https://example.com/a/>\n\n# A\n\n---\n\n<https://example.com/b/>\n\n# B\n',
  );
});
