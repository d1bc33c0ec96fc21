import { expect, test } from 'vitest';
import { firstSentences } from '../../../src/lib/story/description.ts';

const body = (markdown: string, html?: string) => ({ body: markdown, html, targets: {} });

test.each([
  [
    'HTML, up to a heading',
    ['<p>An office in a harbour. It opens at noon.</p><h2>Then</h2><p>More.</p>'],
    'An office in a harbour. It opens at noon.',
  ],
  [
    'the first text that has sentences',
    ['<h2>Words</h2>', body('', '<ul><li>one</li></ul>'), '<p>The third one has.</p>'],
    'The third one has.',
  ],
  [
    'MDX as it is written',
    [body('import X from "./x.astro";\n\n<X />\n\nA page in **MDX**. With a [[link]].')],
    'A page in MDX. With a link.',
  ],
  ['no words at all', [body('', '<hr>'), ''], null],
])('the first sentences of %s', (_, texts, expected) => expect(firstSentences(texts, 'en')).toBe(expected));
