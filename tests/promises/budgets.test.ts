import { describe, expect, test } from 'vitest';
import { bytes, files, pages } from '../site/dist.ts';
import { inline, modules, size, styles } from '../site/weights.ts';

describe.each(pages())('$path', (page) => {
  const { document } = page;

  test('loads little besides its text: bytes as sent', () => {
    const scripts = size(inline(page), ...modules(page));
    const css = [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('');
    expect(scripts, 'bytes of JavaScript').toBeLessThanOrEqual(document.querySelector('astro-island') ? 2_500 : 0);
    expect(size(css, ...styles(page)), 'bytes of style sheets').toBeLessThanOrEqual(9_000);
  });
});

test('all fonts together have at most 55 KB', () => {
  const fonts = files().filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file));
  expect(fonts.reduce((sum, file) => sum + bytes(file).length, 0)).toBeLessThanOrEqual(55_000);
});
