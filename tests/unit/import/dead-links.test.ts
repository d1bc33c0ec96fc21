import { expect, test } from 'vitest';
import { withoutLinks } from '../../../scripts/import/dead-links.ts';

const dead = new Set(['/gone/', '#gone', 'gone.html', '']);

test.each([
  ['See [the *old* page](/gone/ "Title").', 'See the *old* page.'],
  ['See [here](/there/) and [there](#gone).', 'See [here](/there/) and there.'],
  ['[![A quay](quay.png)](/gone/)', '![A quay](quay.png)'],
  ['Read [more][x].\n\n[x]: gone.html\n', 'Read more.\n\n\n'],
  ['<a class="b" href="/gone/">Words</a>', 'Words'],
  ['[![A quay](quay.png)]()', '![A quay](quay.png)'],
  ['`[code](/gone/)`', '`[code](/gone/)`'],
  ['---\nlinks: "[a](/gone/)"\n---\n[a](/gone/)', '---\nlinks: "[a](/gone/)"\n---\na'],
])('%s', (text, expected) => expect(withoutLinks(text, dead)).toBe(expected));
