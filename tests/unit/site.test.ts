import { describe, expect, test } from 'vitest';
import { defineSite, type SiteInput } from '../../src/schemas/site.ts';

const written = (overrides: Record<string, unknown> = {}) =>
  ({
    name: 'Marlow',
    url: 'https://example.com',
    promise: 'We measure.',
    description: 'Case studies.',
    about: 'A practice.',
    author: { name: 'Ann', email: 'ann@example.com' },
    ...overrides,
  }) as SiteInput;

/** What the owner is told of options that cannot stand. */
const told = (overrides: Record<string, unknown>): string => {
  try {
    defineSite(written(overrides));
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
};

test('the rest has defaults', () => {
  expect(defineSite(written())).toMatchObject({
    ...{ base: '/', trailingSlash: 'always', locale: 'en-GB', feedLength: 30, aiCrawlers: 'all', cardFonts: [] },
    author: { kind: 'organization', profiles: [] },
  });
});

test('a locale is spelt as Unicode has it', () => expect(defineSite(written({ locale: 'DE-at' })).locale).toBe('de-AT'));

test('frames are named by their origins, and only where HTML is trusted', () => {
  const frames = ['https://player.example.com/embed/?a=1'];
  expect(defineSite(written({ markdown: { html: 'trusted', frames } })).markdown.frames).toEqual(['https://player.example.com']);
  expect(told({ markdown: { frames } })).toContain("asks for html: 'trusted', without which no frame is kept\n  → at markdown.frames");
  expect(told({ markdown: { html: 'trusted', frames: ['http://example.com', '*'] } })).toMatch(
    /a https: address\n.*frames\[0\]\n.*a https: address/,
  );
});

describe('the owner is told', () => {
  test('of everything at once', () => {
    expect(told({ url: undefined, nam: 'x', locale: 'english', aiCrawlers: 'some', security: { contact: 'me' } })).toMatchInlineSnapshot(`
      "src/site.config.ts
      ✖ Unrecognized key: "nam"
      ✖ is missing; give the address the site is published at, like url: 'https://example.com'
        → at url
      ✖ a BCP 47 language tag, like en-GB
        → at locale
      ✖ Invalid option: expected one of "all"|"answers"|"none"
        → at aiCrawlers
      ✖ a https: or mailto: address
        → at security.contact"
    `);
  });

  test('of a language without words, and of those there are', () => {
    expect(told({ locale: 'it-CH' })).toMatchInlineSnapshot(`
      "src/site.config.ts
      ✖ there are no words for \`it-CH\`, but for en, de, fr and es; translate src/i18n/strings/en.ts, as README.md says under Languages
        → at locale"
    `);
  });

  test.each([
    ['a path', 'https://example.com/a/b/', "`https://example.com/a/b/` has a path; write url: 'https://example.com' and base: '/a/b'"],
    ['a query', 'https://example.com/?a', "`https://example.com/?a` has a query or fragment; write 'https://example.com'"],
    [
      'no scheme',
      'example.com',
      "`example.com` is no full address; give the address the site is published at, like url: 'https://example.com'",
    ],
    [
      'another scheme',
      'ftp://example.com',
      "`ftp://example.com` is no full address; give the address the site is published at, like url: 'https://example.com'",
    ],
    ['a password', 'https://a:b@example.com', "carries a name or password; write 'https://example.com'"],
  ])('of a url with %s', (_case, url, remedy) => {
    expect(told({ url })).toBe(`src/site.config.ts\n✖ ${remedy}\n  → at url`);
  });
});

test.each(['https://example.com', 'https://example.com/', 'http://localhost:4321'])(
  '%s is a url to publish at, without its last slash',
  (url) => {
    expect(defineSite(written({ url })).url).toBe(url.replace(/\/$/, ''));
  },
);
