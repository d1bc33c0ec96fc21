import { describe, expect, test } from 'vitest';
import { bytes, fileAt, files, pages, site } from '../site/dist.ts';

/** Types of data blocks, which do not run. */
const data = ['application/ld+json', 'speculationrules'];

/** What the owner's options add to the policy: frames of their own documents. */
const { markdown } = site;
const frames = markdown.html === 'trusted' && markdown.frames.length > 0 ? markdown.frames : ["'none'"];

describe.each(pages())('$path', ({ document, path }) => {
  const islands = [...document.querySelectorAll('astro-island')];
  const scripts = [...document.querySelectorAll('script')].filter(({ type }) => !data.includes(type));
  const policy = document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';

  test('runs only the scripts of its islands', () => {
    if (islands.length === 0) {
      expect(scripts.map(({ outerHTML }) => outerHTML)).toEqual([]);
      return;
    }
    expect(path).toMatch(/\/(?:projects|shared)\/[^/]+\/?$/);
    expect(scripts.filter((script) => script.hasAttribute('src')).map(({ outerHTML }) => outerHTML)).toEqual([]);
    const own = scripts.map(({ textContent }) => textContent ?? '').filter((code) => !/\bAstro\b/.test(code));
    expect(own).toEqual([]);
    expect(scripts.length).toBeLessThanOrEqual(2);
  });

  test('hydrates only the metric strip, when the browser is idle', () => {
    const hydrated = islands.map((island) => [
      island.getAttribute('client'),
      island.firstElementChild?.localName,
      island.hasAttribute('renderer-url') && island.getAttribute('renderer-url'),
    ]);
    expect(hydrated).toEqual(hydrated.map(() => ['idle', 'metric-strip', expect.toBeOneOf([false, ''])]));
    expect(islands.map((island) => fileAt(island.getAttribute('component-url') ?? '')).filter((file) => !file?.endsWith('.js'))).toEqual(
      [],
    );
  });

  test('has no event handlers, no inline styles and no preloaded modules', () => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().map((name) => `${element.localName} ${name}`),
    );
    expect(attributes.filter((name) => / (?:on\w+|style)$/.test(name))).toEqual([]);
    expect([...document.querySelectorAll('link[rel~=modulepreload], link[rel~=preload][as=script]')]).toEqual([]);
  });

  test('has a policy that forbids everything it does not need', () => {
    const directives = new Map(
      policy.split(';').map((directive) => [directive.trim().split(/\s+/)[0], directive.trim().split(/\s+/).slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    const receiver = document.querySelector('form')?.getAttribute('action');
    const receives = receiver?.startsWith('https:') ? new URL(receiver).origin : "'self'";
    expect(directives.get('form-action')).toEqual([document.querySelector('form') ? receives : "'none'"]);
    expect(directives.get('frame-src') ?? ["'none'"]).toEqual(frames);
    expect(directives.get('img-src')).toEqual(expect.not.arrayContaining(['*']));
    const elsewhere = policy.replace(/(?:form-action|frame-src)[^;]*/g, '').match(/[^\s;]*(?:unsafe-|\*|https?:)[^\s;]*/g);
    expect(elsewhere ?? []).toEqual([]);
    expect(policy).toContain('script-src');
  });

  test('states its policy once, before any script', () => {
    const order = [...document.querySelectorAll('meta[http-equiv], script')].filter(
      (element) => element.localName === 'meta' || scripts.includes(element as HTMLScriptElement),
    );
    expect(order.map(({ localName }) => localName)).toEqual(['meta', ...scripts.map(() => 'script')]);
  });
});

test('the only JavaScript of the site belongs to its islands', () => {
  const used = new Set(
    pages().flatMap(({ document }) =>
      [...document.querySelectorAll('astro-island')].map((island) => fileAt(island.getAttribute('component-url') ?? '')),
    ),
  );
  const code = files().filter((file) => /\.m?js$/.test(file));
  // The build writes the module of the strip for a site without outcomes, too; no page loads it.
  const strip = /^_astro\/metric-strip\.[\w-]+\.js$/;
  expect(code.filter((file) => !used.has(file) && !imported(code, file) && !strip.test(file))).toEqual([]);
});

function imported(code: readonly string[], file: string): boolean {
  const name = file.split('/').at(-1) ?? file;
  return code.some((other) => other !== file && bytes(other).includes(name));
}

test('styles register no properties, which Tailwind does when a word in a template looks like one of its utilities', () => {
  const registered = pages().filter(({ document }) =>
    [...document.querySelectorAll('style')].some((style) => style.textContent.includes('@property')),
  );
  expect(registered.map(({ path }) => path)).toEqual([]);
});
