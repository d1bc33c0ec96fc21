import { expect, test } from 'vitest';
import { escapeHtml } from '../../../src/lib/markdown/escape-html.ts';

test('markup becomes text, an entity included', () => {
  expect(escapeHtml('a < "b" & c > d &amp;')).toBe('a &lt; &quot;b&quot; &amp; c &gt; d &amp;amp;');
});
