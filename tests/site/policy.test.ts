import { describe, expect, test } from 'vitest';
import { bytes, fileAt, files, pages } from './dist.ts';

/** Blocks of data, which run nothing. */
const data = ['application/ld+json', 'speculationrules'];

describe.each(pages())('$path', ({ document, path }) => {
  const islands = [...document.querySelectorAll('astro-island')];
  const scripts = [...document.querySelectorAll('script')].filter(({ type }) => !data.includes(type));
  const policy = document.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '';

  test('runs no script but that of its islands', () => {
    if (islands.length === 0) {
      expect(scripts.map(({ outerHTML }) => outerHTML)).toEqual([]);
      return;
    }
    expect(path).toMatch(/\/projects\/[^/]+\/$/);
    expect(scripts.filter((script) => script.hasAttribute('src')).map(({ outerHTML }) => outerHTML)).toEqual([]);
    const own = scripts.map(({ textContent }) => textContent ?? '').filter((code) => !/\bAstro\b/.test(code));
    expect(own).toEqual([]);
    expect(scripts.length).toBeLessThanOrEqual(2);
  });

  test('hydrates nothing but the strip of figures, once it is in view', () => {
    const hydrated = islands.map((island) => [
      island.getAttribute('client'),
      island.firstElementChild?.localName,
      island.hasAttribute('renderer-url') && island.getAttribute('renderer-url'),
    ]);
    expect(hydrated).toEqual(hydrated.map(() => ['visible', 'metric-strip', expect.toBeOneOf([false, ''])]));
    expect(islands.map((island) => fileAt(island.getAttribute('component-url') ?? '')).filter((file) => !file?.endsWith('.js'))).toEqual(
      [],
    );
  });

  test('has no handler, no inline style and no module loaded ahead', () => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().map((name) => `${element.localName} ${name}`),
    );
    expect(attributes.filter((name) => / (?:on\w+|style)$/.test(name))).toEqual([]);
    expect([...document.querySelectorAll('link[rel~=modulepreload], link[rel~=preload][as=script], a[href^="javascript:" i]')]).toEqual([]);
  });

  test('is under a policy that forbids all it does not need', () => {
    const directives = new Map(
      policy.split(';').map((directive) => [directive.trim().split(/\s+/)[0], directive.trim().split(/\s+/).slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('form-action')).toEqual(["'none'"]);
    expect(directives.get('img-src')).toEqual(expect.not.arrayContaining(['*']));
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy).toContain('script-src');
  });

  test('states its policy before anything it governs', () => {
    const order = [...document.head.children].map((element) =>
      element.matches('[http-equiv]')
        ? 'policy'
        : element.matches('style, script:not([type="application/ld+json"]), link[rel=stylesheet]')
          ? 'governed'
          : 'other',
    );
    expect(order.filter((kind) => kind === 'policy')).toHaveLength(1);
    const after = order.slice(order.indexOf('policy'));
    expect(after.filter((kind) => kind === 'governed').length).toBe(order.filter((kind) => kind === 'governed').length);
  });
});

test('the only code of the site is that of its islands', () => {
  const used = new Set(
    pages().flatMap(({ document }) =>
      [...document.querySelectorAll('astro-island')].map((island) => fileAt(island.getAttribute('component-url') ?? '')),
    ),
  );
  const code = files().filter((file) => /\.m?js$/.test(file));
  expect(code.filter((file) => !used.has(file) && !imported(code, file))).toEqual([]);
});

function imported(code: readonly string[], file: string): boolean {
  const name = file.split('/').at(-1) ?? file;
  return code.some((other) => other !== file && bytes(other).includes(name));
}
