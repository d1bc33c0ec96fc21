import { describe, expect, test } from 'vitest';
import { toPortableAddress, toPortableHtml } from '../../../src/lib/markdown/sanitize.ts';

const base = 'https://example.com/projects/tidal-gauges/';

describe('portable HTML', () => {
  test.each([
    [
      'has absolute addresses',
      '<a href="/contact/">a</a><img src="../a.jpg" alt="">',
      `<a href="https://example.com/contact/">a</a><img alt="" src="https://example.com/projects/a.jpg" />`,
    ],
    ['has no class and no id', '<p class="a" id="b">c</p>', '<p>c</p>'],
    ['keeps the text of a disclosure', '<details open><summary>a</summary><p>b</p></details>', '<p><strong>a</strong></p><p>b</p>'],
    ['keeps the state of a task', '<li><input type="checkbox" disabled checked aria-label="done" /> a</li>', '<li>☑ a</li>'],
    ['keeps the state of an open task', '<li><p><input disabled type="checkbox"> a</p></li>', '<li><p>☐ a</p></li>'],
    ['has no form field', '<input type="text" value="a">', ''],
    ['has no script', '<p>a</p><script>alert("b")</script>', '<p>a</p>'],
    ['links to the web and to mailboxes only', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['drops an address that is none', '<a href="http://[">a</a>', '<a>a</a>'],
    ['closes its elements', '<ul><li>a<li>b', '<ul><li>a</li><li>b</li></ul>'],
  ])('%s', (_case, html, shown) => expect(toPortableHtml(html, base)).toBe(shown));
});

test.each([
  ['/contact/?a=1#b', 'https://example.com/contact/?a=1#b'],
  ['#risks', `${base}#risks`],
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['java\tscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['http://[', undefined],
])('%j becomes %j', (address, absolute) => expect(toPortableAddress(address, base)).toBe(absolute));
